"""How often each rule spoke."""

from collections import Counter

from scopelint.diagnostics import Result


def render(result: Result) -> str:
    """A line per rule, the busiest first, with the number of its findings that have a fix."""
    found = Counter((d.rule, d.severity) for d in result.diagnostics)
    fixable = Counter(d.rule for d in result.diagnostics if d.finding.fix)
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0][0]))
    return "".join(
        f"{count:>6}  {severity.word:7}  {rule}{f' ({fixable[rule]} fixable)' if fixable[rule] else ''}\n"
        for (rule, severity), count in rows
    )
