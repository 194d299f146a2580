"""The whole program on hostile documents: the right answer in time, printable, and never a traceback."""

from pathlib import Path

import pytest

from tests.hostile.bounded import check
from tests.hostile.cases import CASES, FULL

CLEAN = frozenset(("many placeholders.md", "right to left.md"))
"""Documents that state nothing a rule would object to."""

UNREAD = frozenset(FULL) | frozenset(
    (
        "alias bomb.yaml",
        "at sign.yaml",
        "backtick.yaml",
        "bad escape.yaml",
        "bad utf-8.md",
        "binary.md",
        "block scalar.yaml",
        "closed brackets.yaml",
        "colon in value.yaml",
        "comma only.yaml",
        "control characters.yaml",
        "definitions.md",
        "document ends.yaml",
        "escape sequence.yaml",
        "fence never closed.md",
        "front matter bomb.md",
        "front matter deep.md",
        "included and excluded.md",
        "lists by lines.md",
        "lone returns.yaml",
        "long suppression.md",
        "look-alikes.md",
        "many documents.yaml",
        "many fences.md",
        "many items.yaml",
        "many suppressions.md",
        "merge bomb.yaml",
        "money.md",
        "nested both.md",
        "nested braces.yaml",
        "nested brackets.yaml",
        "nested dashes.yaml",
        "nested keys.yaml",
        "nested lists.md",
        "nested quotes.md",
        "not yaml.yaml",
        "nul.md",
        "null key.yaml",
        "one long line.md",
        "open tags.md",
        "overlong.yaml",
        "percent.yaml",
        "question marks.yaml",
        "quotes by lines.md",
        "repeated keys.yaml",
        "rows without header.md",
        "rules only.md",
        "setext rules.md",
        "suppress all.md",
        "surrogate escape.yaml",
        "surrogates.md",
        "tabs.yaml",
        "too large.md",
        "unclosed double quote.yaml",
        "unclosed flow.yaml",
        "unclosed quote.yaml",
        "unknown handle.yaml",
        "utf-16 without mark.md",
        "utf-16.md",
        "utf-32.yaml",
        "wide alias bomb.yaml",
        "wide header over short rows.md",
    )
)
"""Documents that are not read, or not to their end: such a run ends with 2."""


def test_every_case_has_a_code() -> None:
    assert CASES.keys() >= CLEAN | UNREAD
    assert not CLEAN & UNREAD


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_program_answers(name: str, tmp_path: Path) -> None:
    path = tmp_path / ("scope.md" if name.endswith(".md") else "milestones.yaml")
    path.write_bytes(CASES[name])
    report = tmp_path / "report.txt"
    ran = check(tmp_path, "--as-of", "2026-02-01", "--output", f"text:{report.name}", path.name)
    assert ran.code == (2 if name in UNREAD else 0 if name in CLEAN else 1), ran.output[-500:]
    assert "Traceback" not in ran.output
    for printed in (ran.output, report.read_text(encoding="utf-8")):
        assert all(line.isprintable() for line in printed.split("\n"))
    if name in UNREAD:
        assert f"{path.name}:" in ran.output
        assert "error[exceeded-limit]" in ran.output or "error[un" in ran.output or "error[inv" in ran.output
