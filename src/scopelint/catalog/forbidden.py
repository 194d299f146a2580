"""Finding phrases that a text must not hold."""

from collections.abc import Iterable, Iterator

from scopelint.model import Contract
from scopelint.text import Span, Spanned


def forbidden(contract: Contract, text: Spanned[str], phrases: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """Each phrase found in a text, as it stands there, with its place.

    Case does not matter, a line end counts as a space, and only whole words count. The place is
    exact where the document says the same words; emphasis marks inside a phrase make it the whole text.
    """
    low = _level(text.value)
    for phrase in phrases:
        wanted = _level(phrase)
        for at in _occurrences(low, wanted):
            shown = text.value[at : at + len(wanted)]
            yield shown, _place(contract, text, shown, wanted)


def _level(text: str) -> str:
    """Lower case with plain spaces, character for character, so that offsets stay true."""
    low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return low.translate({ord(char): " " for char in "\n\r\t\u00a0"}).replace("\u2019", "'")


def _occurrences(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        starts = at == 0 or not (text[at - 1].isalnum() and phrase[0].isalnum())
        ends = end == len(text) or not (text[end].isalnum() and phrase[-1].isalnum())
        if starts and ends:
            yield at
        at = text.find(phrase, at + 1)


def _place(contract: Contract, text: Spanned[str], shown: str, wanted: str) -> Span:
    """Where the phrase stands: its only occurrence in the text's place, else that whole place."""
    whole = text.span
    document = next((d for d in contract.documents if d.path == whole.file), None)
    if document is None:
        return whole
    places = list(_occurrences(_level(document.text[whole.start : whole.end]), wanted))
    if len(places) != 1:
        return whole
    start = whole.start + places[0]
    return Span(whole.file, start, start + len(shown))
