"""From a configuration file to its meaning."""

from collections.abc import Collection, Iterator
from datetime import date as Date
from typing import Any

from scopelint.config.config import Config, Override, RuleSetting, merged_rules
from scopelint.config.glob import MOST_GLOBS, glob_problem
from scopelint.config.platform import compiled_facts
from scopelint.diagnostics import Finding, Label, Problem, Severity
from scopelint.reading.lexicon.lexicon import LANGUAGES
from scopelint.syntax.conform import violations
from scopelint.syntax.data import data_of
from scopelint.syntax.node import Mapping, Node, Scalar, Sequence
from scopelint.syntax.schema import schema
from scopelint.text import Spanned
from scopelint.text.name import name_hint

WORKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_LISTED = 200
"""How many entries a list among a rule's options may have."""

WORD_LISTS = {"contracts": "contracts", "rules": "rule_files"}


def parse_config(tree: Node | None, base: Config) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration that a tree adds to ``base``; what breaks the schema is a problem and left out."""
    if tree is None:
        return base, ()
    problems = [Problem("invalid-config", finding) for finding in violations(tree, schema("config"))]
    if not isinstance(tree, Mapping):
        return base, tuple(problems)
    broken = {problem.finding.at.span for problem in problems}
    reader = _Reader(broken)
    config = reader.config(tree, base)
    return config, (*problems, *reader.problems)


class _Reader:
    """Reads the parts of a tree, leaving out every value that broke the schema."""

    def __init__(self, broken: set[Any]) -> None:
        self.broken = broken
        self.problems: list[Problem] = []
        self.taken = 0

    def config(self, tree: Mapping, base: Config) -> Config:
        parts: dict[str, Any] = {}
        facts = {**base.platform_facts, **self.mappings(tree.get("platforms"))}
        platforms = {*compiled_facts(), *facts}
        words = {
            "profile": self.word(tree.get("profile")),
            "baseline": self.word(tree.get("baseline")),
            "platform": self.named(tree, "platform", platforms),
            "language": self.named(tree, "language", LANGUAGES),
        }
        parts.update({name: word for name, word in words.items() if word is not None})
        for key, field in WORD_LISTS.items():
            if tree.get(key) is not None:
                parts[field] = tuple(self.globs(tree.get(key)))
        for name in ("select", "ignore"):
            if tree.get(name) is not None:
                parts[name] = tuple(self.words(tree.get(name)))
        parts["rules"] = merged_rules(base.rules, self.rules(tree))
        overrides = tree.get("overrides")
        if isinstance(overrides, Sequence):
            parts["overrides"] = tuple(
                self.override(one, platforms) for one in overrides.items if isinstance(one, Mapping)
            )
        parts["platform_facts"] = facts
        parts["limits"] = {**base.limits, **self.data(tree.get("limits"))}
        if tree.get("workdays") is not None:
            parts["workdays"] = tuple(WORKDAYS.index(day.value) for day in self.words(tree.get("workdays")))
        if tree.get("holidays") is not None:
            parts["holidays"] = tuple(self.dates(tree.get("holidays")))
        return base._replace(**parts)

    def override(self, tree: Mapping, platforms: Collection[str]) -> Override:
        return Override(
            paths=tuple(self.globs(tree.get("paths"))),
            rules=self.rules(tree),
            profile=self.word(tree.get("profile")),
            platform=self.named(tree, "platform", platforms),
            language=self.named(tree, "language", LANGUAGES),
        )

    def rules(self, tree: Mapping) -> dict[str, RuleSetting]:
        settings: dict[str, RuleSetting] = {}
        severities, options = tree.get("severity"), tree.get("options")
        for entry in severities.entries if isinstance(severities, Mapping) else ():
            if entry.value.span not in self.broken and isinstance(entry.value, Scalar):
                word = entry.value.text
                value = None if word == "off" else Severity.of(word)
                settings[entry.key.text] = RuleSetting(Spanned(value, entry.key.span))
        for entry in options.entries if isinstance(options, Mapping) else ():
            if isinstance(entry.value, Mapping):
                below = settings.get(entry.key.text, RuleSetting())
                settings[entry.key.text] = below._replace(options=dict(self.options(entry.value)))
        return settings

    def options(self, tree: Mapping) -> Iterator[tuple[str, Spanned[Any]]]:
        """The options of a rule, less lists that are too long: each entry is looked for in every text."""
        for option in tree.entries:
            listed = option.value.items if isinstance(option.value, Sequence) else ()
            if len(listed) <= MOST_LISTED:
                yield option.key.text, Spanned(data_of(option.value), option.key.span)
                continue
            message = f"`{option.key.text}` lists more than {MOST_LISTED} entries"
            finding = Finding(message, Label(listed[MOST_LISTED].span))
            self.problems.append(Problem("invalid-config", finding))

    def named(self, tree: Mapping, name: str, known: Collection[str]) -> str | None:
        """A word that must be one of those known; the schema cannot hold what is data elsewhere."""
        node = tree.get(name)
        word = self.word(node)
        if word is None or node is None or word in known:
            return word
        help = name_hint(word, known) or "one of " + ", ".join(f"`{one}`" for one in sorted(known))
        finding = Finding(f"`{name}` cannot be `{word}`", Label(node.span), help=help)
        self.problems.append(Problem("invalid-config", finding))
        return None

    def word(self, node: Node | None) -> str | None:
        usable = isinstance(node, Scalar) and node.span not in self.broken and not node.is_null
        return node.text if usable and isinstance(node, Scalar) else None

    def words(self, node: Node | None) -> Iterator[Spanned[str]]:
        for item in node.items if isinstance(node, Sequence) else ():
            word = self.word(item)
            if word is not None:
                yield Spanned(word, item.span)

    def globs(self, node: Node | None) -> Iterator[str]:
        for word in self.words(node):
            self.taken += 1
            reason = "is one too many" if self.taken > MOST_GLOBS else glob_problem(word.value)
            if reason is None:
                yield word.value
                continue
            finding = Finding(f"the glob `{word.value}` {reason}", Label(word.span))
            self.problems.append(Problem("invalid-config", finding))
            if self.taken > MOST_GLOBS:
                return

    def data(self, node: Node | None) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            return {}
        return {
            entry.key.text: data_of(entry.value)
            for entry in node.entries
            if entry.value.span not in self.broken and entry.key.span not in self.broken
        }

    def mappings(self, node: Node | None) -> dict[str, dict[str, Any]]:
        if not isinstance(node, Mapping):
            return {}
        return {entry.key.text: self.data(entry.value) for entry in node.entries}

    def dates(self, node: Node | None) -> Iterator[Date]:
        for word in self.words(node):
            try:
                yield Date.fromisoformat(word.value)
            except ValueError:
                finding = Finding(f"there is no day `{word.value}`", Label(word.span))
                self.problems.append(Problem("invalid-config", finding))
