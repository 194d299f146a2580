"""The page on writing rules is true: every example in it is a rule that does what it says."""

import re
from pathlib import Path

import pytest

from scopelint.catalog import load_catalog
from scopelint.catalog.condition import WORDS
from scopelint.catalog.library import page_of
from scopelint.syntax.load import decode
from scopelint.testing.verify import complaints
from scopelint.text import SourceFile

PAGE = Path(__file__).parents[2] / "docs" / "writing-rules.md"
TEXT = PAGE.read_text(encoding="utf-8")
RULES = {match[1]: match[0] for match in re.finditer(r"(?<=```yaml\n)id: (\S+)\n.*?(?=```)", TEXT, re.DOTALL)}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_of_the_page_does_what_its_examples_say(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.yaml"
    file.write_text(RULES[name], encoding="utf-8")
    source = decode(str(file), file.read_bytes())
    assert isinstance(source, SourceFile)
    catalog = load_catalog([source], packages=False)
    assert [problem.finding.message for problem in catalog.problems] == []
    told = [str(complaint) for complaint in complaints(page_of(catalog, name), [str(file)])]
    assert not told, "\n\n".join(told)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_has_an_example(word: str) -> None:
    assert re.search(rf"^### .*\b{word}\b", TEXT, re.MULTILINE)
    assert any(re.search(rf"\b{word}\b", rule) for rule in RULES.values())
