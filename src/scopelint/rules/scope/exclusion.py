"""Whether something is promised and refused at once."""

import re
from collections import Counter
from collections.abc import Iterator

from scopelint.diagnostics import Confidence, Finding, Label
from scopelint.model import Contract, Deliverable, Exclusion, Option
from scopelint.model.naming import quoted
from scopelint.rules.rule import Context
from scopelint.text.word import content_words, stem, words

_TELLING = 2
_SMALL = 3
_BREAK = re.compile(r"[,;/&+():|]|\s[\u2013\u2014-]+\s")
"""What parts the things that one line lists."""

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
                yield from _clash(deliverable, exclusion)


def _offered(contract: Contract) -> Iterator[Finding]:
    promised = {content_words(_name(d.text.value)): d for d in reversed(contract.deliverables)}
    offers = [(content_words(_name(option.text.value)), option) for option in contract.options]
    times = Counter(wanted for wanted, _ in offers)
    for wanted, option in offers:
        # What several options list, or one without its price, is part of the packages to choose from.
        once = len(wanted) >= _TELLING and times[wanted] == 1 and wanted in promised
        # An extra that is read as a deliverable as well is stated once.
        apart = once and not promised[wanted].text.span.within(option.span)
        if apart and any(price.money.span.within(option.span) for price in contract.prices):
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


def _clash(deliverable: Deliverable, exclusion: Exclusion) -> Iterator[Finding]:
    """What to say of an exclusion whose words all stand in a deliverable."""
    same = _same(deliverable, exclusion)
    if same and not deliverable.parents:
        yield _both(deliverable, exclusion)
        return
    included, excluded = deliverable.text.value, exclusion.text.value
    confidence = Confidence.MEDIUM if same else _likelihood(included, excluded)
    if confidence is not None:
        message = f"{quoted(included)} is a deliverable, but {quoted(excluded)} is excluded"
        yield _finding(message, deliverable, exclusion)._replace(case="near", confidence=confidence)


def _likelihood(included: str, excluded: str) -> Confidence | None:
    """How likely a deliverable that holds all words of an exclusion is what is excluded.

    Several words mean the same thing where they stand in its name, or side by side. One word does where it
    is all of what is listed; a common word within others tells nothing ("photography page").
    """
    name, told = _name(included), _spelled(excluded)
    if len(content_words(excluded)) >= _TELLING:
        alike = content_words(excluded) <= content_words(name) or _stand_together(told, _spelled(included))
        return Confidence.MEDIUM if alike else None
    listed = [_spelled(piece) for piece in _BREAK.split(name)]
    if told in listed or any(_goes_on(piece, told) for piece in listed):
        return Confidence.MEDIUM
    ends = any(piece[-len(told) :] == told and _has_no_small_words(piece, told) for piece in listed)
    return Confidence.LOW if ends or told in map(_spelled, _BREAK.split(included)) else None


def _spelled(text: str) -> list[str]:
    """All words of a text, made comparable."""
    return [stem(word) for word in words(text)]


def _goes_on(piece: list[str], told: list[str]) -> bool:
    """Whether a small word goes on to tell more of a thing: "hosting for a year"."""
    after = piece[len(told) : len(told) + 1]
    return piece[: len(told)] == told and bool(after) and len(after[0]) <= _SMALL and after[0].isalpha()


def _stand_together(told: list[str], whole: list[str]) -> bool:
    size = len(told)
    return any(whole[at : at + size] == told for at in range(len(whole) - size + 1))


def _has_no_small_words(piece: list[str], told: list[str]) -> bool:
    """Whether only kinds of it stand before a word: "product photography", not "page for photography"."""
    return all(len(word) > _SMALL for word in piece[: -len(told)])


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
