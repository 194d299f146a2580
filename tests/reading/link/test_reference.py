"""Nothing that waits for the whole contract is forgotten."""

from typing import Any, get_type_hints

from scopelint.model import Citation, Contract, Money, record
from scopelint.reading.link.reference import _OPEN_FIELDS

# Records that the contract itself holds as fields; their money is resolved there.
RECORDS = [kind for kind in vars(record).values() if isinstance(kind, type) and hasattr(kind, "_fields")]


def is_open(hint: Any) -> bool:
    """Whether a field can hold money, a citation, or a record that can."""
    words = str(hint)
    return any(f".{kind.__name__}" in words for kind in (Money, Citation, *_OPEN_FIELDS))


def test_every_field_that_holds_money_or_citations_is_resolved() -> None:
    for kind in RECORDS:
        if kind not in (Money, Citation) and kind.__module__ == record.__name__:
            fields = {name for name, hint in get_type_hints(kind).items() if is_open(hint)}
            assert fields == set(_OPEN_FIELDS.get(kind, ())), kind


def test_the_contract_s_own_money_is_known() -> None:
    own = {name for name, hint in get_type_hints(Contract).items() if f".{Money.__name__}]" in str(hint)}
    assert own == {"price", "rate"}
