"""The compiled lexicons are those of the YAML beside them."""

import pytest

from scopelint.reading.lexicon.compile import FOLDER, compiled_files


@pytest.fixture(scope="module")
def compiled() -> dict[str, str]:
    return compiled_files()


@pytest.mark.parametrize("name", ["world", "en", "de", "es", "fr", "pt"])
def test_compiled_file_regenerates_unchanged(name: str, compiled: dict[str, str]) -> None:
    written = (FOLDER / "compiled" / f"{name}.json").read_text(encoding="utf-8")
    assert written == compiled[f"{name}.json"], "run: python -m scopelint.reading.lexicon.compile"


def test_nothing_else_is_compiled(compiled: dict[str, str]) -> None:
    assert {path.name for path in (FOLDER / "compiled").iterdir()} == set(compiled)
