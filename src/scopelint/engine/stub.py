"""The fix that appends a page's stub: words with FIXME for what a contract does not say."""

import re

from scopelint.diagnostics import Fix
from scopelint.model import Contract
from scopelint.model.statement import Document
from scopelint.rules.rule import Rule
from scopelint.text import Edit, Span

LANGUAGE = "en"
"""The language stubs are written in; a contract in another gets none."""

_MAIN = re.compile(r"(?:^|/)(?:scope|contract|agreement|sow)\.\w+$", re.IGNORECASE)
_KEY = re.compile(r"[\w-]+:", re.ASCII)


def stub_fix(rule: Rule, contract: Contract) -> Fix | None:
    """What appends the stub: a section to the main Markdown document, else a key to the main YAML one.

    None when the stub is there already, or when its key is: what stands below it is the user's.
    """
    if not rule.stub:
        return None
    worded = [document for document in contract.documents if document.language is not None]
    if worded:
        return _appended(rule.stub.get("markdown"), _main(worded, contract))
    stub = rule.stub.get("yaml")
    if stub is None or any(_holds(stub, document) for document in contract.documents):
        return None
    return _appended(stub, _main([d for d in contract.documents if _takes_keys(d)], contract))


def _main(documents: list[Document], contract: Contract) -> Document | None:
    """The document that holds the title, else one that is named for the contract, else the first."""
    for document in documents:
        if document.path == contract.title_span.file:
            return document
    return next((d for d in documents if _MAIN.search(d.path)), documents[0] if documents else None)


def _appended(stub: str | None, document: Document | None) -> Fix | None:
    if stub is None or document is None or document.language not in (LANGUAGE, None):
        return None
    text = document.text
    if stub.strip() in text.replace("\r\n", "\n"):
        return None
    end = len(text)
    gap = "\n" if text.endswith(("\n", "\r")) else "\n\n"
    if document.language is None or not text.strip():
        gap = gap[1:]
    title = f"append a stub to `{document.path}`"
    return Fix(title, (Edit(Span(document.path, end, end), f"{gap}{stub.rstrip()}\n"),))


def _holds(stub: str, document: Document) -> bool:
    """Whether a YAML document has the stub's key."""
    key = stub.partition(":")[0]
    return re.search(rf"^[\"']?{re.escape(key)}[\"']?\s*:", document.text, re.MULTILINE) is not None


def _takes_keys(document: Document) -> bool:
    """Whether a key can be appended: a block mapping, and the only document of its file."""
    lines = [line for line in document.text.splitlines() if line.strip() and line.lstrip()[0] != "#"]
    if lines and lines[0].startswith("---"):
        lines = lines[1:]
    return bool(lines and _KEY.match(lines[0])) and not any(line.startswith(("---", "...")) for line in lines)
