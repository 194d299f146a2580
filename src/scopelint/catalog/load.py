"""Loading the catalogue: what comes with scopelint, installed rule packages, and a repository's own pages."""

from collections.abc import Sequence

from scopelint.catalog.bundle import bundle, load_compiled
from scopelint.catalog.catalog import Catalog, rules_by_id
from scopelint.catalog.entry import rule_of
from scopelint.text import SourceFile


def load_catalog(own: Sequence[SourceFile] = (), *, packages: bool = True) -> Catalog:
    """Every known rule. ``own`` are the rule pages of the checked repository, read already.

    They are data: nothing of the repository is imported. ``packages`` also reads installed packages.
    """
    compiled = load_compiled(bundle())
    rules = rules_by_id(rule_of(entry) for entry in compiled.entries)
    pages = {entry["id"]: entry["page"] for entry in compiled.entries}
    return Catalog(rules, pages, compiled.removed, compiled.problems)
