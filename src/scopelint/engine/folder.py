"""The files of one folder, told apart by what they can hold."""

import os
import re
from collections.abc import Iterator

from scopelint.engine.ignore import Ignored
from scopelint.text.regular import regular_bytes

MARKDOWN = (".md", ".markdown", ".txt")
YAML = (".yaml", ".yml")
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
DAMAGE = "\0"
UNREADABLE = "\0cannot be read"


def belongs_by_name(name: str) -> bool:
    """Whether a file of that name can be part of a folder's contract, its content unseen."""
    stem, extension = os.path.splitext(name.lower())
    return extension in YAML or (extension in MARKDOWN and stem in BELONGS)


class Folder:
    """The files of one folder, sorted into what makes a contract and what does not."""

    def __init__(self, path: str, ignored: Ignored | None = None) -> None:
        self.path = path
        self.members: list[str] = []
        self.records: list[str] = []
        self.own_contracts: list[str] = []
        self.other_markdown: list[str] = []
        self.audits: list[str] = []
        self.foreign: list[str] = []
        self.unreadable: list[str] = []
        self.is_contract = False
        self.hides_contract = False
        self.closed: str | None = None
        try:
            named = sorted(_files(path))
        except OSError as error:
            named = []
            self.closed = error.strerror
        for name, regular in named:
            file = os.path.join(path, name) if path != "." else name
            if ignored is None or not ignored.covers(file, folder=False):
                (self._sort if regular else self._note)(name, file)

    @property
    def readable(self) -> list[str]:
        """Everything that can hold a part of a contract."""
        return sorted({*self.members, *self.own_contracts, *self.other_markdown})

    def _sort(self, name: str, file: str) -> None:
        stem, extension = os.path.splitext(name.lower())
        if name in CONFIGURATION:
            return
        if extension in YAML:
            self._sort_yaml(stem, file)
        elif extension in MARKDOWN:
            self._sort_markdown(stem, file)

    def _note(self, name: str, file: str) -> None:
        """What has the name of a record without being a file would hide that record if nobody told."""
        stem, extension = os.path.splitext(name.lower())
        if stem in BELONGS and extension in MARKDOWN + YAML:
            self.unreadable.append(file)
            self.hides_contract |= stem in MAKES_A_CONTRACT

    def _sort_yaml(self, stem: str, file: str) -> None:
        head = _head(file)
        if stem == "audits":
            self.audits.append(file)
        elif KEYS.search(head) or head == UNREADABLE:
            self.members.append(file)
            self.records.append(file)
            self.is_contract |= stem in MAKES_A_CONTRACT
        elif stem in BELONGS:
            # What is no text may hold records all the same: reading it will say why it cannot be read.
            (self.members if DAMAGE in head else self.foreign).append(file)

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


def entries_of(folder: str) -> Iterator["os.DirEntry[str]"]:
    """What a folder holds; raises OSError when it cannot be listed."""
    with os.scandir(folder) as entries:
        yield from entries


def _files(folder: str) -> Iterator[tuple[str, bool]]:
    """Names of all in a folder but folders, and whether each is a file: no link, pipe or device."""
    for entry in entries_of(folder):
        if not entry.name.startswith(".") and not entry.is_dir(follow_symlinks=False):
            yield entry.name, entry.is_file(follow_symlinks=False)


def _head(file: str) -> str:
    """The beginning of a file, decoded loosely: only for telling what kind of file it is."""
    try:
        return regular_bytes(file, PEEK).decode("utf-8-sig", "replace")
    except OSError:
        return UNREADABLE


def _front_matter(head: str) -> str:
    """The text between the opening and the closing ``---``, empty when there is none."""
    if not head.startswith("---"):
        return ""
    end = head.find("\n---", 3)
    return head[3:end] if end > 0 else ""
