"""A rule's page for a terminal."""

from collections.abc import Iterator, Sequence

from scopelint.catalog.page import Example, Page
from scopelint.diagnostics import Severity
from scopelint.model import Phase
from scopelint.report.escape import inert, printable
from scopelint.rules.rule import Rule

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"

PARTS = (
    ("Why", "why"),
    ("When not to flag", "not_when"),
    ("What to do", "help"),
    ("Ready words", "counter_text"),
)
"""The texts of a page in the order in which they are shown: head and key."""


def render(page: Page, rule: Rule, here: Sequence[str] = (), *, colour: bool = False) -> str:
    """Summary, severity, why, a bad and a good example, when not to flag, options.

    ``here`` says what is in force where the question was asked.
    """
    return inert("\n".join(_lines(page, rule, here, colour)) + "\n")


def severity_words(rule: Rule) -> str:
    """The severity in words: by phase where phases differ, by case where a check names cases."""
    parts = []
    by_phase = {phase: rule.by_phase.get(phase, rule.severity) for phase in Phase if phase in rule.phases}
    kinds = set(by_phase.values())
    if len(kinds) == 1:
        parts.append(_word(kinds.pop()))
    else:
        parts += [f"{_word(severity)} in {phase.value}" for phase, severity in by_phase.items()]
    parts += [f"{_word(severity)} for {case}" for case, severity in rule.by_case.items()]
    return ", ".join(parts)


def status_words(rule: Rule, page: Page) -> str:
    """The status, and what to use instead of a deprecated rule."""
    instead = page.text("replaced_by")
    return f"{rule.status}, use {instead}" if instead else rule.status


def phase_words(rule: Rule) -> str:
    """The phases in the order a contract passes them."""
    return ", ".join(phase.value for phase in Phase if phase in rule.phases)


def _word(severity: Severity | None) -> str:
    return severity.word if severity else "off"


def _lines(page: Page, rule: Rule, here: Sequence[str], colour: bool) -> Iterator[str]:
    def head(words: str) -> str:
        shown = printable(words)
        return f"{_BOLD}{shown}{_PLAIN}" if colour else shown

    yield head(rule.id)
    yield printable(rule.summary)
    yield ""
    status = status_words(rule, page)
    facts = (rule.category, severity_words(rule), phase_words(rule), f"profile {rule.profile}", status)
    yield printable("; ".join(facts))
    for title, key in PARTS:
        text = page.text(key)
        if text:
            yield from ("", head(title), printable_block(text, "  "))
    for title, kind in (("Bad", "fails"), ("Good", "passes")):
        example = next((example for example in page.examples if example.kind == kind), None)
        if example:
            yield from ("", head(f"{title}: {example.name}"), *_example(example))
    if page.options:
        yield from ("", head("Options"))
        for name, option in page.options.items():
            yield printable(f"  {name} (default {option_words(option['default'])}): {option['meaning']}")
    if here:
        yield from ("", head("Here"), *(f"  {printable(line)}" for line in here))


def option_words(value: object) -> str:
    """An option's value as it is written in configuration."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(option_words(item) for item in value) + "]"
    return str(value)


def _example(example: Example) -> Iterator[str]:
    for name, text in example.files.items():
        yield f"  {printable(name)}"
        yield printable_block(text.rstrip("\n"), "    ")
    for line in example.expect.splitlines():
        yield f"  -> {printable(line)}"


def printable_block(text: str, indent: str) -> str:
    """Several lines, safe to print, each indented."""
    return "\n".join(f"{indent}{printable(line)}".rstrip() for line in text.splitlines())
