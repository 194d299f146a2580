"""Favours alone and in sum."""

from scopelint.model import Change
from scopelint.rules.changes import accumulated_creep
from tests.rules.factory import at, change, context, contract, messages, usd


def favour(id: str, minutes: int | None, price: int | None = None) -> Change:
    return change(
        id,
        decision=at("absorbed"),
        minutes=None if minutes is None else at(minutes),
        price=None if price is None else usd(price),
    )


def creep(*changes: Change) -> list[str]:
    whole = contract(changes=changes, price=usd(1000))
    return messages(accumulated_creep, whole, context(whole, single_min=15, total_min=60, share=0.10))


def test_a_quarter_of_an_hour_is_a_favour() -> None:
    assert creep(favour("CO-1", 15)) == []
    assert creep(favour("CO-1", 16)) == ["`CO-1` was absorbed at 16 minutes; a favour is at most 15"]


def test_one_large_favour_is_not_told_twice() -> None:
    assert len(creep(favour("CO-1", 90))) == 1


def test_the_sum_names_its_parts() -> None:
    assert creep(*(favour(f"CO-{n}", 14) for n in range(1, 6))) == [
        "absorbed changes add up to 70 minutes "
        "(`CO-1` 14 + `CO-2` 14 + `CO-3` 14 + `CO-4` 14 + `CO-5` 14); more than 60"
    ]


def test_the_value_counts_as_well_as_the_time() -> None:
    assert creep(favour("CO-1", 10, 50), favour("CO-2", 10, 50)) == []
    assert creep(favour("CO-1", 10, 60), favour("CO-2", 10, 60)) == [
        "absorbed changes are worth 120 together, 12 % of the price; more than 10%"
    ]


def test_favours_without_minutes_are_asked_for() -> None:
    assert creep(favour("CO-1", None)) == ["`CO-1` was absorbed without saying how many minutes it took"]
    assert creep(favour("CO-1", None), favour("CO-2", None)) == [
        "absorbed changes do not say how many minutes they took"
    ]


def test_other_decisions_are_no_favours() -> None:
    assert creep(change("CO-1", decision=at("approved"), minutes=at(300))) == []
