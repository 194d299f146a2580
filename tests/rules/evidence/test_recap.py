"""Evidence lies where the platform counts it, and talk is written down there."""

from typing import Any

from scopelint.model import Citation, Contract, Evidence
from tests.rules.factory import approval, at, contract, day, place
from tests.rules.judging import judged, said

RULE = "off-platform-evidence"


def shown(
    id: str, channel: str, iso: str = "2026-03-04", kind: str | None = "approval", **more: Any
) -> Evidence:
    return Evidence(place(), at(id), day(iso), at(channel), kind=at(kind) if kind else None, **more)


def on_upwork(*evidence: Evidence, **more: Any) -> Contract:
    return contract(platform=at("upwork"), evidence=evidence, **more)


def test_the_case_is_the_kind_so_that_severities_can_differ() -> None:
    (finding,) = judged(RULE, on_upwork(shown("EV-1", "email", kind="change")))
    assert finding.case == "change"


def test_a_recap_of_another_kind_counts_when_it_is_cited_beside_it() -> None:
    talk, recap = shown("EV-1", "zoom"), shown("EV-2", "upwork_messages", "2026-03-05", None)
    assert len(said(RULE, on_upwork(talk, recap))) == 1
    both = approval(
        "AP-1",
        "M1",
        "2026-03-04",
        evidence=(Citation(place(), "EV-1", talk), Citation(place(), "EV-2", recap)),
    )
    assert said(RULE, on_upwork(talk, recap, approvals=(both,))) == []


def test_a_recap_comes_after_the_talk_and_soon() -> None:
    talk = shown("EV-1", "call", "2026-03-06")
    for iso, told in (("2026-03-05", 1), ("2026-03-09", 0), ("2026-03-10", 1)):
        assert len(said(RULE, on_upwork(talk, shown("EV-2", "upwork_messages", iso)))) == told


def test_channels_are_compared_however_they_are_written() -> None:
    assert said(RULE, on_upwork(shown("EV-1", "Upwork Messages"))) == []


def test_a_video_call_on_the_platform_is_still_talk() -> None:
    ref = at("https://www.upwork.com/call/1")
    assert said(RULE, on_upwork(shown("EV-1", "video call", ref=ref))) == [
        "`EV-1` of kind `approval` is a `video call` without a written recap"
    ]


def test_another_host_that_only_mentions_the_platform_does_not_count() -> None:
    for url in (
        "https://files.example.com/upwork.com/1",
        "https://notupwork.com/1",
        "https://upwork.com.example.net/1",
    ):
        (message,) = said(RULE, on_upwork(shown("EV-1", "chat", ref=at(url))))
        assert "does not count" in message


def test_evidence_without_a_channel_says_nothing() -> None:
    assert said(RULE, on_upwork(Evidence(place(), at("EV-1")))) == []
