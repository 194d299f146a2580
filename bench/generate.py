"""Write N contracts for measuring, to be judged as of 2026-01-26.

Usage: python bench/generate.py FOLDER [N]

Each is a folder of scope.md (about 120 lines), milestones.yaml (8), changelog.yaml (12) and approvals.yaml (6), or,
every fourth, a Markdown file in plain prose. Every third has findings.
"""

import sys
from pathlib import Path

AS_OF = "2026-01-26"
CONFIG = "# This agency keeps what was agreed elsewhere.\nignore: [missing-lock]\n"
NOUNS = ("landing page", "price table", "photo gallery", "booking form", "blog index", "news archive", "map")
SENTENCES = (
    "its texts are supplied by the client",
    "its layout follows the agreed mock-up {n}",
    "its address stands in\nthe footer of every page of the area",
    "photographs come from the archive of branch {n}",
    "it answers on telephones as on desks",
    "the old address leads to the new one",
    "its form sends one mail to the branch",
)


def is_flawed(number: int) -> bool:
    """Whether a contract has findings."""
    return number % 3 == 1


def is_prose(number: int) -> bool:
    """Whether a contract is one Markdown file without records."""
    return number % 4 == 3


def areas(number: int) -> str:
    """Twenty-two paragraphs, no two contracts alike."""
    out = []
    for n in range(1, 23):
        said = [SENTENCES[(number * 3 + n * step) % len(SENTENCES)].format(n=n) for step in (1, 2, 4)]
        out.append(f"Area {n} serves visitors of branch {n + number % 90}; {', '.join(said)}.")
    return "\n\n".join(out)


def noun(number: int, n: int) -> str:
    """What area ``n`` of a contract is."""
    return NOUNS[(number + n) % len(NOUNS)].capitalize()


def listed(words: str, numbers: range) -> str:
    """A list with an item for each number."""
    return "\n".join(f"- {words.format(n=n)}" for n in numbers)


TERMS = """## Changes

Anything not listed above is an addition. Additions are requested in Upwork Messages, answered with a
price and a date, and start only after written approval and funding of their own milestone.

## Ending early

Either side may end this contract with 7 days' written notice. Approved work is paid in full.
"""


def scope(number: int) -> str:
    """Front matter, two tables, lists and prose."""
    rows = "\n".join(
        f"| D{n} | {noun(number, n)} for area {n} of client {number} | {n} pages "
        f"| Each page answers in under {n} seconds on a phone |"
        for n in range(1, 9)
    )
    flaw = "\nWe also do any other changes the client asks for, etc.\n" if is_flawed(number) else ""
    return f"""---
scopelint: 1
contract: {{id: client-{number}, title: Site {number}, type: fixed_price, platform: upwork, status: active,
  currency: USD, price: 1600.00, accepted_on: 2026-01-08, due_on: 2026-06-30}}
parties: {{freelancer: {{name: Dana Freelancer}}, client: {{name: Client {number}, approver: Lee Client}}}}
screening: {{date: 2026-01-02, client_rating: 4.9, reviews: 21, payment_verified: true}}
scope: {{agreed_on: 2026-01-07, evidence: "https://www.upwork.com/ab/messages/rooms/r{number}"}}
---
# Site {number}

## Scope

{areas(number)}
{flaw}
## Deliverables

| ID | Deliverable | Quantity | Acceptance criteria |
|----|-------------|----------|---------------------|
{rows}

## Out of scope

{listed("Photography for area {n}", range(1, 9))}

## Assumptions

{listed("Client supplies text {n} of area {n} by 2026-02-{n:02}", range(2, 14))}

## Revisions

| Included rounds | Per | A round is | New work is | Feedback window | Extra round |
|----|----|----|----|----|----|
| 2 | milestone | One consolidated list of comments on one delivery | Anything that adds a page | 5 days | $60 |

{TERMS}"""


def prose(number: int) -> str:
    """A contract of headings, sentences and lists alone."""
    rounds = (
        "We revise until you are happy." if is_flawed(number) else "Two rounds of revisions are included."
    )
    return f"""# Agreement for site {number}

## Scope of work

{areas(number)}

## What you receive

{listed(f"{{n}} page designs for area {{n}} of site {number}, as PNG files", range(2, 10))}

## Not included

{listed("Photography for area {n}", range(1, 9))}

## Revisions

{rounds} One round is one written list of comments; a further round costs $60. A new page is new work.

## Price and payment

The price is $1,600: 50% on signing, 50% on delivery. Work begins when the first half has arrived.

## Time

Delivery: four weeks after the first payment. You accept the work in writing within 7 days of delivery, or it
counts as accepted. Requests and approvals are written by e-mail.

{TERMS}"""


def milestones(number: int) -> str:
    """Eight milestones, the first two done."""
    out = ["milestones:"]
    for n in range(1, 9):
        out += [
            f"  - id: M{n}",
            f"    title: Area {n} of site {number}",
            "    amount: 200.00",
            f"    due_on: 2026-0{(n + 1) // 2 + 1}-15",
            f"    deliverables: [D{n}]",
        ]
        if n < 3:
            out += [
                f"    funded: {{date: 2026-01-{3 + n * 6:02}, amount: 200.00, evidence: EV-{n}F}}",
                f"    started_on: 2026-01-{3 + n * 6:02}",
                f"    submitted_on: [2026-01-{6 + n * 6:02}]",
                f"    approval: AP-{n}",
                f"    released: {{date: 2026-01-{8 + n * 6:02}, amount: 200.00}}",
            ]
        elif n == 3 and is_flawed(number):
            out.append("    started_on: 2026-01-22")
    return "\n".join(out) + "\n"


def changelog(number: int) -> str:
    """Twelve change requests, all declined."""
    out = ["changes:"]
    for n in range(1, 13):
        out += [
            f"  - id: CO-{n}",
            f"    requested_on: 2026-01-{n + 9:02}",
            "    by: Lee Client",
            f"    request: Swap icon {n} in the footer of site {number}",
            "    class: new_work",
            "    decision: declined",
            f"    quoted_on: 2026-01-{n + 9:02}",
            f"    reason: Belongs to phase {n}",
            f"    evidence: EV-{n}C",
        ]
    return "\n".join(out) + "\n"


def approvals(number: int) -> str:
    """Six approvals and the register of evidence."""
    out = ["approvals:"]
    evidence = [(f"EV-{n}F", 3 + n * 6, "funding") for n in (1, 2)]
    evidence += [(f"EV-{n}C", n + 9, "change") for n in range(1, 13)]
    for n in range(1, 7):
        subject, day = (f"M{n}", 7 + n * 6) if n < 3 else ("scope", 7)
        evidence.append((f"EV-{n}A", day, "approval"))
        out.append(
            f"  - {{id: AP-{n}, subject: {subject}, by: Lee Client, date: 2026-01-{day:02}, method: explicit, "
            f"evidence: EV-{n}A}}"
        )
    out.append("evidence:")
    out += [
        f"  - {{id: {id}, date: 2026-01-{day:02}, channel: upwork_messages, from: client, kind: {kind}, "
        f'ref: "https://www.upwork.com/ab/messages/rooms/r{number}#{id}"}}'
        for id, day, kind in evidence
    ]
    return "\n".join(out) + "\n"


def generate(folder: Path, count: int) -> None:
    """Write ``count`` contracts below ``folder``, and a configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scopelint.yaml").write_text(CONFIG)
    for number in range(count):
        contract = folder / f"client-{number:05}"
        contract.mkdir(exist_ok=True)
        files = (
            {"agreement.md": prose}
            if is_prose(number)
            else {
                "scope.md": scope,
                "milestones.yaml": milestones,
                "changelog.yaml": changelog,
                "approvals.yaml": approvals,
            }
        )
        for name, make in files.items():
            (contract / name).write_text(make(number))


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
