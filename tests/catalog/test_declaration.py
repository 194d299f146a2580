"""Mistakes in a declarative page are told before it runs, each with its place and a hint."""

from textwrap import indent

import pytest

from scopelint.catalog.path_type import RECORD_LISTS, UnknownNameError, path_type
from scopelint.model.traversal import KINDS
from tests.catalog.test_page import read

HEAD = "id: missing-motto\nsummary: x\nseverity: info\nexamples: []\n"


def mistakes(declaration: str) -> list[str]:
    """The mistakes without their places."""
    _, problems = read(HEAD + declaration)
    return [problem.partition(": ")[2] for problem in problems]


@pytest.mark.parametrize(
    ("require", "mistake"),
    [
        ("prise: present", "no part of a contract is called `prise` here (did you mean `price`?)"),
        (
            "revisions.includet: present",
            "no part of a contract is called `includet` here (did you mean `included`?)",
        ),
        ("clauses.terminaton: present", "no part of a contract is called `terminaton` here (did you mean `termination`?)"),
        ("title: {before: due_on}", "`before` judges a date, and `title` is text"),
        ("due_on: {matches: x}", "`matches` judges text, and `due_on` is a date"),
        ("due_on: {before: due_no}", "no part of a contract is called `due_no` here (did you mean `due_on`?)"),
        ("due_on: {before: 2026-02-30}", "`2026-02-30` is no date (write it as 2026-01-31)"),
        ("price: {at_least: options.smallest}", "the page has no option `smallest`"),
        ("milestones.approval: {refers_to: aprovals}", "no part of a contract is called `aprovals` here (did you mean `approvals`?)"),
        ('title: {equals: "{clinet.name}"}', "no part of a contract is called `clinet` here (did you mean `client`?)"),
        ("price: {at_lest: 5}", "unknown key `at_lest` (did you mean `at_least`?)"),
        ("price: presnt", "`price` cannot be `presnt` (did you mean `present`?)"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_condition(require: str, mistake: str) -> None:
    assert mistakes(f"message: x\nrequire:\n{indent(require, '  ')}\n") == [mistake]


def test_a_field_of_a_message_is_a_path() -> None:
    assert mistakes("message: '{titel} is {value}'\nrequire: {title: present}\n") == [
        "no part of a contract is called `titel` here (did you mean `title`?)"
    ]


def test_conditions_in_any_of_are_checked_alike() -> None:
    assert mistakes("message: x\nrequire:\n  any_of:\n    - {title: present}\n    - {titel: present}\n") == [
        "no part of a contract is called `titel` here (did you mean `title`?)"
    ]


def test_a_path_knows_what_it_leads_to() -> None:
    assert path_type("contract", "milestones.amount").kind == "number"
    assert path_type("contract", "milestones.amount").listed
    assert path_type("milestone", "approval.date").kind == "date"
    assert path_type("milestone", "funded.evidence.channel").kind == "text"
    assert path_type("milestone", "contract.client.name").kind == "text"
    assert path_type("change", "adds").kind == "record"
    assert path_type("repository", "audits.date").kind == "date"
    with pytest.raises(UnknownNameError):
        path_type("milestone", "amount.nothing")


def test_every_kind_of_record_can_be_asked_about() -> None:
    assert set(RECORD_LISTS) == set(KINDS) - {"contract"}
