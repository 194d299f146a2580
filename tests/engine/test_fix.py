import stat
from pathlib import Path

import pytest

from scopelint.engine.fix import Fixed, fixed, write_fixed
from scopelint.engine.request import Request
from scopelint.engine.write import WriteError
from tests.conftest import Folder

UNUSED = "<!-- scopelint: ignore[missing-scope] said elsewhere -->\n"
TEXT = f"# Logo for Acme\n\n{UNUSED}## Scope\n\nOne logo in three colour versions, drawn after the sketch of 2026-01-05, delivered as SVG.\n"


def contents(result: Fixed) -> dict[str, str]:
    return {path: data.decode() for path, data in result.after.items()}


def test_nothing_is_written_before_asked(folder: Folder) -> None:
    root = folder({"logo.md": TEXT})
    result = fixed(Request(("logo.md",)))
    assert contents(result) == {"logo.md": TEXT.replace(UNUSED, "")}
    assert (root / "logo.md").read_text() == TEXT
    write_fixed(result)
    assert (root / "logo.md").read_text() == TEXT.replace(UNUSED, "")


def test_fixing_again_changes_nothing(folder: Folder) -> None:
    folder({"logo.md": TEXT})
    write_fixed(fixed(Request(("logo.md",))))
    assert contents(fixed(Request(("logo.md",)))) == {}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("line ends", lambda text: text.replace("\n", "\r\n")),
        ("byte order mark", lambda text: "\ufeff" + text),
        ("no final line end", lambda text: text.rstrip("\n")),
    ],
)
def test_the_rest_of_the_file_stays(folder: Folder, name: str, change: "object") -> None:
    assert callable(change)
    folder({"logo.md": change(TEXT)})
    assert contents(fixed(Request(("logo.md",)))) == {"logo.md": change(TEXT.replace(UNUSED, ""))}


def test_the_mode_stays(folder: Folder) -> None:
    root = folder({"logo.md": TEXT})
    (root / "logo.md").chmod(0o640)
    write_fixed(fixed(Request(("logo.md",))))
    assert stat.S_IMODE((root / "logo.md").stat().st_mode) == 0o640


def test_a_file_changed_meanwhile_is_refused(folder: Folder) -> None:
    root = folder({"logo.md": TEXT})
    result = fixed(Request(("logo.md",)))
    Path(root / "logo.md").write_text("# Rewritten\n")
    with pytest.raises(WriteError, match="has changed meanwhile"):
        write_fixed(result)
    assert (root / "logo.md").read_text() == "# Rewritten\n"


def test_one_name_of_several_is_taken_out(folder: Folder) -> None:
    both = TEXT.replace("[missing-scope]", "[missing-scope, missing-exclusions]").replace(UNUSED[:0], "")
    folder({"logo.md": both})
    after = contents(fixed(Request(("logo.md",))))["logo.md"]
    assert "ignore[missing-exclusions] said elsewhere" in after


DRAFT = "---\nscopelint: 1\ncontract: {id: logo, status: draft}\n---\n# Logo\n\n## Deliverables\n\n"


@pytest.mark.parametrize(
    ("table", "after"),
    [
        (
            "| Deliverable | Quantity |\n|---|---|\n| Logo | 1 |\n",
            "| ID | Deliverable | Quantity |\n| ---- |---|---|\n| D1 | Logo | 1 |\n",
        ),
        (
            "Deliverable | Quantity\n---|---\nLogo | 1\n",
            "ID | Deliverable | Quantity\n---- | ---|---\nD1 | Logo | 1\n",
        ),
    ],
)
def test_a_draft_table_gets_the_column_it_lacks(folder: Folder, table: str, after: str) -> None:
    folder({"scope.md": DRAFT + table})
    assert contents(fixed(Request(("scope.md",), select=("invalid-record",)))) == {"scope.md": DRAFT + after}


def test_ids_that_both_sides_have_seen_are_not_handed_out(folder: Folder) -> None:
    folder(
        {
            "scope.md": DRAFT.replace("draft", "offered")
            + "| Deliverable | Quantity |\n|---|---|\n| Logo | 1 |\n"
        }
    )
    assert contents(fixed(Request(("scope.md",), select=("invalid-record",)))) == {}


def test_no_column_is_added_where_its_ids_could_be_taken(folder: Folder) -> None:
    folder({"scope.md": DRAFT + "| Deliverable | Quantity |\n|---|---|\n| Logo as in D1 | 1 |\n"})
    assert contents(fixed(Request(("scope.md",), select=("invalid-record",)))) == {}
