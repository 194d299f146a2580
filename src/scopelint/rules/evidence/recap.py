"""Evidence lies where the platform counts it, and talk is written down there."""

from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label
from scopelint.model import Citation, Contract, Evidence, PlatformProfile
from scopelint.rules.rule import Context


def off_platform_evidence(evidence: Evidence, cx: Context) -> Iterator[Finding]:
    """Evidence in a channel that does not count, without a written recap in one that does."""
    if evidence.channel is None or is_accepted(evidence, cx.profile):
        return
    if any(_is_recap(evidence, other, cx) for other in _companions(cx.contract, evidence)):
        return
    name = f"`{evidence.id.value}`" if evidence.id else "the evidence"
    kind = evidence.kind.value if evidence.kind else None
    purpose = f" of kind `{kind}`" if kind else ""
    channels = cx.profile.names("accepted_channels")
    where = f"`{channels[0]}`" if channels else "a written message"
    message = (
        f"{name}{purpose} is in `{evidence.channel.value}`, a channel that `{cx.profile.id}` does not count"
    )
    if is_spoken(evidence, cx.profile):
        message = f"{name}{purpose} is a `{evidence.channel.value}` without a written recap"
    yield Finding(
        message,
        Label(evidence.channel.span),
        case=kind,
        help=f"send a recap in {where} and record it as evidence too",
        counter_text="For our record, this is what we agreed today: …. Please reply that it is right.",
    )


def is_accepted(evidence: Evidence, profile: PlatformProfile) -> bool:
    """Whether the platform counts the channel, or the link leads to the platform itself.

    Where any written channel counts, only talk does not.
    """
    channel = _folded(evidence.channel.value) if evidence.channel else ""
    if channel in profile.names("accepted_channels"):
        return True
    if profile.value("any_written_channel"):
        return not is_spoken(evidence, profile)
    ref = evidence.ref.value.lower() if evidence.ref else ""
    return not is_spoken(evidence, profile) and any(
        f"//{host}/" in ref or f".{host}/" in ref for host in profile.names("hosts")
    )


def is_spoken(evidence: Evidence, profile: PlatformProfile) -> bool:
    """Whether the channel is talk: a call or a meeting."""
    channel = _folded(evidence.channel.value) if evidence.channel else ""
    return any(word in channel.split("_") for word in profile.names("spoken_channels"))


def _folded(channel: str) -> str:
    return channel.strip().lower().replace(" ", "_").replace("-", "_")


def _companions(contract: Contract, evidence: Evidence) -> Iterator[Evidence]:
    """Evidence that may be the recap: of the same kind, or cited beside it."""
    for other in contract.evidence:
        if other.kind and evidence.kind and other.kind.value == evidence.kind.value:
            yield other
    for citations in _citations(contract):
        records = [c.record for c in citations if c.record]
        if evidence in records:
            yield from records


def _citations(contract: Contract) -> Iterator[tuple[Citation, ...]]:
    if contract.scope:
        yield contract.scope.evidence
    for records in (contract.approvals, contract.changes, contract.revision_rounds):
        yield from (record.evidence for record in records)


def _is_recap(talk: Evidence, other: Evidence, cx: Context) -> bool:
    """Whether other evidence is a recap that counts, written in time; without dates it is taken for one."""
    if other == talk or not is_accepted(other, cx.profile):
        return False
    if talk.date is None or other.date is None:
        return True
    if other.date.value < talk.date.value:
        return False
    most: int = cx.options["recap_days"]
    return cx.calendar.business_days(talk.date.value, other.date.value) <= most
