"""The same input gives the same bytes, whatever the order of paths."""

from scopelint.engine.check import check
from scopelint.engine.request import Request
from scopelint.report import FORMATS, rendered
from tests.conftest import Folder


def test_the_order_of_paths_does_not_matter(folder: Folder) -> None:
    folder(
        {
            "b/scope.md": "# B\n\nA poster.\n",
            "b/milestones.yaml": "milestones:\n- {id: M1, amount: 5, started_on: 2026-01-10}\n- {id: M1, amount: x}\n",
            "a/contract.yaml": "scopelint: 1\ncontract: {id: b, price: 3}\n",
            "c.md": "# C\n\nA logo.\n",
        }
    )
    reports = [
        [rendered(name, check(Request(paths))) for name in FORMATS]
        for paths in (
            ("a", "b", "c.md"),
            ("c.md", "b/milestones.yaml", "a"),
            ("b/scope.md", "c.md", "a", "b"),
        )
    ]
    assert reports[0] == reports[1] == reports[2]
