"""Before a platform contract is accepted, talk and contact details stay on the platform."""

import re
from collections.abc import Iterator

from scopelint.diagnostics import Confidence, Finding, Label
from scopelint.model import Contract, Document
from scopelint.rules.evidence.recap import is_accepted
from scopelint.rules.gathering import gathered
from scopelint.rules.rule import Context
from scopelint.text import Span

# Both begin with a letter that is rare in contracts, so that the search skips to it.
_DOMAIN = r"@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
_PHONE = r"\+(?<![\w/.+-]\+)\d[\d ().-]{7,18}\d(?![\w-])"
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-")
_LONGEST_LOCAL = 64
_HANDLE = r"[ :]{1,3}(?:@[\w.]{3,64}|live:[\w.]{3,64}|\+?\d[\d ().-]{6,18}\d)"
_HELP = "leave contact details and other channels out until the contract is accepted on the platform"


def precontract_contact(contract: Contract, cx: Context) -> Iterator[Finding]:
    """Outside channels and contact details in a contract that was not accepted yet."""
    if not cx.profile.names("hosts"):
        return  # made directly: nobody forbids it
    yield from _outside_messages(contract, cx)
    for party in (contract.freelancer, contract.client):
        if party and party.contact:
            message = f"the contact `{party.contact.value}` is recorded before the contract is accepted"
            yield Finding(message, Label(party.contact.span), help=_HELP)
    recorded = {p.contact.span for p in (contract.freelancer, contract.client) if p and p.contact}
    patterns = cx.options["patterns"]
    found = [f for document in contract.documents for f in _details(document, patterns)]
    found = [f for f in found if not any(f.at.span.within(span) for span in recorded)]
    yield from gathered(
        found, len(found), f"{len(found)} contact details stand in the contract before it is accepted"
    )


def _outside_messages(contract: Contract, cx: Context) -> Iterator[Finding]:
    accepted = contract.accepted_on
    for evidence in contract.evidence:
        if evidence.channel is None or is_accepted(evidence, cx.profile):
            continue
        if accepted and (evidence.date is None or evidence.date.value >= accepted.value):
            continue
        name = f"`{evidence.id.value}`" if evidence.id else "a message"
        yield Finding(
            f"{name} is in `{evidence.channel.value}` before the contract is accepted",
            Label(evidence.channel.span),
            related=(Label(accepted.span, "accepted"),) if accepted else (),
            help="move the talk to the platform's messages: until acceptance any other can cost the account",
            about=(evidence.span,),
        )


def _details(document: Document, patterns: list[str]) -> Iterator[Finding]:
    """Email addresses, phone numbers, and handles of apps in a document's text."""
    text = document.text
    for match in re.finditer(_DOMAIN, text) if "email" in patterns else ():
        start = _local_start(text, match.start())
        if start < match.start():
            yield _detail(document, start, match.end())
    for match in re.finditer(_PHONE, text) if "phone" in patterns else ():
        yield _detail(document, match.start(), match.end())
    lowered = text.lower()
    for app in patterns:
        if app in ("email", "phone") or app.lower() not in lowered:
            continue
        for match in re.finditer(rf"\b{re.escape(app)}\b{_HANDLE}", text, re.IGNORECASE):
            yield _detail(document, match.start(), match.end())


def _local_start(text: str, at: int) -> int:
    """Where the name before an ``@`` begins; the ``@`` itself when there is none."""
    start = at
    while start > max(0, at - _LONGEST_LOCAL) and text[start - 1] in _LOCAL:
        start -= 1
    return start


def _detail(document: Document, start: int, end: int) -> Finding:
    words = document.text[start:end]
    return Finding(
        f"the contact detail `{words}` stands in the contract before it is accepted",
        Label(Span(document.path, start, end)),
        help=_HELP,
        confidence=Confidence.MEDIUM,
    )
