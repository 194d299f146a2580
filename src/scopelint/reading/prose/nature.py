"""What kind of document this is, as far as its terms depend on it."""

from typing import NamedTuple

from scopelint.reading.lexicon import split_words
from scopelint.reading.prose.reading import Reading
from scopelint.reading.prose.sentence import Sentence, counts
from scopelint.reading.value import find_money
from scopelint.text import Span

_NEVER = ("exclusions", "support", "change-process", "revisions")
_PRICED = ("price", "payment", "milestones")
_ENOUGH_CRAFT = 2


class Nature(NamedTuple):
    """``recurring``: a retainer or maintenance by the month; ``hourly``: paid by the hour; ``record``:
    a log or form of changes, decisions or payments, no contract of its own; ``roundless``: a trade such as
    building, teaching or travel, whose work is put right and not revised in rounds. ``unpaid`` is where a
    gift of work says so, if it is one.
    """

    recurring: bool = False
    hourly: bool = False
    record: bool = False
    roundless: bool = False
    unpaid: Span | None = None

    @property
    def has_revisions(self) -> bool:
        """Whether a limit of revisions makes sense at all."""
        return not (self.recurring or self.hourly or self.record or self.roundless)


def read_nature(reading: Reading) -> Nature:
    """The nature of a document, from its title and from how its price is stated."""
    matcher = reading.lexicon.matcher("titles")
    found: set[str] = set()
    for part in reading.parts[:4]:
        title = part.section.title
        if title is not None and (part.is_title or part.section.level == 1):
            found |= matcher.groups(split_words(title.plain))
    said = {
        kind
        for kind in ("recurring", "subscription", "hourly")
        if any(counts(s, _NEVER) and not s.says("nature.unless") for s in reading.saying(f"nature.{kind}"))
    }
    total = bool(reading.saying("price.total")) or _adds_up(reading)
    return Nature(
        "recurring" in found
        or "recurring" in said
        or (not total and ("subscription" in said or _prices_by_month(reading))),
        "hourly" in found or ("hourly" in said and not total),
        "record" in found,
        _is_roundless(found, reading),
        None if total else _gift(reading),
    )


def _is_roundless(titled: set[str], reading: Reading) -> bool:
    """Whether the title, what somebody does, or two sentences in its words tell a trade without rounds.

    A website for a roofer speaks of roofs, too.
    """
    if "roundless-unless" in titled:
        return False
    if "roundless" in titled or any(counts(s) for s in reading.saying("nature.trade")):
        return True
    told = [s for s in reading.saying("nature.craft") if counts(s)]
    return len(told) >= _ENOUGH_CRAFT and not reading.saying("nature.craft-unless")


def _adds_up(reading: Reading) -> bool:
    """Whether a row of a table states a total."""
    matcher = reading.lexicon.matcher("items")
    return any(one.in_row and "price.total" in matcher.groups_in(one.label) for one in reading.amounts)


def _gift(reading: Reading) -> Span | None:
    """Where the work is called a gift, pro bono or without any fee, in a document that prices nothing."""
    given = [s for s in reading.saying("nature.unpaid") if counts(s, _NEVER) and not s.says("nature.paid")]
    if not given or any(s.part.is_of(*_PRICED) and _names_money(s, reading) for s in reading.sentences):
        return None
    return given[0].span


def _names_money(sentence: Sentence, reading: Reading) -> bool:
    return bool(find_money(sentence.text.plain, reading.lexicon, sentence.start, sentence.end))


def _prices_by_month(reading: Reading) -> bool:
    """Whether a heading of the price names a retainer: "Compensation", then "Monthly retainer"."""
    matcher = reading.lexicon.matcher("titles")
    return any(
        part.is_of("price", "payment")
        and not part.is_within(*_NEVER, "options")
        and part.section.title is not None
        and "recurring" in matcher.groups_in(part.section.title.plain)
        for part in reading.parts
    )
