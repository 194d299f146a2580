"""Records and settings that name themselves, or one another in a ring, are read once and judged."""

import pytest

from scopelint.cli import run
from tests.conftest import Folder

HEAD = "scopelint: 1\ncontract: {id: acme, status: active, price: 5, currency: EUR, agreed_ref: acme}\n"
CHANGE = "{{id: {0}, request: More, requested_on: 2026-01-02, decision: approved, {1}}}"

RINGS = {
    "a change of itself": "changes:\n- " + CHANGE.format("C1", "approval: C1, milestone: C1"),
    "a change that removes what it adds": "changes:\n- "
    + CHANGE.format("C1", "adds: [{id: D9, deliverable: Page}], removes: [D9]"),
    "two changes of each other": "changes:\n- "
    + CHANGE.format("C1", "milestone: C2")
    + "\n- "
    + CHANGE.format("C2", "milestone: C1"),
    "a change and its milestone": "changes:\n- "
    + CHANGE.format("C1", "milestone: M1")
    + "\nmilestones:\n- {id: M1, title: x, amount: 5, change: C1, approval: A1}\n"
    + "approvals:\n- {id: A1, subject: M1, date: 2026-01-03, evidence: A1}",
    "milestones of each other": "milestones:\n- {id: M1, title: x, depends_on: [M2], deliverables: [M2]}\n"
    "- {id: M2, title: y, depends_on: [M1], deliverables: [M1]}",
    "a milestone of itself": "milestones:\n- {id: M1, title: x, depends_on: [M1], deliverables: [M1], change: M1}",
    "evidence of itself": "evidence:\n- {id: E1, date: 2026-01-02, channel: email, ref: E1, refers: E1}\n"
    "- {id: E2, evidence: E3}\n- {id: E3, evidence: E2}",
    "approvals of each other": "approvals:\n- {id: A1, subject: A2, evidence: A2}\n- {id: A2, subject: A1, evidence: A1}",
    "a reference of itself": "deliverables:\n- {id: D1, deliverable: as in D1, refers: D1}",
    "one id for everything": "deliverables:\n- {id: X, deliverable: x}\nmilestones:\n- {id: X, title: x, deliverables: [X], "
    "change: X, approval: X}\nchanges:\n- " + CHANGE.format("X", "milestone: X, approval: X") + "\n"
    "approvals:\n- {id: X, subject: X, evidence: X}",
}
LOCKS = {
    "the lock": "lock: 1\nagreed: {date: 2026-01-01, approval: scope.lock, digest: scope.lock}\ncontract: {agreed_ref: scope.lock}\n",
    "an alias of itself": "lock: 1\nagreed: &a {date: 2026-01-01, changes: [*a]}\n",
    "a change that it holds": "lock: 1\nagreed: {date: 2026-01-01, changes: [C1]}\nchanges:\n- {id: C1, approval: C1}\n",
}
COMMANDS = (
    "check --no-cache --profile strict --as-of 2026-02-01",
    "show",
    "due --as-of 2026-02-01",
    "diff .",
)


@pytest.mark.parametrize("ring", RINGS)
def test_records_in_a_ring(ring: str, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder({"contract.yaml": f"{HEAD}{RINGS[ring]}\n"})
    for command in COMMANDS:
        assert run(command.split()) in (0, 1, 2), capsys.readouterr().err
    assert run(["check", "--no-cache", "--as-of", "2026-02-01"]) == 1
    assert "contract.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_that_names(lock: str, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder({"contract.yaml": HEAD, "scope.lock": LOCKS[lock]})
    for command in COMMANDS:
        assert run(command.split()) in (0, 1, 2), capsys.readouterr().err
    capsys.readouterr()
    assert run(["check", "--no-cache"]) == (2 if "alias" in lock else 1)
    assert "scope.lock" in capsys.readouterr().out


@pytest.mark.parametrize("length", [1, 2, 3])
def test_configurations_that_extend_one_another(
    length: int, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["scopelint.yaml", *(f"base{number}.yaml" for number in range(1, length))]
    after = [*names[1:], names[0]]
    files = {name: f"extends: ./{other}\n" for name, other in zip(names, after, strict=True)}
    folder({**files, "scope.md": "# Site\n\nUnlimited revisions.\n"})
    assert run(["check", "--no-cache", "--format", "concise"]) == 2
    said = capsys.readouterr().out
    assert said.count("error[invalid-config]") == 1
    assert "extends this file in turn" in said
    assert "scope.md:" in said
