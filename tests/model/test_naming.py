"""How messages name things."""

from scopelint.model.naming import counted, is_id, listed, quoted


def test_quoted_words_stay_on_one_line_and_readable() -> None:
    assert quoted("two\nlines with `code`") == "`two lines with 'code'`"
    assert quoted("x" * 100) == f"`{'x' * 59}…`"


def test_enumerations_and_numbers() -> None:
    assert listed(["`D1`"]) == "`D1`"
    assert listed(["`D1`", "`D2`", "`D3`"]) == "`D1`, `D2` and `D3`"
    assert counted(1, "round") == "1 round"
    assert counted(0, "round") == "0 rounds"


def test_ids_are_told_from_words() -> None:
    assert all(map(is_id, ("D1", "CO-12", "AP_3", "M 2")))
    assert not any(map(is_id, ("Design", "first draft", "2026-03-02", "1")))
