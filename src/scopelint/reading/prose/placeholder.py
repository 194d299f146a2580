"""Values left unfilled: slots of a template, open words such as "TBD", empty fields of a form.

Signature and signing-date lines are meant to be empty, and cells of record tables are filled over time:
neither is a placeholder.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import zip_longest
from typing import TypeAlias

from scopelint.diagnostics import Confidence
from scopelint.model import Placeholder
from scopelint.reading.lexicon import Lexicon, fold
from scopelint.reading.prose.address import dummy_address, quoted_pages
from scopelint.reading.prose.column import columns_of
from scopelint.reading.prose.item import is_open_question
from scopelint.reading.prose.mark import covered, marks
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.signature import beside, closes_with_pens, is_for_a_pen, is_signed
from scopelint.syntax.outline import Block, Cell, Item, ItemList, Paragraph, Quote, Table, Text
from scopelint.text import Spanned

_WONDER = re.compile(
    r"[$€£]?\s?\?{1,4}\s?%?|\.{3,4}|…|[$€£]\s?[-–—]"
    r"|(?:[dtj]{2}|m{2}|[yja]{2,4})([-/.])(?:m{2}|[dtj]{2})\1(?:[dtj]{2}|[yja]{2,4})",
    re.IGNORECASE,
)
"""A value that only asks for one: "???", "€ -", and the look of a date, "yyyy-mm-dd"."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»\n]{0,200}[\[{<]")
_LONGEST_KEY = 40
_LONGEST_VALUE = 240
_OPEN = re.compile(r"(?<!\w)(?:TB[DCA](?!\w)|T\.B\.[DCA]\.|TODO:|FIXME(?!\w)|[Ll]orem ipsum)|(?<=\s)TODO$")
_WEB = re.compile(r"(?:https?|mailto):\S+")
_FORM_FIELDS = 2
_NEXT_LINE = 10
"""Characters between two bold lines of which one follows the other: marks, a colon, a line end."""
_MANY = 5

# Whether the parties sign in a section; asked only where something is empty.
_Signed: TypeAlias = Callable[[], bool]


def read_placeholders(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Placeholder, ...]:
    """Every placeholder in document order; the unsure ones only where the document is full of sure ones."""
    found: list[Placeholder] = []
    last = max((block.span.end for part in parts for block in part.section.blocks), default=0)
    for at, part in enumerate(parts):
        after = parts[at + 1] if at + 1 < len(parts) else None
        found += _in_part(part, beside(parts, at), after, last, lexicon)
    sure = [one for one in found if one.confidence > Confidence.LOW]
    return tuple(found if len(sure) >= _MANY else sure)


def _in_part(
    part: Part, around: tuple[Part, ...], after: Part | None, last: int, lexicon: Lexicon
) -> Iterator[Placeholder]:
    """The placeholders of a part; ``last`` is where the document's text ends."""
    section = part.section
    signed = cache(lambda: any(is_signed(one, one.section.blocks, lexicon) for one in around))
    if section.title is not None:
        found = list(_marked(section.title, lexicon, signed))
        yield from found
        if not found and (word := _open_word(section.title)) is not None:
            yield word
        if section.mark == "run-in" and section.blocks:
            first = section.blocks[0]
            if isinstance(first, Paragraph) and not any(marks(first.text, lexicon)):
                yield from _value(next(first.text.lines()), lexicon, True)
        elif section.mark == "bold" and _is_left_empty(part, after, lexicon) and not signed():
            yield _placeholder(section.title, "field", Confidence.MEDIUM)
    for block in section.blocks:
        # A table is signed on its own: the one above it may be a schedule with open amounts.
        is_table = isinstance(block, Table)
        own: _Signed = cache(partial(is_signed, part, (block,), lexicon)) if is_table else signed
        if block.span.end == last and closes_with_pens(block):
            own = _yes
        yield from _in_block(block, own, lexicon)


def _yes() -> bool:
    return True


def _is_left_empty(part: Part, after: Part | None, lexicon: Lexicon) -> bool:
    """Whether a bold line alone is the name of a fact with nothing after it ("Prepared for:")."""
    section = part.section
    if section.title is None or section.blocks or section.sections:
        return False
    follower = after.section.title if after is not None else None
    if follower is not None and follower.span().start - section.title.span().end <= _NEXT_LINE:
        return False
    return "item.attribute" in lexicon.matcher("items").groups_in(section.title.plain)


def _in_block(block: Block, signed: _Signed, lexicon: Lexicon) -> Iterator[Placeholder]:
    if isinstance(block, Paragraph):
        yield from _in_paragraph(block.text, signed, lexicon)
    elif isinstance(block, ItemList):
        yield from _in_list(block, signed, lexicon)
    elif isinstance(block, Table):
        yield from _in_table(block, signed, lexicon)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from _in_block(inner, signed, lexicon)


def _in_paragraph(text: Text, signed: _Signed, lexicon: Lexicon) -> Iterator[Placeholder]:
    lines = list(text.lines())
    form = sum(map(_is_field, lines)) >= _FORM_FIELDS
    keyed = len(lines) >= _FORM_FIELDS and all(_is_bare(line, lexicon) for line in lines) and not signed()
    for line, after in zip_longest(lines, lines[1:]):
        yield from _in_line(line, signed, lexicon, keyed=keyed)
        # "The client:", and the name on the line below.
        left = _is_empty_field(line) and (after is None or (_is_field(after) and not _is_address(after)))
        if form and left and not signed():
            yield _placeholder(line, "field", Confidence.MEDIUM)


def _is_bare(line: Text, lexicon: Lexicon) -> bool:
    """Whether a line is only the name of what should stand there: "Client Name", "Street Address"."""
    return "slot.bare" in lexicon.matcher("items").groups_in(line.plain)


def _in_list(block: ItemList, signed: _Signed, lexicon: Lexicon) -> Iterator[Placeholder]:
    leaves = [item for item in block.items if not item.blocks]
    form = len(leaves) == len(block.items) and sum(map(_is_form_item, leaves)) >= _FORM_FIELDS
    for item, after in zip_longest(block.items, block.items[1:]):
        if item.text.plain.strip():
            yield from _in_line(item.text, signed, lexicon)
        # "All of the small plan and:", and the items after it.
        left = _is_empty_field(item.text) and (after is None or _is_form_item(after))
        empty = not item.blocks and (_asks(item.text) or (form and left))
        if empty and not signed():
            yield _placeholder(item.text, "field", Confidence.MEDIUM)
        for inner in item.blocks:
            yield from _in_block(inner, signed, lexicon)


def _in_line(text: Text, signed: _Signed, lexicon: Lexicon, *, keyed: bool = False) -> Iterator[Placeholder]:
    """Slots of a line; ``keyed`` when it is the value beside a key."""
    found = list(_marked(text, lexicon, signed))
    yield from found
    if not found:
        yield from _open(text, lexicon, keyed)


def _marked(text: Text, lexicon: Lexicon, signed: _Signed) -> Iterator[Placeholder]:
    found = list(marks(text, lexicon))
    groups = lexicon.matcher("items").groups_in(text.plain) if found else frozenset()
    if not found or _is_spoken_of(text, groups):
        return
    for mark in found:
        words = text.plain[mark.start : mark.end]
        if is_for_a_pen(text.plain, mark, lexicon) and ("slot.dated" in groups or signed()):
            continue
        yield Placeholder(Spanned(words, text.span(mark.start, mark.end)), mark.kind, mark.confidence)


def _is_spoken_of(text: Text, groups: frozenset[str]) -> bool:
    """Whether a line speaks of slots and has none: "replace all brackets such as [DATE]"."""
    return "slot.mention" in groups or ("slot.reply" in groups and _QUOTED.search(text.plain) is not None)


def _open(text: Text, lexicon: Lexicon, keyed: bool) -> Iterator[Placeholder]:
    """Words that leave a value open: "TBD", or the name of what should stand there."""
    plain = text.plain
    word = _open_word(text)
    if word is not None:
        yield word
        return
    at = _after_key(plain)
    if len(plain) - at <= _LONGEST_VALUE:
        yield from _value(text.part(at), lexicon, keyed or at > 0)


def _open_word(text: Text) -> Placeholder | None:
    match = _OPEN.search(text.plain)
    if match is None or covered(match.start(), text.code):
        return None
    return Placeholder(Spanned(match[0], text.span(*match.span())), "word", Confidence.HIGH)


def _value(text: Text, lexicon: Lexicon, keyed: bool) -> Iterator[Placeholder]:
    """A value that is nothing but open words, or an instruction to the author."""
    plain = text.plain
    if text.code or not plain.strip():
        yield from _addresses(quoted_pages(text, lexicon))
        return
    groups = lexicon.matcher("items").groups_in(plain)
    if "slot.instructive" in groups:
        yield _placeholder(text, "instruction", Confidence.MEDIUM)
    elif "slot.unfilled" in groups or (
        ("slot.bare" in groups and (keyed or _is_yours(plain, lexicon))) or (keyed and _is_wondering(plain))
    ):
        yield _placeholder(text, "word", Confidence.MEDIUM)
    elif ("@" in plain or (keyed and "." in plain)) and (dummy := dummy_address(text, lexicon)) is not None:
        yield from _addresses((dummy,))


def _addresses(found: Iterable[Text]) -> Iterator[Placeholder]:
    return (_placeholder(text, "address", Confidence.MEDIUM) for text in found)


def _is_yours(plain: str, lexicon: Lexicon) -> bool:
    """Whether a line alone is "Your Name", as below a greeting."""
    return plain.istitle() and fold(plain.split()[0]) in lexicon.words["dummy"]


def _is_wondering(plain: str) -> bool:
    """Whether a value is but question marks, dots or the look of a date: "???", "$?", "dd.mm.yyyy"."""
    return _WONDER.fullmatch(plain.strip()) is not None


def _in_table(table: Table, signed: _Signed, lexicon: Lexicon) -> Iterator[Placeholder]:
    form = _is_form(table, lexicon) or _has_no_values(table)
    for cell in table.header or ():
        yield from _marked(cell.text, lexicon, signed)
    for row in table.rows:
        for at, cell in enumerate(row):
            if at == 0:
                yield from _marked(cell.text, lexicon, signed)
            else:
                yield from _in_line(cell.text, signed, lexicon, keyed=form)
        if form and len(row) == 2 and _is_empty(row[1]) and not _is_empty(row[0]) and not signed():
            yield Placeholder(Spanned("", row[1].span), "cell", Confidence.MEDIUM)


def _is_form(table: Table, lexicon: Lexicon) -> bool:
    """Whether a table holds a key and its value in each row."""
    if table.header is None:
        return True
    groups = columns_of(table, lexicon).groups
    blank = all(_is_empty(cell) for cell in table.header)
    return len(table.header) == 2 and (blank or "field" in groups[0] or "value" in groups[1])


def _has_no_values(table: Table) -> bool:
    """Whether a table of two columns names several things and says nothing of any."""
    rows = table.rows
    return len(rows) >= _FORM_FIELDS and all(
        len(row) == 2 and not _is_empty(row[0]) and _is_empty(row[1]) for row in rows
    )


def _is_empty(cell: Cell) -> bool:
    return not cell.text.plain.strip()


def _after_key(plain: str) -> int:
    """Where the value begins: after "Key:", else at the start."""
    at = plain.find(":")
    return at + 1 if 0 < at <= _LONGEST_KEY and plain[at + 1 :].strip() else 0


def _is_field(line: Text) -> bool:
    at = line.plain.find(":")
    return 0 < at <= _LONGEST_KEY


def _is_empty_field(line: Text) -> bool:
    plain = line.plain.strip()
    return plain.endswith(":") and plain.count(":") == 1 and len(plain) <= _LONGEST_KEY and "," not in plain


def _is_address(line: Text) -> bool:
    """Whether a line is a place on the web, its colon included: what the label above asks for."""
    return _WEB.fullmatch(line.plain.strip()) is not None


def _is_form_item(item: Item) -> bool:
    return _is_empty_field(item.text) or _is_field(item.text)


def _asks(text: Text) -> bool:
    """Whether an entry ends in a currency sign without an amount, or is an open question of a word or two."""
    plain = text.plain.strip()
    if len(plain) < 3 or plain[-1] not in "$€£₹" or not plain[-2].isspace():
        return is_open_question(plain)
    return not plain[:-1].rstrip()[-1:].isdigit()


def _placeholder(text: Text, kind: str, confidence: Confidence) -> Placeholder:
    run = text.stripped()
    return Placeholder(Spanned(" ".join(run.plain.split()), run.span()), kind, confidence)
