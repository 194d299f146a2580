"""Section numbers, and references to them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from scopelint.diagnostics import Confidence, Finding, Label
from scopelint.model import Contract, Heading
from scopelint.model.naming import quoted
from scopelint.rules.rule import Context

_NUMBER = re.compile(r"§?\s*(?:(?P<prefix>(?:\d{1,3}\.)*)(?P<last>\d{1,3})|(?P<letter>[A-Z]))[.)]?")

_ROMAN = re.compile(r"[IVX]{2,}[.)]?")


class _Numbered(NamedTuple):
    """A heading with its number split into what stands before the last part and that part."""

    heading: Heading
    prefix: str
    last: int
    lettered: bool


def broken_section_reference(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A reference such as "see Section 9" where there is no section 9."""
    numbers = {_plain(heading.number) for heading in contract.headings if heading.number}
    if not numbers:
        return
    for statement in contract.statements:
        if statement.term == "section-reference" and not _leads(statement.value, numbers):
            yield Finding(
                f"{quoted(statement.shown.value)} points to a section that does not exist",
                Label(statement.shown.span),
                confidence=statement.confidence,
            )


def _leads(number: str, numbers: set[str]) -> bool:
    """Whether a number is a section's, or may be an unnumbered paragraph's within one."""
    wanted = _plain(number)
    if wanted in numbers:
        return True
    parent = wanted.rpartition(".")[0]
    return bool(parent) and _leads(parent, numbers) and not any(n.startswith(f"{parent}.") for n in numbers)


def _plain(number: str) -> str:
    return number.strip("§.() ").casefold()


def inconsistent_section_numbers(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Section numbers that repeat or skip."""
    last: dict[tuple[str, str, int, bool], _Numbered] = {}
    roman = any(_ROMAN.fullmatch(heading.number) for heading in contract.headings if heading.number)
    for heading in contract.headings:
        numbered = _numbered(heading)
        if numbered is None or (numbered.lettered and roman):
            continue
        # Deeper numbers begin anew under every section above them.
        series = (heading.span.file, numbered.prefix, heading.level, numbered.lettered)
        last = {key: value for key, value in last.items() if key[0] != series[0] or key[2] <= heading.level}
        before = last.get(series)
        if before and numbered.last not in (before.last + 1, 1):
            yield _out_of_step(before, numbered)
        last[series] = numbered


def _numbered(heading: Heading) -> _Numbered | None:
    match = _NUMBER.fullmatch(heading.number) if heading.number else None
    if match is None:
        return None
    if match["letter"]:
        return _Numbered(heading, "", ord(match["letter"]) - ord("A") + 1, lettered=True)
    return _Numbered(heading, match["prefix"] or "", int(match["last"]), lettered=False)


def _out_of_step(before: _Numbered, after: _Numbered) -> Finding:
    number, earlier = after.heading.number or "", before.heading.number or ""
    if after.last == before.last:
        message = f"section number `{number}` is used twice"
    elif after.last > before.last:
        message = f"section numbers skip from `{earlier}` to `{number}`"
    else:
        message = f"section `{number}` comes after `{earlier}`"
    related = (Label(before.heading.span, "the section before it"),)
    return Finding(message, Label(after.heading.span), related=related, confidence=Confidence.MEDIUM)
