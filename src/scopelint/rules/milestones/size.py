"""A contract is split into steps of bearable size."""

from collections.abc import Iterator
from decimal import Decimal

from scopelint.diagnostics import Confidence, Finding, Label
from scopelint.model import Contract, Milestone, Money, letter
from scopelint.model.naming import name_of
from scopelint.rules.money import comparable
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Spanned


def oversized_milestone(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """A milestone that holds too much of the price, or a first one that is too large for a new client."""
    steps = [m for m in contract.milestones if not m.change and not m.cancelled_on]
    newness = _new_client(contract)
    worth = contract.price
    if worth is None and not all(m.share for m in steps):
        return
    large = worth is None or worth.value.amount >= cx.options["min_price"]
    if not (large or newness):
        return
    for index, milestone in enumerate(steps):
        share, place = _share(milestone, worth)
        if share is None or place is None:
            continue
        if share > Decimal(str(cx.options["max_share"])) and _at_risk(contract, index):
            yield _oversized(contract, milestone, share, place)
            return
        if index == 0 and newness and share > Decimal(str(cx.options["first_max"])):
            yield _large_first_step(milestone, share, place, newness)
            return


def _oversized(contract: Contract, milestone: Milestone, share: Decimal, place: Label) -> Finding:
    name = name_of(milestone)
    return Finding(
        f"{name} holds {share:.0%} of the price",
        place,
        related=(Label(contract.price.span, "price"),) if contract.price else (),
        help=f"split {name} into smaller steps, each funded before it begins and approved before the next",
        confidence=Confidence.HIGH if milestone.structured else Confidence.LOW,
        about=(milestone.span,),
        counter_text=letter.split_offer(name),
    )


def _large_first_step(milestone: Milestone, share: Decimal, place: Label, newness: Spanned[str]) -> Finding:
    name = name_of(milestone)
    return Finding(
        f"{name}, the first step, holds {share:.0%} of the price and {newness.value}",
        place,
        case="first-step",
        related=(Label(newness.span, "client"),),
        help="begin with a small step that shows how the client works, pays and answers",
        about=(milestone.span,),
    )


def _at_risk(contract: Contract, index: int) -> bool:
    """Whether the money of a step comes after its work.

    In a contract without records the first payment is mostly a deposit, and a large deposit protects.
    """
    return contract.structured or index > 0


def _share(milestone: Milestone, price: Spanned[Money] | None) -> tuple[Decimal | None, Label | None]:
    """A milestone's part of the price, from 0 to 1, and where it is stated."""
    if milestone.amount and price and price.value.amount and comparable(milestone.amount.value, price.value):
        return milestone.amount.value.amount / price.value.amount, Label(milestone.amount.span)
    if milestone.share:
        return milestone.share.value / 100, Label(milestone.share.span)
    return None, None


def _new_client(contract: Contract) -> Spanned[str] | None:
    """Why the client is new or doubtful, and where that is recorded."""
    screening = contract.screening
    if screening is None:
        return None
    if screening.reviews and screening.reviews.value == 0:
        return Spanned("the client has no reviews", screening.reviews.span)
    if screening.payment_verified and not screening.payment_verified.value:
        return Spanned("the client's payment is not verified", screening.payment_verified.span)
    if screening.red_flags:
        flag = screening.red_flags[0]
        code = flag.code.value if flag.code else "a red flag"
        return Spanned(f"the client is flagged `{code}`", flag.span)
    return None
