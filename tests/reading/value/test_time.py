"""Durations and dates in text."""

from datetime import date as Date
from decimal import Decimal

import pytest

from scopelint.reading.lexicon import load_lexicon
from scopelint.reading.value import find_dates, find_durations, parse_date


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "within 10 days", (10, 10, "day")),
        ("en", "two (2) weeks", (2, 2, "week")),
        ("en", "30 (thirty) days", (30, 30, "day")),
        ("en", "5-7 business days", (5, 7, "business-day")),
        ("en", "a 14-day window", (14, 14, "day")),
        ("en", "4 to 6 weeks", (4, 6, "week")),
        ("de", "innerhalb von zehn Werktagen", (10, 10, "business-day")),
        ("es", "10 días hábiles", (10, 10, "business-day")),
        ("fr", "sous 15 jours ouvrés", (15, 15, "business-day")),
        ("pt", "em 5 dias úteis", (5, 5, "business-day")),
    ],
)
def test_duration(language: str, text: str, expected: tuple[int, int, str]) -> None:
    (match,) = find_durations(text, load_lexicon(language))
    assert match.duration == (Decimal(expected[0]), Decimal(expected[1]), expected[2])


@pytest.mark.parametrize("text", ["week 3", "every day", "the hour", "years ago"])
def test_no_duration(text: str) -> None:
    assert find_durations(text, load_lexicon("en")) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "2026-01-08", Date(2026, 1, 8)),
        ("en", "8 January 2026", Date(2026, 1, 8)),
        ("en", "January 8th, 2026", Date(2026, 1, 8)),
        ("en", "the 8th of January 2026", Date(2026, 1, 8)),
        ("en", "31/12/2026", Date(2026, 12, 31)),
        ("de", "8. Januar 2026", Date(2026, 1, 8)),
        ("de", "08.01.2026", Date(2026, 1, 8)),
        ("es", "8 de enero de 2026", Date(2026, 1, 8)),
        ("pt", "8 de janeiro de 2026", Date(2026, 1, 8)),
        ("fr", "1er mars 2026", Date(2026, 3, 1)),
    ],
)
def test_date(language: str, text: str, expected: Date) -> None:
    assert parse_date(text, load_lexicon(language)) == expected


def test_two_readings_of_figures_are_both_kept() -> None:
    (match,) = find_dates("08/01/2026", load_lexicon("en"))
    assert (match.date, match.other) == (Date(2026, 1, 8), Date(2026, 8, 1))
    assert parse_date("08/01/2026", load_lexicon("en")) is None


@pytest.mark.parametrize("language", ["de", "es", "fr", "pt"])
def test_where_the_day_always_leads_there_is_one_reading(language: str) -> None:
    assert parse_date("08/01/2026", load_lexicon(language)) == Date(2026, 1, 8)
    assert parse_date("01/31/2026", load_lexicon(language)) == Date(2026, 1, 31)


@pytest.mark.parametrize("text", ["March 2026", "8 March"])
def test_open_dates_are_found_without_a_value(text: str) -> None:
    (match,) = find_dates(text, load_lexicon("en"))
    assert match.date is None


@pytest.mark.parametrize("text", ["1.2.3", "2026-02-30", "10-12-14 weeks", "24/7", "we may agree"])
def test_no_date(text: str) -> None:
    assert find_dates(text, load_lexicon("en")) == []
