"""Which files form a contract."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from scopelint.config.config import DEFAULTS, Config
from scopelint.engine.globs import Globs, globs_of
from scopelint.engine.ignore import Ignored

MARKDOWN = (".md", ".markdown", ".txt")
YAML = (".yaml", ".yml")
CONVERTIBLE = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages")
MAKES_A_CONTRACT = ("scope", "contract", "agreement", "sow", "milestones", "approvals")
BELONGS = (*MAKES_A_CONTRACT, "changelog", "changes", "messages")
KEYS = re.compile(
    r"^(?:scopelint|contract|parties|scope|deliverables|exclusions|assumptions|revisions|milestones|"
    r"revision_rounds|approvals|changes|evidence|check_ins|incidents|disputes|closure|screening|timelog|"
    r"terms|audits)[ \t]*:",
    re.MULTILINE,
)
MARKED = re.compile(r"^scopelint:[ \t]*1\b", re.MULTILINE)
NAMED = re.compile(r"^contract:", re.MULTILINE)
CONFIGURATION = frozenset({"scopelint.yaml"})
PEEK = 16_384
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages", "venv"})


class ContractFiles(NamedTuple):
    """The files of one contract, sorted; ``path`` is its folder, or its only file."""

    path: str
    files: tuple[str, ...]


class Refusal(NamedTuple):
    """A path that could not be checked, and what to do about it."""

    path: str
    message: str
    help: str | None = None


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
) -> Discovery:
    """The contracts that the given files and folders hold.

    With ``only_contracts`` a named file counts only when a folder walk would have found it: that is
    what a commit hook passes. ``settings`` gives the configuration that counts in a folder: its globs
    win over everything else. ``overlay`` names files that count as there. Reads at most the head of a
    file, follows no links.
    """
    finder = _Finder(only_contracts, settings, overlay)
    for path in paths:
        finder.visit(_shown(path))
    return finder.discovery()


def belongs_by_name(name: str) -> bool:
    """Whether a file of that name can be part of a folder's contract, its content unseen."""
    stem, extension = os.path.splitext(name.lower())
    return extension in YAML or (extension in MARKDOWN and stem in BELONGS)


class _Finder:
    """Collects contracts by path, so that several files of one contract give one contract."""

    def __init__(
        self, only_contracts: bool, settings: Callable[[str], Config], overlay: Collection[str]
    ) -> None:
        self.overlay = overlay
        self.only_contracts = only_contracts
        self.settings = settings
        self.found: dict[str, set[str]] = {}
        self.taken = 0
        self.refusals: list[Refusal] = []
        self.unread: dict[str, str] = {}
        self.audits: set[str] = set()
        self.folders: dict[str, _Folder] = {}
        self.ignored = Ignored()

    def discovery(self) -> Discovery:
        contracts = tuple(
            ContractFiles(path, tuple(sorted(files))) for path, files in sorted(self.found.items())
        )
        read = {file for contract in contracts for file in contract.files}
        unread = tuple(sorted((p, r) for p, r in self.unread.items() if p not in read))
        return Discovery(contracts, tuple(self.refusals), unread, tuple(sorted(self.audits)))

    def visit(self, path: str) -> None:
        if path in self.overlay:
            self._visit_file(path)
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

    def _refuse(self, path: str, message: str, help: str | None = None) -> None:
        self.refusals.append(Refusal(path, message, help))

    def _visit_folder(self, path: str) -> None:
        before = self.taken
        markdown: list[str] = []
        globs = globs_of(self.settings(path))
        for name in _walk(path, self.ignored):
            folder = _Folder(name, self.ignored)
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

    def _take(self, folder: "_Folder") -> None:
        for file in folder.own_contracts:
            self._add(file, [file])
        if folder.is_contract:
            self._add(folder.path, folder.members)
            for file in folder.other_markdown:
                self.unread.setdefault(file, "not part of the contract by its name")

    def _take_configured(self, folder: "_Folder", globs: Globs) -> None:
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
            self._add(folder.path, folder.members)
        elif not self.only_contracts:
            self._take_unmarked(path, folder)

    def _take_unmarked(self, path: str, folder: "_Folder") -> None:
        """A named file is always checked, with the records beside it."""
        if folder.is_contract:
            self._add(folder.path, {path, *folder.members})
        else:
            self._add(path, {path, *folder.records})

    def _folder(self, path: str) -> "_Folder":
        if path not in self.folders:
            self.folders[path] = _Folder(path)
        return self.folders[path]


class _Folder:
    """The files of one folder, sorted into what makes a contract and what does not."""

    def __init__(self, path: str, ignored: Ignored | None = None) -> None:
        self.path = path
        self.members: list[str] = []
        self.records: list[str] = []
        self.own_contracts: list[str] = []
        self.other_markdown: list[str] = []
        self.audits: list[str] = []
        self.is_contract = False
        for name in sorted(_files(path)):
            file = os.path.join(path, name) if path != "." else name
            if ignored is None or not ignored.covers(file, folder=False):
                self._sort(name, file)

    @property
    def readable(self) -> list[str]:
        """Everything that can hold a part of a contract."""
        return sorted({*self.members, *self.own_contracts, *self.other_markdown})

    def _sort(self, name: str, file: str) -> None:
        stem, extension = os.path.splitext(name.lower())
        if name in CONFIGURATION:
            return
        if extension in YAML:
            if stem == "audits":
                self.audits.append(file)
            elif KEYS.search(_head(file)):
                self.members.append(file)
                self.records.append(file)
                self.is_contract |= stem in MAKES_A_CONTRACT
        elif extension in MARKDOWN:
            self._sort_markdown(stem, file)

    def _sort_markdown(self, stem: str, file: str) -> None:
        front_matter = _front_matter(_head(file))
        if stem in BELONGS:
            self.members.append(file)
            self.is_contract |= stem in MAKES_A_CONTRACT
        elif MARKED.search(front_matter):
            # One that names its own contract stands alone; any other is a part of the folder's.
            (self.own_contracts if NAMED.search(front_matter) else self.members).append(file)
        else:
            self.other_markdown.append(file)


def _walk(path: str, ignored: Ignored) -> Iterator[str]:
    """The folders below a path, itself first, in name order; hidden and ignored ones left out."""
    stack = [path]
    while stack:
        folder = stack.pop()
        yield folder
        names = sorted(
            (
                entry.name
                for entry in _scan(folder)
                if entry.is_dir(follow_symlinks=False)
                and not entry.name.startswith(".")
                and entry.name not in SKIPPED_FOLDERS
            ),
            reverse=True,
        )
        for name in names:
            child = os.path.join(folder, name) if folder != "." else name
            if not ignored.covers(child, folder=True):
                stack.append(child)


def _scan(folder: str) -> Iterator["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _files(folder: str) -> Iterator[str]:
    """Names of the regular files of a folder; links, pipes and devices are left out."""
    for entry in _scan(folder):
        if entry.is_file(follow_symlinks=False) and not entry.name.startswith("."):
            yield entry.name


def _head(file: str) -> str:
    """The beginning of a file, decoded loosely: only for telling what kind of file it is."""
    try:
        with open(file, "rb") as stream:
            return stream.read(PEEK).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _front_matter(head: str) -> str:
    """The text between the opening and the closing ``---``, empty when there is none."""
    if not head.startswith("---"):
        return ""
    end = head.find("\n---", 3)
    return head[3:end] if end > 0 else ""


def _shown(path: str) -> str:
    """A path as shown: without redundant parts, relative as given."""
    return os.path.normpath(path).replace(os.sep, "/")
