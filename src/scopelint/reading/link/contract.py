"""One contract from its fragments."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from scopelint.diagnostics import Problem
from scopelint.model import Contract, Document, Phase
from scopelint.reading.fragment import Fragment, Header
from scopelint.reading.lexicon import LANGUAGES
from scopelint.reading.link.addition import with_additions
from scopelint.reading.link.clause import all_clauses
from scopelint.reading.link.merge import merged
from scopelint.reading.link.order import ordered, title, title_span
from scopelint.reading.link.phase import phase_of
from scopelint.reading.link.reference import Whole, evidence_by_id
from scopelint.text import Spanned

# Parts that only need to be put one after another.
_LISTS = ("exclusions", "options", "assumptions", "timelog", "phrases", "placeholders", "headings")
# Parts whose records cite evidence or hold money.
_OPEN_LISTS = ("approvals", "revision_rounds", "check_ins", "incidents", "disputes")


def link(
    path: str,
    fragments: Iterable[Fragment],
    *,
    phase: Phase | None = None,
    locked: Contract | None = None,
) -> Contract:
    """The contract that the documents form, whatever order they come in; there is at least one.

    ``path`` is its folder or file as shown. ``phase`` beats what the documents say. Where two places
    state one fact, the first is used (records before prose, then by path) and ``statements`` keeps
    both.
    """
    documents = ordered(fragments)
    contract = _assembled(path, documents)._replace(locked=locked)
    contract = contract._replace(title=contract.title or title(documents))
    contract = contract._replace(clauses=all_clauses(contract, _all(documents, "clauses")))
    return contract._replace(phase=phase or phase_of(contract))


def _assembled(path: str, documents: tuple[Fragment, ...]) -> Contract:
    register = tuple(_all(documents, "evidence"))
    header = merged(_all(documents, "headers"))
    whole = Whole(_currency(header), evidence_by_id(register))
    structured = any(one.structured for one in documents)
    listed: dict[str, Any] = {name: tuple(_all(documents, name)) for name in _LISTS}
    listed |= {name: whole.all(_all(documents, name)) for name in _OPEN_LISTS}
    return Contract(
        path=path,
        title_span=title_span(documents),
        phase=Phase.OFFERED,
        structured=structured,
        has_terms=not all(one.is_log for one in documents),
        is_read=structured or any(one.language in (None, *LANGUAGES) for one in documents),
        **_terms_of(header, whole),
        **_once(documents, whole),
        deliverables=_items(documents, "deliverables", structured),
        milestones=whole.all(_items(documents, "milestones", structured)),
        changes=whole.all(with_additions(_all(documents, "changes"))),
        evidence=register,
        prices=tuple(
            price._replace(money=whole.money(price.money) or price.money)
            for price in _all(documents, "prices")
        ),
        statements=tuple(whole.comparable(one) for one in _all(documents, "statements")),
        template=next((one.template for one in documents if one.template), None),
        documents=tuple(
            Document(one.source.path, one.source.text, one.title, one.language) for one in documents
        ),
        problems=tuple(_problems(documents, structured)),
        **listed,
    )


def _once(documents: Iterable[Fragment], whole: Whole) -> dict[str, Any]:
    """What a contract has once, by field."""
    sides = merged(_all(documents, "parties"))
    return {
        "freelancer": sides.freelancer if sides else None,
        "client": sides.client if sides else None,
        "scope": whole.resolved(merged(_all(documents, "scopes"))),
        "revisions": whole.resolved(merged(_all(documents, "revisions"))),
        "closure": whole.resolved(merged(_all(documents, "closures"))),
        "screening": whole.resolved(merged(_all(documents, "screenings"))),
        "terms": merged(_all(documents, "terms")),
    }


def _all(documents: Iterable[Fragment], name: str) -> Iterator[Any]:
    """What every document says under that name, in order."""
    return chain.from_iterable(getattr(one, name) for one in documents)


def _items(documents: Iterable[Fragment], name: str, structured: bool) -> tuple[Any, ...]:
    """Deliverables or milestones; beside records, what prose lists is a retelling of them."""
    found = tuple(_all(documents, name))
    if not structured or not any(item.structured for item in found):
        return found
    return tuple(item for item in found if item.structured)


def _terms_of(header: Header | None, whole: Whole) -> dict[str, Any]:
    """What the contract says as a whole, by field."""
    if header is None:
        return {}
    fields = header._asdict()
    del fields["span"]
    if header.type is None and header.price is None and header.rate is not None:
        fields["type"] = Spanned("hourly", header.rate.span)
    return fields | {"price": whole.money(header.price), "rate": whole.money(header.rate)}


def _currency(header: Header | None) -> str | None:
    """The currency of amounts that name none: the one stated, else that of the price or the rate."""
    if header is None:
        return None
    if header.currency is not None:
        return header.currency.value
    amount = header.price or header.rate
    return amount.value.currency if amount else None


def _problems(documents: Iterable[Fragment], structured: bool) -> Iterator[Problem]:
    for one in documents:
        yield from one.problems
        if structured:
            yield from one.record_problems
