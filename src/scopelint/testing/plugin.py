"""A pytest plug-in for people who write rules: each example of a page is a test.

In ``conftest.py``::

    pytest_plugins = ["scopelint.testing.plugin"]

Then ``pytest rules`` runs the examples of every ``*.yaml`` below a folder named ``rules``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scopelint.catalog.library import problem_line
from scopelint.testing.suite import suite
from scopelint.testing.verify import complaints


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "RuleFile | None":
    """Pages of rules; their category is the folder they lie in."""
    if file_path.suffix == ".yaml" and "rules" in (folder.name for folder in file_path.parents):
        return RuleFile.from_parent(parent, path=file_path)
    return None


class RuleFile(pytest.File):
    """A rule's page."""

    def collect(self) -> Iterator["PageItem"]:
        """One test that the page can be used, and that its examples hold."""
        yield PageItem.from_parent(self, name=self.path.stem)


class WrongPageError(Exception):
    """What is wrong with a page, ready to print."""


class PageItem(pytest.Item):
    """The test of one page."""

    def runtest(self) -> None:
        """Raise WrongPageError for a page that cannot be used, or whose examples do not hold."""
        chosen = suite([str(self.path)])
        told = [problem_line(chosen.catalog, problem) for problem in chosen.catalog.problems]
        told += [str(complaint) for page in chosen.pages for complaint in complaints(page, chosen.own)]
        if told or not chosen.pages:
            raise WrongPageError("\n\n".join(told) or f"{self.path} is no rule's page")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The complaints alone; a traceback would show nothing that a rule's author wrote."""
        if isinstance(excinfo.value, WrongPageError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """What pytest heads a failure with."""
        return self.path, 0, f"rule {self.name}"
