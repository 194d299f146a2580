"""Rule authors run their examples with pytest."""

import os
import subprocess
import sys
from pathlib import Path

RULE = """\
id: tiny-milestone
summary: No milestone is worth less than its invoice.
severity: info
every: milestone
require:
  amount: {at_least: 20}
message: milestone `{self}` is only {value}
examples:
  - name: five dollars
    kind: fails
    files:
      milestones.yaml: |
        milestones:
          - {id: M1, amount: 5.00}
    expect: |
      milestones.yaml:2:22: info[tiny-milestone]: milestone `M1` is only 5
"""


def run_pytest(folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text('pytest_plugins = ["scopelint.testing.plugin"]\n', encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "rules"]
    return subprocess.run(
        command, check=False, cwd=folder, env={**os.environ}, capture_output=True, text=True
    )


def test_examples_are_tests(tmp_path: Path) -> None:
    page = tmp_path / "rules" / "milestones" / "tiny-milestone.yaml"
    page.parent.mkdir(parents=True)
    page.write_text(RULE, encoding="utf-8")
    assert "1 passed" in run_pytest(tmp_path).stdout
    page.write_text(RULE.replace("is only 5\n", "is only 50\n"), encoding="utf-8")
    wrong = run_pytest(tmp_path).stdout
    assert "+milestones.yaml:2:22: info[tiny-milestone]: milestone `M1` is only 5" in wrong
    page.write_text(RULE.replace("amount: {at_least", "amuont: {at_least"), encoding="utf-8")
    assert (
        "no part of a contract is called `amuont` here (did you mean `amount`?)"
        in run_pytest(tmp_path).stdout
    )
