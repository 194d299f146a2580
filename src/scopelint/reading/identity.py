"""Ids that prose gives its items: "D1: three posters" is the deliverable D1."""

from scopelint.model import Deliverable, Milestone
from scopelint.reading.fragment import Fragment
from scopelint.reading.record.scalar import pattern
from scopelint.text import SourceFile, Span, Spanned


def with_ids(told: Fragment) -> Fragment:
    """The fragment with ids taken from the words of its deliverables and milestones."""
    return told._replace(
        deliverables=tuple(_deliverable(item, told.source) for item in told.deliverables),
        milestones=tuple(_milestone(step, told.source) for step in told.milestones),
    )


def _deliverable(item: Deliverable, source: SourceFile) -> Deliverable:
    found = None if item.id else _split(item.text, "D", source)
    return item._replace(id=found[0], text=found[1]) if found else item


def _milestone(step: Milestone, source: SourceFile) -> Milestone:
    found = _split(step.title, "M", source) if step.title and not step.id else None
    return step._replace(id=found[0], title=found[1]) if found else step


def _split(words: Spanned[str], letter: str, source: SourceFile) -> tuple[Spanned[str], Spanned[str]] | None:
    """The id that opens the words, and the rest of them; None when there is no id or no rest."""
    match = pattern(rf"[\[(]?({letter}-?\d{{1,3}})[\])]?\s*[:.)\u2013\u2014|-]\s+(?s:(\S.*))").match(
        words.value
    )
    if match is None:
        return None
    span = words.span
    at = source.text.find(match[1], span.start, span.end)
    rest = source.text.find(match[2][:1], at + len(match[1]), span.end)
    if at < 0 or rest < 0:
        return None
    place = Span(span.file, at, at + len(match[1]))
    return Spanned(match[1], place), Spanned(match[2], Span(span.file, rest, span.end))
