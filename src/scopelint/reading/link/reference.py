"""What records leave to the rest of the contract: which evidence an id means, and which currency."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from scopelint.model import (
    Approval,
    Change,
    CheckIn,
    Citation,
    Closure,
    Dispute,
    Evidence,
    Incident,
    Milestone,
    Money,
    Payment,
    Refund,
    RevisionPolicy,
    RevisionRound,
    Scope,
    Screening,
    Statement,
)
from scopelint.text import Spanned

T = TypeVar("T")

MONEY_TERMS = frozenset(("price", "rate", "overage-rate", "extra-round-price"))
"""Terms whose values are amounts, written `1200.00 USD`."""

# The fields of each record that hold money, citations, or a record with such fields.
_OPEN_FIELDS: Mapping[type, tuple[str, ...]] = {
    Approval: ("evidence",),
    Change: ("price", "evidence"),
    CheckIn: ("evidence",),
    Closure: ("notice", "escrow_balance", "refund"),
    Dispute: ("amount", "direct_attempts", "evidence"),
    Incident: ("evidence",),
    Milestone: ("amount", "funded", "released", "refunded"),
    Payment: ("amount", "evidence"),
    Refund: ("amount", "agreed"),
    RevisionPolicy: ("extra_round_price",),
    RevisionRound: ("evidence",),
    Scope: ("evidence",),
    Screening: ("own_estimate",),
}
# A bare dollar sign is of the contract's own currency when that is one of the dollars.
_DOLLARS = frozenset(
    ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "JMD", "TTD", "MXN", "ARS", "CLP", "COP")
)


class Whole(NamedTuple):
    """What the whole contract knows: its currency, and its evidence by id."""

    currency: str | None
    evidence: Mapping[str, Evidence]

    def resolved(self, record: T) -> T:
        """The record with its citations followed and its money given a currency."""
        fields = _OPEN_FIELDS.get(type(record))
        if fields is None:
            return record
        changed = {}
        for name in fields:
            before = getattr(record, name)
            if before is not None and before != ():
                after = self._value(before)
                if after is not before:
                    changed[name] = after
        if not changed:
            return record
        named: Any = record
        whole: T = named._replace(**changed)
        return whole

    def all(self, records: Iterable[T]) -> tuple[T, ...]:
        """Every record resolved."""
        return tuple(self.resolved(record) for record in records)

    def money(self, stated: Spanned[Money] | None) -> Spanned[Money] | None:
        """Money with the contract's currency where it names none."""
        if stated is None or stated.value.currency not in (None, "$"):
            return stated
        return stated._replace(value=stated.value._replace(currency=self._currency(stated.value.currency)))

    def comparable(self, statement: Statement) -> Statement:
        """The statement with the contract's currency, where it states an amount that names none."""
        figures, _, sign = statement.value.partition(" ")
        if statement.term not in MONEY_TERMS or sign not in ("", "$"):
            return statement
        currency = self._currency(sign or None)
        return statement._replace(value=f"{figures} {currency}") if currency else statement

    def _currency(self, sign: str | None) -> str | None:
        if sign and self.currency not in _DOLLARS:
            return "USD"
        return self.currency

    def _value(self, value: Any) -> Any:
        if isinstance(value, Spanned):
            return self.money(value) if isinstance(value.value, Money) else value
        if isinstance(value, tuple) and isinstance(value[0], Citation):
            return tuple(self._cited(citation) for citation in value)
        return self.resolved(value)

    def _cited(self, citation: Citation) -> Citation:
        if citation.record is not None or citation.id is None:
            return citation
        return citation._replace(record=self.evidence.get(citation.id))


def evidence_by_id(register: Iterable[Evidence]) -> dict[str, Evidence]:
    """The first record of each id."""
    found: dict[str, Evidence] = {}
    for record in register:
        if record.id is not None:
            found.setdefault(record.id.value, record)
    return found
