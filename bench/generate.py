"""Write N contract folders for measuring: scope.md, milestones, changelog and approvals each.

Usage: python bench/generate.py FOLDER [N]
"""

import sys
from pathlib import Path

NOUNS = ("landing page", "price table", "photo gallery", "booking form", "blog index", "news archive", "map")


def scope(number: int) -> str:
    """About 120 lines: front matter, two tables, lists and prose."""
    rows = "\n".join(
        f"| D{n} | {NOUNS[(number + n) % len(NOUNS)].capitalize()} for area {n} of client {number} | {n} pages "
        f"| Each page answers in under {n} seconds on a phone |"
        for n in range(1, 9)
    )
    assumptions = "\n".join(
        f"- Client supplies text {n} of area {n} by 2026-02-{n + 1:02}" for n in range(1, 13)
    )
    exclusions = "\n".join(f"- Photography for area {n}" for n in range(1, 9))
    prose = "\n\n".join(
        f"Area {n} serves visitors of branch {n}. Its texts are supplied by the client, its layout follows the "
        f"agreed mock-up {n}, and its address is\nshown in the footer of every page of the area."
        for n in range(1, 13)
    )
    return f"""---
scopelint: 1
contract: {{id: client-{number}, title: Site {number}, type: fixed_price, platform: upwork, status: active,
  currency: USD, price: 1600.00, accepted_on: 2026-01-08, due_on: 2026-06-30}}
parties: {{freelancer: {{name: Dana Freelancer}}, client: {{name: Client {number}, approver: Lee Client}}}}
scope: {{agreed_on: 2026-01-07, evidence: "https://www.upwork.com/ab/messages/rooms/r{number}"}}
---
# Site {number}

## Scope

{prose}

## Deliverables

| ID | Deliverable | Quantity | Acceptance criteria |
|----|-------------|----------|---------------------|
{rows}

## Out of scope

{exclusions}

## Assumptions

{assumptions}

## Revisions

| Included rounds | Per | A round is | New work is | Feedback window | Extra round |
|----|----|----|----|----|----|
| 2 | milestone | One consolidated list of comments on one delivery | Anything that adds a page | 5 days | $60 |

## Changes

Anything not listed above is an addition. Additions are requested in Upwork Messages, answered with a
price and a date, and start only after written approval and funding of their own milestone.
"""


def milestones(number: int) -> str:
    """Eight milestones, the first two done."""
    out = ["milestones:"]
    for n in range(1, 9):
        done = n < 3
        out += [
            f"  - id: M{n}",
            f"    title: Area {n} of site {number}",
            "    amount: 200.00",
            f"    due_on: 2026-0{(n + 1) // 2 + 1}-15",
            f"    deliverables: [D{n}]",
        ]
        if done:
            out += [
                f"    funded: {{date: 2026-01-{9 + n * 5:02}, amount: 200.00, evidence: EV-{n}}}",
                f"    started_on: 2026-01-{9 + n * 5:02}",
                f"    submitted_on: [2026-01-{11 + n * 5:02}]",
                f"    approval: AP-{n}",
                f"    released: {{date: 2026-01-{13 + n * 5:02}, amount: 200.00}}",
            ]
    return "\n".join(out) + "\n"


def changelog(number: int) -> str:
    """Twelve change requests, declined or absorbed."""
    out = ["changes:"]
    for n in range(1, 13):
        out += [
            f"  - id: CO-{n}",
            f"    requested_on: 2026-01-{n + 10:02}",
            "    by: Lee Client",
            f"    request: Swap icon {n} in the footer of site {number}",
            "    class: new_work",
            "    decision: declined",
            f"    quoted_on: 2026-01-{n + 11:02}",
            f"    reason: Belongs to phase {n}",
            f"    evidence: EV-{n}",
        ]
    return "\n".join(out) + "\n"


def approvals(number: int) -> str:
    """Six approvals and the evidence register."""
    out = ["approvals:"]
    for n in range(1, 7):
        subject = f"M{n}" if n < 3 else "scope"
        day = 12 + n * 5 if n < 3 else 7
        out.append(
            f"  - {{id: AP-{n}, subject: {subject}, by: Lee Client, date: 2026-01-{day:02}, method: explicit, "
            f"evidence: EV-{n}}}"
        )
    out.append("evidence:")
    out += [
        f"  - {{id: EV-{n}, date: 2026-01-{n + 10:02}, channel: upwork_messages, from: client, kind: approval, "
        f'ref: "https://www.upwork.com/ab/messages/rooms/r{number}#{n}"}}'
        for n in range(1, 13)
    ]
    return "\n".join(out) + "\n"


def generate(folder: Path, count: int) -> None:
    """Write ``count`` contracts below ``folder``."""
    for number in range(count):
        contract = folder / f"client-{number:05}"
        contract.mkdir(parents=True, exist_ok=True)
        for name, make in (
            ("scope.md", scope),
            ("milestones.yaml", milestones),
            ("changelog.yaml", changelog),
            ("approvals.yaml", approvals),
        ):
            (contract / name).write_text(make(number))


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
