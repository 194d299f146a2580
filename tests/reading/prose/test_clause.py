"""Which sentences state a clause, and which only look like it."""

import pytest

from scopelint.model import ClauseStatus
from tests.reading.prose.told import prose_of

STATED = [
    ("exclusions", "Hosting and fonts are not included."),
    ("exclusions", "The price does not include stock photos."),
    ("exclusions", "Anything that is not listed above is quoted separately."),
    ("exclusions", "Print files are out of scope."),
    ("payment-schedule", "Invoices are payable within 14 days of receipt."),
    ("payment-schedule", "40% on signing, 60% on delivery."),
    ("payment-schedule", "I invoice you at the end of each month; terms are net 30."),
    ("deposit", "A 30% deposit is due before work begins."),
    ("deposit", "Half up front, half when it is live."),
    ("deposit", "Work starts once the first payment has been received."),
    ("acceptance", "Client has five business days to review each draft."),
    ("acceptance", "A page is deemed accepted when no defect is reported."),
    ("acceptance", "Each milestone needs written approval by the client."),
    ("change-process", "Changes to the scope must be agreed in writing before work on them starts."),
    ("change-process", "Additional work requires a signed change order."),
    ("timeline", "The site will be completed within six weeks."),
    ("timeline", "Delivery date: 4 May 2026"),
    ("termination", "Either party may terminate this agreement with 14 days' notice."),
    ("termination", "If the client cancels the project, work done so far is paid."),
    ("communication", "We meet for a weekly call on Mondays."),
    ("communication", "All communication goes through the project's Slack channel."),
    ("communication", "You submit a request by email or text message."),
]

NOT_STATED = [
    ("exclusions", "Liability for indirect damages is excluded."),
    ("exclusions", "The client receives an exclusive licence."),
    ("exclusions", "VAT is not included."),
    ("payment-schedule", "The shop offers a payment gateway and invoices as PDF."),
    ("deposit", "No deposit is required."),
    ("deposit", "Tell us in advance if a meeting has to move."),
    ("acceptance", "Acceptance of this quotation makes it binding."),
    ("acceptance", "Managers approve expense requests in the dashboard."),
    ("change-process", "Changes to this agreement must be in writing."),
    ("change-process", "Users can change their password and email address."),
    ("timeline", "Support requests are answered within two days."),
    ("timeline", "Invoices are payable within 30 days."),
    ("termination", "Guests can cancel bookings at any time from their account."),
    ("termination", "Confidentiality survives termination."),
    ("communication", "Customers receive WhatsApp notifications about their order."),
    ("communication", "The contact form sends an email to the shop."),
    ("communication", "Guests submit requests through the booking system."),
]


def statuses(text: str) -> dict[str, ClauseStatus]:
    return {clause.name: clause.status for clause in prose_of(text).clauses}


@pytest.mark.parametrize(("clause", "sentence"), STATED)
def test_stated_wherever_it_stands(clause: str, sentence: str) -> None:
    assert statuses(f"# Agreement\n\n## Notes\n\n{sentence}\n")[clause] is ClauseStatus.STATED


@pytest.mark.parametrize(("clause", "sentence"), NOT_STATED)
def test_near_miss(clause: str, sentence: str) -> None:
    assert clause not in statuses(f"# Agreement\n\n## Notes\n\n{sentence}\n")


@pytest.mark.parametrize(
    "frame",
    [
        "## How to use this template\n\n{}\n",
        "## Sample contract\n\n{}\n",
        "## Optional extras\n\n{}\n",
        "> {}\n",
        "```\n{}\n```\n",
    ],
)
@pytest.mark.parametrize(("clause", "sentence"), STATED[:3])
def test_what_binds_nobody_states_nothing(clause: str, sentence: str, frame: str) -> None:
    assert clause not in statuses(
        f"# Agreement\n\nA website.\n\n{frame.format(sentence)}\n## Parties\n\nA and B.\n"
    )


def test_a_price_for_additions_alone_is_partial() -> None:
    found = statuses("# Agreement\n\nAdditional features are charged at the hourly rate.\n")
    assert found["change-process"] is ClauseStatus.PARTIAL


@pytest.mark.parametrize(
    "text",
    [
        "# Acceptance\n\nName: ____\n\nSignature: ____\n",
        "# Quote\n\n## Approval\n\nThis quotation is accepted by signing below.\n\nSignature: ____\n",
        "# Quote\n\n## Sign-off\n\nReply to this mail to proceed; we sign the letter on the same day.\n",
    ],
)
def test_signing_the_offer_is_no_acceptance_of_work(text: str) -> None:
    assert "acceptance" not in statuses(text)


def test_a_timeline_may_be_drawn_but_not_programmed() -> None:
    drawn = "# Site\n\n## Timeline\n\n```\nWeek 1 -- sketches\nWeek 2 -- pages\n```\n"
    assert "timeline" in statuses(drawn)
    assert "timeline" not in statuses(drawn.replace("```\n", "```python\n", 1))


@pytest.mark.parametrize(
    ("weeks", "stated"), [("W1-W2", True), ("3", True), ("W1 (support)", False), ("many", False)]
)
def test_a_column_of_weeks_states_the_timeline(weeks: str, stated: bool) -> None:
    table = f"# Atlas\n\n| Sprint | Weeks | Focus |\n|---|---|---|\n| One | {weeks} | Maps |\n"
    assert ("timeline" in statuses(table)) is stated


@pytest.mark.parametrize(
    ("head", "row", "clause", "stated"),
    [
        ("Item | Detail", "Payment schedule | half now, half on delivery", "payment-schedule", True),
        (" | ", "Payment schedule | ", "payment-schedule", True),
        (" | ", "Exclusions | printing and framing", "exclusions", True),
        (" | ", "Exclusions | none", "exclusions", False),
        (" | ", "Timeline | by hand", "timeline", False),
        ("Task | Hours", "Testing and acceptance | 8 hours", "acceptance", False),
    ],
)
def test_a_row_of_facts_states_what_its_label_names(head: str, row: str, clause: str, stated: bool) -> None:
    table = f"# Atlas\n\n| {head} |\n|---|---|\n| Client | Ann Lee |\n| {row} |\n"
    assert (clause in statuses(table)) is stated


def test_a_subscription_needs_no_revisions_but_a_project_with_one_does() -> None:
    subscribed = "# Atlas\n\nThe monthly subscription costs $40.\n"
    assert statuses(subscribed)["revision-limit"] is ClauseStatus.NOT_APPLICABLE
    assert "revision-limit" not in statuses(f"{subscribed}\nTotal price of the atlas: $2,000.\n")
    joined = "# Atlas\n\nThis is a yearly membership: $40 a year.\n"
    assert statuses(joined)["revision-limit"] is ClauseStatus.NOT_APPLICABLE


@pytest.mark.parametrize(("title", "stated"), [("Atlas", True), ("Change requests", False)])
def test_the_days_of_a_log_are_no_timeline(title: str, stated: bool) -> None:
    table = f"# {title}\n\n| Date | Request | Status |\n|---|---|---|\n| 2 May 2026 | Wider maps | done |\n"
    assert ("timeline" in statuses(table)) is stated


@pytest.mark.parametrize(
    ("language", "section", "clause", "stated"),
    [
        ("en", "## How do I send comments?\n\nBy email, or as a text message.", "communication", True),
        ("en", "## How do guests reserve?\n\nBy email, or as a text message.", "communication", False),
        ("pt", "## Contato\n\nTelefone: 11 5555-0100", "communication", False),
        ("pt", "## Contato do projeto\n\nTelefone: 11 5555-0100", "communication", True),
        ("pt", "## Contato para aprovação\n\nAna Reis, telefone 11 5555-0100", "acceptance", False),
        ("pt", "## Aprovação\n\nCada capítulo é aprovado por escrito.", "acceptance", True),
        ("es", "## Tiempo invertido\n\n14 horas en 3 semanas", "timeline", False),
        ("es", "## Tiempo estimado\n\n14 horas en 3 semanas", "timeline", True),
        ("en", "**Internal effort estimate:** 30 hours", "timeline", False),
        ("en", "**Delivery time:** 30 days", "timeline", True),
        (
            "fr",
            "## Acceptation\n\nLes parties acceptent sans réserve le présent contrat.",
            "acceptance",
            False,
        ),
        ("fr", "## Acceptation\n\nChaque planche est validée par écrit.", "acceptance", True),
    ],
)
def test_a_heading_states_a_clause_only_when_it_is_about_the_work(
    language: str, section: str, clause: str, stated: bool
) -> None:
    found = prose_of(f"# Atlas\n\n{section}\n", language).clauses
    assert any(one.name == clause for one in found) is stated


@pytest.mark.parametrize(
    ("section", "clause", "stated"),
    [
        ("## Timeline\n\n### Phase 1: Maps\n\n- rivers\n\n### Phase 2: Index", "timeline", False),
        ("## Timeline\n\n### Phase 1: Maps\n\n- by 3 May 2027\n\n### Phase 2: Index", "timeline", True),
        ("## Key milestones\n\n1. Maps (within 10 days)\n2. Index (within 5 days)", "timeline", True),
        ("## Key milestones\n\n1. Maps (10 sheets)\n2. Index (5 sheets)", "timeline", False),
        ("Questions? Contact us at 1 Hill Road, by phone or by mail.", "communication", False),
        ("For changes contact us by email.", "communication", True),
        ("- Sales tracking and a monthly report", "communication", False),
        ("- A monthly progress report", "communication", True),
        ("Sign this once you agree on price.", "change-process", False),
        ("For anything else we agree on the price first.", "change-process", True),
    ],
)
def test_a_clause_needs_its_own_matter(section: str, clause: str, stated: bool) -> None:
    assert (clause in statuses(f"# Atlas\n\n{section}\n")) is stated


def test_a_plan_drawn_up_in_bold_goes_on_after_what_is_left_out() -> None:
    text = "**Not included**\n\n- printing\n\n**Payment**: €90 in advance.\n\n**Notice**: either of us may stop.\n"
    assert {"exclusions", "payment-schedule", "deposit"} <= statuses(f"# Atlas\n\n{text}").keys()
