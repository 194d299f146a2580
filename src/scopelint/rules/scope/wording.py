"""Wording that promises more than was priced."""

from collections.abc import Iterator
from itertools import groupby

from scopelint.diagnostics import Confidence, Finding, Label
from scopelint.model import Contract, Milestone, Phrase
from scopelint.model.naming import name_of, quoted
from scopelint.rules.rule import Context
from scopelint.text.word import words

_SAID: dict[str, tuple[str, str]] = {
    "open-list": ("leaves the list open", "name every item, or end the list where the price ends"),
    "vague-amount": ("is no number", "write the number"),
    "unmeasured-quality": (
        "cannot be measured",
        "name what can be checked: a size, a time, a score, a reference",
    ),
    "escape": ("leaves open when it applies", "name the condition, and who decides"),
    "open-promise": ("promises work without an end", "write how many, how long, or up to what price"),
    "deferral": (
        "leaves for later what has to be agreed now",
        "write who decides it, by which date, and what it costs",
    ),
}
_WEAK = ("vague-amount", "unmeasured-quality")
_ELSEWHERE = ("exclusions", "assumptions", "revisions")
"""Sections whose open wording harms nobody, or is another rule's."""


def open_ended_wording(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A promise whose size the other side may choose; one finding a sentence."""
    allowed = {_bare(word) for word in cx.options["allow"]}
    groups = [group for group in cx.options["groups"] if group in _SAID]
    open_ended = [
        phrase
        for phrase in contract.phrases
        if phrase.group in groups and not _harmless(phrase) and _bare(phrase.text.value) not in allowed
    ]
    for _, hits in groupby(open_ended, key=lambda phrase: phrase.sentence.span):
        yield _open_ended(sorted(hits, key=_weakness))


def _bare(word: str) -> str:
    """A word as it is compared: without case and the points at its end."""
    return word.casefold().rstrip(".… ")


def _harmless(phrase: Phrase) -> bool:
    elsewhere = phrase.section in _ELSEWHERE and (phrase.section, phrase.group) != ("revisions", "deferral")
    return phrase.negated or elsewhere or phrase.owner == "client"


def _weakness(phrase: Phrase) -> tuple[bool, int, int]:
    return (phrase.group in _WEAK or phrase.measured, -phrase.confidence, phrase.text.span.start)


def _open_ended(hits: list[Phrase]) -> Finding:
    phrase = hits[0]
    says, repair = _SAID[phrase.group]
    weak = phrase.group in _WEAK
    return Finding(
        f"{quoted(phrase.text.value)} {says}",
        Label(phrase.text.span),
        case="weak" if weak or phrase.measured else None,
        related=tuple(Label(hit.text.span, _SAID[hit.group][0]) for hit in hits[1:]),
        help=repair,
        confidence=Confidence.LOW if weak else phrase.confidence,
    )


def free_work(contract: Contract, cx: Context) -> Iterator[Finding]:
    """An unpaid sample, test or trial is asked for or promised."""
    for phrase in contract.phrases:
        if phrase.group == "free-work" and not phrase.negated:
            message = f"{quoted(phrase.text.value)} is unpaid work"
            yield Finding(message, Label(phrase.text.span), confidence=phrase.confidence)
    terms = [tuple(words(term.casefold())) for term in cx.options["terms"]]
    for milestone in contract.milestones:
        if _unpaid(milestone, contract) and milestone.title and _mentions(milestone.title.value, terms):
            named = name_of(milestone)
            at = (milestone.amount or milestone.title).span
            yield Finding(f"{named} is a sample or test without pay", Label(at), about=(milestone.span,))


def _unpaid(milestone: Milestone, contract: Contract) -> bool:
    """Whether a milestone is worth nothing, or alone has no amount where every other has one."""
    if milestone.amount:
        return milestone.amount.value.amount == 0
    others = [m for m in contract.milestones if m is not milestone]
    return milestone.structured and milestone.share is None and bool(others) and all(m.amount for m in others)


def _mentions(text: str, terms: list[tuple[str, ...]]) -> bool:
    """Whether one of the terms stands in a text, word for word."""
    said = tuple(words(text.casefold()))
    return any(said[at : at + len(term)] == term for term in terms for at in range(len(said)))
