"""The client was looked up before accepting, and pays enough."""

from collections.abc import Iterator
from decimal import Decimal

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Contract
from scopelint.rules.money import comparable
from scopelint.rules.rule import Context, Outcome

_HELP = "read the client's past reviews, payment and history, and record it with its date as `screening`"


def missing_client_screening(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """No screening is recorded, or it came after the contract was accepted."""
    screening, accepted = contract.screening, contract.accepted_on
    if screening is None and not contract.structured:
        yield NotChecked("the contract is plain prose and keeps no records")
    elif screening is None:
        yield Finding("no screening of the client is recorded", Label(contract.title_span), help=_HELP)
    elif screening.date is None:
        yield Finding("the screening of the client has no date", Label(screening.span), help=_HELP)
    elif accepted and screening.date.value > accepted.value:
        yield Finding(
            f"the client was screened {screening.date.value} but the contract was accepted {accepted.value}",
            Label(screening.date.span, "screened"),
            related=(Label(accepted.span, "accepted"),),
            help="screen before accepting; if a date is wrong, correct it",
        )


def low_budget(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A price far below the freelancer's own estimate."""
    price = contract.price
    estimate = contract.screening.own_estimate if contract.screening else None
    if price is None or estimate is None or not comparable(price.value, estimate.value):
        return
    least = estimate.value.amount * Decimal(str(cx.options["ratio"]))
    if price.value.amount < least:
        share = price.value.amount / estimate.value.amount
        yield Finding(
            f"the price {price.value} is {share:.0%} of the own estimate {estimate.value}",
            Label(price.span, "price"),
            related=(Label(estimate.span, "own estimate"),),
            help="cut the scope to the budget, quote your own figure, or decline",
        )
