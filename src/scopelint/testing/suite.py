"""Which pages a run of examples covers."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scopelint.catalog import Catalog, load_catalog
from scopelint.catalog.bundle import bundle
from scopelint.catalog.library import all_pages, page_of
from scopelint.catalog.page import Page
from scopelint.syntax.load import decode
from scopelint.text import SourceFile


class Suite(NamedTuple):
    """Pages whose examples are run, with the catalogue that knows them.

    ``own`` are the files among them that do not come with scopelint.
    """

    catalog: Catalog
    pages: tuple[Page, ...]
    own: tuple[str, ...] = ()


def suite(paths: Iterable[str] = ()) -> Suite:
    """The pages in files and folders; every known rule's when none is named.

    Raises FileNotFoundError for a path that is not there.
    """
    files = [file for path in paths for file in _pages_below(Path(path))]
    if not files:
        catalog = load_catalog()
        return Suite(catalog, tuple(all_pages(catalog)))
    bundled = Path(bundle().rules).resolve()
    own = tuple(str(file) for file in files if bundled not in file.resolve().parents)
    catalog = load_catalog([source for source in map(_source, own) if source])
    inside = [file.resolve().relative_to(bundled) for file in files if str(file) not in own]
    wanted = {f"rules/{file.as_posix()}" for file in inside} | set(own)
    pages = tuple(page_of(catalog, rule) for rule, path in catalog.pages.items() if path in wanted)
    return Suite(catalog, pages, own)


def _pages_below(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*.yaml") if file.parent != Path(bundle().rules))
    if not path.exists():
        raise FileNotFoundError(path)
    return [path]


def _source(path: str) -> SourceFile | None:
    read = decode(path, Path(path).read_bytes())
    return read if isinstance(read, SourceFile) else None
