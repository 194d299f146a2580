"""Coming dates, for people and programs."""

from collections.abc import Iterable, Iterator
from datetime import date as Date
from typing import Protocol

from scopelint.model.clock import Due
from scopelint.report.escape import inert, json_text, printable


class Row(Protocol):
    """A contract and something that falls due in it."""

    @property
    def contract(self) -> str:
        """The contract's folder or file as shown."""

    @property
    def due(self) -> Due:
        """What falls due."""


def render_text(rows: Iterable[Row], today: Date, *, wording: bool = False) -> str:
    """A line each: date, how far away, who must act, what, and in which contract."""
    lines = [line for row in rows for line in _lines(row, today, wording)]
    return inert("".join(f"{line}\n" for line in lines)) or "Nothing falls due.\n"


def _lines(row: Row, today: Date, wording: bool) -> Iterator[str]:
    due = row.due
    days = (due.on - today).days
    when = "today" if days == 0 else f"in {days} days" if days > 0 else f"{-days} days ago"
    yield f"{due.on}  {when:12}  {due.who:10}  {printable(due.what)}  ({printable(row.contract)})"
    if wording and due.words:
        yield from (f"    {printable(line)}" for line in due.words.splitlines())


def render_json(rows: Iterable[Row], today: Date, *, wording: bool = False) -> str:
    """One object with a list of dates; ``wording`` changes nothing here."""
    dates = [
        {
            "contract": row.contract,
            "kind": row.due.kind,
            "on": row.due.on.isoformat(),
            "days": (row.due.on - today).days,
            "who": row.due.who,
            "what": row.due.what,
            "words": row.due.words,
        }
        for row in rows
    ]
    return json_text({"version": 1, "as_of": today.isoformat(), "due": dates}, indent=1) + "\n"
