"""What git knows of each contract, read once for a repository and only as far as a contract needs it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from scopelint.history.git import GitError, NotARepository, Repository, blob_id
from scopelint.history.past_record import past_records
from scopelint.history.timeline import State, Timeline
from scopelint.model import Contract
from scopelint.model.contract import History
from scopelint.model.past import Version
from scopelint.reading.document import read_document
from scopelint.reading.link import link
from scopelint.syntax.load import decode
from scopelint.text import SourceFile

_NONE_HERE = "not a git repository"


class Pasts:
    """The histories of the contracts of a run, up to a commit, by default the one checked out.

    ``belongs`` tells which file names can be a contract's.
    """

    def __init__(self, belongs: Callable[[str], bool], until: str | None = None) -> None:
        self._belongs = belongs
        self._until = until
        self._by_folder: dict[str, _RepositoryPast | NotARepository] = {}
        self._by_root: dict[Path, _RepositoryPast] = {}

    def history(self, contract: Contract) -> History:
        """What git knows of a contract; ``absent`` says why it knows nothing."""
        found = self._repository(os.path.dirname(contract.documents[0].path) or ".")
        if isinstance(found, NotARepository):
            return History(absent=found.reason)
        try:
            return found.history(contract)
        except GitError as error:
            return History(absent=str(error))

    def contract_at(self, contract: Contract, revision: str) -> Contract | NotARepository:
        """The contract as a revision had it, or the reason why that is not to be had."""
        found = self._repository(os.path.dirname(contract.documents[0].path) or ".")
        if isinstance(found, NotARepository):
            return found
        commit = found.repository.revision(revision)
        if commit is None:
            return NotARepository(f"git knows no commit `{revision}`")
        before = found.read_at(commit, revision, contract)
        return before or NotARepository(f"the contract was not there in `{revision}`")

    def close(self) -> None:
        """End the processes kept open."""
        for past in self._by_root.values():
            past.repository.close()

    def _repository(self, folder: str) -> "_RepositoryPast | NotARepository":
        place = Path(os.path.realpath(folder))
        known = next((past for root, past in self._by_root.items() if _owns(root, place)), None)
        if known is not None:
            return known
        if folder not in self._by_folder:
            # Outside a repository no process is started to learn so.
            opened = Repository.open(place) if _is_below_git(place) else NotARepository(_NONE_HERE)
            if isinstance(opened, Repository):
                self._by_root[opened.root] = _RepositoryPast(opened, self._belongs, self._until)
                return self._by_root[opened.root]
            self._by_folder[folder] = opened
        return self._by_folder[folder]


def _is_below_git(place: Path) -> bool:
    return any(os.path.lexists(folder / ".git") for folder in (place, *place.parents))


def _owns(root: Path, place: Path) -> bool:
    """Whether a folder is in a repository's work tree and in no repository inside that."""
    if not place.is_relative_to(root):
        return False
    while place != root:
        if os.path.lexists(place / ".git"):
            return False
        place = place.parent
    return True


class _Present(NamedTuple):
    """A document as it is on disk, and the id git would give to it."""

    text: str
    blob: str


class _RepositoryPast:
    """One repository's contracts through time."""

    def __init__(self, repository: Repository, belongs: Callable[[str], bool], until: str | None) -> None:
        self.repository = repository
        self._belongs = belongs
        self._last = until or repository.head
        self._contracts: dict[tuple[str, str], Contract | None] = {}

    @cached_property
    def _timeline(self) -> Timeline:
        return Timeline(self.repository.log(self._last) if self._last else ())

    def history(self, contract: Contract) -> History:
        if self._last is None:
            return History(absent="nothing is committed yet")
        present = self._present(contract)
        states = self._timeline.states(self._all_paths(contract, present))
        if not states:
            return History(absent="the contract is not committed yet", shallow=self.repository.shallow)
        edge = frozenset(self._edge(states)) if self.repository.shallow else frozenset[str]()
        versions = tuple(self._versions(states, present))
        return History(
            shallow=self.repository.shallow,
            partial=_deepening(contract) if edge else None,
            edge=edge,
            agreed=self._contract_at(contract.agreed_ref.value, contract) if contract.agreed_ref else None,
            approved=self._approved(contract),
            versions=versions,
            records=tuple(past_records(versions, contract)),
        )

    def _present(self, contract: Contract) -> dict[str, _Present]:
        """The documents by their path in the repository, with the blobs they would be."""
        digits = len(self._last or "")
        placed = ((self.repository.relative(one.path), one.text) for one in contract.documents)
        return {place: _Present(text, blob_id(text.encode(), digits)) for place, text in placed if place}

    def _all_paths(self, contract: Contract, present: Iterable[str]) -> set[str]:
        """The contract's documents, and those that were in its folder before."""
        paths = set(present)
        if os.path.isdir(contract.path):
            folders = {os.path.dirname(place) for place in paths}
            earlier = (path for folder in folders for path in self._timeline.paths_in(folder))
            paths.update(path for path in earlier if self._belongs(os.path.basename(path)))
        return paths

    def _versions(self, states: Iterable[State], present: Mapping[str, _Present]) -> Iterator[Version]:
        for state in states:
            now = present.get(state.path)
            text = now.text if now and now.blob == state.blob else self._text(state)
            if text is not None:
                yield Version(state.commit, state.path, text)

    def _text(self, state: State) -> str | None:
        source = self._source(state.path, state.blob)
        return source.text if source else None

    def _source(self, shown: str, blob: str) -> SourceFile | None:
        data = self.repository.blob(blob)
        decoded = decode(shown, data) if data is not None else None
        return decoded if isinstance(decoded, SourceFile) else None

    def _edge(self, states: Iterable[State]) -> Iterator[str]:
        """The commits whose parents a shallow clone lacks."""
        for commit in {state.commit.id for state in states}:
            if not all(self.repository.holds(parent) for parent in self.repository.parents(commit)):
                yield commit

    def _approved(self, contract: Contract) -> dict[str, Contract]:
        names = {each.version.value for each in contract.approvals if each.version}
        found = {name: self._contract_at(name, contract) for name in names}
        return {name: known for name, known in found.items() if known is not None}

    def _contract_at(self, name: str, contract: Contract) -> Contract | None:
        """The contract as a named commit had it, None when git does not know the name."""
        commit = self.repository.commit(name)
        if commit is None:
            return None
        key = (commit, contract.path)
        if key not in self._contracts:
            self._contracts[key] = self.read_at(commit, name, contract)
        return self._contracts[key]

    def read_at(self, commit: str, name: str, contract: Contract) -> Contract | None:
        """The contract as a commit had it; places in it begin with the name given to the commit."""
        present = self._present(contract)
        folders = {os.path.dirname(place) for place in present}
        files = {p: b for folder in folders for p, b in self.repository.files_at(commit, folder).items()}
        whole = os.path.isdir(contract.path)
        chosen = [p for p in files if p in present or (whole and self._belongs(os.path.basename(p)))]
        if {place: now.blob for place, now in present.items()} == {place: files[place] for place in chosen}:
            return contract
        sources = (self._source(f"{name}:{path}", files[path]) for path in sorted(chosen))
        fragments = [read_document(source) for source in sources if source is not None]
        return link(contract.path, fragments) if fragments else None


def _deepening(contract: Contract) -> str:
    """What to fetch so that a shallow clone holds the contract's whole history."""
    days = [
        fact.value for fact in (contract.accepted_on, contract.scope and contract.scope.agreed_on) if fact
    ]
    days += [approval.date.value for approval in contract.approvals if approval.date]
    since = f"--shallow-since={min(days).isoformat()}" if days else "--unshallow"
    return f"this is a shallow clone; `git fetch {since}` brings what is missing (`fetch-depth: 0` in CI)"
