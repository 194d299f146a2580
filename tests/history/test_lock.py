"""A lock says what was agreed, and reads back as that."""

import json
from datetime import date as Date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scopelint.diagnostics import Problem
from scopelint.history.lock import read_lock
from scopelint.history.lock_text import lock_text, natural, terms_digest
from scopelint.model import Assumption, Contract, Milestone, Money, RevisionPolicy
from scopelint.model.contract import Lock
from scopelint.model.difference import differences
from scopelint.model.past import Agreement
from scopelint.text import SourceFile
from tests.rules.factory import TITLE, approval, at, change, contract, day, deliverable, exclusion, place, usd

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


class WithDatesAsText(yaml.SafeLoader):
    """JSON knows no dates."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def agreement(terms: Contract, on: str = "2026-01-07") -> Agreement:
    return Agreement(TITLE, digest=at(terms_digest(terms)), date=day(on), approval=at("AP-1"))


def locked(terms: Contract, *earlier: Agreement) -> Lock:
    lock = read_lock(SourceFile("scope.lock", lock_text(terms, agreement(terms), earlier)))
    assert isinstance(lock, Lock), lock
    return lock


def full() -> Contract:
    return contract(
        currency=at("USD"),
        price=usd(1200),
        due_on=day("2026-02-13"),
        revisions=RevisionPolicy(place(), included=at(0), per=at("milestone"), extra_round_price=usd(60)),
        deliverables=(
            deliverable(
                "Page: designs",
                "D10",
                quantity=at("5 pages"),
                acceptance=(at("exists; as a frame"), at("no")),
            ),
            deliverable("Launch", "D9", format=at("HTTPS")),
        ),
        exclusions=(exclusion("Hosting"), exclusion("yes", "X1")),
        assumptions=(Assumption(place(), at("Texts come in time"), due_on=day("2026-01-20")),),
        milestones=(
            Milestone(
                place(), id=at("M1"), title=at("Design"), amount=usd("300.505"), due_on=day("2026-01-16")
            ),
        ),
    )


def test_everything_agreed_reads_back() -> None:
    terms = full()
    lock = locked(terms)
    assert differences(lock.terms, terms) == ()
    assert lock.intact
    assert lock.agreement.date is not None
    assert lock.agreement.date.value == Date(2026, 1, 7)
    assert lock.agreement.approval is not None
    assert lock.agreement.approval.value == "AP-1"


def test_places_lie_in_the_lock() -> None:
    lock = locked(full())
    text = lock_text(full(), agreement(full()), ())
    first = lock.terms.deliverables[0]
    assert first.text.span.file == "scope.lock"
    assert text[first.text.span.start : first.text.span.end] == "Launch"


def test_the_order_of_things_does_not_matter() -> None:
    terms = full()
    turned = terms._replace(deliverables=terms.deliverables[::-1], exclusions=terms.exclusions[::-1])
    assert lock_text(terms, agreement(terms), ()) == lock_text(turned, agreement(turned), ())


def test_ids_stand_in_counting_order() -> None:
    assert sorted(["D10", "D9", "D1", "M2", "D"], key=natural) == ["D", "D1", "D9", "D10", "M2"]


def test_approved_changes_are_part_of_what_is_agreed() -> None:
    addition = deliverable("Blog", "D4")
    terms = contract(
        deliverables=(deliverable("Logo", "D1"), deliverable("Flyer", "D2")),
        changes=(
            change("CO-1", decision=at("approved"), adds=(addition,), removes=(at("D2"),)),
            change("CO-2", decision=at("declined"), adds=(deliverable("Shop", "D5"),)),
            change("CO-3", adds=(deliverable("Map", "D6"),)),
        ),
        approvals=(approval("AP-3", "CO-3", "2026-01-29"),),
    )
    held = [d.id.value for d in locked(terms).terms.deliverables if d.id]
    assert held == ["D1", "D4", "D6"]


def test_edited_terms_do_not_fit_the_digest() -> None:
    terms = full()
    text = lock_text(terms, agreement(terms), ()).replace("1200.00", "1300.00")
    lock = read_lock(SourceFile("scope.lock", text))
    assert isinstance(lock, Lock)
    assert not lock.intact


def test_spacing_quotes_and_the_order_of_keys_fit_the_digest() -> None:
    terms = full()
    text = lock_text(terms, agreement(terms), ())
    text = text.replace("  currency: USD\n  price: 1200.00\n", '  price:   1200.00\n\n  currency: "USD"\n')
    lock = read_lock(SourceFile("scope.lock", text))
    assert isinstance(lock, Lock)
    assert lock.intact


def test_a_lock_of_another_format_is_not_guessed_at() -> None:
    text = lock_text(full(), agreement(full()), ()).replace("lock: 1\n", "lock: 2\n")
    found = read_lock(SourceFile("scope.lock", text))
    assert isinstance(found, Problem)
    assert "another version of scopelint" in found.finding.message


def test_earlier_agreements_stay() -> None:
    terms = full()
    lock = locked(terms, Agreement(TITLE, digest=at("sha256-1"), date=day("2026-01-01")))
    assert [each.digest and each.digest.value for each in lock.earlier] == ["sha256-1"]


def test_another_currency_is_written_with_the_amount() -> None:
    terms = contract(currency=at("USD"), price=at(Money(Decimal(5), "EUR")))
    price = locked(terms).terms.price
    assert price is not None
    assert price.value == Money(Decimal("5.00"), "EUR")


@pytest.mark.parametrize("amount", ["9" * 40, "0.125", "7" * 30 + ".5", "0", "1200"])
def test_any_amount_reads_back(amount: str) -> None:
    terms = contract(currency=at("USD"), price=usd(amount))
    price = locked(terms).terms.price
    assert price is not None
    assert price.value.amount == Decimal(amount)


words = st.text(min_size=1, max_size=30).filter(str.strip)


@given(st.lists(words, max_size=5), st.lists(words, max_size=3))
def test_any_words_read_back(deliverables: list[str], exclusions: list[str]) -> None:
    terms = contract(
        deliverables=tuple(
            deliverable(" ".join(each.split()), f"D{n}") for n, each in enumerate(deliverables)
        ),
        exclusions=tuple(exclusion(" ".join(each.split())) for each in exclusions),
    )
    lock = locked(terms)
    assert [d.text.value for d in lock.terms.deliverables] == [d.text.value for d in terms.deliverables]
    assert sorted(e.text.value for e in lock.terms.exclusions) == sorted(
        e.text.value for e in terms.exclusions
    )
    assert lock.intact


@given(st.text(max_size=200))
def test_no_text_makes_reading_fail(text: str) -> None:
    assert isinstance(read_lock(SourceFile("scope.lock", text)), (Lock, Problem))


def test_a_lock_conforms_to_its_schema() -> None:
    schema = json.loads((SCHEMAS / "lock.schema.json").read_text(encoding="utf-8"))
    terms = full()
    before = Agreement(
        TITLE, digest=at(terms_digest(contract())), changes=("CO-1",), despite=("missing-scope",)
    )
    data = yaml.load(lock_text(terms, agreement(terms), (before,)), Loader=WithDatesAsText)
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(data, schema)
