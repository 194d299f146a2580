"""Any bytes go through both front ends, the configuration, the rules and every report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.target import TARGETS
from tests.syntax.test_properties import ANY_TEXT, MARKED, YAMLISH

WORDS = (
    "# Site\n|## Deliverables\n\n|- Five pages\n|## Revisions\n\n|two rounds|unlimited|etc.|, |. |\n\n|- |1. |"
    "TBD|by 3 March 2026|2026-02-30|$1,200|1.200 €|50 %|20 hours|<!-- scopelint: ignore[missing-scope] x -->|"
    "---\nscopelint: 1\n---\n|contract: {id: a, status: active}\n|milestones:\n|- {id: M1, amount: 5, due_on: 2026-02-01}\n|"
    "revisions: {included: |approvals:\n|- {id: A1, subject: M1, date: x}\n|::error::x|##[x]|\x1b[31m|\u202e|]]>|<b>|`|&#27;"
)
CONTRACT = st.lists(st.sampled_from(WORDS.split("|")), max_size=30).map("".join)
CONFIG = st.lists(
    st.sampled_from(
        [
            "select: ",
            "ignore: ",
            "rules: ",
            "[",
            "]",
            "{",
            "}",
            "missing-scope",
            "all",
            ": ",
            "\n",
            "- ",
            "extends: ",
            "./x.yaml",
            "limits: ",
            "1",
            "x",
            "'",
            "[tool.scopelint]\n",
            "= ",
        ]
    ),
    max_size=30,
).map("".join)
CASES: dict[str, bytes] = {
    "a byte that is no UTF-8, with either line end": b"\n\x8az\n",
    "a key without a name": b":\n\xa4\n",
}
"""What the search has found, and what once misled it."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("name", TARGETS)
def test_what_was_found_once(name: str, case: bytes) -> None:
    TARGETS[name](case)


@settings(max_examples=40)
@given(st.one_of(ANY_TEXT, MARKED, CONTRACT).map(str.encode) | st.binary(max_size=80))
def test_any_document(data: bytes) -> None:
    TARGETS["scope"](data)


@settings(max_examples=40)
@given(st.one_of(ANY_TEXT, YAMLISH, CONTRACT).map(str.encode) | st.binary(max_size=80))
def test_any_record(data: bytes) -> None:
    TARGETS["record"](data)


@settings(max_examples=60)
@given(st.one_of(ANY_TEXT, YAMLISH, CONFIG).map(str.encode) | st.binary(max_size=80))
def test_any_configuration(data: bytes) -> None:
    TARGETS["config"](data)
