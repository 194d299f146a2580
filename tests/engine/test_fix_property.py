"""Whatever a file looks like, fixing touches nothing but what it names."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from scopelint.catalog import load_catalog
from scopelint.catalog.library import all_pages
from scopelint.engine.check import check
from scopelint.engine.fix import fixed
from scopelint.engine.request import Request
from scopelint.engine.understand import understand_all
from scopelint.model import Contract
from scopelint.model.difference import differences

BOM = b"\xef\xbb\xbf"
PAGES = tuple(all_pages(load_catalog(packages=False)))
STUBS = tuple(page.id for page in PAGES if page.data.get("stub"))
REWORDING = ("invalid-record", "duplicate-id", "ambiguous-scalar", "impossible-milestone-status")


@cache
def files(rules: tuple[str, ...]) -> list[tuple[str, str]]:
    """Name and text of every file in the examples of some rules."""
    pages = [page for page in PAGES if page.id in rules]
    return [item for page in pages for example in page.examples for item in example.files.items()]


def fixed_file(name: str, data: bytes, rules: tuple[str, ...]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(data)
        result = fixed(Request((str(path),), select=rules), unsafe=True)
        assert path.read_bytes() == data, "nothing is written before it is asked for"
        return next(iter(result.after.values()), data)


def written(text: str, end: str, marked: bool, closed: bool) -> bytes:
    body = text if closed else text.rstrip("\n")
    return (BOM if marked else b"") + body.replace("\n", end).encode()


shapes = (st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())


@settings(max_examples=60)
@given(st.sampled_from(files(STUBS)), *shapes)
def test_a_stub_only_appends(file: tuple[str, str], end: str, marked: bool, closed: bool) -> None:
    before = written(file[1], end, marked, closed)
    after = fixed_file(file[0], before, STUBS)
    assert after.startswith(before)
    if end == "\r\n" and b"\n" in before:
        assert after.count(b"\n") == after.count(b"\r\n")


@settings(max_examples=60)
@given(st.sampled_from(files(REWORDING)), *shapes)
def test_rewording_keeps_mark_and_line_ends(
    file: tuple[str, str], end: str, marked: bool, closed: bool
) -> None:
    before = written(file[1], end, marked, closed)
    after = fixed_file(file[0], before, REWORDING)
    assert after.startswith(BOM) == marked
    assert after.endswith(b"\n") == before.endswith(b"\n")
    if end == "\r\n":
        assert after.count(b"\n") == after.count(b"\r\n")


VALUE = st.sampled_from(
    ["x", "5", "2026-01-08", "08.01.2026", "no", "1:30", "", "12e3", "'a'", "active", "M1"]
)
ENTRY = st.dictionaries(
    st.sampled_from(
        ["id", "title", "deliverable", "amount", "status", "due_on", "started_on", "date", "text"]
    ),
    VALUE,
    max_size=5,
)
PART = st.sampled_from(["deliverables", "milestones", "approvals", "changes", "exclusions", "evidence"])
RECORDS = st.dictionaries(PART, st.lists(ENTRY, max_size=4), max_size=4)


def record_text(records: dict[str, list[dict[str, str]]], status: str) -> str:
    lines = ["scopelint: 1", f"contract: {{id: a, status: {status}, price: 5}}"]
    for part, entries in records.items():
        lines.append(f"{part}:")
        lines += [
            "- {" + ", ".join(f"{key}: {value}" for key, value in entry.items()) + "}" for entry in entries
        ]
    return "\n".join(lines) + "\n"


def meant(name: str, data: bytes) -> Contract | None:
    """The contract that a file of records is understood as."""
    (one,) = understand_all(Request((name,), overlay={name: data})).contracts
    return one.contract


@settings(max_examples=60)
@given(RECORDS, st.sampled_from(["draft", "active"]))
def test_safe_fixes_converge_and_keep_what_a_generated_contract_means(
    records: dict[str, list[dict[str, str]]], status: str
) -> None:
    text = record_text(records, status)
    name = "contract.yaml"
    once = fixed(Request((name,), overlay={name: text.encode()}))
    after = once.after.get(name, text.encode())
    again = fixed(Request((name,), overlay={name: after}))
    assert not again.after, "a second run finds nothing to fix"
    before, now = meant(name, text.encode()), meant(name, after)
    if before and now:
        assert not [change for change in differences(before, now) if change.field is not None]
    # What no edit names stays, line by line.
    touched = {d.finding.at.span.start for d in once.findings}
    assert bool(touched) == bool(once.after)
    assert len(after.splitlines()) == len(text.splitlines())


@settings(max_examples=60)
@given(RECORDS, st.sampled_from(["draft", "active"]), st.sampled_from(["\n", "\r\n"]))
def test_only_what_the_report_names_is_changed(
    records: dict[str, list[dict[str, str]]], status: str, end: str
) -> None:
    """What a fix may touch is what a check before it reports as the ranges of its edits."""
    text = record_text(records, status).replace("\n", end)
    name = "contract.yaml"
    request = Request((name,), overlay={name: text.encode()})
    fixes = [d.finding.fix for d in check(request).diagnostics if d.finding.fix is not None]
    spans = sorted({(edit.span.start, edit.span.end) for fix in fixes if fix.safe for edit in fix.edits})
    assert all(0 <= start <= stop <= len(text) for start, stop in spans)
    after = fixed(request).after.get(name, text.encode()).decode()
    at = 0
    begin = 0
    for start, stop in [*spans, (len(text), len(text))]:
        kept = text[begin:start]
        found = after.find(kept, at)
        assert found >= 0, "what stands between the ranges stays, in order"
        at, begin = found + len(kept), max(begin, stop)
    assert spans or after == text
