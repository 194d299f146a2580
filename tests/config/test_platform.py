"""What is known of platforms."""

import json
from datetime import date as Date

import pytest

from scopelint.config.platform import compiled_facts, platform_profile
from scopelint.config.platform.compile import COMPILED, FOLDER, compiled_text
from scopelint.config.platform.stale import YEAR, main, stale_facts


def test_compiled_file_regenerates_unchanged() -> None:
    written = COMPILED.read_text(encoding="utf-8")
    assert written == compiled_text(), "run: python -m scopelint.config.platform.compile"


def test_every_fact_has_a_source_and_a_day() -> None:
    for platform, facts in compiled_facts().items():
        assert (FOLDER / f"{platform}.yaml").exists()
        for name, (value, source, checked_on) in facts.items():
            assert value is not None, name
            assert source, name
            assert Date.fromisoformat(checked_on), name


def test_a_platform_is_found_however_it_is_written() -> None:
    assert platform_profile("Upwork").days("review_days") == 14
    assert platform_profile("Freelancer.com").id == "freelancer_com"


def test_configuration_comes_first() -> None:
    profile = platform_profile("upwork", {"upwork": {"review_days": 10}})
    assert profile.days("review_days") == 10
    assert profile.days("feedback_days") == 14


def test_an_unknown_platform_is_treated_as_a_direct_contract() -> None:
    profile = platform_profile("toptal", {"toptal": {"review_days": 5}})
    assert profile.id == "toptal"
    assert profile.value("any_written_channel") is True
    assert profile.days("review_days") == 5


def test_no_platform_is_a_direct_contract() -> None:
    assert platform_profile().id == "direct"


def test_facts_grow_stale_after_a_year() -> None:
    newest = max(fact[2] for facts in compiled_facts().values() for fact in facts.values())
    checked = Date.fromisoformat(newest)
    assert not list(stale_facts(checked, days=YEAR))
    later = list(stale_facts(Date.fromordinal(checked.toordinal() + YEAR + 1)))
    assert any(line.startswith("upwork.review_days = 14: checked 366 days ago") for line in later)


def test_the_scheduled_job_succeeds_or_fails_with_what_it_lists(capsys: pytest.CaptureFixture[str]) -> None:
    code = main()
    printed = capsys.readouterr().out
    assert (code, "no fact is stale" in printed) in ((0, True), (1, False))


def test_compiled_form_is_plain_json() -> None:
    assert set(json.loads(compiled_text())) == {"direct", "fiverr", "freelancer_com", "upwork"}
