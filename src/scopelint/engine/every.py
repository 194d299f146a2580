"""Judging every contract: from records, in this process, or in several."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from scopelint.engine.configuration import Configuration
from scopelint.engine.discover import ContractFiles
from scopelint.engine.judge import Judged, Verdict, judge
from scopelint.engine.recall import Memory
from scopelint.engine.request import Request
from scopelint.engine.texts import Texts
from scopelint.engine.understand import understand
from scopelint.syntax.limits import Limits

if TYPE_CHECKING:
    from scopelint.engine.cache.record import Records

Progress: TypeAlias = Callable[[int, int], None]

LEAST = 40
"""With fewer contracts to judge, starting processes costs more than they save."""


def processors() -> int:
    """How many processes can judge at once; one where a process cannot be copied as it is."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def judge_all(
    contracts: Sequence[ContractFiles], configuration: Configuration, request: Request, progress: Progress
) -> list[Judged]:
    """All contracts judged, in their order; ``progress`` hears how many are done."""
    records = _records(request)
    judged: dict[str, Judged] = {}
    if records is not None:
        for files in contracts:
            known = records.recalled(files, configuration.for_contract(files.path), request.today)
            if known is not None:
                judged[files.path] = known
    missing = [files for files in contracts if files.path not in judged]
    for files, (one, record) in zip(missing, _anew(missing, configuration, request, records), strict=True):
        progress(len(judged), len(contracts))
        judged[files.path] = one
        if records is not None:
            records.keep(files.path, record)
    if records is not None:
        records.save()
    return [judged[files.path] for files in contracts]


def _records(request: Request) -> "Records | None":
    """What was judged before, where only files on disk are judged."""
    if request.cache is None or not request.of_disk:
        return None
    from scopelint.engine.cache.record import Records

    return Records(request.cache, request)


def _anew(
    contracts: Sequence[ContractFiles],
    configuration: Configuration,
    request: Request,
    records: "Records | None",
) -> Iterator[Verdict]:
    def judge_one(files: ContractFiles, memory: Memory) -> Verdict:
        governing = configuration.for_contract(files.path)
        understood = understand(files, configuration, request)
        if records is None:
            return released(judge(understood, governing, request, memory)), None
        today = records.watched(request.today)
        judged = judge(understood, governing, request._replace(today=today), memory)
        return released(judged), records.of(files, governing, judged, today)

    def released(judged: Judged) -> Judged:
        """Without texts that no finding points into: kept, they would add up to all that was read."""
        if not request.of_disk:
            return judged
        limits = configuration.for_contract(judged.path).config.limits
        pointed = judged.pointed
        kept = {path: text for path, text in judged.sources.items() if path in pointed}
        past = {path: text for path, text in judged.past.items() if path in pointed}
        return judged._replace(sources=Texts(judged.sources, Limits(**limits), kept), past=past)

    if request.jobs > 1 and len(contracts) >= LEAST and request.of_disk:
        from scopelint.engine.apart import Court, judge_apart
        from scopelint.engine.codec import judged_of

        def sent(data: Any, files: ContractFiles) -> Judged:
            return judged_of(data, configuration.for_contract(files.path).config.limits)

        yield from judge_apart(contracts, Court(judge_one, sent), request.jobs)
    else:
        with Memory() as memory:
            for files in contracts:
                yield judge_one(files, memory)
