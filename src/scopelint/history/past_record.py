"""The records of committed states that do not stand today as they did."""

import re
from collections.abc import Iterable, Iterator

from scopelint.model import Approval, Change, Contract, Evidence
from scopelint.model.past import Commit, PastRecord, Version
from scopelint.reading.document import YAML_ENDINGS, read_document
from scopelint.reading.fragment import Fragment
from scopelint.text import SourceFile

_KEYS = ("approvals", "changes", "evidence")
_TELLS = re.compile(r"\d{4}-\d{2}-\d{2}|approved|declined|absorbed|withdrawn", re.IGNORECASE)


def past_records(versions: Iterable[Version], contract: Contract) -> Iterator[PastRecord]:
    """Approvals, changes and evidence of past states, each state read once, under its first commit.

    States that cannot hold another record than the present documents are not read at all.
    """
    texts = {one.text for one in contract.documents}
    rows = {line.strip() for text in texts for line in text.split("\n")}
    unlike: dict[tuple[str, str], Commit] = {}
    for version in versions:
        if version.text not in texts and _may_differ(version, texts, rows):
            unlike.setdefault((version.path, version.text), version.commit)
    for (path, text), commit in unlike.items():
        fragment = read_document(SourceFile(path, text))
        yield from (PastRecord(commit, record) for record in _recorded(fragment))


def _may_differ(version: Version, texts: Iterable[str], rows: set[str]) -> bool:
    if version.path.lower().endswith(YAML_ENDINGS):
        return any(key in version.text for key in _KEYS) and not _was_only_extended(version.text, texts)
    lines = [line.strip() for line in version.text.split("\n")]
    return any(line not in rows and _is_of_a_record(line) for line in lines) or _has_other_head(lines, rows)


def _was_only_extended(text: str, texts: Iterable[str]) -> bool:
    """Whether a present document begins with a whole past one, so that all its records still stand."""
    return text.endswith("\n") and any(one.startswith(f"{text}- ") for one in texts)


def _is_of_a_record(line: str) -> bool:
    """Whether a line can be a table row of a finished record: it tells a day or a decision."""
    return "|" in line and _TELLS.search(line) is not None


def _has_other_head(lines: list[str], rows: set[str]) -> bool:
    """Whether front matter, which can hold any record, was another."""
    if lines[0] != "---" or "---" not in lines[1:]:
        return False
    return any(line not in rows for line in lines[1 : lines.index("---", 1)])


def _recorded(fragment: Fragment) -> Iterator[Approval | Change | Evidence]:
    yield from fragment.approvals
    yield from fragment.changes
    yield from fragment.evidence
