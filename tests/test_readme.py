"""What the README shows is what the program prints. ``UPDATE_README=1 pytest tests/test_readme.py`` renews it."""

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.program import scopelint

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"<!-- (run|file): (.+?) -->\n```text\n(.*?)```", re.DOTALL)


def actual(kind: str, what: str) -> str:
    """What the program prints, or what a file that a test keeps up to date holds."""
    if kind == "file":
        return (ROOT / what).read_text()
    name, *arguments = shlex.split(what)
    assert name == "scopelint"
    return f"$ {what}\n" + scopelint(*arguments, cwd=ROOT).out


def test_the_readme_shows_real_output() -> None:
    text = README.read_text()
    renewed = BLOCK.sub(lambda b: f"<!-- {b[1]}: {b[2]} -->\n```text\n{actual(b[1], b[2])}```", text)
    if os.environ.get("UPDATE_README"):
        README.write_text(renewed)
    assert len(BLOCK.findall(text)) == 2
    assert text == renewed


@pytest.mark.parametrize(
    "page", sorted([README, *ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]), ids=lambda p: str(p.name)
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text()):
        assert (page.parent / target).exists(), target
