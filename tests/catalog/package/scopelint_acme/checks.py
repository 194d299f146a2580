"""The checks that are written in Python."""

from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label
from scopelint.model import Milestone
from scopelint.rules.rule import Context, Outcome


def crowded_milestone(milestone: Milestone, cx: Context) -> Iterator[Outcome]:
    """A milestone delivers few things."""
    count = len(milestone.deliverables)
    if count > cx.options["most"]:
        title = milestone.title.value if milestone.title else "a milestone"
        yield Finding(f"`{title}` delivers {count} things at once", Label(milestone.deliverables[0].span))
