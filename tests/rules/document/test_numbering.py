"""Records of a draft get the ids they lack; what could be meant by a reference is left alone."""

import pytest

from scopelint.engine.fix import fixed
from scopelint.engine.request import Request
from tests.conftest import Folder

HEAD = "contract:\n  id: acme\n  status: draft\n"
BLOCK = HEAD + "deliverables:\n  - id: D1\n    deliverable: Home page\n  - deliverable: Contact page\n"
TABLE = "---\nscopelint: 1\ncontract: {id: acme, status: draft}\n---\n\n## Deliverables\n\n| ID | Deliverable |\n|----|-------------|\n| D1 | Home page |\n|  | Contact page |\n"


def numbered(folder: Folder, name: str, text: str) -> str:
    root = folder({name: text})
    after = fixed(Request((name,), select=("invalid-record", "duplicate-id"))).after
    return after.get(name, (root / name).read_bytes()).decode()


def test_a_record_without_an_id(folder: Folder) -> None:
    wanted = BLOCK.replace("  - deliverable", "  - id: D2\n    deliverable")
    assert numbered(folder, "contract.yaml", BLOCK) == wanted


def test_line_ends_stay(folder: Folder) -> None:
    wanted = BLOCK.replace("  - deliverable", "  - id: D2\n    deliverable").replace("\n", "\r\n")
    assert numbered(folder, "contract.yaml", BLOCK.replace("\n", "\r\n")) == wanted


def test_a_record_in_braces(folder: Folder) -> None:
    text = HEAD + "milestones:\n- {id: M4, title: Design}\n- {title: Build}\n- {title: Launch}\n"
    wanted = text.replace("{title: Build", "{id: M5, title: Build").replace(
        "{title: Launch", "{id: M6, title: Launch"
    )
    assert numbered(folder, "contract.yaml", text) == wanted


def test_an_empty_cell(folder: Folder) -> None:
    assert numbered(folder, "scope.md", TABLE) == TABLE.replace("|  | Contact", "| D2 | Contact")


def test_a_repeated_id(folder: Folder) -> None:
    text = HEAD + "deliverables:\n- {id: D1, deliverable: Home}\n- {id: D1, deliverable: Contact}\n"
    assert numbered(folder, "contract.yaml", text) == text.replace("D1, deliverable: C", "D2, deliverable: C")


@pytest.mark.parametrize(
    "text",
    [
        HEAD
        + "deliverables:\n- {id: D1, deliverable: Home}\n- {id: D1, deliverable: Contact}\n"
        + "milestones:\n- {id: M1, deliverables: [D1]}\n",
        BLOCK.replace("status: draft", "status: offered"),
        HEAD + "approvals:\n- {subject: scope}\n",
        HEAD + "deliverables:\n- id:\n  deliverable: Home\n",
    ],
    ids=["a reference means either", "no draft", "an approval", "an empty key"],
)
def test_what_stays_as_it_is(folder: Folder, text: str) -> None:
    assert numbered(folder, "contract.yaml", text) == text
