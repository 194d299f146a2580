"""How many revisions the price includes, and what is said about them."""

from decimal import Decimal

import pytest

from scopelint.model import ClauseStatus, Money, RevisionPolicy
from tests.reading.prose.told import prose_of


def policy(text: str) -> RevisionPolicy | None:
    found = prose_of(text).revisions
    return found[0] if found else None


def limit(text: str) -> ClauseStatus | None:
    return next((c.status for c in prose_of(text).clauses if c.name == "revision-limit"), None)


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Two rounds of revisions are included.", 2),
        ("The fee covers two (2) rounds of revisions.", 2),
        ("Revisions: up to 3", 3),
        ("Each article includes one round of edits.", 1),
        ("You get 3 logo revisions.", 3),
        ("- 2 rounds on sketches, 1 round on colour", 2),
        ("## Revisions\n\n2 per milestone.", 2),
        ("Amendments may be requested twice.", 2),
        ("No revisions are included.", 0),
        ("You may ask for one round of changes to the cover.", 1),
        ("One pass of fixes per episode is included.", 1),
        ("2 retakes per scene are free.", 2),
        ("The sketch may be revised twice before it is inked.", 2),
        ("Drafts go through two feedback rounds before print.", 2),
        ("After 2 rounds of changes, further rounds cost $50 each.", 2),
        ("| Revisions | 2 rounds |\n|---|---|\n| Revision rounds | 4 |", 4),
    ],
)
def test_number_of_rounds(text: str, rounds: int) -> None:
    found = policy(f"# Offer\n\nA logo.\n\n{text}\n")
    assert found is not None
    assert found.included is not None
    assert found.included.value == rounds


@pytest.mark.parametrize(
    "text",
    [
        "Additional revision rounds are available on request.",
        "This is revision 2 of the document.",
        "We raised 2 rounds from investors.",
        "## Revisions\n\nSee page 2 per mail.",
        "Phase 2: design revisions",
        "One round is one consolidated list of changes.",
        'A "round" is one consolidated set of wishes.',
        "A loop of changes means a single list.",
        "Eine Korrekturrunde umfasst eine gesammelte Liste.",
        "Cada ronda de cambios equivale a una lista.",
        "Chaque cycle de retouches correspond à une liste.",
        "Uma rodada de ajustes significa uma lista.",
        "It costs $40 for one round.",
        "Users can revise two drafts in the editor's history view of 5 days.",
    ],
)
def test_no_number_of_rounds(text: str) -> None:
    found = policy(f"# Offer\n\nA logo.\n\n{text}\n")
    assert found is None or found.included is None


@pytest.mark.parametrize(
    "text",
    [
        "Unlimited revisions are included.",
        "We refine the design until you are happy.",
        "We make any necessary adjustments to meet your expectations.",
        "A reasonable number of revisions is part of the price.",
    ],
)
def test_no_limit_in_effect(text: str) -> None:
    assert limit(f"# Offer\n\nA logo.\n\n{text}\n") is ClauseStatus.UNLIMITED


def test_a_slot_for_the_number_counts_as_stated() -> None:
    assert limit("# Offer\n\nUp to [NUMBER] rounds of revisions are included.\n") is ClauseStatus.STATED


@pytest.mark.parametrize(
    "title", ["Monthly retainer", "Website maintenance agreement", "Change order 4", "Hourly contract"]
)
def test_not_applicable(title: str) -> None:
    assert limit(f"# {title}\n\nWork as described.\n") is ClauseStatus.NOT_APPLICABLE


def test_a_retainer_may_say_so_only_where_it_states_its_fee() -> None:
    fee = "# Agreement\n\n## Fees\n\n### Monthly retainer\n\nThe club pays $400 a month.\n"
    assert limit(fee) is ClauseStatus.NOT_APPLICABLE
    assert limit(f"{fee}\nThe total project price is $4,000.\n") is not ClauseStatus.NOT_APPLICABLE


def test_a_promise_without_number_is_partial() -> None:
    assert limit("# Offer\n\nRevisions are included in the price.\n") is ClauseStatus.PARTIAL


def test_the_whole_policy() -> None:
    found = policy(
        "# Offer\n\n## Revisions\n\n"
        "The price includes two rounds of revisions per page. "
        "A round is one consolidated list of changes, sent within five days of delivery. "
        "A new page or feature is not a revision and is quoted separately. "
        "Additional rounds cost $60 each.\n"
    )
    assert found is not None
    assert found.included is not None
    assert found.included.value == 2
    assert found.per is not None
    assert found.per.value == "deliverable"
    assert found.round is not None
    assert found.new_work is not None
    assert found.feedback_window_days is not None
    assert found.feedback_window_days.value == 5
    assert found.extra_round_price is not None
    assert found.extra_round_price.value == Money(Decimal(60), "USD")


def test_the_number_of_a_row_counts_no_rounds() -> None:
    table = "# Offer\n\n| Sprint | Work |\n|---|---|\n| 5 | Checkout |\n| 6 | Final tweaks |\n"
    assert policy(table) is None
    counted = policy("# Offer\n\n| Item | Rounds |\n|---|---|\n| Logo | 2 revision rounds |\n")
    assert counted is not None


def test_what_is_no_revision_is_new_work_and_leaves_nothing_out() -> None:
    text = (
        "# Offer\n\n## Revisions\n\nTwo rounds of revisions are included.\n\n"
        "### What does not count as a revision\n\nThe following are scope changes and quoted apart:\n\n"
        "- A third mascot\n"
    )
    found = policy(text.replace("are scope changes", "are considered scope changes"))
    assert found is not None
    assert found.new_work is not None
    assert "exclusions" not in {clause.name for clause in prose_of(text).clauses}


def test_what_a_round_after_the_last_costs() -> None:
    for text in (
        "Two rounds of tweaks are included, after that it's £45/hour.",
        "- 2 rounds on sketches\n- After that: £45 per change",
    ):
        found = policy(f"# Offer\n\n{text}\n")
        assert found is not None
        assert found.extra_round_price is not None
    assert policy("# Offer\n\nAfter that the price is £45 per page.\n") is None
    for text in ("Additional revisions available at $60/hr.", "Further rounds are offered at $60 each."):
        found = policy(f"# Offer\n\nTwo rounds of revisions are included. {text}\n")
        assert found is not None
        assert found.extra_round_price is not None


def test_a_number_within_brackets_counts_no_rounds_after_them() -> None:
    assert policy("# Offer\n\nThe press (model 31), rounds of dough and trays.\n") is None
    for text in ("For the logo (and 3 rounds of revisions).", "No more than (3) rounds of revisions."):
        counted = policy(f"# Offer\n\n{text}\n")
        assert counted is not None


@pytest.mark.parametrize(
    "text",
    [
        "## Revisions\n\nTwo rounds on the cut. Anything after that: $90 an hour.",
        "You may ask for one round of changes to the map; more are £45 each.",
        "**Fixes:** one pass of fixes per song. A second pass is £45.",
        "One round of edits. Third and later rounds: £45 each.",
        "2 retakes per scene, more retakes £45 each.",
    ],
)
def test_the_price_of_a_further_round_may_stand_beside_the_number_without_its_name(text: str) -> None:
    found = policy(f"# Offer\n\nA logo.\n\n{text}\n")
    assert found is not None
    assert found.extra_round_price is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux allers-retours de corrections sont compris ; au-delà, 60 € de l'heure."),
        ("de", "Zwei Korrekturschleifen sind enthalten. Danach 60 € je Stunde."),
        ("es", "Se incluyen dos rondas de cambios. A partir de ahí, 60 € por hora."),
        ("pt", "Estão incluídas duas rodadas de ajustes. Além disso, 60 € por hora."),
    ],
)
def test_so_it_may_in_other_languages(language: str, text: str) -> None:
    found = prose_of(f"# X\n\n{text}\n", language).revisions
    assert found[0].extra_round_price is not None


@pytest.mark.parametrize(
    "text",
    [
        "Two rounds of edits.\n\n## Travel\n\nAfter that: £45 an hour.",
        "The hall holds 40 chairs. More are £45 each.",
        "Jusqu'à 120 pièces par mois. Au-delà : 2,50 € par pièce.",
    ],
)
def test_the_price_of_more_of_something_else_is_none_of_a_round(text: str) -> None:
    found = policy(f"# Offer\n\nA logo.\n\n{text}\n")
    assert found is None or found.extra_round_price is None
