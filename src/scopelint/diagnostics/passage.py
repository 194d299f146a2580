"""Words of a document that no rule takes for terms."""

from collections.abc import Mapping
from typing import NamedTuple

from scopelint.text import SourceFile, Span


class Passage(NamedTuple):
    """A place whose words no rule judges, so that nobody can hide a clause in it unsaid.

    ``kind`` is where the words stand: a ``comment``, ``code``, a ``quote``, an ``entry`` of foreign front
    matter, or ``markup``. ``shown`` tells whether whoever reads the document as it is meant to be read
    sees them, ``settles`` whether shown words would settle a term if they stood elsewhere.
    """

    kind: str
    span: Span
    shown: bool
    settles: bool = False

    @property
    def notable(self) -> bool:
        """Whether a check speaks of it: nobody sees it, or it would count elsewhere."""
        return self.settles or not self.shown

    def words(self, sources: Mapping[str, SourceFile]) -> str:
        """Its words as the file has them; none of a file that is gone."""
        source = sources.get(self.span.file)
        return source.excerpt(self.span) if source else ""
