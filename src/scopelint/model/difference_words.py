"""A difference in the words of a freelancer."""

from datetime import date as Date
from decimal import Decimal

from scopelint.model.difference import Difference, Kind, Stated

_LONGEST = 72


def sentence(difference: Difference) -> str:
    """What happened, in lower case and without a final period; the document's words in backticks."""
    if difference.field is None:
        return _came_or_went(difference)
    if difference.kind is Kind.CHANGED and difference.field == "text":
        return (
            f"{_thing(difference)} was reworded: {shown(difference.before)} became {shown(difference.after)}"
        )
    if difference.field == "acceptance criterion":
        return _criterion(difference)
    of = f" of {_thing(difference)}" if difference.subject != "terms" else ""
    what = f"the {difference.field}{of}"
    if difference.kind is Kind.CHANGED:
        return f"{what} {_movement(difference)}"
    value = difference.after if difference.kind is Kind.ADDED else difference.before
    verb = "was set" if difference.kind is Kind.ADDED else "was taken away"
    return f"{what} {verb}: {shown(value)}"


def shown(value: Stated | None) -> str:
    """A value in backticks, long texts cut."""
    return "nothing" if value is None else _quoted(str(value.value))


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    return f"`{flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + '…'}`"


def _came_or_went(difference: Difference) -> str:
    verb = "was dropped" if difference.kind is Kind.REMOVED else "was added"
    value = difference.before if difference.kind is Kind.REMOVED else difference.after
    if difference.id is None or (value and value.value == difference.id):
        return (
            f"{'an' if difference.subject[0] in 'aeiou' else 'a'} {difference.subject} {verb}: {shown(value)}"
        )
    return f"{difference.subject} `{difference.id}` {verb}: {shown(value)}"


def _criterion(difference: Difference) -> str:
    if difference.kind is Kind.CHANGED:
        return (
            f"an acceptance criterion of {_thing(difference)} was reworded: "
            f"{shown(difference.before)} became {shown(difference.after)}"
        )
    value = difference.after if difference.kind is Kind.ADDED else difference.before
    verb = "was added to" if difference.kind is Kind.ADDED else "was dropped from"
    return f"an acceptance criterion {verb} {_thing(difference)}: {shown(value)}"


def _movement(difference: Difference) -> str:
    before, after = shown(difference.before), shown(difference.after)
    old = difference.before.value if difference.before else None
    new = difference.after.value if difference.after else None
    if isinstance(old, Date):
        return f"moved from {before} to {after}"
    if isinstance(old, (int, Decimal)) and isinstance(new, (int, Decimal)):
        return f"was {'raised' if new > old else 'lowered'} from {before} to {after}"
    return f"went from {before} to {after}"


def _thing(difference: Difference) -> str:
    if difference.id:
        return f"`{difference.id}`"
    if difference.name and difference.field != "text":
        return _quoted(difference.name)
    return f"{'an' if difference.subject[0] in 'aeiou' else 'a'} {difference.subject}"
