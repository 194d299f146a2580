"""Terms and names: each with one value, each defined and used."""

import re
from collections import defaultdict
from collections.abc import Iterator

from scopelint.diagnostics import Confidence, Finding, Label, NotChecked
from scopelint.model import Contract, Statement
from scopelint.model.naming import quoted
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Span, Spanned
from scopelint.text.word import occurrences

_REFUTED = {
    "sum": "{stated} is stated, but what stands above it adds up to {found}",
    "parts": "{stated} is stated, but its parts listed below it add up to {found}",
    "phases": "{stated} is stated, but the phases above and below come to {found}",
    "effort": "{stated} is stated, but what stands above it adds up to {found}",
    "lapse": "{stated} is stated, but the dates leave {found}",
    "spelled": "{stated}: the words say {found}",
    "written": "{stated}: the words say {found}",
    "bill": "{stated} is stated, but the hours and the rate beside it come to {found}",
    "product": "{stated} does not hold: it comes to {found}",
    "row": "{stated} is stated, but the figures of its row come to {found}",
    "share": "{stated} is stated as {about}, which comes to {found}",
    "count": "{stated} is stated, but {found} are listed",
    "order": "{stated} comes before {about}, which it should follow",
    "paradox": "{stated} says two opposite things at once",
    "date-above": "{stated} refers to a date that stands nowhere above",
}
_NOT_COMPARED = (*_REFUTED, "section-reference", "party-name", "party-side", "term-definition")
_MOST_DEFINED = 500
"""As many terms as can be looked for in every other; no contract defines as many."""
_CAPITALISED = re.compile(r"(?<=[a-z,;] )(?:the|this|such|any) ((?:[A-Z][a-z]{3,}(?: |\b)){1,3})")


def conflicting_terms(contract: Contract, cx: Context) -> Iterator[Finding]:
    """One term is stated with different values."""
    stated: dict[tuple[str, str | None], list[Statement]] = defaultdict(list)
    for statement in contract.statements:
        if statement.term not in _NOT_COMPARED:
            stated[statement.term, statement.about].append(statement)
    for (term, about), statements in stated.items():
        first = statements[0]
        others = [s for s in statements[1:] if not _agree(s, first)]
        if others:
            yield _conflict(term, about, first, others)
    yield from _both_sides(contract)
    yield from _refuted(contract)


def _agree(one: Statement, other: Statement) -> bool:
    """Whether two statements have one value; a bare `$` may be any dollar that the contract names."""
    if one.value == other.value:
        return True
    (figures, _, _), (others, _, _) = one.value.rpartition(" "), other.value.rpartition(" ")
    return bool(figures) and figures == others and (_is_bare_dollar(one) or _is_bare_dollar(other))


def _is_bare_dollar(statement: Statement) -> bool:
    shown = statement.shown.value
    return "$" in shown and not any(char.isalpha() for char in shown)


def _refuted(contract: Contract) -> Iterator[Finding]:
    """A figure is not what the figures beside it come to."""
    for statement in contract.statements:
        message = _REFUTED.get(statement.term)
        if message is not None:
            yield Finding(
                message.format(
                    stated=quoted(statement.shown.value), found=statement.value, about=statement.about
                ),
                Label(statement.shown.span),
                case="unsure",
                confidence=statement.confidence,
                help="correct the figure that is wrong, or say what makes the difference",
            )


def _both_sides(contract: Contract) -> Iterator[Finding]:
    """One name stands on both sides of the contract."""
    sides: dict[str, Statement] = {}
    for statement in contract.statements:
        if statement.term == "party-side":
            other = sides.setdefault(statement.value, statement)
            if other.about != statement.about:
                yield Finding(
                    f"{quoted(statement.shown.value)} is named on both sides",
                    Label(statement.shown.span),
                    case="unsure",
                    related=(Label(other.shown.span, "the other side"),),
                    confidence=Confidence.MEDIUM,
                    help="name the client and whoever does the work",
                )


def _conflict(term: str, about: str | None, first: Statement, others: list[Statement]) -> Finding:
    other = others[0]
    what = f"{term.replace('-', ' ')} of {quoted(about)}" if about else term.replace("-", " ")
    confidence = min(first.confidence, other.confidence)
    return Finding(
        f"{what}: {quoted(other.shown.value)} here, but {quoted(first.shown.value)} elsewhere",
        Label(other.shown.span),
        case="unsure" if confidence < Confidence.HIGH else None,
        related=(
            Label(first.shown.span, "stated here"),
            *(Label(s.shown.span, "and here") for s in others[1:]),
        ),
        confidence=confidence,
        help="keep one of them, or say which applies when",
    )


def inconsistent_party_name(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A party is called by two legal forms."""
    names = _PartyNames()
    for statement in contract.statements:
        if statement.term != "party-name":
            continue
        same = names.of_the_same(statement.about or "")
        if statement.value not in same:
            names.add(statement)
            if same:
                other = next(iter(same.values()))
                yield Finding(
                    f"{quoted(statement.shown.value)} is called {quoted(other.shown.value)} elsewhere",
                    Label(statement.shown.span),
                    related=(Label(other.shown.span, "the other name"),),
                    confidence=statement.confidence,
                )


class _PartyNames:
    """Names by their words, so that each is compared only with those of the same party.

    "Dana Freelancer and Beta Inc." ends with the one meant. For each name, and for what it ends with,
    the first statement of each legal form is kept.
    """

    def __init__(self) -> None:
        self._whole: dict[str, dict[str, Statement]] = defaultdict(dict)
        self._ending: dict[str, dict[str, Statement]] = defaultdict(dict)

    def of_the_same(self, name: str) -> dict[str, Statement]:
        """What is stated of a party by its legal forms, in written order."""
        found = [*self._ending.get(name, {}).values()]
        found += [one for end in _ends(name) for one in self._whole.get(end, {}).values()]
        same: dict[str, Statement] = {}
        for one in sorted(found, key=lambda statement: statement.shown.span):
            same.setdefault(one.value, one)
        return same

    def add(self, statement: Statement) -> None:
        """Remember a name."""
        name = statement.about or ""
        self._whole[name].setdefault(statement.value, statement)
        for end in (name, *_ends(name)):
            self._ending[end].setdefault(statement.value, statement)


def _ends(name: str) -> Iterator[str]:
    """What follows each "and" of a name."""
    while " and " in name:
        name = name.partition(" and ")[2]
        yield name


def unused_term(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A term is defined and never used."""
    terms = _definitions(contract).values()
    whole = "\n".join(document.text for document in contract.documents)
    uses = occurrences(whole, [term.value for term in terms])
    for term in terms:
        if uses[term.value] == 1:
            yield Finding(f"{quoted(term.value)} is defined, but never used", Label(term.span))


def undefined_term(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """A capitalised term is used as if defined, in a contract that defines others."""
    defined = _definitions(contract)
    if not defined:
        return
    if len(defined) > _MOST_DEFINED:
        yield NotChecked(f"more than {_MOST_DEFINED} terms are defined")
        return
    told: set[str] = set()
    for document in contract.documents:
        for match in _CAPITALISED.finditer(document.text):
            term = match[1].strip()
            key = _folded(term)
            if key not in told and not _is_known(key, defined):
                told.add(key)
                start = match.start(1)
                place = Label(Span(document.path, start, start + len(term)))
                message = f"{quoted(term)} is written like a defined term, but is not defined"
                yield Finding(message, place, confidence=Confidence.MEDIUM)


def _definitions(contract: Contract) -> dict[str, Spanned[str]]:
    """Defined terms by their folded words."""
    return {_folded(s.shown.value): s.shown for s in contract.statements if s.term == "term-definition"}


def _is_known(term: str, defined: dict[str, Spanned[str]]) -> bool:
    return any(known in term or term in known for known in defined)


def _folded(term: str) -> str:
    return term.casefold().removesuffix("s")
