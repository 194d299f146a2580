"""Before acceptance, talk and contact details stay on the platform."""

from typing import Any

from scopelint.model import Contract, Document, Evidence, Party, Phase
from tests.rules.factory import TITLE, at, contract, day, place
from tests.rules.judging import judged, said

RULE = "precontract-contact"


def offer(text: str = "", **more: Any) -> Contract:
    return contract(
        phase=Phase.OFFERED,
        platform=at("upwork"),
        documents=(Document("scope.md", text, TITLE, "en"),),
        **more,
    )


def test_details_are_found_with_their_place() -> None:
    text = "Write to kim@studio.example or call +44 20 7946 0018; Telegram: @kimdraws"
    whole = offer(text)
    (finding,) = judged(RULE, whole)
    assert finding.message == "3 contact details stand in the contract before it is accepted"
    places = [finding.at.span, *(label.span for label in finding.related)]
    assert [text[span.start : span.end] for span in places] == [
        "kim@studio.example",
        "+44 20 7946 0018",
        "Telegram: @kimdraws",
    ]


def test_what_only_looks_like_a_detail_is_left_alone() -> None:
    for text in (
        "A WhatsApp button on every page",
        "Telegram: notifications for new orders",
        "Growth of +25 percent, from 1 000 000 to 1 250 000",
        "See https://social.example/@studio and version 2.0+3",
        "Sizes 120-340-560 and a score of 90+",
    ):
        assert said(RULE, offer(text)) == [], text


def test_a_recorded_contact_is_told_once() -> None:
    text = "contact: kim@studio.example"
    spanned = at("kim@studio.example")._replace(span=TITLE._replace(start=9, end=27))
    party = Party(place(), at("Kim"), contact=spanned)
    assert said(RULE, offer(text, freelancer=party)) == [
        "the contact `kim@studio.example` is recorded before the contract is accepted"
    ]


def test_messages_after_acceptance_are_another_rules_matter() -> None:
    def told(iso: str | None) -> list[str]:
        talk = Evidence(place(), at("EV-1"), day(iso) if iso else None, at("whatsapp"))
        return said(RULE, offer(accepted_on=day("2026-03-02"), evidence=(talk,)))

    assert told("2026-03-01") == ["`EV-1` is in `whatsapp` before the contract is accepted"]
    assert told("2026-03-02") == []
    assert told(None) == []


def test_the_search_stays_linear() -> None:
    assert said(RULE, offer("a@" * 20_000 + "+1 " * 20_000)) == []
