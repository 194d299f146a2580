"""The life of a rule: preview, stable, deprecated, removed."""

from scopelint.catalog import Catalog
from scopelint.catalog.entry import rule_of
from scopelint.model import Phase
from tests.cli.program import scopelint


def entry(id: str, **more: object) -> dict[str, object]:
    return {"id": id, "category": "scope", "summary": "x", "severity": "error", "check": "engine", **more}


def catalog(*entries: dict[str, object]) -> Catalog:
    rules = {rule.id: rule for rule in map(rule_of, entries)}
    return Catalog(rules, {}, {"gone-rule": "it was removed: use `stable-rule`"})


KNOWN = catalog(
    entry("core-rule", profile="core"),
    entry("stable-rule"),
    entry("strict-rule", profile="strict"),
    entry("preview-rule", status="preview"),
    entry("deprecated-rule", status="deprecated"),
)


def test_profiles_hold_one_another() -> None:
    assert KNOWN.in_profile("core") == ("core-rule",)
    assert KNOWN.in_profile("default") == ("core-rule", "stable-rule")
    assert KNOWN.in_profile("strict") == ("core-rule", "stable-rule", "strict-rule", "preview-rule")


def test_a_deprecated_rule_runs_only_when_it_is_named() -> None:
    assert "deprecated-rule" not in KNOWN.in_profile("strict")
    assert KNOWN.named("deprecated-rule") == ("deprecated-rule",)


def test_a_removed_rule_says_where_it_went() -> None:
    assert KNOWN.named("gone-rule") == ()
    assert KNOWN.advice("gone-rule") == "it was removed: use `stable-rule`"


def test_severity_is_one_word_or_one_for_each_phase_or_case() -> None:
    by_phase = rule_of(entry("a", severity={"draft": "warning", "offered": "error", "active": "error"}))
    assert {phase.value: severity and severity.word for phase, severity in by_phase.by_phase.items()} == {
        "draft": "warning",
        "offered": "error",
        "active": "error",
    }
    by_case = rule_of(entry("b", severity={"default": "error", "unknown-key": "warning", "late": "off"}))
    assert by_case.severity is not None
    assert by_case.severity.word == "error"
    assert {case: severity and severity.word for case, severity in by_case.by_case.items()} == {
        "unknown-key": "warning",
        "late": None,
    }
    assert rule_of(entry("c")).phases == frozenset(Phase)


def test_the_profile_and_a_category_can_be_asked_for() -> None:
    ran = scopelint("check", "--select", "revision", "nowhere.md")
    assert "did you mean `revisions`?" in ran.out
