"""The schema that editors use and the binder accept the same values.

Editors read YAML 1.2, many programs YAML 1.1. So a value is fine when the schema accepts what both
readers make of it, and both make the same of it.
"""

import json
import re
from datetime import date as Date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from scopelint.reading.record import bind_record, contract_keys
from scopelint.reading.record.bind import Binder
from scopelint.reading.record.problem import _EXPECTED
from scopelint.reading.record.schema import Field, is_record, record_type
from scopelint.reading.record.value import READERS
from scopelint.syntax.node import Mapping, Node, Scalar
from scopelint.syntax.schema import schema
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile

VALIDATOR = Draft7Validator(schema("contract"), format_checker=FormatChecker())

# Where each kind of value stands in a record.
KEYS = {
    "text": "contract: {title: VALUE}",
    "words": "terms: {late_fee: VALUE}",
    "id": "contract: {id: VALUE}",
    "date": "contract: {due_on: VALUE}",
    "money": "contract: {price: VALUE}",
    "fee": "revisions: {extra_round_price: VALUE}",
    "count": "revisions: {included: VALUE}",
    "number": "contract: {weekly_limit: VALUE}",
    "share": "screening: {no_review_share: VALUE}",
    "percentage": "milestones: [{id: M1, share: VALUE}]",
    "flag": "screening: {payment_verified: VALUE}",
    "word": "contract: {status: VALUE}",
    "code": "contract: {currency: VALUE}",
    "citation": "approvals: [{id: AP-1, evidence: VALUE}]",
    "approval_link": "milestones: [{id: M1, approval: VALUE}]",
    "addition": "changes: [{id: CO-1, adds: VALUE}]",
    "record": "contract: VALUE",
    "records": "milestones: VALUE",
    "shorthand": "exclusions: VALUE",
    "party": "parties: {client: VALUE}",
}
VALUES = (
    """
Five pages | '' | 'no' | no | yes | true | 'true' | True | ~ | 2 | -2 | 2.5 | 2.0 | '2'
0123456 | 1234567 | 12e4567 | 1:30 | 1_000 | 0x1F | 1e3 | .5 | active | Active | USD | usd
2026-05-04 | '2026-05-04' | 2026-02-30 | 16.5.2026 | 01/02/2026 | 2026-5-4 | 1200.00
'1,200.00' | $1,200.00 | 1200 USD | EUR 3.000,00 | 12 hundred | 30 % | 130 % | 0.4 | 1.4 | M1
EV-1 | https://example.com/m/1 | [] | [M1, M2] | [2026-05-04] | {} | {id: X1}
{id: X1, text: Hosting} | [{id: X1, text: Hosting}] | {id: X1, deliverable: Poster} | {title: 7}
{unknown: 1} | [[]] | {name: Acme} | [~] | {id: ~} | [{id: M1}] | [{title: Design}]
{date: 2026-05-04} | {date: soon}
""".strip()
    .replace("\n", " | ")
    .split(" | ")
)
CASES = [(kind, value) for kind in KEYS for value in ("", *VALUES)]


def as_yaml_1_2(text: str, plain: bool) -> Any:
    """A scalar as the core schema of YAML 1.2 reads it."""
    if not plain:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    if re.fullmatch(r"0x[0-9a-fA-F]+", text):
        return int(text, 16)
    if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", text):
        number = float(text)
        return min(number, 1e308)
    return text


def as_yaml_1_1(text: str, plain: bool) -> Any:
    """A scalar as readers of YAML 1.1 make it, dates being text in JSON."""
    try:
        value = yaml.safe_load(text) if plain else text
    except ValueError:
        return text
    return value.isoformat() if isinstance(value, Date) else value


def as_json(node: Node, read: Any) -> Any:
    """A tree with the keys as text and the scalars as some reader types them."""
    if isinstance(node, Scalar):
        return read(node.text, node.plain)
    if isinstance(node, Mapping):
        return {entry.key.text: as_json(entry.value, read) for entry in node.entries}
    return [as_json(item, read) for item in node.items]


def tree(text: str) -> Mapping:
    """The node of a YAML record."""
    node = parse_yaml(SourceFile("contract.yaml", text)).node
    assert isinstance(node, Mapping)
    return node


@pytest.mark.parametrize(("kind", "value"), CASES)
def test_schema_and_binder_accept_the_same(kind: str, value: str) -> None:
    node = tree(KEYS[kind].replace("VALUE", value))
    older, newer = as_json(node, as_yaml_1_1), as_json(node, as_yaml_1_2)
    accepted = json.dumps(older) == json.dumps(newer) and VALIDATOR.is_valid(newer)
    assert (bind_record(node).problems == []) is accepted


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(schema("contract"))


def test_every_example_in_the_schema_is_accepted() -> None:
    definitions = schema("contract")["definitions"]
    for name, definition in definitions.items():
        for record in (definition, *definition.get("properties", {}).values()):
            for example in record.get("examples", ()):
                rooted = {**record, "definitions": definitions}
                assert Draft7Validator(rooted).is_valid(example), (name, example)


def test_every_key_has_a_place_in_the_model_and_a_description() -> None:
    for name, definition in schema("contract")["definitions"].items():
        assert definition["description"].endswith("."), name
        if is_record(name):
            for key, field in record_type(name).fields.items():
                assert field.shared or field.slot is not None, (name, key)
                assert field.shared or definition["properties"][key]["description"].endswith("."), (name, key)


def test_every_kind_of_value_has_a_reader_and_an_example() -> None:
    kinds = {f.kind for f in contract_keys().values()}
    for name in schema("contract")["definitions"]:
        if is_record(name):
            kinds |= {field.kind for field in record_type(name).fields.values()}
    scalars = {kind for kind in kinds if not is_record(kind)}
    assert scalars - READERS.keys() == {"citation", "approval_link", "addition"}
    assert scalars <= _EXPECTED.keys() | {"word"}


def test_columns_of_one_record_are_told_apart() -> None:
    for name in schema("contract")["definitions"]:
        if is_record(name):
            first: dict[str, Field] = {}
            for field in record_type(name).fields.values():
                own = [column for column in field.columns if column.lower() not in first]
                assert own, (name, field.key)
                first.update({column.lower(): field for column in field.columns})


nodes = st.recursive(
    st.sampled_from([value for value in VALUES if value[0] not in "[{'"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(
            st.sampled_from(
                ["id", "date", "evidence", "approval", "adds", "amount", "scope", "text", "contract"]
            ),
            inner,
            max_size=5,
        ).map(lambda held: "{" + ", ".join(f"{key}: {value}" for key, value in held.items()) + "}"),
    ),
    max_leaves=12,
)


@given(st.sampled_from(sorted(schema("contract")["properties"])), nodes)
def test_no_tree_is_too_strange_to_bind(key: str, value: str) -> None:
    binder = bind_record(tree(f"{key}: {value}"))
    assert isinstance(binder, Binder)
    for problem in binder.problems:
        assert 0 <= problem.finding.at.span.start <= problem.finding.at.span.end
