"""Documents given as text, read and linked in a line."""

from scopelint.model import Contract
from scopelint.reading.document import read_document
from scopelint.reading.fragment import Fragment
from scopelint.reading.link import link
from scopelint.text import SourceFile, Span


def fragment(text: str, path: str = "contract.md") -> Fragment:
    """What one document says."""
    return read_document(SourceFile(path, text))


def contract(**documents: str) -> Contract:
    """The contract of documents; ``scope_md`` stands for the file ``scope.md``."""
    sources = [SourceFile(".".join(name.rsplit("_", 1)), text) for name, text in documents.items()]
    return link(".", map(read_document, sources))


def words_at(text: str, span: Span) -> str:
    """The words of a text at a place."""
    return text[span.start : span.end]
