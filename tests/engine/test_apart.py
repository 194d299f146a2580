"""Judging in several processes finds what one finds."""

import os
import select
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from scopelint.engine import every
from scopelint.engine.check import check
from scopelint.engine.configuration import Configuration
from scopelint.engine.discover import ContractFiles
from scopelint.engine.request import Request
from scopelint.engine.understand import Understood, understand
from scopelint.report import FORMATS, rendered
from tests.conftest import Folder

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")

SCOPE = "# Site {0}\n\n## Deliverables\n\n- Pages, photographs etc.\n- [Name of page]\n\nWe charge ${0}00.\n"
REQUEST = Request(paths=(".",))


@pytest.fixture
def contracts(folder: Folder) -> Path:
    """Fifty contracts; one cannot be read, one has a suppression, one has an override of its own."""
    root = folder({f"c{number:02}/scope.md": SCOPE.format(number) for number in range(50)})
    (root / "c07/scope.md").write_bytes(b"\xff")
    (root / "c08/scope.md").write_text(SCOPE.format(8) + "\n<!-- scopelint: ignore-file[no-such-rule] -->\n")
    (root / "c09/scopelint.yaml").write_text("severity: {open-ended-wording: error}\nprofil: strict\n")
    return root


@pytest.mark.parametrize("jobs", [2, 3, 49])
def test_any_number_of_processes_reports_the_same(contracts: Path, jobs: int) -> None:
    alone, apart = check(REQUEST), check(REQUEST._replace(jobs=jobs))
    assert alone.exit_code == 2
    for form in FORMATS:
        assert rendered(form, apart) == rendered(form, alone)


def test_what_a_process_leaves_undone_is_done_here(contracts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()

    def deadly(files: ContractFiles, configuration: Configuration, request: Request) -> Understood:
        if files.path == "c20" and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return understand(files, configuration, request)

    alone = check(REQUEST)
    monkeypatch.setattr(every, "understand", deadly)
    assert rendered("json", check(REQUEST._replace(jobs=2))) == rendered("json", alone)


def test_a_failure_in_a_process_is_told_as_any_other(
    contracts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(files: ContractFiles, *rest: object) -> Understood:
        raise RuntimeError(files.path)

    monkeypatch.setattr(every, "understand", failing)
    with pytest.raises(RuntimeError, match="c00"):
        check(REQUEST._replace(jobs=2))


def test_no_process_outlives_the_run(contracts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    fork = os.fork

    def noted() -> int:
        started.append(fork())
        return started[-1]

    def stop(done: int, total: int) -> None:
        if done > 10:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(KeyboardInterrupt):
        check(REQUEST._replace(jobs=3), stop)
    assert len(started) == 3
    for pid in started:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_few_contracts_start_no_process(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder({f"c{number}/scope.md": SCOPE.format(number) for number in range(every.LEAST - 1)})
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was started"))
    check(REQUEST._replace(jobs=8))


def test_no_process_outlives_a_run_that_is_killed(folder: Folder) -> None:
    """Each finds more than a pipe holds, so that it would wait for a reader."""
    folder({f"c{number:02}/scope.md": SCOPE.format(number) + "- more, etc.\n" * 80 for number in range(60)})

    def die(done: int, total: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    ended, held = os.pipe()
    run = os.fork()
    if run == 0:
        os.setsid()
        check(REQUEST._replace(jobs=3), die)
    os.close(held)
    os.waitpid(run, 0)
    try:
        assert select.select([ended], (), (), 20)[0], "a process still holds the other end"
    finally:
        os.close(ended)
        with suppress(ProcessLookupError):
            os.killpg(run, signal.SIGKILL)
