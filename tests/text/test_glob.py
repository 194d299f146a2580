import time

import pytest

from scopelint.text.glob import is_costly, matches


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("a.yaml", "*.yaml"),
        ("rules/a.yaml", "rules/*.yaml"),
        ("rules/a.yaml", "**/*.yaml"),
        ("rules/a.yaml", "rules/**/a.yaml"),
        ("rules/x/y/a.yaml", "rules/**/a.yaml"),
        ("rules/x/y/a.yaml", "**"),
    ],
)
def test_a_glob_names_a_path(name: str, pattern: str) -> None:
    assert matches(name, pattern)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("rules/a.yaml", "*.yaml"),
        ("a.yaml", "rules/*.yaml"),
        ("rules/x/a.yaml", "rules/*.yaml"),
        ("rules/a.yml", "**/*.yaml"),
        ("rules", "rules/*"),
    ],
)
def test_a_glob_leaves_other_paths(name: str, pattern: str) -> None:
    assert not matches(name, pattern)


def test_no_pattern_takes_long() -> None:
    start = time.process_time()
    assert not matches("/".join("a" * 1000), "**/a/" * 50 + "b")
    assert not matches("a" * 250, "*a" * 50 + "b")
    assert time.process_time() - start < 1


def test_a_pattern_for_a_matcher_that_backtracks_has_few_stars() -> None:
    assert not is_costly("**/contracts/*/*.md")
    assert not is_costly("*.*.*")
    assert is_costly("*a*a*a*b")
    assert is_costly("**/a/" * 4 + "b")
