from scopelint.diagnostics import SkippedRule
from scopelint.report import concise, text
from tests.report.factory import CLASH, VAGUE, diagnostic, result


def test_both_places_are_shown_and_the_words_underlined() -> None:
    skipped = (
        SkippedRule("unfunded-milestone", "acme", "no milestones found"),
        SkippedRule("overdue-milestone", "acme", "no milestones found"),
    )
    assert text.render(result(CLASH, VAGUE, not_checked=skipped)) == (
        "error[conflicting-terms]: the contract says `Two` rounds here and `3` in contract.yaml\n"
        " --> acme/scope.md:5:1\n"
        "  |\n"
        "5 | Two rounds are included.\n"
        "  | ^^^\n"
        " ::: acme/contract.yaml:2:13\n"
        "  |\n"
        "2 |   included: 3\n"
        "  |             - three here\n"
        "  = help: keep one of them\n"
        "\n"
        "info[open-ended-wording]: `größere` leaves the size open\n"
        " --> acme/scope.md:9:12\n"
        "  |\n"
        "9 |  Unlimited größere changes.\n"
        "  |            ^^^^^^^\n"
        "\n"
        "Checked 1 contract (2 documents): 1 error, 1 info.\n"
        "Not read: acme/README.md (not part of the contract by its name).\n"
        "Not checked: no milestones found (unfunded-milestone, overdue-milestone).\n"
    )


def test_wide_characters_count_two_columns() -> None:
    found = text.render(result(diagnostic("🥐", "a croissant")))
    assert "7 | ## Läden 🥐\n  |          ^^\n" in found


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b[" not in text.render(result(CLASH))
    assert "\x1b[1;31merror[conflicting-terms]\x1b[0m" in text.render(result(CLASH), colour=True)


def test_concise_has_a_line_each() -> None:
    assert concise.render(result(CLASH, VAGUE)) == (
        "acme/scope.md:5:1: error[conflicting-terms]: the contract says `Two` rounds here and `3` in "
        "contract.yaml\n"
        "acme/scope.md:9:12: info[open-ended-wording]: `größere` leaves the size open\n"
    )


def test_documents_cannot_command_a_terminal() -> None:
    hostile = diagnostic("Two", "beware \x1b]0;owned\x07 and \u202e")
    for output in (text.render(result(hostile)), concise.render(result(hostile))):
        assert "\x1b" not in output
        assert "\u202e" not in output
        assert r"\u{1b}" in output


def test_ready_wording_is_offered_and_printed_when_asked_for() -> None:
    finding = CLASH.finding._replace(counter_text="## Revisions\n\nTwo rounds.")
    offering = result(CLASH._replace(finding=finding))
    assert "Ready wording for 1 finding: add --wording." in text.render(offering)
    printed = text.render(offering, wording=True)
    assert "you could write:\n      ## Revisions\n\n      Two rounds.\n" in printed
