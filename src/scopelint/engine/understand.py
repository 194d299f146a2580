"""From files to contracts as understood, before any rule."""

from collections.abc import Mapping
from typing import NamedTuple

from scopelint.diagnostics import Passage, Problem
from scopelint.engine.configuration import Configuration
from scopelint.engine.discover import ContractFiles, Discovery, Refusal, discover
from scopelint.engine.load import load
from scopelint.engine.lockfile import LockFile, find_lock
from scopelint.engine.request import Request
from scopelint.model import Contract, Phase
from scopelint.model.contract import Lock
from scopelint.reading.document import read_document
from scopelint.reading.fragment import Fragment
from scopelint.reading.link import link
from scopelint.syntax.limits import Limits
from scopelint.text import SourceFile

INPUT_RULES = frozenset(
    {"unreadable-file", "exceeded-limit", "invalid-config", "invalid-rule", "unknown-rule"}
)
"""What reading finds where input could not be read."""


class Understood(NamedTuple):
    """One contract as read: ``contract`` is None when none of its files could be read.

    ``past`` holds the lock and the committed texts that findings may point into.
    """

    path: str
    contract: Contract | None
    fragments: tuple[Fragment, ...]
    sources: Mapping[str, SourceFile]
    problems: tuple[Problem, ...]
    past: Mapping[str, SourceFile] = {}

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words of its documents that are not read as terms."""
        return tuple(passage for fragment in self.fragments for passage in fragment.passages)


class Understanding(NamedTuple):
    """All contracts of a request as read, and what could not be."""

    contracts: tuple[Understood, ...]
    refusals: tuple[Refusal, ...]
    configuration: Configuration

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read: paths, configuration, files, and parts of files."""
        parts = (p for one in self.contracts if one.contract for p in one.contract.problems)
        return (
            *(refusal.problem for refusal in self.refusals),
            *self.configuration.problems,
            *(problem for one in self.contracts for problem in one.problems),
            *(problem for problem in parts if problem.rule in INPUT_RULES),
        )

    @property
    def sources(self) -> Mapping[str, SourceFile]:
        """All texts by their path."""
        texts = {path: source for one in self.contracts for path, source in one.sources.items()}
        return {**self.configuration.sources, **texts}


def understand_all(request: Request) -> Understanding:
    """Find and read every contract of a request, without judging any."""
    configuration = Configuration(request.config, request.trusted)
    found = contracts_of(request, configuration)
    contracts = [understand(files, configuration, request) for files in found.contracts]
    return Understanding(tuple(contracts), found.refusals, configuration)


def contracts_of(request: Request, configuration: Configuration) -> Discovery:
    """The contracts that a request names."""
    return discover(
        request.paths,
        only_contracts=request.only_contracts,
        settings=configuration.for_folder,
        overlay=[path for path, data in request.overlay.items() if data is not None],
        read=configuration.read,
    )


def understand(files: ContractFiles, configuration: Configuration, request: Request) -> Understood:
    """Load, parse, read and link the files of one contract."""
    config = configuration.for_contract(files.path).config
    limits = Limits(**config.limits)
    there = (file for file in files.files if request.overlay.get(file, b"") is not None)
    loaded = [load(file, limits, request.overlay) for file in there]
    sources = [one for one in loaded if isinstance(one, SourceFile)]
    problems = tuple(one for one in loaded if isinstance(one, Problem))
    fragments = tuple(read_document(source, config.language, limits) for source in sources)
    lock = find_lock(files.path, limits, request.overlay)
    contract = _linked(files.path, fragments, lock, request.phase) if fragments else None
    past = {lock.source.path: lock.source} if lock and lock.source else {}
    return Understood(files.path, contract, fragments, {s.path: s for s in sources}, problems, past)


def _linked(
    path: str, fragments: tuple[Fragment, ...], lock: LockFile | None, phase: Phase | None
) -> Contract:
    """The contract with its lock; a broken lock is one more problem of it."""
    said = lock.said if lock else None
    if isinstance(said, Lock):
        return link(path, fragments, phase=phase, locked=said.terms)._replace(lock=said)
    contract = link(path, fragments, phase=phase)
    return contract._replace(problems=(*contract.problems, said)) if said else contract
