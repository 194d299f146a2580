"""What the readers of prose say about a text, as lines for people."""

from collections.abc import Iterator

from scopelint.model import RevisionPolicy
from scopelint.reading.prose.prose import Prose, read_prose
from scopelint.reading.prose.reading import open_reading
from scopelint.syntax.markdown import parse_markdown
from scopelint.text import SourceFile, Span


def prose_of(text: str, language: str | None = None) -> Prose:
    """The prose of a Markdown text."""
    outline, _ = parse_markdown(SourceFile("contract.md", text))
    return read_prose(open_reading(outline, language))


def stated(text: str, *terms: str, language: str | None = None) -> list[tuple[str, str]]:
    """What a text below a title states of some terms: as it is written there, and the value."""
    found = prose_of(f"# Garden wall\n\n{text}\n", language).statements
    return [(one.shown.value, one.value) for one in found if one.term in terms]


def told(text: str) -> str:
    """Language, clauses, revision policy, terms and phrases, each with its line."""
    prose = prose_of(text)
    source = SourceFile("contract.md", text)

    def place(span: Span) -> str:
        return f"{source.position(span.start).line:>3}"

    lines = [f"language {prose.language}"]
    for clause in prose.clauses:
        assert clause.span is not None
        how = f" by {clause.recognised_by}" if clause.recognised_by else ""
        lines.append(f"{place(clause.span)} {clause.name}: {clause.status}{how}")
    for policy in prose.revisions:
        lines += [f"    {line}" for line in _policy(policy)]
    for statement in prose.statements:
        if statement.term not in ("term-definition", "section-reference", "party-name"):
            about = f" of {statement.about}" if statement.about else ""
            lines.append(f"{place(statement.shown.span)} {statement.term}{about} = {statement.value}")
    for phrase in prose.phrases:
        said = f"{phrase.group} {phrase.confidence.word} {phrase.text.value!r}"
        lines.append(f"{place(phrase.text.span)} {said}{' negated' if phrase.negated else ''}")
    return "\n".join(lines) + "\n"


def _policy(policy: RevisionPolicy) -> Iterator[str]:
    for name in (
        "included",
        "per",
        "round",
        "new_work",
        "feedback_window_days",
        "extra_round_price",
        "unlimited",
    ):
        value = getattr(policy, name)
        if value is not None:
            yield f"{name}: {value.value}"
