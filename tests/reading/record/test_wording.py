"""The words in the values of a record."""

import pytest

from tests.reading.reader import fragment, words_at


@pytest.mark.parametrize(
    "value",
    [
        "un\u00adlimited support",
        '"un\\u00ADlimited sup\\u200bport"',
        "unlimited\u2060 sup\ufeffport",
        "unlimited support",
    ],
)
def test_signs_that_nobody_sees_part_no_word(value: str) -> None:
    text = f"deliverables:\n  - id: D1\n    deliverable: {value} for the shop\n".replace(
        '" for the shop', ' for the shop"'
    )
    (phrase,) = fragment(text, "scope.yaml").phrases
    assert (phrase.group, phrase.text.value) == ("open-promise", "unlimited support")
    assert words_at(text, phrase.text.span)[:2] in ("un", '"u')
