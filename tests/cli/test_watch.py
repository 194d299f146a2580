import sys
from io import StringIO

import pytest

from scopelint.cli.terminal import Watch


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: StringIO) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(Watch, "PATIENCE", 0.0)
    with Watch() as watch:
        watch(3, 10)
    return stream.getvalue()


def test_a_terminal_shows_progress_and_is_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert shown(monkeypatch, Terminal()) == "\r3 of 10 contracts checked\r\x1b[K"


def test_pipes_and_ci_stay_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert shown(monkeypatch, StringIO()) == ""
    monkeypatch.setenv("CI", "true")
    assert shown(monkeypatch, Terminal()) == ""
