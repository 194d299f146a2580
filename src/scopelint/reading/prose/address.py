"""Addresses that nobody has: "your-name@…", "…@example.com", "www.your-company.com"."""

import re
from collections.abc import Iterator

from scopelint.reading.lexicon import Lexicon
from scopelint.syntax.outline import Text

_ADDRESS = re.compile(r"([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_PAGE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/?")


def dummy_address(text: Text, lexicon: Lexicon) -> Text | None:
    """An address that nobody has: "your-name@…", "…@example.com", or as a whole value "www.example.com"."""
    page = _PAGE.fullmatch(text.plain.strip())
    if page is not None and {*_parts(page[1])[:-1]} & lexicon.words["dummy"]:
        return text
    for match in _ADDRESS.finditer(text.plain):
        names = {*_parts(match[1]), *_parts(match[2])[:-1]}
        if names & lexicon.words["dummy"]:
            return text.part(*match.span())
    return None


def quoted_pages(text: Text, lexicon: Lexicon) -> Iterator[Text]:
    """Addresses set as code that nobody has: "the domain `your-company.com`"."""
    for start, end in text.code:
        page = _PAGE.fullmatch(text.plain[start:end])
        if page is not None and {*_parts(page[1])[:-1]} & lexicon.words["dummy"]:
            yield text.part(start, end)


def _parts(name: str) -> list[str]:
    return name.lower().replace("-", ".").replace("_", ".").split(".")
