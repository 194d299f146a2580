"""The catalogue as Markdown pages."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scopelint.catalog.page import Example, Page
from scopelint.report.rule_text import PARTS, option_words, phase_words, severity_words, status_words
from scopelint.rules.rule import Rule


class Entry(NamedTuple):
    """A rule with its page."""

    rule: Rule
    page: Page


def render(entries: Sequence[Entry]) -> dict[str, str]:
    """File names to texts: an index, and a page for each rule."""
    files = {"index.md": "\n".join(_index(entries)) + "\n"}
    files.update({f"{entry.rule.id}.md": render_rule(entry) for entry in entries})
    return files


def render_rule(entry: Entry) -> str:
    """One rule's page."""
    return "\n".join(_rule(entry)).rstrip() + "\n"


def _index(entries: Sequence[Entry]) -> Iterator[str]:
    yield "# Rules"
    category = None
    for rule, _ in entries:
        if rule.category != category:
            category = rule.category
            yield from ("", f"## {category}", "", "| Rule | Severity | Phases | Profile | What holds |")
            yield "|---|---|---|---|---|"
        cells = (f"[`{rule.id}`]({rule.id}.md)", severity_words(rule), phase_words(rule), rule.profile)
        yield "| " + " | ".join((*cells, _cell(rule.summary))) + " |"


def _rule(entry: Entry) -> Iterator[str]:
    rule, page = entry
    yield from (f"# {rule.id}", "", rule.summary, "")
    yield f"- Category: {rule.category}"
    yield f"- Severity: {severity_words(rule)}"
    yield f"- Phases: {phase_words(rule)}"
    since = f"; since {page.text('since')}" if page.text("since") else ""
    yield f"- Profile: {rule.profile}; {status_words(rule, page)}{since}"
    if rule.muted_by:
        yield "- Silent when its cause is reported: " + ", ".join(
            f"[`{cause}`]({cause}.md)" for cause in rule.muted_by
        )
    for title, key in PARTS:
        text = page.text(key)
        if text:
            yield from ("", f"## {title}", "", text)
    if page.options:
        yield from ("", "## Options", "", "| Option | Default | Meaning |", "|---|---|---|")
        for name, option in page.options.items():
            default = _cell(option_words(option["default"]))
            yield f"| `{name}` | `{default}` | {_cell(option['meaning'])} |"
    yield from ("", "## Examples")
    for example in page.examples:
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    words = {"fails": "Fails", "passes": "Passes", "near-miss": "Passes, though it looks alike"}
    yield from ("", f"### {words[example.kind]}: {example.name}")
    for name, text in example.files.items():
        fence = "`" * max(3, _longest_run(text) + 1)
        language = name.rpartition(".")[2]
        yield from ("", f"`{name}`", "", f"{fence}{language}", text.rstrip("\n"), fence)
    if example.expect:
        yield from ("", "```text", example.expect.rstrip("\n"), "```")


def _longest_run(text: str) -> int:
    """The longest run of backticks, so that a fence can be longer."""
    longest = run = 0
    for char in text:
        run = run + 1 if char == "`" else 0
        longest = max(longest, run)
    return longest


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
