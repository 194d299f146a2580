"""A contract as understood, for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scopelint.diagnostics import Passage
from scopelint.model import Clause, Contract, Milestone
from scopelint.model.naming import counted
from scopelint.report.escape import inert, printable
from scopelint.report.place import place
from scopelint.text import SourceFile, Span

NOTHING_UNREAD: Mapping[str, Sequence[Passage]] = {}
LONGEST_EXCERPT = 80
BOLD, DIM, RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
WORDS = {"stated": "stated", "partial": "weak", "missing": "not found", "unlimited": "unlimited"}


def render(
    contracts: Iterable[Contract],
    sources: Mapping[str, SourceFile],
    unread: Mapping[str, Sequence[Passage]] = NOTHING_UNREAD,
    *,
    colour: bool = False,
) -> str:
    """Each contract: its header, clauses, deliverables, exclusions, milestones, prices, and what is not read.

    ``unread`` holds the places that are not read for terms, by the path of the contract.
    """
    page = _Page(sources, colour)
    pages = (page.lines(contract, unread.get(contract.path, ())) for contract in contracts)
    return inert("\n".join("\n".join(lines) + "\n" for lines in pages))


class _Page:
    def __init__(self, sources: Mapping[str, SourceFile], colour: bool) -> None:
        self.sources = sources
        self.colour = colour

    def lines(self, contract: Contract, unread: Iterable[Passage]) -> Iterator[str]:
        title = contract.title.value if contract.title else "(no title)"
        yield f"{self.paint(BOLD, printable(title))}  {self.paint(DIM, printable(contract.path))}"
        yield f"  phase {contract.phase.value}, {'with records' if contract.structured else 'plain prose'}"
        if contract.template:
            yield f"  a template with {contract.template.slots} slots to fill"
        for name in ("type", "platform", "accepted_on", "started_on", "due_on", "price", "rate"):
            fact = getattr(contract, name)
            if fact:
                yield f"  {name.replace('_', ' '):12} {printable(str(fact.value))}{self.at(fact.span)}"
        yield from self.section("Clauses", [self.clause(c, contract) for c in contract.clauses])
        deliverables = [self.item(d.text.value, d.text.span) for d in contract.deliverables]
        yield from self.section("Deliverables", deliverables)
        yield from self.section(
            "Exclusions", [self.item(e.text.value, e.text.span) for e in contract.exclusions]
        )
        yield from self.section("Milestones", [self.milestone(m) for m in contract.milestones])
        prices = [
            f"{printable(str(p.money.value))}  {printable(p.kind)}{self.at(p.money.span)}"
            for p in contract.prices
        ]
        yield from self.section("Prices", prices)
        if unread:
            yield from self.section("Not read as terms", [self.unread(one) for one in unread])

    def section(self, title: str, rows: list[str]) -> Iterator[str]:
        yield ""
        yield self.paint(BOLD, f"{title} ({len(rows)})" if rows else f"{title}: none found")
        yield from (f"  {row}" for row in rows)

    def clause(self, clause: Clause, contract: Contract) -> str:
        status = WORDS.get(clause.status.value, clause.status.value.replace("-", " "))
        row = f"{clause.name:18} {status}"
        policy = contract.revisions
        if clause.name == "revision-limit" and policy and policy.included:
            row += f", {counted(policy.included.value, 'round')}"
        if clause.recognised_by and clause.span:
            row += f" (by {clause.recognised_by}, {clause.confidence.word} confidence){self.at(clause.span)}"
        return row

    def item(self, text: str, span: Span) -> str:
        return f"{printable(text)}{self.at(span)}"

    def unread(self, place: Passage) -> str:
        words = " ".join(word for word in place.words(self.sources).split() if any(map(str.isalnum, word)))
        shown = words if len(words) <= LONGEST_EXCERPT else f"{words[: LONGEST_EXCERPT - 1]}…"
        return f"{place.kind:8} {self.item(shown, place.span)}"

    def milestone(self, milestone: Milestone) -> str:
        name = milestone.title.value if milestone.title else "(no name)"
        parts = [printable(name)]
        if milestone.amount:
            parts.append(printable(str(milestone.amount.value)))
        elif milestone.share:
            parts.append(f"{milestone.share.value} %")
        if milestone.due_on:
            parts.append(milestone.due_on.value.isoformat())
        elif milestone.due:
            parts.append(printable(milestone.due.value))
        return "  ".join(parts) + self.at(milestone.span)

    def at(self, span: Span) -> str:
        at = place(span, self.sources)
        return self.paint(DIM, f"  {printable(at.path)}:{at.line}")

    def paint(self, code: str, text: str) -> str:
        return f"{code}{text}{RESET}" if self.colour else text
