"""The whole program beside hostile settings: an answer in time, and the other contract judged all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import SOURCE
from tests.hostile.settings import FILES
from tests.hostile.test_syntax import SECONDS

SITE = "# Site\n\n## Deliverables\n\n- Five pages\n\nWe charge $900.\n"
MOST_MB = 512
CASES = [(kind, name) for kind, (_, contents) in FILES.items() for name in contents]
BLIND = {("configuration", "selected names"), ("configuration", "globs"), ("configuration", "stars")}
"""Settings that ask for other rules, or for other contracts, and get them."""


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name"), CASES, ids=lambda part: part.replace(" ", "-"))
def test_settings_break_nothing(kind: str, name: str, tmp_path: Path) -> None:
    file, contents = FILES[kind]
    for folder in ("site", "other", "pages"):
        (tmp_path / folder).mkdir()
    (tmp_path / "site" / "scope.md").write_text(SITE)
    (tmp_path / "other" / "scope.md").write_text(SITE)
    if kind == "rule page":
        (tmp_path / "scopelint.yaml").write_text("rules: [pages/*.yaml]\n")
    (tmp_path / file).write_bytes(contents[name])
    code, out, seconds, peak = checked(tmp_path)
    assert code in (0, 1, 2), out[-500:]
    assert "Traceback" not in out
    assert "a bug in scopelint" not in out
    assert seconds < 2 * SECONDS
    assert peak < MOST_MB
    assert len(out.splitlines()) < 300
    assert "other/scope.md" in out or (kind, name) in BLIND or "exceeded-limit" in out


def checked(folder: Path) -> tuple[int, str, float, float]:
    """Exit code, output, CPU seconds and the most memory in MB of a check."""
    with (folder / "printed").open("w+b") as printed:
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "scopelint", "check", "--no-cache", "--format", "concise", "."],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        out = printed.read().decode("utf-8", "replace")
    return child.returncode, out, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
