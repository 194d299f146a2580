"""The catalogue as a list."""

from collections.abc import Sequence

from scopelint.model import Phase
from scopelint.report.escape import inert, json_text, printable
from scopelint.report.rule_text import severity_words
from scopelint.rules.rule import Rule


def render_text(rules: Sequence[Rule]) -> str:
    """A line a rule, below its category."""
    width = max((len(rule.id) for rule in rules), default=0)
    lines: list[str] = []
    category = None
    for rule in rules:
        if rule.category != category:
            category = rule.category
            lines += ([""] if lines else []) + [category]
        phases = "".join(phase.value[0].upper() for phase in Phase if phase in rule.phases)
        status = "" if rule.status == "stable" else f" ({rule.status})"
        lines.append(
            f"  {rule.id:{width}}  {_worst(rule):7}  {phases:4}  {rule.profile:7}  "
            f"{printable(rule.summary)}{status}"
        )
    lines += ["", "Phases: D draft, O offered, A active, C closed. `scopelint explain RULE` tells more.", ""]
    return inert("\n".join(lines))


def render_json(rules: Sequence[Rule]) -> str:
    """A list of objects, one a rule."""
    data = [
        {
            "id": rule.id,
            "category": rule.category,
            "summary": rule.summary,
            "severity": severity_words(rule),
            "phases": sorted(phase.value for phase in rule.phases),
            "profile": rule.profile,
            "status": rule.status,
            "options": {name: _plain(value) for name, value in rule.options.items()},
        }
        for rule in rules
    ]
    return json_text(data, indent=2) + "\n"


def _worst(rule: Rule) -> str:
    return rule.severity.word if rule.severity else "off"


def _plain(value: object) -> object:
    """A JSON value of an option's default; a decimal number is a number."""
    return value if isinstance(value, (str, int, list, dict, type(None))) else float(str(value))
