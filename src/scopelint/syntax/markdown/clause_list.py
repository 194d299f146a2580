"""Lists whose items are clauses: headings written as bullets or as lone numbered items."""

import re
from collections.abc import Iterator, Sequence

from scopelint.syntax.markdown.heading import Heading
from scopelint.syntax.markdown.paragraph import Part
from scopelint.syntax.outline import Item, ItemList, Paragraph, Text
from scopelint.text import Span

_LEAD = re.compile(r"[^.:\n]{4,80}(?:[.:](?=\s|$)|$)")
_UNDERLINE = re.compile(r"\n(={3,}|-{3,})$")
_NUMBERED = re.compile(r"\d{1,3}[.)]")
_CLAUSE_WORDS = 25
"""A numbered item with a bold title and this many words after it is a clause, not an entry of a list."""


def take_clauses(parts: Sequence[Part]) -> list[Part]:
    """The parts, lists of clauses replaced by the headings and texts they are made of."""
    taken: list[Part] = []
    for at, part in enumerate(parts):
        if isinstance(part, ItemList):
            following = parts[at + 1] if at + 1 < len(parts) else None
            taken.extend(_dissolved(part, following))
        else:
            taken.append(part)
    return taken


def _dissolved(listing: ItemList, following: Part | None) -> Iterator[Part]:
    titles = [_caps_title(item) for item in listing.items]
    if all(titles) and (len(titles) > 1 or titles[0] is not None):
        for item, title in zip(listing.items, titles, strict=True):
            if title is not None:
                yield from _clause(item, title, "caps")
        return
    titles = [_caps_line(item) for item in listing.items]
    if listing.ordered and all(titles) and _lead_to_text(listing, titles, following):
        for item, title in zip(listing.items, titles, strict=True):
            if title is not None:
                yield from _clause(item, title, "caps")
        return
    titles = [_bold_title(item) for item in listing.items]
    if listing.ordered and all(titles) and _are_clauses(listing, titles, following):
        for item, title in zip(listing.items, titles, strict=True):
            if title is not None:
                yield from _clause(item, title, "bold" if title == len(item.text.plain) else "run-in")
        return
    yield from _underlined(listing)


def _underlined(listing: ItemList) -> Iterator[Part]:
    """Numbered headings underlined by ``===``, which CommonMark takes for a list item's second line."""
    kept: list[Item] = []
    for item in listing.items:
        match = _UNDERLINE.search(item.text.plain) if listing.ordered else None
        if match is None:
            kept.append(item)
            continue
        if kept:
            yield _list_of(listing, kept)
            kept = []
        title = item.text.part(0, match.start())
        level = 1 if match[1][0] == "=" else 2
        end = item.text.span().end
        yield Heading(title, item.marker[:-1], level, "setext", Span(item.span.file, item.span.start, end))
        yield from item.blocks
    if kept:
        yield _list_of(listing, kept) if len(kept) < len(listing.items) else listing


def _list_of(listing: ItemList, items: list[Item]) -> ItemList:
    span = Span(listing.span.file, items[0].span.start, items[-1].span.end)
    return ItemList(tuple(items), listing.ordered, span)


def _caps_title(item: Item) -> int | None:
    """How long the title in capitals is that an item opens with, its punctuation included."""
    match = _LEAD.match(item.text.plain)
    if match is None or item.ticked is not None or not match[0].isupper():
        return None
    words = match[0].split()
    letters = sum(char.isalpha() for char in match[0])
    if len(words) > 8 or letters < 5 or any(char.isdigit() for char in match[0]):
        return None
    closed = match[0][-1] in ".:"
    return match.end() if closed or (len(words) >= 2 and letters >= 8 and item.blocks) else None


def _caps_line(item: Item) -> int | None:
    """How long the first line of an item is when it is a title in capitals, as typed letters have them."""
    line = item.text.plain.partition("\n")[0]
    letters = sum(char.isalpha() for char in line)
    is_title = line.isupper() and letters >= 3 and len(line.split()) <= 8
    return len(line) if is_title and item.ticked is None and not any(map(str.isdigit, line)) else None


def _lead_to_text(listing: ItemList, titles: Sequence[int | None], following: Part | None) -> bool:
    """Whether something stands below each title: in its item or, for the last one, after the list."""
    told = [
        bool(item.blocks) or len(item.text.plain.rstrip()) > (title or 0)
        for item, title in zip(listing.items, titles, strict=True)
    ]
    return all(told[:-1]) and (told[-1] or following is not None)


def _bold_title(item: Item) -> int | None:
    """How long the bold title is that an item opens with, its punctuation included."""
    text = item.text
    if not text.bold or text.bold[0][0] != 0:
        return None
    end = text.bold[0][1]
    plain = text.plain
    if end < len(plain) and plain[end] in ":.":
        end += 1
    if (
        end < len(plain)
        and plain[end - 1] not in ":.?"
        and not plain[end:].startswith((" -", " –", " —", "\n"))
    ):
        return None
    return end


def _are_clauses(listing: ItemList, titles: Sequence[int | None], following: Part | None) -> bool:
    """Whether numbered items with bold titles are sections rather than a list of things."""
    items = listing.items
    if len(items) == 1 and not isinstance(following, ItemList | None):
        return True
    return all(
        item.blocks or len(item.text.plain[title or 0 :].split()) >= _CLAUSE_WORDS
        for item, title in zip(items, titles, strict=True)
    )


def _clause(item: Item, end: int, mark: str) -> Iterator[Part]:
    text = item.text
    title = _closed(text.part(0, end))
    number = item.marker[:-1] if _NUMBERED.fullmatch(item.marker) else None
    rest = text.part(end).stripped()
    stop = rest.span().start if rest.plain else text.span(0, end).end
    yield Heading(title, number, 0, mark, Span(item.span.file, item.span.start, stop))
    if rest.plain:
        yield Paragraph(rest, rest.span())
    yield from item.blocks


def _closed(title: Text) -> Text:
    title = title.stripped()
    return title.part(0, len(title.plain.rstrip(":. ")) or len(title.plain))
