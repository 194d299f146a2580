"""Saying once what many items share."""

from collections.abc import Iterator, Sequence

from scopelint.diagnostics import Finding, Label


def gathered(findings: Sequence[Finding], items: int, message: str) -> Iterator[Finding]:
    """The findings one by one; or one with ``message`` when each of several items has the same defect.

    The one stands at the first item's place and names the other places as related.
    """
    if len(findings) < 2 or len(findings) < items:
        yield from findings
    else:
        yield merged(findings, message)


def merged(findings: Sequence[Finding], message: str) -> Finding:
    """One finding that stands for several, as sure as the surest of them."""
    first = findings[0]
    return first._replace(
        message=message,
        related=first.related + tuple(Label(f.at.span) for f in findings[1:]),
        confidence=max(f.confidence for f in findings),
        about=tuple(dict.fromkeys(span for f in findings for span in f.about)),
    )
