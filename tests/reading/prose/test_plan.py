"""Plans that outlast the time stated for them, totals of hours, and days that leave another time."""

import pytest

from tests.reading.prose.told import stated

WEEKS = "## Timeline\n\n- Week 1: Ditch\n- Weeks 2-4: Bricks\n- Week 5 to 6: Plaster\n{}\n"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The total timeline is 4 weeks.\n\n" + WEEKS.format(""), 2),
        ("A 4-week plan.\n\n" + WEEKS.format(""), 2),
        ("The total timeline is one month.\n\n" + WEEKS.format(""), 2),
        ("The total timeline is 6 weeks.\n\n" + WEEKS.format(""), 0),
        ("The total timeline is 5-6 weeks.\n\n" + WEEKS.format(""), 0),
        ("The total timeline is 6 weeks.\n\n" + WEEKS.format("- Weeks 7-10: Support after the work"), 0),
        ("The total timeline is 4 weeks.\n\nThe total timeline is 6 weeks.\n\n" + WEEKS.format(""), 0),
        ("The total timeline is 4 weeks.\n\n## Change log\n\n- Week 1: a\n- Week 5: b\n- Week 9: c", 0),
        ("The total timeline is 4 weeks.\n\n- Week 30: Fair\n- Week 31: Fair\n- Week 32: Fair", 0),
        (
            "Total duration: 6 weeks.\n\n## Payment\n\n- 50% on signing\n- 50% on completion, 4 months after signing",
            2,
        ),
        ("Total duration: 6 weeks.\n\n## Payment\n\n- 50% on signing\n- 50% 4 months after signing", 0),
        ("Total duration: 6 weeks.\n\n## Payment\n\n- 50% on completion, 5 weeks after signing", 0),
    ],
)
def test_a_plan_that_outlasts_the_whole(text: str, number: int) -> None:
    assert len(stated(text, "timeline")) == number


def test_a_plan_in_german() -> None:
    text = "Die Projektdauer: 4 Wochen.\n\n- Woche 1: Graben\n- Woche 2-4: Mauern\n- Woche 5-6: Putz\n"
    assert [shown for shown, _ in stated(text, "timeline", language="de")] == ["4 Wochen", "Woche 5-6: Putz"]


def hours(*rows: str, heading: str = "Hours") -> str:
    return f"## Effort\n\n| Work | {heading} |\n|---|---|\n" + "".join(f"| {row} |\n" for row in rows)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (hours("Ditch | 8", "Bricks | 20", "Total | 30"), [("30", "28 hours")]),
        (hours("Ditch | 8 h", "Bricks | 20 hours", "Total | 30 hours"), []),
        (hours("Ditch | 8", "Bricks | 20", "Total | 28"), []),
        (hours("Ditch | 8-10", "Bricks | 20", "Total | 29"), []),
        (hours("Ditch | 8", "Bricks | 20", "Lamp (optional) | 5", "Total | 28"), []),
        (hours("Ditch | 2 weeks", "Bricks | 3 weeks", "Total | 4 weeks", heading="Time"), [("4 weeks", "5 weeks")]),
        (hours("Ditch | 2 weeks", "Bricks | 3 weeks", "Total | 6 weeks", heading="Time"), []),
        (hours("Ditch | 2 weeks", "Bricks | 3 weeks", "Total | 4 weeks", heading="Time") + "\nSteps overlap.", []),
        ("## Effort\n\n- Ditch: 8 hours\n- Bricks: 20 hours\n- Plaster: 4 hours\n\nTotal: 30 hours", [("Total: 30 hours", "32 hours")]),
        ("## Effort\n\n- Ditch: 8 hours\n- Bricks: 20 hours\n- Plaster: 4 hours\n\nTotal: 32 hours", []),
        ("## Effort\n\n- Ditch: 8 hours\n- Bricks\n- Plaster: 4 hours\n\nTotal: 30 hours", []),
    ],
)  # fmt: skip
def test_a_total_of_time(text: str, found: list[tuple[str, str]]) -> None:
    assert stated(text, "effort") == found


def schedule(*rows: str) -> str:
    return "## Timeline\n\n| Step | Time | Day |\n|---|---|---|\n" + "".join(f"| {row} |\n" for row in rows)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (schedule("Ditch | 2 weeks | 14 May 2026", "Bricks | 3 weeks | 4 June 2026", "Plaster | 2 weeks | 11 June 2026"), [("2 weeks", "7 days")]),
        (schedule("Ditch | 2 weeks | 14 May 2026", "Bricks | 3 weeks | 4 June 2026", "Plaster | 2 weeks | 18 June 2026"), []),
        (schedule("Ditch | 2 weeks | 14 May 2026", "Bricks | 3 weeks | 4 June 2026", "Plaster | 2 weeks | 4 June 2026"), []),
        (schedule("Ditch | 2 weeks | 14 May 2026", "Plaster | 2 weeks | 18 May 2026"), []),
        (schedule("Ditch | 3 weeks | 1 May 2026 to 7 May 2026"), [("3 weeks", "7 days")]),
        (schedule("Ditch | 5 working days | 1 May 2026 to 7 May 2026"), []),
        (schedule("Ditch | 2 weeks | 03/04/2026 to 07/04/2026"), []),
    ],
)  # fmt: skip
def test_days_that_leave_another_time(text: str, found: list[tuple[str, str]]) -> None:
    assert stated(text, "lapse") == found


RANGES = "## Effort\n\n| Work | Hours | Cost |\n|---|---|---|\n| Walls | 30-40 | {} |\n| Paths | 8-10 | $500 |\n| Total | {} | {} |\n"


@pytest.mark.parametrize(
    ("cost", "hours", "total", "found"),
    [
        ("$2,000 - $2,600", "28-36 hours", "$2,500 - $3,100", [("28-36 hours", "38-50 hours")]),
        ("$2,000 - $2,600", "38-50 hours", "$2,100 - $2,700", [("$2,100 - $2,700", "2,500 USD-3,100 USD")]),
        ("$2,000 - $2,600", "38-50 hours", "$2,500 - $3,100", []),
        ("$2,000 - $2,600", "40-50 hours", "$2,500 - $3,100", []),
        ("$2,000 - $2,600", "35-55 hours", "$2,800", []),
        ("$2,000 - $2,600 (optional)", "38-50 hours", "$2,500 - $3,100", []),
    ],
)
def test_totals_of_ranges(cost: str, hours: str, total: str, found: list[tuple[str, str]]) -> None:
    text = RANGES.format(cost, hours, total).replace("30-40", "30-40 hours").replace("8-10", "8-10 hours")
    assert stated(text, "effort", "sum") == found
