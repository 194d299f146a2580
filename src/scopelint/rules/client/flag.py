"""Every sign of a difficult client has an answer."""

from collections.abc import Iterator
from decimal import Decimal

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract, Incident, Phase, RedFlag, Screening, letter
from scopelint.rules.rule import Context
from scopelint.text import Spanned

_MITIGATE = "write what you changed because of it, as the flag's `mitigation`"
_REPORTING_DAYS = 1


def unanswered_red_flag(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Red flags, written or read off the screening, and incidents without an answer."""
    if contract.screening:
        yield from _written(contract.screening)
        yield from _computed(contract.screening, cx)
    unresolved = []
    for incident in contract.incidents:
        finding = _incident(incident, cx)
        if finding:
            unresolved.append(incident)
            yield finding
    yield from _too_many(contract, unresolved)


def _written(screening: Screening) -> Iterator[Finding]:
    """Flags without a mitigation; questions asked answer a vague brief."""
    for flag in screening.red_flags:
        code = flag.code.value if flag.code else "red flag"
        vague = "vague" in code
        if flag.mitigation or (vague and screening.questions):
            continue
        yield Finding(
            f"`{code}` is flagged but {'no question was asked' if vague else 'nothing was done about it'}",
            Label(flag.code.span if flag.code else flag.span),
            help="ask what is unclear before accepting, and record the `questions`" if vague else _MITIGATE,
            about=(flag.span,),
        )


def _computed(screening: Screening, cx: Context) -> Iterator[Finding]:
    """Signs in the figures themselves, unless a flag with a mitigation answers them."""
    rating, reviews = screening.client_rating, screening.reviews
    least = Decimal(str(cx.options["min_rating"]))
    poor = rating and reviews and rating.value <= least and reviews.value >= cx.options["min_reviews"]
    if rating and reviews and poor and not _is_answered(screening, "rating", "score"):
        words = f"the client's rating is {rating.value} over {reviews.value} reviews and nothing answers it"
        yield _figure(words, rating)
    share = screening.no_review_share
    if share and share.value > Decimal("0.5") and not _is_answered(screening, "review", "feedback"):
        words = f"{share.value:.0%} of the client's contracts ended without a review and nothing answers it"
        yield _figure(words, share)._replace(case="few-reviews")
    verified = screening.payment_verified
    if verified and not verified.value and not _is_answered(screening, "payment", "billing", "verif"):
        yield _figure("the client's payment is not verified and nothing answers it", verified)


def _figure(words: str, at: Spanned[Decimal] | Spanned[bool]) -> Finding:
    advice = "add a red flag for it, with the `mitigation`: smaller steps, funding first, or a question asked"
    return Finding(words, Label(at.span), help=advice)


def _is_answered(screening: Screening, *topics: str) -> bool:
    return any(_concerns(flag, topics) and flag.mitigation for flag in screening.red_flags)


def _concerns(flag: RedFlag, topics: tuple[str, ...]) -> bool:
    code = flag.code.value.lower() if flag.code else ""
    return any(topic in code for topic in topics)


def _incident(incident: Incident, cx: Context) -> Finding | None:
    """What an incident's record lacks: proof, an answer, a report to the platform in time."""
    kind = incident.kind.value if incident.kind else "incident"
    lacks = [] if incident.evidence else ["evidence"]
    if not incident.response:
        lacks.append("response")
    has_platform = bool(cx.profile.names("hosts"))
    if has_platform and not incident.reported_on:
        lacks.append("report to the platform")
    at = Label(incident.kind.span if incident.kind else incident.span)
    case, words = ("threat", letter.threat_answer()) if "threat" in kind else (None, None)
    when = f" of {incident.date.value}" if incident.date else ""
    if lacks:
        message = f"the `{kind}`{when} has no {' and no '.join(lacks)}"
        advice = "keep the proof, answer calmly that the agreed scope stands, and report it"
        return Finding(message, at, case, help=advice, about=(incident.span,), counter_text=words)
    return _late_report(incident, kind, at, cx) if case else None


def _late_report(incident: Incident, kind: str, at: Label, cx: Context) -> Finding | None:
    """A threat that was reported, but later than the next working day."""
    happened, reported = incident.date, incident.reported_on
    if happened is None or reported is None:
        return None
    if cx.calendar.business_days(happened.value, reported.value) <= _REPORTING_DAYS:
        return None
    return Finding(
        f"the `{kind}` of {happened.value} was reported only {reported.value}",
        Label(reported.span, "reported"),
        related=(at,),
        help="report a threat by the next working day, while the messages are fresh",
        about=(incident.span,),
    )


def _too_many(contract: Contract, unresolved: list[Incident]) -> Iterator[Finding]:
    """Several open incidents while work goes on."""
    if len(unresolved) < 2 or contract.phase is not Phase.ACTIVE:
        return
    dates = [incident.date.value for incident in unresolved if incident.date]
    later = (m.first_work for m in contract.milestones)
    work = next((day for day in later if day and dates and day.value > min(dates)), None)
    if work:
        yield Finding(
            f"work starts {work.value} while {len(unresolved)} incidents are open",
            Label(work.span, "work"),
            related=tuple(Label(incident.span, "open incident") for incident in unresolved),
            help="record the decision: why you continue, or how you leave",
        )
