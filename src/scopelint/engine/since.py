"""What a change is responsible for: the findings that the base revision did not have."""

from collections.abc import Iterable
from typing import NamedTuple

from scopelint.diagnostics import Diagnostic, Passage
from scopelint.engine.baseline import Accepted, Baseline, Key, accept, weigh
from scopelint.engine.configuration import Configuration
from scopelint.engine.discover import ContractFiles
from scopelint.engine.folder import belongs_by_name
from scopelint.engine.judge import Judged, judge
from scopelint.engine.lockfile import lock_path
from scopelint.engine.recall import Memory
from scopelint.engine.request import Request
from scopelint.engine.understand import understand
from scopelint.history.revision import Snapshot
from scopelint.text.regular import regular_bytes

_ANYTHING = Accepted(Key("", "", ""), 1, "")


def only_new(judged: Iterable[Judged], base: Snapshot, run: Configuration, request: Request) -> list[Judged]:
    """What was found, less what the base revision had as well."""
    comparison = _Base(base, run, request._replace(since=None))
    with Memory(base.commit) as memory:
        return [comparison.new(one, memory) for one in judged]


def only_touched(found: Iterable[Diagnostic], base: Snapshot, request: Request) -> list[Diagnostic]:
    """Findings about several contracts that name a file the change has touched."""
    return [each for each in found if any(_is_touched(file, base, request) for file in _files_of(each))]


def _files_of(diagnostic: Diagnostic) -> set[str]:
    return {label.span.file for label in (diagnostic.finding.at, *diagnostic.finding.related)}


def _is_touched(file: str, base: Snapshot, request: Request) -> bool:
    return not base.holds(file, _on_disk(file, request))


class _Base(NamedTuple):
    """The revision a change began at, and how the run judges."""

    snapshot: Snapshot
    configuration: Configuration
    request: Request

    def new(self, judged: Judged, memory: Memory) -> Judged:
        """What was found in a contract, less what its base had as well.

        A contract whose files are all the same has nothing new; of any other the base is judged too, so
        that an approval deleted in one file counts for the milestone it leaves unapproved in another.
        """
        files = self._files(judged)
        if self._is_unchanged(judged, files):
            return judged._replace(
                diagnostics=[], suppressed=[], accepted=[], stale=[], skipped=[], passages=()
            )
        before = self._judged(judged.path, files, memory)
        if before is None:
            return judged
        known = accept(before.diagnostics, Baseline("base"), before.sources, _ANYTHING)
        sources, path = judged.sources, judged.path
        return judged._replace(
            diagnostics=weigh(judged.diagnostics, known, sources, (), path).new,
            passages=_added(judged, before),
        )

    def _files(self, judged: Judged) -> tuple[str, ...]:
        """The files of the contract at the base: those of today, and those that were beside them."""
        path = judged.path
        today = set(judged.sources)
        beside = {name for name in self.snapshot.names_in(path) if belongs_by_name(name.rpartition("/")[2])}
        return tuple(sorted(name for name in today | beside if name in self.snapshot))

    def _is_unchanged(self, judged: Judged, files: tuple[str, ...]) -> bool:
        sources = judged.sources
        same = all(self.snapshot.holds(path, source.data) for path, source in sources.items())
        if set(files) != set(sources) or not same:
            return False
        lock = lock_path(judged.path)
        return not _is_touched(lock, self.snapshot, self.request)

    def _judged(self, path: str, files: tuple[str, ...], memory: Memory) -> Judged | None:
        if not files:
            return None
        names = (*files, lock_path(path))
        overlay = {name: self.snapshot.read(name) for name in names}
        request = self.request._replace(overlay=overlay)
        understood = understand(ContractFiles(path, files), self.configuration, request)
        return judge(understood, self.configuration.for_contract(path), request, memory)


def _added(judged: Judged, before: Judged) -> tuple[Passage, ...]:
    """The unread words that the base had in no place of that kind."""
    known = {(one.kind, one.words(before.sources)) for one in before.passages}
    return tuple(one for one in judged.passages if (one.kind, one.words(judged.sources)) not in known)


def _on_disk(path: str, request: Request) -> bytes | None:
    if path in request.overlay:
        return request.overlay[path]
    try:
        return regular_bytes(path)
    except OSError:
        return None
