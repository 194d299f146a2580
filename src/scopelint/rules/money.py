"""Adding and comparing money that may be added and compared."""

from collections.abc import Iterable
from decimal import Decimal

from scopelint.model import Money


def comparable(*amounts: Money) -> bool:
    """Whether all amounts are in one currency; an amount without any goes with every currency."""
    return len({money.currency for money in amounts if money.currency}) <= 1


def total(amounts: Iterable[Money]) -> Money:
    """The sum of comparable amounts, in their currency."""
    listed = tuple(amounts)
    currency = next((money.currency for money in listed if money.currency), None)
    return Money(sum((money.amount for money in listed), Decimal(0)), currency)
