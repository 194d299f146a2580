"""What changes add, where that is written apart from the change."""

from collections.abc import Iterable

from scopelint.model import Change


def with_additions(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes, each with the deliverables that a section "Added by CO-1" lists for it.

    Such a section is read as a change of that id that says nothing else. It stays a change of its
    own only when no other has its id.
    """
    whole: list[Change] = []
    apart: list[Change] = []
    for change in changes:
        (apart if _is_section(change) else whole).append(change)
    places = {change.id.value: place for place, change in reversed(list(enumerate(whole))) if change.id}
    for section in apart:
        place = places.get(section.id.value) if section.id else None
        if place is None:
            whole.append(section)
        else:
            whole[place] = _with(whole[place], section)
    return tuple(whole)


def _with(change: Change, section: Change) -> Change:
    """The change with what the section adds, and without the ids that are now spelled out."""
    named = {item.id.value for item in section.adds if item.id}
    unlisted = tuple(one for one in change.adds_ids if one.value not in named)
    return change._replace(adds=change.adds + section.adds, adds_ids=unlisted)


def _is_section(change: Change) -> bool:
    """Whether the record holds nothing but an id and additions."""
    return bool(change.adds) and change == Change(change.span, id=change.id, adds=change.adds)
