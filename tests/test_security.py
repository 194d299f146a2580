"""Every guarantee of SECURITY.md stands beside tests that are there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUARANTEES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| guarantee")
]
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def names(page: Path) -> set[str]:
    """What a page of tests may be cited for: itself, its tests and its classes."""
    tree = ast.parse(page.read_text(encoding="utf-8"))
    defined = {part.name for part in tree.body if isinstance(part, ast.FunctionDef | ast.ClassDef)}
    return {page.name} | {name for name in defined if name.startswith(("test_", "Test"))}


def test_there_are_the_guarantees() -> None:
    assert len(GUARANTEES) >= 8
    assert all(LINK.search(tests) for _, tests in GUARANTEES)


def test_each_cited_test_exists() -> None:
    for _, tests in GUARANTEES:
        for name, path in LINK.findall(tests):
            assert name in names(ROOT / path), (name, path)
