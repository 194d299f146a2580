"""Bytes to text."""

import codecs

import pytest

from scopelint.diagnostics import Problem
from scopelint.syntax.limits import Limits
from scopelint.syntax.load import decode
from scopelint.text import SourceFile


def problem_of(data: bytes, limits: Limits | None = None) -> tuple[str, str]:
    problem = decode("scope.md", data, limits or Limits())
    assert isinstance(problem, Problem)
    return problem.rule, problem.finding.message


def test_utf8_is_read_and_its_mark_taken_off() -> None:
    source = decode("scope.md", codecs.BOM_UTF8 + "Prix: 5 €\r\n".encode())
    assert isinstance(source, SourceFile)
    assert (source.text, source.bom) == ("Prix: 5 €\r\n", True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (codecs.BOM_UTF16_LE + "a".encode("utf-16-le"), "the file is UTF-16, not UTF-8"),
        (b"a\nb\0c", "a NUL byte at line 2 (byte 3): this is no text file"),
        (codecs.BOM_UTF8 + b"a\r\n\r\n\xff", "the byte 0xff at line 3 (byte 8) is not UTF-8"),
        (b"caf\xe9", "the byte 0xe9 at line 1 (byte 3) is not UTF-8"),
    ],
)
def test_other_bytes_are_one_clear_problem(data: bytes, message: str) -> None:
    assert problem_of(data) == ("unreadable-file", message)


def test_the_size_limit_is_printed() -> None:
    assert problem_of(b"abcdef", Limits(file_bytes=5)) == (
        "exceeded-limit",
        "the file is larger than 5 bytes, and is not read",
    )
