"""Whether something is promised and refused at once."""

import re
from collections import Counter
from collections.abc import Iterator

from scopelint.diagnostics import Confidence, Finding, Label
from scopelint.model import Contract, Deliverable, Exclusion, Option
from scopelint.model.naming import quoted
from scopelint.rules.rule import Context
from scopelint.text.word import content_words, words

_TELLING = 2
_DETAIL = re.compile(r":\s|\s[\u2013\u2014-]+\s|\s\(")


def included_and_excluded(contract: Contract, cx: Context) -> Iterator[Finding]:
    """An item stands among the deliverables and among the exclusions, or the options."""
    if contract.exclusions:
        yield from _excluded(contract)
    if contract.options:
        yield from _offered(contract)


def _excluded(contract: Contract) -> Iterator[Finding]:
    included = [(deliverable, content_words(deliverable.text.value)) for deliverable in contract.deliverables]
    for exclusion in contract.exclusions:
        excluded = content_words(exclusion.text.value)
        for deliverable, promised in included:
            # A line that lists both says which part is meant.
            if exclusion.text.span.within(deliverable.span):
                continue
            if _names(exclusion, deliverable):
                yield _both(deliverable, exclusion)
            elif excluded and excluded <= promised:
                yield _clash(deliverable, exclusion, len(excluded))


def _offered(contract: Contract) -> Iterator[Finding]:
    promised = {content_words(_name(d.text.value)): d for d in reversed(contract.deliverables)}
    offers = [(content_words(_name(option.text.value)), option) for option in contract.options]
    times = Counter(wanted for wanted, _ in offers)
    for wanted, option in offers:
        # What several options list, or one without its price, is part of the packages to choose from.
        once = len(wanted) >= _TELLING and times[wanted] == 1 and wanted in promised
        if once and any(price.money.span.within(option.span) for price in contract.prices):
            yield _sold_twice(promised[wanted], option)


def _sold_twice(deliverable: Deliverable, option: Option) -> Finding:
    return Finding(
        f"{quoted(_name(option.text.value))} is a deliverable, but also offered at a price of its own",
        Label(option.text.span, "offered here"),
        case="near",
        related=(Label(deliverable.text.span, "promised here"),),
        about=(deliverable.span, option.span),
        confidence=Confidence.MEDIUM,
    )


def _name(text: str) -> str:
    """What an item is called: its words before the first colon, dash or bracket."""
    return _DETAIL.split(text, maxsplit=1)[0]


def _clash(deliverable: Deliverable, exclusion: Exclusion, common: int) -> Finding:
    """What to say of an exclusion whose words all stand in a deliverable."""
    same = _same(deliverable, exclusion)
    if same and not deliverable.parents:
        return _both(deliverable, exclusion)
    # One shared word is often a coincidence ("photography" and "photography page").
    confidence = Confidence.MEDIUM if common >= _TELLING or same else Confidence.LOW
    message = (
        f"{quoted(deliverable.text.value)} is a deliverable, but {quoted(exclusion.text.value)} is excluded"
    )
    return _finding(message, deliverable, exclusion)._replace(case="near", confidence=confidence)


def _both(deliverable: Deliverable, exclusion: Exclusion) -> Finding:
    message = f"{quoted(deliverable.text.value)} is both a deliverable and excluded"
    return _finding(message, deliverable, exclusion)


def _finding(message: str, deliverable: Deliverable, exclusion: Exclusion) -> Finding:
    return Finding(
        message,
        Label(exclusion.text.span, "excluded here"),
        related=(Label(deliverable.text.span, "promised here"),),
        about=(deliverable.span, exclusion.span),
    )


def _names(exclusion: Exclusion, deliverable: Deliverable) -> bool:
    """Whether the exclusion's id, or its whole text, is the deliverable's id."""
    if deliverable.id is None:
        return False
    cited = {exclusion.text.value.strip(), exclusion.id.value if exclusion.id else None}
    return deliverable.id.value in cited


def _same(deliverable: Deliverable, exclusion: Exclusion) -> bool:
    """Whether both texts have the same words, apart from case, plural and punctuation."""
    included, excluded = deliverable.text.value, exclusion.text.value
    return len(words(included)) == len(words(excluded)) and content_words(included) == content_words(excluded)
