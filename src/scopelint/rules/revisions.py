"""Whether revisions have a number, a meaning and a price, and whether that number was kept."""

from collections.abc import Iterator
from itertools import groupby

from scopelint.diagnostics import Finding, Label
from scopelint.model import Clause, ClauseStatus, Contract, Phrase, RevisionPolicy, RevisionRound
from scopelint.model.naming import counted, listed, quoted
from scopelint.rules.rule import Context
from scopelint.text import Span


def missing_revision_limit(contract: Contract, cx: Context) -> Iterator[Finding]:
    """The price includes no stated number of revision rounds."""
    clause = contract.clause("revision-limit")
    policy = contract.revisions
    if (policy and (policy.included or policy.unlimited)) or clause.status not in _WITHOUT_NUMBER:
        return
    promised = clause.status is ClauseStatus.PARTIAL or policy is not None
    message = (
        "revisions are promised without a number of rounds" if promised else "no revision limit is stated"
    )
    yield Finding(message, Label(_place(contract, policy, clause)), about=_about(contract))


_WITHOUT_NUMBER = (ClauseStatus.MISSING, ClauseStatus.PARTIAL)


def unbounded_revisions(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Wording takes the limit away again."""
    allowed = {word.casefold() for word in cx.options["allow"]}
    hits = [p for p in contract.phrases if p.group == "unbounded-revisions" and not p.negated]
    hits = [hit for hit in hits if hit.text.value.casefold() not in allowed]
    policy = contract.revisions
    said = policy.unlimited if policy else None
    if said and said.value.casefold() not in allowed and not any(_told(said.span, hit) for hit in hits):
        yield Finding(f"{quoted(said.value)} sets no limit to revisions", Label(said.span))
    for _, sentence in groupby(hits, key=lambda hit: hit.sentence.span):
        first, *more = sorted(sentence, key=lambda hit: (-hit.confidence, hit.text.span))
        yield Finding(
            f"{quoted(first.text.value)} sets no limit to revisions",
            Label(first.text.span),
            related=tuple(Label(hit.text.span, "nor does this") for hit in more if _apart(hit, first)),
            confidence=first.confidence,
        )


def _told(span: Span, hit: Phrase) -> bool:
    """Whether a hit tells what stands at a place: it is there, or in the same sentence."""
    return span.within(hit.sentence.span) or span.within(hit.text.span) or hit.text.span.within(span)


def _apart(one: Phrase, other: Phrase) -> bool:
    """Whether two hits share no word."""
    a, b = one.text.span, other.text.span
    return a.end <= b.start or b.end <= a.start


def undefined_revision(contract: Contract, cx: Context) -> Iterator[Finding]:
    """It is not said what one round is, or where a revision ends and new work begins."""
    policy = contract.revisions
    if not _promises_rounds(contract):
        return
    wanted = {"round": "what one round is", "new_work": "what counts as new work"}
    lacking = [
        said
        for field, said in wanted.items()
        if field in cx.options["require"] and not getattr(policy, field, None)
    ]
    if lacking:
        place = _place(contract, policy, contract.clause("revision-limit"))
        message = f"the contract does not say {listed(lacking)}"
        yield Finding(message, Label(place), about=_about(contract))


def missing_extra_round_price(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A round beyond the limit has no price."""
    policy = contract.revisions
    if _promises_rounds(contract) and not (policy and policy.extra_round_price):
        place = _place(contract, policy, contract.clause("revision-limit"))
        message = "a round beyond the included ones has no price"
        yield Finding(message, Label(place), about=_about(contract))


def exceeded_revision_limit(contract: Contract, cx: Context) -> Iterator[Finding]:
    """More rounds were asked for than the price includes, or rounds that look like a new direction."""
    limit = contract.revisions.included if contract.revisions else None
    for unit, rounds in _rounds_by_unit(contract).items():
        free = [r for r in rounds if not _is_priced(r, contract)]
        if limit and len(free) > limit.value:
            extra = free[limit.value]
            yield Finding(
                f"{_ordinal(limit.value + 1)} round{unit}, but {counted(limit.value, 'round')} "
                f"{'is' if limit.value == 1 else 'are'} included and no priced change covers it",
                Label(_where(extra)),
                related=(
                    Label(limit.span, "the limit"),
                    *(Label(_where(r), "another") for r in free[limit.value + 1 :]),
                ),
                about=tuple(r.span for r in free[limit.value :]),
            )
        elif len(rounds) >= cx.options["signal_rounds"]:
            message = f"{len(rounds)} rounds{unit}: ask which acceptance criterion is not met"
            yield Finding(
                message, Label(_where(rounds[-1])), case="unusual", about=tuple(r.span for r in rounds)
            )
    for asked in contract.revision_rounds:
        yield from _shapeless(asked)


def _shapeless(asked: RevisionRound) -> Iterator[Finding]:
    """A round without one list of concrete comments."""
    if asked.consolidated and not asked.consolidated.value:
        message = "this round is not one consolidated list: ask for one before work goes on"
        yield Finding(message, Label(asked.consolidated.span), case="unusual", about=(asked.span,))
    elif any(item.note is None and item.criterion is None for item in asked.items):
        empty = next(item for item in asked.items if item.note is None and item.criterion is None)
        message = "this round asks for a change without saying which"
        yield Finding(message, Label(empty.span), case="unusual", about=(asked.span,))


def _promises_rounds(contract: Contract) -> bool:
    """Whether revisions are part of the price at all, and limited; other rules speak when they are not."""
    policy = contract.revisions
    if policy and policy.unlimited:
        return False
    return bool(policy and policy.included) or contract.clause("revision-limit").status in (
        ClauseStatus.STATED,
        ClauseStatus.PARTIAL,
    )


def _place(contract: Contract, policy: RevisionPolicy | None, clause: Clause) -> Span:
    """Where to speak about the revision terms: at the number, else at the clause, else where it belongs."""
    if policy and policy.included:
        return policy.included.span
    return clause.span or (policy.span if policy else contract.place_for("revisions"))


def _about(contract: Contract) -> tuple[Span, ...]:
    """The record whose broken value would explain what is missing."""
    return (contract.revisions.span if contract.revisions else contract.title_span,)


def _rounds_by_unit(contract: Contract) -> dict[str, list[RevisionRound]]:
    """Rounds that count together, by how messages name the unit (" of `M1`", or nothing for the contract).

    When the contract does not say what the number counts for, a round counts for what it names: the
    reading that accuses nobody wrongly.
    """
    per = contract.revisions.per.value if contract.revisions and contract.revisions.per else None
    units: dict[str, list[RevisionRound]] = {}
    for asked in contract.revision_rounds:
        unit = None if per == "contract" else _unit(asked, per, contract)
        units.setdefault(f" of {quoted(unit)}" if unit else "", []).append(asked)
    return {unit: sorted(rounds, key=_when) for unit, rounds in units.items()}


def _unit(asked: RevisionRound, per: str | None, contract: Contract) -> str | None:
    """The milestone or deliverable a round counts for."""
    deliverable = asked.deliverable or next((i.deliverable for i in asked.items if i.deliverable), None)
    if per == "deliverable":
        return deliverable.value if deliverable else None
    if asked.milestone:
        return asked.milestone.value
    if deliverable is None:
        return None
    milestones = [
        m.id.value
        for m in contract.milestones
        if m.id and deliverable.value in {d.value for d in m.deliverables}
    ]
    return milestones[0] if milestones else deliverable.value


def _is_priced(asked: RevisionRound, contract: Contract) -> bool:
    """Whether a change that was not turned down pays for the round."""
    change = contract.change(asked.change.value) if asked.change else None
    if change is None or change.price is None:
        return False
    return change.decision is None or change.decision.value not in ("declined", "withdrawn")


def _when(asked: RevisionRound) -> tuple[str, int]:
    return (asked.requested_on.value.isoformat() if asked.requested_on else "", asked.span.start)


def _where(asked: RevisionRound) -> Span:
    return (asked.id or asked.requested_on or asked).span


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
