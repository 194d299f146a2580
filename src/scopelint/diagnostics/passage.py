"""Words of a document that no rule takes for terms."""

from typing import NamedTuple

from scopelint.text import Span


class Passage(NamedTuple):
    """A place whose words no rule judges, so that nobody can hide a clause in it unsaid.

    ``kind`` is where the words stand: a ``comment``, ``code``, a ``quote``, an ``entry`` of foreign front
    matter, or ``markup``. ``shown`` tells whether whoever reads the document as it is meant to be read
    sees them.
    """

    kind: str
    span: Span
    shown: bool
