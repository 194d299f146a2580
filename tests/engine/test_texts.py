"""What is kept of the files of a contract once it is judged."""

from pathlib import Path

import pytest

from scopelint.diagnostics import Diagnostic, Finding, Fix, Label, Severity, files_pointed_into
from scopelint.engine.texts import Texts
from scopelint.text import Edit, SourceFile, Span


def test_a_text_that_was_kept_is_not_read_again(tmp_path: Path) -> None:
    kept, other = str(tmp_path / "scope.md"), str(tmp_path / "notes.md")
    Path(other).write_text("# Notes\n")
    texts = Texts([kept, other], kept={kept: SourceFile(kept, "# Site\n")})
    assert [text.text for text in texts.values()] == ["# Site\n", "# Notes\n"]


def test_a_text_that_is_gone_is_no_text(tmp_path: Path) -> None:
    texts = Texts([str(tmp_path / "gone.md")])
    with pytest.raises(KeyError):
        texts[str(tmp_path / "gone.md")]
    assert list(texts) == [str(tmp_path / "gone.md")]


def test_a_report_needs_the_files_of_places_and_of_fixes() -> None:
    finding = Finding(
        "`M1` has no price",
        Label(Span("milestones.yaml", 0, 2)),
        related=(Label(Span("scope.md", 4, 9)),),
        fix=Fix("Add it", (Edit(Span("changelog.yaml", 0, 0), "x"),)),
        about=(Span("approvals.yaml", 0, 1),),
    )
    pointed = files_pointed_into([Diagnostic("missing-price", Severity.ERROR, finding)])
    assert pointed == {"milestones.yaml", "scope.md", "changelog.yaml"}
