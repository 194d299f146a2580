"""Whether the scope and its deliverables can be recognised and accepted."""

import re
from collections.abc import Iterator, Mapping

from scopelint.diagnostics import Confidence, Finding, Label
from scopelint.model import ClauseStatus, Contract, Deliverable
from scopelint.model.naming import name_of, quoted
from scopelint.rules.gathering import gathered, merged
from scopelint.rules.rule import Context
from scopelint.text.word import word_count

_QUANTITY = re.compile(r"\d\s?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_MEASURE = re.compile(r"\d\s?(?![A-Z]{3}\b)[^\W\d_]{1,20}+(?![^|\d]{0,12}\d{4})")
"""A number with its unit, none that is a sum or a date: "1080p", "2.100 words", not "400 EUR"."""
_BARE_TITLE = 3
_ENOUGH_PROSE = 40


def missing_scope(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Nothing says what will be done, or too little to tell what was agreed."""
    text = contract.scope.text if contract.scope else None
    if text is None and not contract.deliverables:
        yield Finding(
            "no scope is stated: nothing says what will be done",
            Label(contract.place_for("scope", "deliverables")),
        )
        return
    if contract.template and _leaves_open(contract):
        return  # a slot stands for the scope
    if not contract.structured and _names_work(contract):
        return
    words = word_count(text.value) if text else 0
    for deliverable in contract.deliverables:
        if words >= cx.options["min_words"]:
            return
        words += _described_words(deliverable)
    if words < cx.options["min_words"]:
        at = text.span if text else contract.deliverables[0].text.span
        message = f"the whole scope is {words} words, too few to tell what was agreed"
        yield Finding(message, Label(at), case=None if contract.structured else "short")


def _names_work(contract: Contract) -> bool:
    """Whether a plain document names several things, or how much there is of one."""
    if len(contract.deliverables) > 1 or any(map(_has_quantity, contract.deliverables)):
        return True
    text = contract.scope.text if contract.scope else None
    return text is not None and _QUANTITY.search(text.value) is not None


def _leaves_open(contract: Contract) -> bool:
    """Whether a slot of a template stands in the scope or among the deliverables."""
    places = [deliverable.text.span for deliverable in contract.deliverables]
    places += [contract.scope.text.span] if contract.scope and contract.scope.text else []
    return any(slot.text.span.within(place) for slot in contract.placeholders for place in places)


def missing_deliverables(contract: Contract, cx: Context) -> Iterator[Finding]:
    """The scope lists nothing that will be handed over."""
    if contract.deliverables:
        return
    text = contract.scope.text if contract.scope else None
    in_prose = not contract.structured and text is not None and _tells_enough(text.value)
    yield Finding(
        "the scope is told in prose; no deliverables are listed"
        if in_prose
        else "no deliverables are listed",
        Label(contract.place_for("deliverables", "scope")),
        case="prose" if in_prose else None,
    )


def _tells_enough(scope: str) -> bool:
    """Whether a scope in prose is long, or says how much of something there is."""
    return word_count(scope) >= _ENOUGH_PROSE or _QUANTITY.search(scope) is not None


def undefined_deliverable(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A deliverable is too short to be recognised when it is delivered."""
    least = cx.options["min_words"]
    undefined = _undefined if contract.structured else _bare
    slots = {placeholder.text.span for placeholder in contract.placeholders}
    texts = {document.path: document.text for document in contract.documents}
    found = [
        _unrecognisable(d)
        for d in contract.deliverables
        if undefined(d, least)
        and not any(slot.within(d.text.span) for slot in slots)
        and (contract.structured or not _is_told_beside(d, texts))
    ]
    if not found:
        return
    if contract.structured:
        yield from gathered(found, len(contract.deliverables), "no deliverable says what exactly it is")
        return
    # People who wrote a plain list meant it as it stands: one remark for the list is enough.
    told = merged(found, found[0].message) if len(found) == 1 else merged(found, _several(found))
    yield told._replace(case="plain", confidence=Confidence.MEDIUM)


def missing_acceptance_criteria(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Neither a deliverable's own criteria nor a general clause tells when it is accepted."""
    clause = contract.clause("acceptance")
    if clause.status is not ClauseStatus.MISSING:
        return
    lacking = [d for d in contract.deliverables if not d.acceptance]
    if len(lacking) == len(contract.deliverables):
        yield Finding(
            "nothing says when the work counts as accepted",
            Label(clause.span or contract.place_for("acceptance", "deliverables")),
            related=tuple(Label(d.text.span) for d in lacking if contract.structured),
        )
        return
    for deliverable in lacking:
        named = name_of(deliverable)
        yield Finding(
            f"{named} has no acceptance criteria", Label(deliverable.text.span), about=(deliverable.span,)
        )


def _unrecognisable(deliverable: Deliverable) -> Finding:
    return Finding(
        f"{quoted(deliverable.text.value)} does not say what exactly will be delivered",
        Label(deliverable.text.span),
        about=(deliverable.span,),
    )


def _several(found: list[Finding]) -> str:
    return f"{len(found)} deliverables are bare titles that do not say what exactly will be delivered"


def _undefined(deliverable: Deliverable, least: int) -> bool:
    """Whether a record names neither a quantity nor enough words."""
    return not _has_quantity(deliverable) and _described_words(deliverable) < least


def _bare(deliverable: Deliverable, least: int) -> bool:
    """Whether an item of a plain document is a title without description, items, number or group."""
    return (
        not deliverable.has_items
        and not deliverable.parents
        and word_count(deliverable.text.value) <= _BARE_TITLE
        and _undefined(deliverable, least)
    )


def _is_told_beside(deliverable: Deliverable, texts: Mapping[str, str]) -> bool:
    """Whether words or a measure beside the title tell what it is: the other cells of its row."""
    whole, title = deliverable.span, deliverable.text.span
    text = texts.get(whole.file, "")
    beside = f"{text[whole.start : title.start]} {text[title.end : whole.end]}"
    return len(_WORD.findall(beside)) > _BARE_TITLE or _MEASURE.search(beside) is not None


def _has_quantity(deliverable: Deliverable) -> bool:
    return deliverable.quantity is not None or bool(_QUANTITY.search(deliverable.text.value))


def _described_words(deliverable: Deliverable) -> int:
    """All words that help to recognise a deliverable: its own, its parents' and its criteria."""
    texts = [deliverable.text.value, *deliverable.parents, *(c.value for c in deliverable.acceptance)]
    texts += [part.value for part in (deliverable.quantity, deliverable.format, deliverable.inputs) if part]
    return sum(map(word_count, texts))
