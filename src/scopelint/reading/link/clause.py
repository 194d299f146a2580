"""The nine clauses: what prose, tables and records state between them, and what none of them does."""

from collections.abc import Iterable, Iterator

from scopelint.diagnostics import Confidence
from scopelint.model import CLAUSES, Clause, ClauseStatus, Contract, Milestone
from scopelint.text import Span

# Where a clause would be looked for, best first, by kind of section.
_HOMES = {
    "revision-limit": ("revisions",),
    "exclusions": ("exclusions", "scope", "deliverables"),
    "payment-schedule": ("payment", "milestones", "price"),
    "deposit": ("deposit", "payment", "milestones", "price"),
    "acceptance": ("acceptance", "approvals", "deliverables"),
    "change-process": ("change-process", "scope"),
    "timeline": ("timeline", "milestones"),
    "termination": ("termination", "legal"),
    "communication": ("communication", "process"),
}
_BOUND_FROM_PROSE = ("revision-limit", "exclusions", "payment-schedule")
_FEWEST_STEPS = 2
_FEWEST_OUT = 2
# Of two places that speak of one matter, the one that says more counts.
_WEIGHT = {
    ClauseStatus.STATED: 4,
    ClauseStatus.UNLIMITED: 3,
    ClauseStatus.PARTIAL: 2,
    ClauseStatus.NOT_APPLICABLE: 1,
    ClauseStatus.MISSING: 0,
}


def all_clauses(contract: Contract, stated: Iterable[Clause]) -> tuple[Clause, ...]:
    """Every clause of ``CLAUSES``, in that order; ``stated`` is what prose says."""
    best: dict[str, Clause] = {}
    told = (clause for clause in stated if not _is_log(clause, contract))
    recorded = record_clauses(contract)
    # Of equals the first counts: records where the contract keeps any, else what prose says.
    ordered = (*recorded, *told) if contract.structured else (*told, *recorded)
    for clause in ordered:
        known = best.get(clause.name)
        if known is None or _rank(clause) > _rank(known):
            best[clause.name] = clause
    return tuple(best.get(name) or _missing(name, contract) for name in CLAUSES)


def _is_log(clause: Clause, contract: Contract) -> bool:
    """Whether a clause was seen in a table of records only: a log tells what happened, not what is agreed."""
    logged = clause.name in ("acceptance", "change-process")
    return logged and contract.structured and clause.recognised_by == "table"


def record_clauses(contract: Contract) -> Iterator[Clause]:
    """The clauses that records state; deliverables told in prose are judged as prose.

    Limits, exclusions and payments in steps that prose tells of are bound alike, but are no records.
    """
    for name, span in _recorded(contract):
        if span is None:
            continue
        if name in _BOUND_FROM_PROSE and not contract.structured:
            yield Clause(name, ClauseStatus.STATED, span, "phrase", Confidence.MEDIUM)
        else:
            yield Clause(name, ClauseStatus.STATED, span, "record")


def _recorded(contract: Contract) -> Iterator[tuple[str, Span | None]]:
    policy = contract.revisions
    yield "revision-limit", policy.included.span if policy and policy.included else None
    yield "exclusions", _left_out(contract)
    yield "payment-schedule", _priced_step(contract)
    yield "deposit", _platform(contract) or _funding(contract)
    yield "acceptance", _criteria(contract)
    yield "timeline", contract.due_on.span if contract.due_on else _dated_steps(contract)
    yield "termination", _termination(contract)
    yield "communication", _platform(contract)


def _left_out(contract: Contract) -> Span | None:
    """The first exclusion: a record, or, in prose, one of several; "no prices" may be how a page looks."""
    left_out = contract.exclusions
    return left_out[0].span if len(left_out) >= (1 if contract.structured else _FEWEST_OUT) else None


def _platform(contract: Contract) -> Span | None:
    """A platform holds the money and the messages; a contract made directly has neither."""
    platform = contract.platform
    return platform.span if platform and platform.value != "direct" else None


def _steps(contract: Contract) -> tuple[Milestone, ...]:
    return tuple(step for step in contract.milestones if step.structured)


def _priced_step(contract: Contract) -> Span | None:
    """The first step with its amount or share: a record, or, in prose, one of several."""
    if contract.structured:
        return next((m.span for m in _steps(contract) if m.amount or m.share), None)
    priced = [m.span for m in contract.milestones if m.amount or m.share]
    return priced[0] if len(priced) >= _FEWEST_STEPS else None


def _funding(contract: Contract) -> Span | None:
    steps = _steps(contract)
    return steps[0].funded.span if steps and steps[0].funded else None


def _criteria(contract: Contract) -> Span | None:
    """The first criterion, when no deliverable is without."""
    items = contract.deliverables
    criteria = [item.acceptance[0] for item in items if item.structured and item.acceptance]
    return criteria[0].span if criteria and len(criteria) == len(items) else None


def _dated_steps(contract: Contract) -> Span | None:
    steps = _steps(contract)
    if not steps or not all(step.due_on or step.due for step in steps):
        return None
    due = steps[0].due_on or steps[0].due
    return due.span if due else None


def _termination(contract: Contract) -> Span | None:
    stated = contract.terms.termination if contract.terms else None
    return stated.span if stated and (stated.notice_days or stated.pay_for) else None


def _rank(clause: Clause) -> tuple[int, int]:
    return _WEIGHT[clause.status], int(clause.confidence)


def _missing(name: str, contract: Contract) -> Clause:
    return Clause(name, ClauseStatus.MISSING, contract.place_for(*_HOMES[name]))
