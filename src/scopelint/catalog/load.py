"""Loading the catalogue: what comes with scopelint, installed rule packages, and a repository's own pages."""

from collections.abc import Iterable, Sequence

from scopelint.catalog.bundle import Bundle, bundle, page_files
from scopelint.catalog.catalog import CATEGORIES, Catalog, rules_by_id
from scopelint.catalog.compiled import load_compiled
from scopelint.catalog.entry import Entry, rule_of
from scopelint.diagnostics import Problem
from scopelint.text import SourceFile

OWN = "own"
"""The category of a repository's own rules that stand in no folder of a known category."""


def load_catalog(own: Sequence[SourceFile] = (), *, packages: bool = True) -> Catalog:
    """Every known rule. ``own`` are the rule pages of the checked repository, read already.

    They are data: nothing of the repository is imported. ``packages`` also reads installed packages.
    """
    compiled = load_compiled(bundle())
    entries = {entry["id"]: entry for entry in compiled.entries}
    added = _Additions(entries)
    if packages:
        added.add_packages()
    if own:
        added.add_own(own)
    return Catalog(
        rules=rules_by_id(rule_of(entry) for entry in entries.values()),
        pages={entry["id"]: entry["page"] for entry in entries.values()},
        removed=compiled.removed,
        problems=(*compiled.problems, *added.problems),
        sources=tuple(added.sources),
    )


class _Additions:
    """Pages from elsewhere, added to the entries of the bundle. Only these need a parser at run time."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self.entries = entries
        self.problems: list[Problem] = []
        self.sources: list[SourceFile] = []

    def add_packages(self) -> None:
        """The pages of installed packages."""
        from scopelint.catalog.package import rule_packages
        from scopelint.syntax.load import decode

        for package in rule_packages():
            home = Bundle(package.pages.rpartition("/")[0], "", packaged=True)
            for file in page_files(home):
                with open(f"{home.rules}/{file}", "rb") as handle:
                    read = decode(f"{home.rules}/{file}", handle.read())
                if isinstance(read, SourceFile):
                    self.add(read, file.partition("/")[0], package.checks)
                else:
                    self.problems.append(read)

    def add_own(self, sources: Iterable[SourceFile]) -> None:
        """The pages of the checked repository: of the category their folder is named after, else ``own``."""
        for source in sources:
            folder = source.path.rpartition("/")[0].rpartition("/")[2]
            self.add(source, folder if folder in CATEGORIES else OWN, None)

    def add(self, source: SourceFile, category: str, module: str | None) -> None:
        """One page, unless it cannot be used or its id is taken."""
        from scopelint.catalog.adding import added_entry

        entry, problems = added_entry(source, category, module, self.entries)
        self.problems += problems
        self.sources.append(source)
        if entry:
            self.entries[entry["id"]] = entry
