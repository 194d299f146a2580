"""Tables that people keep as records, and tables that only look like it."""

from datetime import date as Date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scopelint.model import Money
from scopelint.reading.record.schema import contract_keys, is_record, record_type
from tests.reading.reader import contract, fragment, words_at

MARK = "---\nscopelint: 1\n---\n"


def table(heading: str, columns: str, *rows: str) -> str:
    """A Markdown document with one table below a heading; cells are parted by bars."""
    width = columns.count("|") + 1
    lines = [columns, " | ".join(["---"] * width), *rows]
    return f"# Posters\n\n## {heading}\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n"


def milestone(column: str, cell: str) -> Any:
    """The milestone of a one-row table with one more column."""
    text = MARK + table("Milestones", f"ID | Milestone | {column}", f"M1 | Design | {cell}")
    read = contract(scope_md=text)
    assert read.problems == ()
    (found,) = read.milestones
    return found


def change(column: str, cell: str) -> Any:
    """The change of a one-row table with one more column."""
    text = MARK + table("Change log", f"ID | Request | {column}", f"CO-1 | Add a banner | {cell}")
    read = contract(scope_md=text)
    assert read.problems == ()
    (found,) = read.changes
    return found


@pytest.mark.parametrize(
    ("cell", "by", "channel"),
    [
        ("2026-03-05", None, None),
        ("2026-03-05, e-mail", None, "e-mail"),
        ("2026-03-05 by e-mail", None, "e-mail"),
        ("2026-03-05 by Lee Client", "Lee Client", None),
    ],
)
def test_a_cell_tells_when_and_how_a_change_was_approved(
    cell: str, by: str | None, channel: str | None
) -> None:
    text = MARK + table("Change log", "ID | Request | Approved", f"CO-1 | Add a banner | {cell}")
    (approval,) = contract(scope_md=text).approvals
    assert approval.date is not None
    assert approval.date.value == Date(2026, 3, 5)
    assert (approval.by.value if approval.by else None) == by
    channels = [one.record.channel for one in approval.evidence if one.record]
    assert [one.value for one in channels if one] == ([channel] if channel else [])


@pytest.mark.parametrize(
    "heading",
    ["Milestones", "Payment schedule", "3. Milestones", "**Milestones**", "Project milestones \U0001f4c5"],
)
def test_headings_are_matched_by_their_words(heading: str) -> None:
    found = fragment(table(heading, "ID | Milestone", "M1 | Design")).milestones
    assert [m.id.value for m in found if m.id] == ["M1"]


def test_column_names_have_aliases_and_no_case() -> None:
    text = table("Milestones", "id | TITLE | Price | deadline", "M1 | Design | $300 | 2026-05-04")
    (found,) = fragment(text).milestones
    assert found.title is not None
    assert found.title.value == "Design"
    assert found.amount is not None
    assert found.due_on is not None
    assert words_at(text, found.due_on.span) == "2026-05-04"


def test_empty_cells_and_dashes_are_absent() -> None:
    text = table("Milestones", "ID | Milestone | Due | Approval", "M1 | Design | | –")
    (found,) = fragment(text).milestones
    assert found.due_on is None
    assert found.approval is None


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("$1,200.00", Money(Decimal("1200.00"), "USD")),
        ("1200 EUR", Money(Decimal(1200), "EUR")),
        ("€1.200,50", Money(Decimal("1200.50"), "EUR")),
        ("C$300", Money(Decimal(300), "CAD")),
        ("300", Money(Decimal(300), None)),
    ],
)
def test_amounts(cell: str, amount: Money) -> None:
    assert milestone("Amount", cell).amount.value == amount


def test_a_date_may_be_followed_by_amount_and_evidence() -> None:
    funded = milestone("Funded", "2026-05-04 $300 (EV-2)").funded
    assert funded.date.value == Date(2026, 5, 4)
    assert funded.amount.value == Money(Decimal(300), "USD")
    assert [one.id for one in funded.evidence] == ["EV-2"]


def test_several_dates_are_parted_by_commas() -> None:
    days = milestone("Submitted", "2026-05-04, 2026-05-08").submitted_on
    assert [day.value.day for day in days] == [4, 8]


def test_ids_are_parted_by_commas_or_and() -> None:
    assert [one.value for one in milestone("Deliverables", "D1, D2 and D3").deliverables] == [
        "D1",
        "D2",
        "D3",
    ]


def test_a_due_cell_in_words_is_kept_as_words() -> None:
    found = milestone("Due", "two weeks after kick-off")
    assert found.due_on is None
    assert found.due.value == "two weeks after kick-off"


def test_an_approval_cell_is_an_id_or_a_day() -> None:
    assert milestone("Approval", "AP-1").approval.value == "AP-1"
    assert milestone("Approved", "2026-05-09 (AP-1)").approval.value == "AP-1"


def test_a_day_in_an_approval_cell_is_an_approval() -> None:
    text = table("Milestones", "ID | Milestone | Approved", "M1 | Design | 2026-05-09 (EV-3)")
    (found,) = fragment(text).approvals
    assert found.subject is not None
    assert found.subject.value == "M1"
    assert [one.id for one in found.evidence] == ["EV-3"]


def test_units_after_a_number_are_left_out() -> None:
    assert change("Days", "5 days").schedule_days.value == 5
    assert change("Minutes", "10 min").minutes.value == 10


def test_words_of_the_schema_may_be_written_as_people_do() -> None:
    assert change("Class", "New work").kind.value == "new_work"
    assert change("Decision", "Approved").decision.value == "approved"


def test_evidence_behind_a_day_is_the_record_s() -> None:
    assert [one.id for one in change("Requested", "2026-05-04 (EV-7)").evidence] == ["EV-7"]


def test_a_link_is_followed() -> None:
    link = "[their message](https://example.com/m/1)"
    (cited,) = change("Evidence", link).evidence
    assert cited.record.ref.value == "https://example.com/m/1"


def test_comments_of_a_round_name_their_deliverable() -> None:
    text = table(
        "Revision rounds", "ID | Items | Consolidated", "RR-1 | D1: smaller logo; D2: darker blue | yes"
    )
    (found,) = fragment(text).revision_rounds
    assert [(i.deliverable.value, i.note.value) for i in found.items if i.deliverable and i.note] == [
        ("D1", "smaller logo"),
        ("D2", "darker blue"),
    ]
    assert found.consolidated is not None
    assert found.consolidated.value is True


def test_acceptance_criteria_are_parted_by_semicolons() -> None:
    text = table("Deliverables", "ID | Deliverable | Accepted when", "D1 | Poster | A2 size; 300 dpi")
    (found,) = fragment(text).deliverables
    assert [one.value for one in found.acceptance] == ["A2 size", "300 dpi"]


def test_the_revision_policy_is_one_row_or_a_table_of_pairs() -> None:
    row = table("Revisions", "Included rounds | Per | Extra round", "2 | milestone | $60 per round")
    pairs = table("Revisions", "Term | Value", "Included rounds | 2", "Per | milestone", "Extra round | $60")
    for text in (row, pairs):
        policy = fragment(text).revisions[0]
        assert policy.included is not None
        assert policy.included.value == 2
        assert policy.extra_round_price is not None
        assert policy.extra_round_price.value == Money(Decimal(60), "$")


def test_what_a_change_adds_may_stand_in_a_table_below_it() -> None:
    text = (
        table("Change log", "ID | Request | Adds", "CO-1 | Add a banner | D4")
        + "\n### Added by CO-1\n\n| ID | Deliverable |\n|---|---|\n| D4 | Banner |\n"
    )
    (found,) = contract(scope_md=text).changes
    assert [item.text.value for item in found.adds] == ["Banner"]
    assert found.adds_ids == ()
    assert words_at(text, found.span).startswith("CO-1")


def test_what_a_change_adds_may_stand_in_another_document() -> None:
    scope = "# Posters\n\n## Added by CO-1\n\n| ID | Deliverable |\n|---|---|\n| D4 | Banner |\n"
    read = contract(scope_md=scope, changelog_yaml="changes: [{id: CO-1, price: 100.00}]")
    (found,) = read.changes
    assert [item.text.value for item in found.adds] == ["Banner"]
    assert found.price is not None
    assert read.deliverables == ()


@pytest.mark.parametrize("title", ["", "# Posters for the fair\n\n", "# Milestones\n\n"])
def test_a_document_s_name_stands_for_the_heading_it_lacks(title: str) -> None:
    read = contract(milestones_md=title + "| ID | Milestone |\n|---|---|\n| M1 | Design |\n")
    assert [m.id.value for m in read.milestones if m.id] == ["M1"]


@pytest.mark.parametrize(
    ("heading", "columns", "row"),
    [
        ("Milestones", "# | Milestone | Amount", "1 | Design | $300"),
        ("Sign-off", "Name | Signature | Date", "Kim | | 2026-05-04"),
        ("Change log", "Version | Date | Change", "1.1 | 2026-05-04 | Typing errors"),
        ("Approvals", "ID | Name", "Kim | Manager"),
        ("Team", "ID | Milestone", "M1 | Design"),
    ],
)
def test_tables_of_other_kinds_are_left_alone(heading: str, columns: str, row: str) -> None:
    read = fragment(table(heading, columns, row))
    assert not any(m.structured for m in read.milestones)
    assert not read.approvals
    assert not read.changes


def test_what_does_not_fit_is_told_in_structured_contracts_only() -> None:
    text = table("Milestones", "ID | Milestone | Amount | Aproval", "M1 | Design | a lot | AP-1")
    assert contract(contract_md=text).problems == ()
    told = contract(contract_md=MARK + text).problems
    assert [(p.rule, p.finding.message) for p in told] == [
        ("invalid-record", "the column `Aproval` is not known here and is not read"),
        ("invalid-record", "`amount` is not an amount of money: `a lot`"),
    ]
    assert told[0].finding.help == "did you mean `approval`?"


def test_a_column_of_the_author_s_own_is_no_slip() -> None:
    text = MARK + table("Milestones", "ID | Milestone | Mood", "M1 | Design | good")
    assert contract(contract_md=text).problems == ()


COLUMNS = sorted(
    {
        name
        for key in contract_keys().values()
        if is_record(key.kind)
        for field in record_type(key.kind).fields.values()
        for name in field.columns
    }
)
CELLS = st.sampled_from(
    ["D1", "D1, D2", "2026-05-04", "2026-05-04, (EV-1", "$300", "300", "(EV-1)", ")", "yes", "-", "", "D1: a; b",
     "[a](b)", "\\|", "100 %", "`x`", "2026-02-30 (EV-1) $5", "AP-1", "~~5~~", "&amp;", "<b>", "5 days", "soon"]
)  # fmt: skip


@given(
    st.sampled_from(["Milestones", "Revisions", "Change log", "Added by CO-1", "Deliverables", "Closure"]),
    st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=6),
    st.data(),
)
def test_no_table_is_too_strange_to_read(heading: str, columns: list[str], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(CELLS, max_size=7).map(" | ".join), max_size=3))
    text = MARK + table(
        heading, " | ".join(["ID", *columns]), *(f"M{at} | {row}" for at, row in enumerate(rows))
    )
    for problem in fragment(text).record_problems:
        assert 0 <= problem.finding.at.span.start <= problem.finding.at.span.end <= len(text)
