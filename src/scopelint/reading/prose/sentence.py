"""Sentences: the units in which a document states things, wherever they stand."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from scopelint.reading.lexicon import Hit, Lexicon, Words, fold, split_words
from scopelint.reading.prose.section import Part
from scopelint.syntax.outline import Block, ItemList, Paragraph, Quote, Section, Table, Text, texts
from scopelint.text import Span

UNBINDING = ("instructions", "examples", "options", "team")
"""Kinds of sections whose words bind nobody."""

_ENDS = ".!?;"

BAR = " | "
"""What stands between the cells of a row read as one sentence."""

_LONGEST = 2000
"""Longer "sentences" are cut: what is looked for stands close together, and time must not explode."""

_LEADER = "....."
"""The dots that lead from a thing to its price: "Album ........ £90"."""

_CLOSING = "\"'”’)]»*_"


class Sentence:
    """A sentence, a list item, a table row or a heading.

    ``plain[start:end]`` of ``text`` are its words; ``place`` is ``heading``, ``text``, ``item``, ``row``
    or ``quote``; ``part`` the section it stands in; ``lead`` the sentence that opens its list, if any.
    """

    def __init__(
        self,
        text: Text,
        bounds: tuple[int, int],
        part: Part,
        place: str,
        lexicon: Lexicon,
        lead: "Sentence | None",
    ) -> None:
        self.text = text
        self.start, self.end = bounds
        self.part = part
        self.place = place
        self.lead = lead
        self._lexicon = lexicon

    @property
    def plain(self) -> str:
        """The sentence as a reader sees it."""
        return self.text.plain[self.start : self.end]

    @property
    def span(self) -> Span:
        """The place of the whole sentence."""
        return self.text.span(self.start, self.end)

    @cached_property
    def words(self) -> Words:
        """Its words; their ranges are those of ``text.plain``."""
        return split_words(self.text.plain, self.start, self.end)

    @cached_property
    def hits(self) -> dict[str, list[Hit]]:
        """The lexicon's wordings in it, by group, in written order."""
        found: dict[str, list[Hit]] = {}
        for hit in self._lexicon.matcher("sentences").find(self.words):
            found.setdefault(hit.group, []).append(hit)
        return found

    def says(self, *groups: str) -> bool:
        """Whether it holds a wording of one of the groups."""
        return any(group in self.hits for group in groups)

    def hit_span(self, hit: Hit) -> Span:
        """The place of a wording in the file."""
        return self.text.span(self.words.starts[hit.first], self.words.ends[hit.last])

    def hit_text(self, hit: Hit) -> str:
        """A wording as written."""
        return self.text.plain[self.words.starts[hit.first] : self.words.ends[hit.last]]


def counts(sentence: Sentence, never: tuple[str, ...] = ()) -> bool:
    """Whether a sentence stands where the contract binds the parties."""
    return sentence.place != "quote" and not sentence.part.is_within(*UNBINDING, *never)


def read_sentences(parts: Sequence[Part], lexicon: Lexicon) -> tuple[Sentence, ...]:
    """Every sentence outside code, in document order."""
    found: list[Sentence] = []
    for part in parts:
        title = part.section.title
        if title is not None and title.plain:
            found.append(Sentence(title, (0, len(title.plain)), part, "heading", lexicon, None))
        told = list(_Walk(part, lexicon).blocks(part.section.blocks, "text", None))
        if told and title is not None and part.section.mark == "run-in":
            told[0] = _with_title(title, told[0], lexicon)
        found += told
    return tuple(found)


def _with_title(title: Text, sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """The first sentence after a run-in heading, read together with it: "Deposit: 50 %"."""
    text = join([title, sentence.text.part(sentence.start, sentence.end)]) or sentence.text
    return Sentence(text, (0, len(text.plain)), sentence.part, sentence.place, lexicon, sentence.lead)


class _Walk:
    """The sentences of one section's own blocks."""

    def __init__(self, part: Part, lexicon: Lexicon) -> None:
        self.part = part
        self.lexicon = lexicon

    def blocks(self, blocks: Sequence[Block], place: str, lead: Sentence | None) -> Iterator[Sentence]:
        opening = lead
        for block in blocks:
            if isinstance(block, Paragraph):
                sentences = list(self.cut(block.text, place, lead))
                opening = sentences[-1] if sentences else opening
                yield from sentences
            elif isinstance(block, ItemList):
                yield from self.items(block, place, opening)
            elif isinstance(block, Table):
                yield from self.rows(block, opening)
            elif isinstance(block, Quote):
                yield from self.blocks(block.blocks, "quote", None)

    def items(self, block: ItemList, place: str, lead: Sentence | None) -> Iterator[Sentence]:
        for item in block.items:
            sentences = list(self.cut(item.text, "quote" if place == "quote" else "item", lead))
            yield from sentences
            yield from self.blocks(
                item.blocks, "quote" if place == "quote" else "item", sentences[-1] if sentences else lead
            )

    def rows(self, table: Table, lead: Sentence | None) -> Iterator[Sentence]:
        for row in table.rows:
            text = join([cell.text for cell in row])
            if text is not None:
                for bounds in _trimmed(text.plain, 0, len(text.plain)):
                    yield Sentence(text, bounds, self.part, "row", self.lexicon, lead)

    def cut(self, text: Text, place: str, lead: Sentence | None) -> Iterator[Sentence]:
        for start, end in _labelled(text):
            for bounds in sentence_ranges(text.plain, self.lexicon, start, end):
                yield Sentence(text, bounds, self.part, place, self.lexicon, lead)


def join(texts: Sequence[Text]) -> Text | None:
    """Cells of a row as one text, a bar between them; None when all are empty."""
    filled = [text for text in texts if text.plain]
    if not filled:
        return None
    plain = ""
    pieces: list[tuple[int, int, int]] = []
    for text in filled:
        place = text.span()
        if plain:
            pieces.append((len(plain), pieces[-1][2], place.start))
            plain += BAR
        pieces += [(len(plain) + begin, start, end) for begin, start, end in text.pieces]
        plain += text.plain
    return Text(plain, tuple(pieces), filled[0].file)


def _labelled(text: Text) -> Iterator[tuple[int, int]]:
    """The ranges of a text that each open with a bold label in a line of its own: "**Start:** in May"."""
    plain, start = text.plain, 0
    for first, last in text.bold if "\n" in plain else ():
        if first > start and plain[first - 1] == "\n" and ":" in plain[last - 1 : last + 1]:
            yield start, first
            start = first
    yield start, len(plain)


def sentence_ranges(
    plain: str, lexicon: Lexicon, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int]]:
    """The ranges of sentences in a range of a text, without the blanks around them."""
    stop = len(plain) if end is None else end
    for at in range(start, stop):
        if plain[at] in _ENDS and _ends_here(plain, at, lexicon):
            yield from _trimmed(plain, start, at + 1)
            start = at + 1
    yield from _trimmed(plain, start, stop)


def _ends_here(plain: str, at: int, lexicon: Lexicon) -> bool:
    after = at + 1
    while after < len(plain) and plain[after] in _CLOSING:
        after += 1
    if after >= len(plain) or not plain[after].isspace():
        return False
    if plain[at] == ".":
        if plain.endswith(_LEADER, 0, at + 1):
            return False
        before = at
        while before > 0 and (plain[before - 1].isalnum() or plain[before - 1] == "."):
            before -= 1
        word = plain[before:at]
        if fold(word) in lexicon.words["abbreviations"] or (len(word) == 1 and word.isalpha()):
            return False
        if not word.isdigit():
            return True
        while after < len(plain) and plain[after].isspace():
            after += 1
        return plain[after : after + 1].isupper() and not _is_month(plain, after, lexicon)
    return True


def _is_month(plain: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a month goes on after the number of a day: "am 8. Januar"."""
    end = start
    while end < len(plain) and plain[end].isalpha():
        end += 1
    return fold(plain[start:end]) in lexicon.months


def _trimmed(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A range without the blanks around it, in pieces when it is longer than people write sentences."""
    while start < end and (plain[start].isspace() or plain[start] in _CLOSING):
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = plain.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def section_texts(section: Section) -> Iterator[Text]:
    """Every run of text in a section and below it, code left out."""
    for below in section.walk():
        if below.title is not None:
            yield below.title
        yield from texts(below.blocks, quoted=True)
