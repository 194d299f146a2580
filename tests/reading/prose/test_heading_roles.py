"""Which headings, as people write them, stand above the work and which above something else.

Each file in ``headings/`` holds those of one language: the ones above lists of work, then the others.
"""

from pathlib import Path

import pytest

from scopelint.reading.prose.reading import open_reading
from scopelint.reading.prose.role import Role, roles_of
from scopelint.syntax.markdown import parse_markdown
from scopelint.text import SourceFile

FILES = sorted((Path(__file__).parent / "headings").glob("*.txt"))


def _headings(path: Path) -> tuple[list[str], list[str]]:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    work, other = ([line for line in block.splitlines() if not line.startswith("#")] for block in blocks)
    return work, other


def _role(heading: str, language: str) -> Role:
    text = f"# Paper\n\n## {heading}\n\n- Alpha and beta\n- Gamma\n\n## Next\n\nText.\n"
    reading = open_reading(parse_markdown(SourceFile("contract.md", text))[0], language)
    return roles_of(reading.parts, reading.lexicon)[2]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_headings_of_work(path: Path) -> None:
    work, _ = _headings(path)
    assert [heading for heading in work if _role(heading, path.stem) is not Role.DELIVERED] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_headings_of_other_matters(path: Path) -> None:
    _, other = _headings(path)
    open_to_all = (Role.DELIVERED, Role.UNKNOWN)
    assert [heading for heading in other if _role(heading, path.stem) in open_to_all] == []
