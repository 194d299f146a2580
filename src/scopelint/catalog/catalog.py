"""The rules that are known in a run."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scopelint.diagnostics import Problem
from scopelint.rules.rule import Rule
from scopelint.text import SourceFile

CATEGORIES = (
    "scope",
    "revisions",
    "milestones",
    "approvals",
    "changes",
    "evidence",
    "timing",
    "client",
    "hourly",
    "closing",
    "document",
)
PROFILES = ("core", "default", "strict")


class Catalog(NamedTuple):
    """Rules by id, each with the file its page stands in.

    ``removed`` maps ids that earlier versions knew to what to use instead. ``problems`` is what is
    wrong with pages; ``sources`` holds the pages that do not come with scopelint.
    """

    rules: Mapping[str, Rule]
    pages: Mapping[str, str]
    removed: Mapping[str, str] = {}
    problems: tuple[Problem, ...] = ()
    sources: tuple[SourceFile, ...] = ()

    def named(self, word: str) -> tuple[str, ...]:
        """The ids a word means: a rule's id, the name of a category, or ``all``; none for any other word."""
        if word in self.rules:
            return (word,)
        if word == "all":
            return tuple(self.rules)
        return tuple(rule.id for rule in self.rules.values() if rule.category == word)

    def advice(self, word: str) -> str | None:
        """The help for a word that names no rule: where a removed one went, or the nearest name."""
        from scopelint.text.name import name_hint

        if word in self.removed:
            return self.removed[word]
        return name_hint(word, [*self.rules, *CATEGORIES])

    def in_profile(self, profile: str) -> tuple[str, ...]:
        """The ids a profile turns on: preview rules in ``strict`` only, deprecated ones in none."""
        held = PROFILES[: PROFILES.index(profile) + 1]
        return tuple(
            rule.id
            for rule in self.rules.values()
            if rule.profile in held
            and rule.status != "deprecated"
            and (rule.status != "preview" or profile == "strict")
        )


def rules_by_id(rules: Iterable[Rule]) -> dict[str, Rule]:
    """The rules in the order of their categories, then ids."""
    order = {category: index for index, category in enumerate(CATEGORIES)}
    ranked = sorted(rules, key=lambda rule: (order.get(rule.category, len(order)), rule.id))
    return {rule.id: rule for rule in ranked}
