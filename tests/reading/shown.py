"""A document's reading as lines that people can review beside the document."""

from collections.abc import Iterator

from scopelint.model import Milestone
from scopelint.reading.prose.items import Items, read_items
from scopelint.reading.prose.reading import open_reading
from scopelint.syntax.markdown import parse_markdown
from scopelint.text import SourceFile, Span


def items_of(markdown: str, language: str | None = None, path: str = "contract.md") -> Items:
    outline, _ = parse_markdown(SourceFile(path, markdown))
    return read_items(open_reading(outline, language))


def shown(markdown: str, path: str = "contract.md") -> str:
    """One line for every item, in the order of the document: its line, what it is, what it says."""
    source = SourceFile(path, markdown)
    outline, _ = parse_markdown(source)
    reading = open_reading(outline)
    rows = [
        (span.start, f"{source.position(span.start).line:>3} {row}")
        for span, row in _rows(read_items(reading))
    ]
    lines = [
        f"language {reading.lexicon.language}",
        *(row for _, row in sorted(rows, key=lambda pair: pair[0])),
    ]
    return "\n".join(lines) + "\n"


def _rows(items: Items) -> Iterator[tuple[Span, str]]:
    for deliverable in items.deliverables:
        inside = f"  < {' < '.join(reversed(deliverable.parents))}" if deliverable.parents else ""
        yield deliverable.text.span, f"deliverable {deliverable.text.value}{inside}"
    for exclusion in items.exclusions:
        yield exclusion.text.span, f"exclusion   {exclusion.text.value}"
    for option in items.options:
        yield option.text.span, f"option      {option.text.value}"
    for assumption in items.assumptions:
        yield assumption.text.span, f"assumption  {assumption.text.value}"
    for milestone in items.milestones:
        yield milestone.span, f"milestone   {_step(milestone)}"
    for price in items.prices:
        period = f" a {price.period}" if price.period else ""
        yield price.money.span, f"price       {price.kind}: {price.money.value}{period}"
    for placeholder in items.placeholders:
        certainty = placeholder.confidence.word
        yield (
            placeholder.text.span,
            f"placeholder {placeholder.text.value!r} ({placeholder.kind}, {certainty})",
        )
    if items.template:
        yield items.template.span, f"template    {items.template.slots} slots"


def _step(milestone: Milestone) -> str:
    parts = [milestone.title.value if milestone.title else "-"]
    if milestone.amount:
        parts.append(str(milestone.amount.value))
    if milestone.share:
        parts.append(f"{milestone.share.value} %")
    if milestone.due_on:
        parts.append(f"due on {milestone.due_on.value}")
    elif milestone.due:
        parts.append(f"due {milestone.due.value}")
    return "; ".join(parts)
