"""Ways people put the nine clauses in each language, and sentences with the same words that mean something else.

The sentences are in ``wordings/``, by language, below the clause they state or do not state.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.prose.told import prose_of

FOLDER = Path(__file__).parent / "wordings"
FRAMES = {
    "en": "# Agreement\n\n## Notes\n\n{}\n",
    "de": "# Vertrag\n\n## Hinweise\n\n{}\n",
    "es": "# Contrato\n\n## Notas\n\n{}\n",
    "fr": "# Contrat\n\n## Remarques\n\n{}\n",
    "pt": "# Contrato\n\n## Observações\n\n{}\n",
}


def _written() -> Iterator[tuple[str, str, bool, list[str]]]:
    for language in FRAMES:
        for group in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("\n\n"):
            heading, *sentences = group.splitlines()
            clause, _, claim = heading.partition(": ")
            yield language, clause, claim == "stated", [sentence.strip() for sentence in sentences]


def _states(language: str, clause: str, sentence: str) -> bool:
    found = prose_of(FRAMES[language].format(sentence), language).clauses
    return any(one.name == clause and one.status == "stated" for one in found)


@pytest.mark.parametrize(("language", "clause", "stated", "sentences"), list(_written()))
def test_each_sentence_is_understood(language: str, clause: str, stated: bool, sentences: list[str]) -> None:
    assert [s for s in sentences if _states(language, clause, s) is not stated] == []
