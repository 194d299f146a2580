"""Whatever a file looks like, fixing touches nothing but what it names."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from scopelint.catalog import load_catalog
from scopelint.catalog.library import all_pages
from scopelint.engine.fix import fixed
from scopelint.engine.request import Request

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


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(files(STUBS)), *shapes)
def test_a_stub_only_appends(file: tuple[str, str], end: str, marked: bool, closed: bool) -> None:
    before = written(file[1], end, marked, closed)
    after = fixed_file(file[0], before, STUBS)
    assert after.startswith(before)
    if end == "\r\n" and b"\n" in before:
        assert after.count(b"\n") == after.count(b"\r\n")


@settings(max_examples=60, deadline=None)
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
