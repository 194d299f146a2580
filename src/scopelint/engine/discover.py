"""Which files form a contract."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from scopelint.config.config import DEFAULTS, Config
from scopelint.config.load import Reader, leads_out, read_from_disk
from scopelint.diagnostics import Finding, Label, Problem
from scopelint.engine.cache.signature import SKIPPED_FOLDERS
from scopelint.engine.folder import MARKDOWN, YAML, Folder, entries_of
from scopelint.engine.globs import Globs, globs_of
from scopelint.engine.ignore import Ignored
from scopelint.text import Span

CONVERTIBLE = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages")


class ContractFiles(NamedTuple):
    """The files of one contract, sorted; ``path`` is its folder, or its only file."""

    path: str
    files: tuple[str, ...]


class Refusal(NamedTuple):
    """A path that could not be checked, and what to do about it."""

    path: str
    message: str
    help: str | None = None

    @property
    def problem(self) -> Problem:
        """The refusal as what reading found, at the path itself."""
        at = Label(Span(self.path, 0, 0))
        return Problem("unreadable-file", Finding(f"`{self.path}`: {self.message}", at, help=self.help))


class Discovery(NamedTuple):
    """What was found: contracts in path order, refused paths, and files left unread beside contracts.

    ``audits`` are the files that record audits of the repository; they belong to no contract.
    """

    contracts: tuple[ContractFiles, ...]
    refusals: tuple[Refusal, ...]
    unread: tuple[tuple[str, str], ...]
    audits: tuple[str, ...] = ()


def discover(
    paths: Iterable[str],
    *,
    only_contracts: bool = False,
    settings: Callable[[str], Config] = lambda folder: DEFAULTS,
    overlay: Collection[str] = (),
    read: Reader = read_from_disk,
) -> Discovery:
    """The contracts that the given files and folders hold.

    With ``only_contracts`` a named file counts only when a folder walk would have found it: that is
    what a commit hook passes. ``settings`` gives the configuration that counts in a folder: its globs
    win over everything else. ``overlay`` names files that count as there; ``read`` reads ``.gitignore``
    files. Reads at most the head of a file, follows no links but a named one inside its repository.
    """
    finder = _Finder(only_contracts, settings, overlay, Ignored(read))
    for path in paths:
        finder.visit(_shown(path))
    return finder.discovery()


class _Finder:
    """Collects contracts by path, so that several files of one contract give one contract."""

    def __init__(
        self,
        only_contracts: bool,
        settings: Callable[[str], Config],
        overlay: Collection[str],
        ignored: Ignored,
    ) -> None:
        self.overlay = overlay
        self.only_contracts = only_contracts
        self.settings = settings
        self.found: dict[str, set[str]] = {}
        self.taken = 0
        self.refusals: list[Refusal] = []
        self.unread: dict[str, str] = {}
        self.audits: set[str] = set()
        self.folders: dict[str, Folder] = {}
        self.ignored = ignored

    def discovery(self) -> Discovery:
        contracts = tuple(
            ContractFiles(path, tuple(sorted(files))) for path, files in sorted(self.found.items())
        )
        read = {file for contract in contracts for file in contract.files}
        unread = tuple(sorted((p, r) for p, r in self.unread.items() if p not in read))
        return Discovery(contracts, tuple(self.refusals), unread, tuple(sorted(self.audits)))

    def visit(self, path: str) -> None:
        if path in self.overlay or (self.only_contracts and os.path.islink(path)):
            self._visit_file(path)
        elif leads_out(path):
            self._refuse(path, "a link that leads out of the repository", "name what it leads to")
        elif os.path.isdir(path):
            self._visit_folder(path)
        elif not os.path.lexists(path):
            self._refuse(path, "no such file or folder", "check the spelling of the path")
        elif not os.path.isfile(path):
            self._refuse(path, "neither a file nor a folder", "name a Markdown or YAML file, or a folder")
        else:
            self._visit_file(path)

    def _add(self, contract: str, files: Iterable[str]) -> None:
        self.found.setdefault(contract, set()).update(files)
        self.taken += 1

    def _add_folder(self, folder: Folder, files: Collection[str]) -> None:
        """Add the contract of a folder, and say which of its records are no files."""
        if files:
            self._add(folder.path, files)
        for file in folder.unreadable:
            if file not in files and all(refusal.path != file for refusal in self.refusals):
                what = "a link" if os.path.islink(file) else "no regular file"
                self._refuse(file, f"it is {what}, and so not read", "put the file itself here")
                self.taken += 1

    def _refuse(self, path: str, message: str, help: str | None = None) -> None:
        self.refusals.append(Refusal(path, message, help))

    def _visit_folder(self, path: str) -> None:
        before = self.taken
        markdown: list[str] = []
        globs = globs_of(self.settings(path))
        for name in _walk(path, self.ignored):
            folder = Folder(name, self.ignored)
            if folder.closed:
                self._refuse(name, f"it cannot be listed: {folder.closed}", "check its permissions")
            if globs:
                self._take_configured(folder, globs)
            else:
                self._take(folder)
            markdown += folder.other_markdown
            self.audits.update(folder.audits)
        if self.taken == before and not self.only_contracts:
            hint = f"; name a file, for example `{markdown[0]}`" if markdown else ""
            self._refuse(
                path,
                "no contract found here",
                "a contract folder holds scope.md, contract.yaml or milestones.yaml; other Markdown counts "
                f"when its front matter says `scopelint: 1`{hint}",
            )

    def _take(self, folder: "Folder") -> None:
        for file in folder.own_contracts:
            self._add(file, [file])
        if folder.is_contract:
            self._add_folder(folder, folder.members)
            for file in folder.other_markdown:
                self.unread.setdefault(file, "not part of the contract by its name")
            for file in folder.foreign:
                self.unread.setdefault(file, "no key of a contract in it")
        elif folder.hides_contract:
            self._add_folder(folder, ())

    def _take_configured(self, folder: "Folder", globs: Globs) -> None:
        """Take what configured globs name: whole folders, or single files."""
        whole = globs.contract_of(folder.path, folder=True)
        if whole == folder.path:
            self._add(folder.path, folder.readable)
        elif whole is None:
            for file in folder.readable:
                if globs.contract_of(file, folder=False) == file:
                    self._add(file, [file])

    def _visit_file(self, path: str) -> None:
        extension = os.path.splitext(path)[1].lower()
        if extension in CONVERTIBLE:
            if not self.only_contracts:
                self._refuse(
                    path, f"{extension} files cannot be read", "convert it to Markdown first, then check that"
                )
            return
        if extension not in MARKDOWN + YAML:
            if not self.only_contracts:
                self._refuse(path, "neither Markdown nor YAML", "name a .md, .yaml or .yml file, or a folder")
            return
        folder = self._folder(os.path.dirname(path) or ".")
        globs = globs_of(self.settings(folder.path))
        configured = globs.contract_of(path, folder=False) if globs else None
        if configured:
            files = self._folder(configured).readable if configured != path else [path]
            self._add(configured, files)
        elif globs:
            if not self.only_contracts:
                self._take_unmarked(path, folder)
        elif path in folder.own_contracts:
            self._add(path, [path])
        elif folder.is_contract and path in folder.members:
            self._add_folder(folder, folder.members)
        elif self.only_contracts and path in folder.unreadable:
            self._take(folder)
        elif not self.only_contracts:
            self._take_unmarked(path, folder)

    def _take_unmarked(self, path: str, folder: "Folder") -> None:
        """A named file is always checked, with the records beside it."""
        if folder.is_contract:
            self._add_folder(folder, {path, *folder.members})
        else:
            self._add(path, {path, *folder.records})

    def _folder(self, path: str) -> "Folder":
        if path not in self.folders:
            self.folders[path] = Folder(path)
        return self.folders[path]


def _walk(path: str, ignored: Ignored) -> Iterator[str]:
    """The folders below a path, itself first, in name order; hidden and ignored ones left out."""
    stack = [path]
    while stack:
        folder = stack.pop()
        yield folder
        for name in sorted(_folders(folder), reverse=True):
            child = os.path.join(folder, name) if folder != "." else name
            if not ignored.covers(child, folder=True):
                stack.append(child)


def _folders(folder: str) -> Iterator[str]:
    """Names of the folders in a folder that a walk may enter; none when it cannot be listed."""
    with suppress(OSError):
        for entry in entries_of(folder):
            name = entry.name
            if entry.is_dir(follow_symlinks=False) and name[0] != "." and name not in SKIPPED_FOLDERS:
                yield name


def _shown(path: str) -> str:
    """A path as shown: without redundant parts, relative as given."""
    return os.path.normpath(path).replace(os.sep, "/")
