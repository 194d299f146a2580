from datetime import date
from decimal import Decimal

import pytest

from scopelint.model import Milestone
from tests.reading.shown import items_of


def milestones(markdown: str) -> tuple[Milestone, ...]:
    return items_of(markdown).milestones


def amounts(markdown: str) -> list[str | None]:
    return [str(m.amount.value) if m.amount else None for m in milestones(markdown)]


def shares(markdown: str) -> list[Decimal | None]:
    return [m.share.value if m.share else None for m in milestones(markdown)]


def dues(markdown: str) -> list[str | None]:
    return [m.due.value if m.due else None for m in milestones(markdown)]


def test_a_table_states_amount_and_date() -> None:
    text = "# Site\n\n## Milestones\n\n| Milestone | Amount | Due |\n|---|---|---|\n| Draft | $300 | 3 March 2026 |\n"
    only = milestones(text)[0]
    assert only.title is not None
    assert only.title.value == "Draft"
    assert str(only.amount.value if only.amount else None) == "300 USD"
    assert only.due_on is not None
    assert only.due_on.value == date(2026, 3, 3)


def test_the_currency_may_stand_in_the_heading_of_the_column() -> None:
    text = "# Site\n\n## Payments\n\n| Stage | Amount (KES) |\n|---|---|\n| Order | 60,000 |\n| Files | 30,000 |\n"
    assert amounts(text) == ["60,000 KES", "30,000 KES"]


def test_of_columns_for_options_the_first_counts() -> None:
    text = "# Site\n\n## Payments\n\n| When | A | B |\n|---|---|---|\n| On signing | $10 | $20 |\n| On launch | $30 | $40 |\n"
    assert amounts(text) == ["10 USD", "30 USD"]


def test_what_the_price_is_made_of_is_no_schedule() -> None:
    costs = "| Item | Cost |\n|---|---|\n| Planning | $2,000 |\n| Planting | $9,000 |\n"
    assert amounts(f"# Garden\n\n## Commercial terms\n\n{costs}") == []
    text = f"# Garden\n\n## Commercial terms\n\n{costs}\n## Payment\n\n| Milestone | Payment |\n|---|---|\n"
    assert shares(f"{text}| Kickoff | 30% |\n| Last bed | 70% |\n") == [Decimal(30), Decimal(70)]


def test_shares_and_the_sums_they_come_to_are_a_schedule_in_any_words() -> None:
    header = "| Moment | Deel | Bedrag |\n|---|---|---|\n"
    text = f"# Offerte\n\n{header}| Bij akkoord | 40% | € 480,00 |\n| Bij oplevering | 60% | € 720,00 |\n"
    assert amounts(text) == ["480 EUR", "720 EUR"]
    unlike = f"# Offerte\n\n{header}| Katoen | 40% | € 90,00 |\n| Linnen | 60% | € 200,00 |\n"
    assert amounts(unlike) == []


def test_percentages_in_a_sentence_make_a_schedule_when_they_make_a_whole() -> None:
    assert shares("# Site\n\nWe ask for 40% upfront and 60% on delivery.\n") == [Decimal(40), Decimal(60)]
    assert shares("# Site\n\nPages load 40% faster and 20% smaller.\n") == []


def test_bare_figures_make_a_schedule_where_money_is_spoken_of() -> None:
    assert shares("# Site\n\nINR 49,000 all in, 50 / 25 / 25\n") == [Decimal(50), Decimal(25), Decimal(25)]
    assert shares("# Site\n\nThe ratio of the columns is 50 / 25 / 25\n") == []


def test_halves_and_the_rest() -> None:
    assert shares("# Song\n\nHalf on signing and the rest on delivery.\n") == [Decimal(50), Decimal(50)]


def test_sums_after_the_fee_are_steps_and_the_fee_is_not() -> None:
    text = (
        "# Logo\n\n## Fee\n\nA flat fee of $2,800: $1,400 on signing and $1,400 on delivery of the files.\n"
    )
    assert amounts(text) == ["1,400 USD", "1,400 USD"]
    assert dues(text) == ["on signing", "on delivery of the files"]


def test_late_fees_discounts_and_taxes_are_no_steps() -> None:
    text = "# Terms\n\n## Payment\n\n- 1.5% interest on late payments\n- 5% discount on payment before delivery\n- 20% VAT\n"
    assert milestones(text) == ()


def test_a_schedule_stated_twice_is_read_once_with_its_amounts() -> None:
    text = (
        "# App\n\n## Payment\n\n- 50% on signing\n- 50% on delivery\n\n"
        "| Milestone | Amount |\n|---|---|\n| Signing | $500 |\n| Delivery | $500 |\n"
    )
    assert amounts(text) == ["500 USD", "500 USD"]


def test_a_range_is_no_amount() -> None:
    assert amounts(
        "# Bot\n\n## Payment\n\n- 50% advance: ₹900 - ₹1,000\n- 50% on delivery: ₹900 - ₹1,000\n"
    ) == [None, None]


def test_dated_deliveries_count_beside_what_is_paid_when() -> None:
    deliveries = "## Milestones\n\n- Draft: 3 March 2026\n- Final: 9 April 2026\n"
    assert [m.due_on.value for m in milestones(f"# Book\n\n{deliveries}") if m.due_on] == [
        date(2026, 3, 3),
        date(2026, 4, 9),
    ]
    paid = f"# Book\n\n## Payment\n\n- $100 on signing\n- $200 on delivery\n\n{deliveries}"
    assert amounts(paid) == ["100 USD", "200 USD", None, None]


def test_what_is_left_to_pay_is_a_step_without_a_sum() -> None:
    text = "# Site\n\n## Payment\n\n- 50% deposit to start\n- Balance on delivery\n- Late balance carries 2% interest\n"
    assert dues(text) == ["to start", "on delivery"]


def test_phases_with_a_price_in_their_heading() -> None:
    text = "# Site\n\n## Phase 1: Draft ($200)\n\n- Sketch\n\n## Phase 2: Build ($700)\n\n- Shop\n"
    assert amounts(text) == ["200 USD", "700 USD"]


def test_options_are_no_steps() -> None:
    assert (
        milestones(
            "# Site\n\n## Optional extras\n\n- $450 on delivery of photographs\n- $90 on order of a logo\n"
        )
        == ()
    )


def test_the_fee_of_a_retainer_is_its_one_step() -> None:
    only = milestones("# Retainer\n\n## Fees\n\n### Monthly retainer fee\n\n**$350 per month**\n")
    assert [m.title.value for m in only if m.title] == ["Monthly retainer fee"]


def test_hosting_by_the_month_is_no_step() -> None:
    assert milestones("# Site\n\n## Costs\n\n- Hosting: $20/month\n") == ()


def test_paragraphs_that_follow_each_other_are_one_schedule() -> None:
    text = "# Site\n\n## Payment\n\n50% when you sign the offer.\n\n50% as soon as visitors see it.\n\nBank transfer only.\n"
    assert shares(text) == [Decimal(50), Decimal(50)]


def test_the_fee_of_a_retainer_may_be_left_open() -> None:
    text = (
        "# Support retainer\n\n## Payment\n\nThe client pays a monthly retainer fee of $[fee] in advance.\n"
    )
    assert amounts(text) == [None]


def test_a_share_and_the_rest_are_a_schedule() -> None:
    assert shares("# Site\n\n30% on order, balance on delivery.\n") == [Decimal(30), Decimal(70)]
    assert shares("# Site\n\nA late payment costs 5% on the rest.\n") == []


def test_in_a_payment_plan_every_sum_beside_a_step_is_one() -> None:
    text = (
        "# Site\n\n## Payment schedule\n\n- Deposit: $200 on signing\n- 30 days: $300\n- 60 days: $300\n"
        "- Late fee: $25\n"
    )
    assert amounts(text) == ["200 USD", "300 USD", "300 USD"]


def test_a_slot_called_amount_makes_no_total_of_a_payment() -> None:
    text = "# Site\n\n## Payment schedule\n\n- 50% ($[AMOUNT]) due upon signing\n- 50% ($[AMOUNT]) due upon launch\n"
    assert shares(text) == [Decimal(50), Decimal(50)]


def test_a_deposit_and_the_balance() -> None:
    text = (
        "# Mural\n\n## Payment\n\nA deposit of $500 is due before work begins. "
        "The remaining balance is due on completion.\n"
    )
    assert amounts(text) == ["500 USD", None]
    assert dues(text) == ["before work begins", "on completion"]


def test_equal_instalments_are_as_many_as_they_say() -> None:
    terms = "in three equal instalments of $1,000: on signing, at mid-project and on delivery"
    assert amounts(f"# Film\n\n## Payment\n\nThe fee is paid {terms}.\n") == ["1,000 USD"] * 3
    german = "Die Zahlung erfolgt zu je einem Drittel bei Auftragserteilung, nach Abnahme und nach Lieferung."
    assert len(milestones(f"# Angebot\n\n## Zahlung\n\n{german}\n\nWir freuen uns auf die Arbeit.\n")) == 3
    assert amounts("# Film\n\n## Payment\n\nPaying in three instalments of $1,000 is possible.\n") == []


def test_parts_of_the_whole_in_figures() -> None:
    text = "# Film\n\n## Payment\n\n- 1/3 on signing\n- 1/3 at midpoint\n- 1/3 on delivery\n"
    assert shares(text) == [Decimal("33.33")] * 3
    assert shares("# Film\n\n## Payment\n\n1/4 on signing, 3/4 on delivery.\n") == [Decimal(25), Decimal(75)]


def test_numbers_of_payments_are_no_parts_of_the_whole() -> None:
    assert shares("# Film\n\n## Payment\n\nInvoice 1/2 on signing, 2/2 on delivery.\n") == []
    text = "# Film\n\n## Payment\n\n- Payment 1/2: $400 on signing\n- Payment 2/2: $900 on delivery\n"
    assert amounts(text) == ["400 USD", "900 USD"]


def test_a_single_fee_that_falls_due_at_once() -> None:
    text = (
        "# Setup\n\n## Payment\n\nA non-refundable project fee of ${} is due upon signing this agreement.\n"
    )
    assert amounts(text.format(900)) == ["900 USD"]
    assert len(milestones(text.format("[AMOUNT]"))) == 1
    assert (
        milestones("# Setup\n\n## Payment\n\nThe total fee of $900 is due upon receipt of invoice.\n") == ()
    )


def test_things_delivered_that_speak_of_payments_are_no_milestones() -> None:
    text = (
        "# Shop\n\n## Deliverables\n\n- Product pages with photos\n- Checkout that asks for a 30% deposit upon order\n"
        "- Pick-up list that takes the remaining balance upon pick-up\n- Stock report\n"
    )
    assert milestones(text) == ()
    paid = "# Shop\n\n## Scope\n\n- 30% deposit upon signing\n- Remaining balance of 70% upon delivery\n"
    assert len(milestones(paid)) == 2


def test_the_details_of_a_milestone_are_no_milestones() -> None:
    text = (
        "# Site\n\n## Milestone 1: Plan\n\n- Amount: $1,000\n- Due: 1 May 2026\n\n"
        "## Milestone 2: Build\n\n- Amount: $3,000\n- Due: 1 June 2026\n"
    )
    assert amounts(text) == ["1,000 USD", "3,000 USD"]


def test_a_heading_may_be_the_fee_itself() -> None:
    found = milestones("# Shop\n\n## Work\n\nA cart.\n\n## Care\n\n### ____ retainer fee\n\nBy card.\n")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("## Price\n\n$3,900 for twelve puppets, half now, half on the last fitting.", 2),
        ("## Price\n\n$3,900. A quarter now, a quarter at half-way, half on the last fitting.", 3),
        ("The puppets cost £90: £45 to book, £45 on delivery.", 2),
        ("The puppets cost £90: £45 for wood, £45 for cloth.", 0),
        ("## Payments\n\n- Deposit: $100\n- On delivery: $100\n- Songs five and six: $100", 3),
        ("## Payments\n\n- Deposit: $100\n- On delivery: $100\n- VAT: $100", 2),
    ],
)
def test_payments_in_plain_words(text: str, count: int) -> None:
    assert len(milestones(f"# Puppets\n\n{text}\n")) == count


def test_the_last_row_of_a_table_may_add_up_the_others_without_a_word() -> None:
    rows = "| Stage | Work | Fee | When |\n|---|---|---|---|\n| 1 | Frame | $400 | 3 May 2027 |\n| | | **$400** | |\n"
    assert amounts(f"# Stage\n\n{rows}") == ["400 USD"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("## Timeline\n\n- Sketch: early May 2027\n- Cutting: end of June 2027\n- Opening: 9 July 2027", 3),
        ("## Timeline\n\n- Sketch: [DATE]\n- Cutting: [DATE]\n- Opening: [DATE]", 3),
        ("## Timeline\n\n- Sketch: [DATE]\n- Cutting: [DATE]\n- Weather: permitting", 0),
        (
            "## Timeline\n\n- Sketch: [DATE]\n- Cutting: [DATE]\n- Opening: [DATE]\n\n"
            "## Payment\n\n- 40% on signing\n- 60% on delivery",
            2,
        ),
        ("## Timeline\n\n- Sketch: early May 2027\n- Cutting: by hand\n- Opening: 9 July 2027", 0),
        ("## Payment\n\n**Timing:** about ____ days after the deposit", 0),
        ("## Payment\n\n**Deposit:** ____ before the deposit of the wood", 1),
        ("## Payment plan example ($2,000)\n\n- Milestone 1: $800\n- Milestone 2: $1,200", 0),
        ("## Payment plan ($2,000)\n\n- Milestone 1: $800\n- Milestone 2: $1,200", 2),
    ],
)
def test_days_slots_and_examples(text: str, count: int) -> None:
    assert len(milestones(f"# Puppets\n\n{text}\n")) == count
