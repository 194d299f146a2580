"""What no rule takes for terms is said by every check, and listed by ``show``."""

import json
from pathlib import Path

import pytest

from scopelint.engine.check import check
from scopelint.engine.request import Request
from scopelint.report import rendered
from tests.cli.program import scopelint
from tests.conftest import Folder
from tests.history.scripted import ScriptedRepository

SITE = """# Website

Ann builds a website of five pages for Bob.

<!-- No refunds. -->

> Unlimited revisions are included.

```
make build
```
"""
PLAIN = (
    "# Website\n\nAnn builds a website of five pages for Bob.\n\n```\nmake build\n```\n\n> To the stars!\n"
)
RECORD = "contract:\n  title: Website\n  # Unlimited revisions are included.\n  # See the wiki.\n"


def line(folder: Folder, files: dict[str, str], *paths: str, format: str = "text") -> str:
    """The line of a check's summary about what is not read, "" without one."""
    folder(files)
    told = rendered(format, check(Request(paths or tuple(files))))
    return next((line for line in told.splitlines() if "Not read as terms" in line), "")


def test_a_check_says_what_it_did_not_read(folder: Folder) -> None:
    assert line(folder, {"site.md": SITE}) == (
        "Not read as terms: 2 passages at site.md:5, site.md:7 (`scopelint show site.md` lists them)."
    )


def test_of_many_it_names_the_first(folder: Folder) -> None:
    files = {f"{name}/scope.md": SITE for name in "abc"}
    assert line(folder, files, ".") == (
        "Not read as terms: 6 passages at a/scope.md:5, a/scope.md:7, b/scope.md:5, … "
        "(`scopelint show PATH` lists them)."
    )


def test_a_path_stays_one_word_of_the_command(folder: Folder) -> None:
    assert "`scopelint show 'a $(b).md'`" in line(folder, {"a $(b).md": SITE})


def test_what_settles_nothing_is_not_worth_a_line(folder: Folder) -> None:
    assert line(folder, {"site.md": PLAIN}) == ""


def test_of_a_record_the_comments_that_settle_a_term(folder: Folder) -> None:
    assert "1 passage at contract.yaml:3 " in line(folder, {"contract.yaml": RECORD})


@pytest.mark.parametrize("format", ["github"])
def test_other_formats_say_it_too(folder: Folder, format: str) -> None:
    assert "2 passages at site.md:5, site.md:7" in line(folder, {"site.md": SITE}, format=format)


def test_reports_for_programs_hold_the_words(folder: Folder) -> None:
    folder({"site.md": SITE})
    report = json.loads(scopelint("check", "--format", "json", "site.md").out)
    assert report["unread_text"] == [
        {
            "path": "site.md",
            "line": 5,
            "column": 1,
            "end_line": 5,
            "end_column": 21,
            "kind": "comment",
            "shown": False,
            "notable": True,
            "text": "<!-- No refunds. -->",
        },
        {
            "path": "site.md",
            "line": 7,
            "column": 1,
            "end_line": 7,
            "end_column": 36,
            "kind": "quote",
            "shown": True,
            "notable": True,
            "text": "> Unlimited revisions are included.",
        },
    ]
    log = json.loads(scopelint("check", "--format", "sarif", "site.md").out)
    notes = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes] == [
        "the words of a comment are not read as terms",
        "the words of a quote are not read as terms",
    ]


def test_show_lists_all_of_them_for_programs(folder: Folder) -> None:
    folder({"site.md": SITE})
    (contract,) = json.loads(scopelint("show", "--format", "json", "site.md").out)["contracts"]
    assert [(one["kind"], one["line"], one["notable"]) for one in contract["unread_text"]] == [
        ("comment", 5, True),
        ("quote", 7, True),
        ("code", 9, False),
    ]


def test_show_reads_within_the_configured_limits(folder: Folder) -> None:
    folder(
        {"site.md": PLAIN + "\nNo refunds are given.\n", "scopelint.yaml": "limits: {markdown_lines: 4}\n"}
    )
    shown = scopelint("show", "site.md")
    assert shown.code == 2
    assert "No refunds are given." in shown.out


def test_signs_do_not_push_words_out_of_the_list(folder: Folder) -> None:
    folder({"site.md": "# Website\n\n" + "> " * 45 + "No refunds are given.\n"})
    assert "quote    No refunds are given.  site.md:3" in scopelint("show", "site.md").out


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github"])
def test_a_cache_gives_the_same_bytes(folder: Folder, format: str, tmp_path: Path) -> None:
    folder({f"{name}/scope.md": SITE for name in "ab"} | {"c/contract.yaml": RECORD})
    cache = {"SCOPELINT_CACHE_DIR": str(tmp_path / ".cache")}
    fresh = scopelint("check", "--no-cache", "--format", format, "a", "b", "c").out
    first, replayed = (scopelint("check", "--format", format, "a", "b", "c", env=cache).out for _ in "12")
    folder({"b/scope.md": SITE.replace("make build", "make tests")})
    recalled = scopelint("check", "--format", format, "a", "b", "c", env=cache).out
    assert fresh == first == replayed == recalled


@pytest.mark.slow
@pytest.mark.parametrize("format", ["json", "sarif"])
def test_parts_join_into_what_a_whole_run_says(folder: Folder, format: str) -> None:
    folder({f"c{number}/scope.md": SITE for number in range(5)})
    whole = scopelint("check", "--format", format, "--ignore", "duplicate-id", ".").out
    names = [f"{number}.out" for number in (1, 2)]
    for number, name in enumerate(names, 1):
        scopelint("check", "--shard", f"{number}/2", "--output", f"{format}:{name}", ".")
    joined = json.loads(scopelint("merge", *names).out)
    if format == "sarif":
        assert joined["runs"][0]["invocations"] == json.loads(whole)["runs"][0]["invocations"]
    else:
        assert joined["unread_text"] == json.loads(whole)["unread_text"]


def test_processes_say_the_same_as_one(folder: Folder) -> None:
    folder({f"c{number}/scope.md": SITE for number in range(45)})
    alone, apart = (check(Request((".",), jobs=jobs)) for jobs in (1, 2))
    assert rendered("json", alone) == rendered("json", apart)
    assert len(apart.passages) == 90


def test_a_change_answers_for_the_words_it_hides(tmp_path: Path) -> None:
    scripted = ScriptedRepository(tmp_path)
    scripted.put("a/scope.md", SITE)
    scripted.put("b/scope.md", SITE)
    scripted.commit()
    scripted.put("a/scope.md", "Offer.\n\n" + SITE + "\n[x]: # (No work on weekends)\n")
    told = scopelint("check", "--since", "HEAD", ".", cwd=scripted.root).out
    assert "Not read as terms: 1 passage at a/scope.md:15 " in told
