"""Which rules serve which part of the guide, told by the pages themselves."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scopelint.catalog.bundle import Bundle
from scopelint.catalog.compiler import source_file
from scopelint.catalog.page import Page
from scopelint.syntax.data import data_of
from scopelint.syntax.yaml_tree import parse_yaml

_GROUPS = (("checklist", "C"), ("mistakes", "m"), ("sections", "§"))


class Covered(NamedTuple):
    """A part of the guide with the rules that serve it, by id."""

    item: str
    meaning: str
    rules: tuple[str, ...]


def coverage(place: Bundle, pages: Iterable[Page]) -> tuple[Covered, ...]:
    """The 15 checklist items, 8 mistakes and 9 sections, each with its rules.

    A rule that serves a statement of a section serves the section.
    """
    tree = parse_yaml(source_file(place, "guide.yaml"))
    guide: Mapping[str, Mapping[str, object]] = data_of(tree.node) if tree.node else {}
    section_of = {
        f"S{statement}": f"§{section}"
        for section, statements in guide["statements"].items()
        if isinstance(statements, list)
        for statement in statements
    }
    serving: dict[str, list[str]] = {}
    for page in pages:
        served = {_plain(name) for name in page.names("serves")}
        for item in sorted(served | {section_of[name] for name in served if name in section_of}):
            serving.setdefault(item, []).append(page.id)
    return tuple(
        Covered(f"{letter}{number}", str(meaning), tuple(serving.get(f"{letter}{number}", ())))
        for group, letter in _GROUPS
        for number, meaning in guide[group].items()
    )


def _plain(name: str) -> str:
    """``S03`` and ``S3`` are one statement."""
    return name[0] + name[1:].lstrip("0")
