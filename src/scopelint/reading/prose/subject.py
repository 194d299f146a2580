"""What a statement is about when not the whole contract: a thing, a row, one of several offers."""

import re
from typing import NamedTuple

from scopelint.model import Statement
from scopelint.reading.lexicon import fold
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.sentence import Sentence

_SAME_EVENT = 6
"""As many first letters make two words one event: "delivery" and "delivered"."""

_LABEL = re.compile(r"[*_]{0,3}([^\W\d_][^:\n]{0,50}?)[*_ ]{0,4}(?::| [–—-]) ")
"""The name that opens an item: "Logo: two rounds"."""


_OF_THE_PRICE = frozenset({"payment-split", "deposit"})
"""Terms that a row or an item states of the whole price, whatever it calls the step."""


class Told(NamedTuple):
    """A statement with its sentence; ``about`` narrows it within whatever the sentence is about."""

    statement: Statement
    sentence: Sentence


def narrowed(told: list[Told], reading: Reading) -> list[Statement]:
    """The statements, each narrowed to what it is about.

    A section that no kind tells may be about a thing of its own ("Logo", "Flyer") or about the whole
    ("How it works"). When several such sections give a term different values, it is the former; so it is
    with items that name a thing before its number ("Logo with two rounds", "Flyer: three rounds"), and with
    prices of rounds within one paragraph.
    """
    unsure: dict[str, set[str]] = {}
    listed: dict[str, set[str]] = {}
    beside: dict[int, set[str]] = {}
    for one in told:
        if _is_of_unknown_section(one.sentence):
            unsure.setdefault(one.statement.term, set()).add(one.statement.value)
        if _thing(one, reading) is not None:
            listed.setdefault(one.statement.term, set()).add(one.statement.value)
        if one.statement.term == "extra-round-price":
            beside.setdefault(id(one.sentence.text), set()).add(one.statement.value)
    events: dict[str, str] = {}
    found: list[Statement] = []
    for one in told:
        statement, sentence = one
        is_step = statement.term in _OF_THE_PRICE
        subject = _titled(sentence.part) if is_step else _subject_of(sentence)
        if _is_of_unknown_section(sentence) and len(unsure[statement.term]) < 2:
            subject = None
        if not is_step and (thing := _thing(one, reading)) is not None and len(listed[statement.term]) > 1:
            subject = thing
        if statement.term == "extra-round-price" and len(beside[id(sentence.text)]) > 1:
            subject = fold(sentence.plain)
        event = statement.about and events.setdefault(statement.about[:_SAME_EVENT], statement.about)
        told_of = dict.fromkeys((_offer(sentence.part, reading), subject, event))
        about = " ".join(one for one in told_of if one)
        found.append(statement._replace(about=about or None))
    return found


def subject_of(part: Part, reading: Reading) -> str | None:
    """What a section is about, and the offer it belongs to; None for the whole contract."""
    return " ".join(filter(None, (_offer(part, reading), _titled(part)))) or None


def _subject_of(sentence: Sentence) -> str | None:
    """The row of a sentence, or the thing its section describes."""
    if sentence.place == "row" and sentence.plain.count(" | ") > 1:
        return fold(sentence.plain.split(" | ")[0])
    return _titled(sentence.part)


def _titled(part: Part) -> str | None:
    """The thing that a section whose heading is of no kind is about."""
    if part.is_title or part.own or part.section.title is None:
        return None
    return fold(part.section.title.plain)


def _is_of_unknown_section(sentence: Sentence) -> bool:
    """Whether only the title of its section tells what a sentence is about, and no kind is inherited."""
    in_row = sentence.place == "row" and sentence.plain.count(" | ") > 1
    return not in_row and not sentence.part.kinds and _subject_of(sentence) is not None


def _thing(told: Told, reading: Reading) -> str | None:
    """The thing that a sentence is about, named before its number; before its day, wherever it stands."""
    sentence = told.sentence
    if told.statement.term == "due-date":
        return _delivered(sentence, reading)
    if sentence.place != "item":
        return None
    label = _LABEL.match(sentence.plain)
    if label is not None:
        return fold(label[1])
    if (
        not sentence.part.is_of("deliverables", "scope", "price", "support")
        or not sentence.plain[:1].isalpha()
    ):
        return None
    return fold(sentence.plain) if all(hit.first > 1 for hit in sentence.hits.get("measured", ())) else None


def _delivered(sentence: Sentence, reading: Reading) -> str | None:
    """What is delivered on a day, the last noun before the event: "the final files are delivered by".

    What is paid on a day ("Second payment: $900, due on") is called by its label.
    """
    words = map(fold, sentence.words.words[: sentence.hits["term.due"][0].first])
    noun = next((w for w in reversed(list(words)) if w not in reading.lexicon.words["function"]), None)
    label = _LABEL.match(sentence.plain) if noun and noun[0].isdecimal() else None
    return fold(label[1]) if label is not None else noun


def _offer(part: Part, reading: Reading) -> str | None:
    """The one of several offers that a section belongs to: "Tier 2", "Premium package"."""
    matcher = reading.lexicon.matcher("items")
    while True:
        title = part.section.title
        if title is not None and not part.is_title and "title.alternative" in matcher.groups_in(title.plain):
            return fold(title.plain)
        if part.parent is None:
            return None
        part = reading.parts[part.parent]
