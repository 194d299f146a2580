"""A document made ready for reading: its lexicon, its sections with their kinds, its sentences."""

from bisect import bisect_left
from functools import cached_property

from scopelint.reading.lexicon import Lexicon, load_lexicon
from scopelint.reading.prose.amount import Amount, amounts_of
from scopelint.reading.prose.clause_columns import with_columns
from scopelint.reading.prose.clause_items import with_clauses
from scopelint.reading.prose.clause_lines import with_lines
from scopelint.reading.prose.header import with_header
from scopelint.reading.prose.language import detect_language
from scopelint.reading.prose.section import Part, read_parts
from scopelint.reading.prose.sentence import Sentence, read_sentences
from scopelint.syntax.outline import Outline
from scopelint.text import Span


class Reading:
    """What every reader of prose works on. ``title`` is where to say what the document lacks.

    ``language`` is the document's; the lexicon is the English one where that has none.
    """

    def __init__(
        self,
        outline: Outline,
        lexicon: Lexicon,
        parts: tuple[Part, ...],
        sentences: tuple[Sentence, ...],
        title: Span,
        language: str | None = None,
    ) -> None:
        self.language = language or lexicon.language
        self.outline = outline
        self.lexicon = lexicon
        self.parts = parts
        self.sentences = sentences
        self.title = title

    def saying(self, *groups: str) -> list[Sentence]:
        """The sentences that hold a wording of one of the groups, in document order."""
        if len(groups) == 1:
            return [self.sentences[at] for at in self._places.get(groups[0], ())]
        places = {at for group in groups for at in self._places.get(group, ())}
        return [self.sentences[at] for at in sorted(places)]

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount of money outside code, in document order."""
        return tuple(amounts_of(self.parts, self.lexicon))

    @cached_property
    def _by_place(self) -> tuple[list[int], list[Amount]]:
        """The amounts by where they begin, and where that is."""
        amounts = sorted(self.amounts, key=lambda amount: amount.span.start)
        return [amount.span.start for amount in amounts], amounts

    def amounts_in(self, span: Span) -> list[Amount]:
        """The amounts that begin within a range of the document, in written order."""
        starts, amounts = self._by_place
        return amounts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for at, sentence in enumerate(self.sentences):
            for group in sentence.hits:
                places.setdefault(group, []).append(at)
        return places

    @cached_property
    def _by_part(self) -> dict[int, list[int]]:
        """The places of the sentences of each part, by its identity."""
        places: dict[int, list[int]] = {}
        for at, sentence in enumerate(self.sentences):
            places.setdefault(id(sentence.part), []).append(at)
        return places

    @cached_property
    def _index(self) -> dict[int, int]:
        return {id(part): at for at, part in enumerate(self.parts)}

    def heading(self, part: Part) -> Sentence | None:
        """The heading of a part as a sentence."""
        own = (self.sentences[at] for at in self._by_part.get(id(part), ()))
        return next((sentence for sentence in own if sentence.place == "heading"), None)

    def below(self, part: Part) -> list[Sentence]:
        """Sentences in a part and the parts below it, its own heading left out."""
        inside = {id(part): part}
        for other in self.parts[self._index[id(part)] + 1 :]:
            if other.parent is None or id(self.parts[other.parent]) not in inside:
                break
            inside[id(other)] = other
        places = sorted(at for one in inside for at in self._by_part.get(one, ()))
        found = (self.sentences[at] for at in places)
        return [s for s in found if not (s.place == "heading" and s.part is part)]


def open_reading(outline: Outline, language: str | None = None) -> Reading:
    """A document made ready; ``language`` overrides what is detected."""
    language = language or detect_language(outline)
    lexicon = load_lexicon(language)
    lexicon.tidy()
    outline = with_header(outline, lexicon)
    outline = with_lines(with_clauses(with_columns(outline, lexicon), lexicon), lexicon)
    parts = read_parts(outline, lexicon)
    return Reading(outline, lexicon, parts, read_sentences(parts, lexicon), _title(outline, parts), language)


def _title(outline: Outline, parts: tuple[Part, ...]) -> Span:
    for part in parts:
        if part.is_title and part.section.title is not None:
            return part.section.title.span()
    return Span(outline.source.path, 0, 0)
