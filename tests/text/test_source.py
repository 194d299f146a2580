from hypothesis import given
from hypothesis import strategies as st

from scopelint.text import Edit, Position, SourceFile, Span, apply_edits
from scopelint.text.source import line_starts

TEXT = st.text(alphabet=st.sampled_from(list("ab\r\n\u2028\x85é")))


def test_lf_crlf_and_cr_end_lines_and_nothing_else() -> None:
    assert line_starts("a\nb\r\nc\rd\u2028e\x85f") == [0, 2, 5, 7]


def test_a_final_line_end_opens_no_line() -> None:
    assert SourceFile("a.md", "one\ntwo\n").line_count == 2


def test_positions_count_from_one() -> None:
    source = SourceFile("a.md", "one\r\ntwo")
    assert source.position(5) == Position(2, 1)
    assert source.position(99) == Position(2, 4)
    assert source.line(1) == "one"


@given(TEXT)
def test_position_and_offset_are_inverse(text: str) -> None:
    source = SourceFile("a.md", text)
    for offset in range(len(text)):
        if text[offset] not in "\r\n":
            assert source.offset(source.position(offset)) == offset


@given(TEXT)
def test_lines_hold_the_whole_text(text: str) -> None:
    source = SourceFile("a.md", text)
    kept = "".join(source.line(n + 1) for n in range(source.line_count))
    assert kept == text.replace("\r", "").replace("\n", "")


def test_edits_apply_whatever_their_order() -> None:
    edits = [Edit(Span("a", 4, 7), "2"), Edit(Span("a", 0, 3), "1")]
    assert apply_edits("one two", edits) == "1 2"
