"""Lists that CommonMark sees as one paragraph: glyph lines and lettered clauses."""

import re
from collections.abc import Sequence

from scopelint.syntax.markdown.line import Line
from scopelint.syntax.markdown.prose import Prose
from scopelint.syntax.outline import Block, Item, ItemList
from scopelint.text import Span

_BOXES = {"☐": False, "□": False, "▢": False, "❏": False, "❑": False, "⬜": False, "🔲": False}
_BOXES |= dict.fromkeys("☑☒🗹", True)
_SIGNS = "✅✔✓❌✗✘❎✖"
_BULLETS = "•●○◦▪▫■▸▹►▶➤➔→⇒·‣★☆⭐◆◇"
_GLYPH = re.compile(rf"([{''.join(_BOXES)}{_SIGNS}{_BULLETS}])\ufe0f?[ \t]+(?=\S)")
_JUDGING = re.compile(rf"([{''.join(_BOXES)}{_SIGNS}])\ufe0f?[ \t]+(?=\S)")
_PICTURE = re.compile(r"([\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?)[ \t]+(?=\S)")
_DASH = re.compile(r"([–—])[ \t]+(?=\S)")
_BOX = re.compile(rf"[{''.join(_BOXES)}](?=[ \t])")
# "e. g." and "c. 1900" begin no item.
_LETTER = re.compile(
    r"(\([a-z]\)|\([ivx]{1,4}\)|\(\d{1,2}\)|[a-z]\)|[ivx]{1,4}\)"
    r"|[a-o]\.(?=[ \t]+(?!\w\.)[^\s\d]))[ \t]+(?=\S)"
)
_COUNT = re.compile(r"(\d{1,2}[.)])[ \t]+(?=\S)")
_DECIMAL = re.compile(r"((?:\d{1,2}|[A-Z])(?:\.\d{1,2}){1,3}\.?)[ \t]+(?=[^\s*_])")
_ROMAN = re.compile(r"([IVX]{1,4}(?:[ \t]*[-–—]|[.)]))[ \t]+(?=\S)")
_TASK = re.compile(r"\[([ xX✓✔])\](?:[ \t]+|$)")
_FIRST = ("a", "i", "1")
_NUMERALS = "0123456789IVX"
_TITLE_WORDS = 8


Marker = re.Pattern[str]


def listed(lines: Sequence[Line], at: int) -> tuple[Marker | None, int]:
    """What marks the items of the list that begins at a line, and how many lines belong to it."""
    first = lines[at].text
    if first[0].isascii() and ")" not in first[:6] and first[1:2] != "." and first[0] not in _NUMERALS:
        return None, 0
    if _GLYPH.match(first):
        return _GLYPH, _extent(lines, at, _GLYPH, wraps=False)
    for marker in (_PICTURE, _DASH):
        if marker.match(first):
            count = _extent(lines, at, marker, wraps=False)
            return (marker, count) if count > 1 else (None, 0)
    if _DECIMAL.match(first):
        count = _numbered_clauses(lines, at)
        return (_DECIMAL, count) if count else (None, 0)
    for marker in (_LETTER, _COUNT, _ROMAN):
        found = marker.match(first)
        if found is None:
            continue
        count = _extent(lines, at, marker, wraps=True)
        several = sum(1 for line in lines[at : at + count] if marker.match(line.text)) > 1
        alone = marker is _LETTER and (at == 0 or found[1].strip("().") in _FIRST)
        return (marker, count) if several or alone else (None, 0)
    return None, 0


def _extent(lines: Sequence[Line], at: int, marker: Marker, wraps: bool) -> int:
    end = at + 1
    while end < len(lines):
        text = lines[end].text
        if not (marker.match(text) or wraps or text[0].islower()) or _is_next_clause(text):
            break
        end += 1
    return end - at


def _is_next_clause(line: str) -> bool:
    """Whether a line goes on with the clauses around a lettered list: "3.3 Invoices are …"."""
    match = _DECIMAL.match(line)
    return match is not None and line[match.end()].isupper()


def _numbered_clauses(lines: Sequence[Line], at: int) -> int:
    """How many lines the clauses ``2.1``, ``2.2`` fill that stand right below one another; 0 for headings.

    A clause that leads to the list below it stays with that list.
    """
    firsts: list[int] = []
    end = at
    while end < len(lines):
        text = lines[end].text
        if match := _DECIMAL.match(text):
            before = _DECIMAL.match(lines[firsts[-1]].text) if firsts else None
            if _opens_section(text[match.end() :]) or (before and not _follows(match[1], before[1])):
                break
            firsts.append(end)
        elif any(marker.match(text) for marker in (_LETTER, _COUNT, _ROMAN, _GLYPH, _DASH)):
            break
        elif text[0].isupper() and _is_title(lines[firsts[-1]].text):
            return 0
        end += 1
    if firsts and lines[end - 1].text.endswith(":"):
        end = firsts.pop()
    return end - at if len(firsts) > 1 else 0


def _opens_section(words: str) -> bool:
    """Whether a numbered line has a title of its own: "Fees. The client pays …"."""
    title, stop, rest = words.partition(". ")
    return bool(stop and rest) and len(title.split()) <= _TITLE_WORDS


def _is_title(line: str) -> bool:
    """Whether a numbered line reads as a heading: short, and closed by nothing."""
    return len(line.split()) <= _TITLE_WORDS + 1 and line[-1] not in ".;,:"


def _follows(number: str, before: str) -> bool:
    """Whether a section number is the next one at its depth: ``2.2`` after ``2.1``."""
    *above, last = number.strip(".").split(".")
    *others, former = before.strip(".").split(".")
    return above == others and int(last) == int(former) + 1


def read_listing(lines: Sequence[Line], marker: Marker, prose: Prose) -> ItemList:
    """The list that lines make; a line without marker goes on with the item above."""
    groups: list[list[Line]] = []
    for line in (part for whole in lines for part in _boxes_apart(whole)):
        if marker.match(line.text) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    items = tuple(_item(group, marker, prose) for group in groups)
    return ItemList(items, marker in (_LETTER, _COUNT, _ROMAN, _DECIMAL), prose.span(lines))


def _boxes_apart(line: Line) -> list[Line]:
    """``☐ Yes  ☐ No`` on one line are two items."""
    starts = [match.start() for match in _BOX.finditer(line.text)]
    if len(starts) < 2 or starts[0] != 0:
        return [line]
    ends = [*starts[1:], len(line.text)]
    return [Line(line.text[a:b], line.start + a).stripped() for a, b in zip(starts, ends, strict=True)]


def _item(lines: list[Line], marker: Marker, prose: Prose) -> Item:
    first = lines[0]
    match = marker.match(first.text)
    sign = match[1] if match else ""
    body = [first.after(match.end() if match else 0), *lines[1:]]
    return Item(prose.text(body), sign, _BOXES.get(sign), (), prose.span(lines))


def item_sign(marker: str, ordered: bool, lines: list[Line]) -> tuple[str, bool | None, list[Line]]:
    """The sign of a bulleted item, whether it is ticked, and its lines.

    A box to tick leaves the marker; a sign in front that says yes, no or open counts as the marker.
    """
    box = _TASK.match(lines[0].text)
    if box:
        rest = lines[0].after(box.end())
        return marker, box[1] != " ", [rest, *lines[1:]] if rest.text else lines[1:]
    glyph = None if ordered else _JUDGING.match(lines[0].text)
    if glyph:
        return glyph[1], _BOXES.get(glyph[1]), [lines[0].after(glyph.end()), *lines[1:]]
    return marker, None, lines


def join_listings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, lettered or glyph lists that a blank line parted put together."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, ItemList) and isinstance(last, ItemList) and _goes_on(last, block):
            span = Span(block.span.file, last.span.start, block.span.end)
            joined[-1] = ItemList(last.items + block.items, last.ordered, span)
        else:
            joined.append(block)
    return joined


def _goes_on(last: ItemList, following: ItemList) -> bool:
    before, after = last.items[-1].marker, following.items[0].marker
    if _LETTER.match(before + " x") and _LETTER.match(after + " x"):
        return after.strip("().") not in _FIRST or before.strip("().") == "h"
    return bool(_GLYPH.match(before + " x") and _GLYPH.match(after + " x"))
