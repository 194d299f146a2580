"""Whether the fixes that an example's findings offer do what a fix must."""

from collections.abc import Iterator, Sequence

from scopelint.catalog.page import Example, Page
from scopelint.diagnostics import Diagnostic
from scopelint.engine.check import check
from scopelint.engine.fix import Fixed, fixed
from scopelint.engine.request import Request
from scopelint.testing.run import Told, asked, laid_out

REMINDER = "unfilled-placeholder"
"""What may be said after a fix: that the words it wrote are still to be finished."""


def wrong_fixes(page: Page, example: Example, actual: Told, own: Sequence[str]) -> Iterator[str]:
    """What is wrong with the fixes: they must come to an end, take findings away and bring no others."""
    if not any(found.finding.fix for found in actual.findings):
        return
    with laid_out(example) as root:
        alone = asked(page, example, root, own)
        changes = fixed(alone, unsafe=True)
        after = alone._replace(overlay={**alone.overlay, **changes.after})
        if not changes.findings:
            yield "no fix can be applied"
        if fixed(after, unsafe=True).after:
            yield "fixing again changes the files again"
        yield from _left_to_say(page, alone, after, changes)


def _left_to_say(page: Page, before: Request, after: Request, changes: Fixed) -> Iterator[str]:
    """The findings that were fixed are gone; no rule has more to say than before."""
    earlier, later = (_by_rule(request._replace(select=())) for request in (before, after))
    for rule in later:
        if rule == page.id and len(later[rule]) > len(earlier[rule]) - len(changes.findings):
            yield f"a fix leaves `{later[rule][0].finding.message}` standing"
        elif rule not in (page.id, REMINDER) and len(later[rule]) > len(earlier.get(rule, ())):
            yield f"a fix brings {rule}: {later[rule][-1].finding.message}"


def _by_rule(request: Request) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in check(request).diagnostics:
        found.setdefault(diagnostic.rule, []).append(diagnostic)
    return found
