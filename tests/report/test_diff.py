"""The diff that ``--diff`` prints is what ``patch`` would apply."""

import shutil
import subprocess
from pathlib import Path

import pytest

from scopelint.report.diff import render

BOM = b"\xef\xbb\xbf"
PAIRS = {
    "a line": (b"one\ntwo\nthree\n", b"one\n2\nthree\n"),
    "tabs": (b"\tone\n\ttwo\tx\n", b"\tone\n\t2\tx\n"),
    "CRLF": (b"one\r\ntwo\r\n", b"one\r\n2\r\n"),
    "a byte order mark": (BOM + b"one\ntwo\n", BOM + b"1\ntwo\n"),
    "no final line end": (b"one\ntwo", b"1\ntwo"),
    "a final line end": (b"one\ntwo", b"one\ntwo\n"),
    "text below": (b"one\n", b"one\n\n## two\n"),
    "other letters": ("für\nzwei 中\n".encode(), "für\ndrei 中\n".encode()),
}


def test_what_could_command_a_terminal_is_escaped() -> None:
    shown = render({"a.md": b"\x1b[31mred\n"}, {"a.md": b"\x1b[31mblue\n"})
    assert "\x1b" not in shown


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
@pytest.mark.parametrize("name", PAIRS)
def test_patch_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    before, after = PAIRS[name]
    (tmp_path / "a.md").write_bytes(before)
    diff = render({"a.md": before}, {"a.md": after}).encode()
    subprocess.run(["patch", "-p1", "--binary"], input=diff, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "a.md").read_bytes() == after
