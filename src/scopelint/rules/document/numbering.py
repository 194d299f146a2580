"""Numbers for the records of a draft that have no id, or one that is taken.

Only what nothing refers to is numbered anew: a reference to a repeated id may mean either record.
Approvals and evidence are facts about other people; they keep what they have.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count

from scopelint.diagnostics import Finding, Fix
from scopelint.model import Contract, Phase
from scopelint.text import Edit, Span
from scopelint.text.word import occurrences

_PREFIXES = {"deliverables": "D", "milestones": "M", "changes": "CO-", "revision_rounds": "RR-"}
_NUMBERED = re.compile(r"([A-Za-z]+-?)\d+")
_OWN_ID = re.compile(r"(?:^|[{,\n])[ \t]*[\"']?id[\"']?\s*:")


def numbers(contract: Contract) -> Mapping[Span, Edit]:
    """The edits that number a draft's records, by the record's place when it has no id, else by the id's."""
    edits: dict[Span, Edit] = {}
    if contract.phase is not Phase.DRAFT:
        return edits
    texts = {document.path: document.text for document in contract.documents}
    written = "\n".join(texts.values())
    for kind, prefix in _PREFIXES.items():
        records = sorted(getattr(contract, kind), key=lambda record: record.span)
        ids = [record.id.value for record in records if record.id]
        free = _free(_prefix(ids) or prefix, written)
        counted = Counter(ids)
        mentions = occurrences(written, [id for id in counted if counted[id] > 1], hyphened=True)
        seen: set[str] = set()
        for record in records:
            if record.id is None:
                id = next(free)
                edit = _insertion(record.span, id, texts.get(record.span.file, ""))
                if edit is not None:
                    edits[record.span] = edit
            elif record.id.value not in seen:
                seen.add(record.id.value)
            elif mentions[record.id.value] == counted[record.id.value]:
                edits[record.id.span] = Edit(record.id.span, next(free))
    return edits


def numbered(finding: Finding, place: Span, edits: Mapping[Span, Edit]) -> Finding:
    """The finding with the edit for that place as its fix."""
    edit = edits.get(place)
    if edit is None or finding.fix is not None:
        return finding
    return finding._replace(fix=Fix("number it", (edit,), safe=True))


def _prefix(ids: list[str]) -> str | None:
    """What this contract puts before its numbers."""
    return next((match[1] for id in ids if (match := _NUMBERED.fullmatch(id))), None)


def _free(prefix: str, written: str) -> Iterator[str]:
    """Ids that stand nowhere in the documents, counted on from the highest."""
    taken = [int(number) for number in re.findall(rf"(?<!\w){re.escape(prefix)}(\d{{1,6}})(?!\w)", written)]
    return (f"{prefix}{number}" for number in count(max(taken, default=0) + 1))


def _insertion(record: Span, id: str, text: str) -> Edit | None:
    """Where the id goes: into the empty cell of a table's first column, or before a mapping's first key."""
    start = record.start
    line = text.rfind("\n", 0, start) + 1
    before, own = text[line:start], text[start : record.end]
    at = Span(record.file, start, start)
    if before.strip() == "|":
        first = text[start:].lstrip(" ")[:1] == "|" and _first_column(text, line) == "id"
        return Edit(at, id if before[-1:] == " " else f" {id} ") if first else None
    if _OWN_ID.search(own):
        return None
    if own.startswith("{"):
        return Edit(at._replace(start=start + 1, end=start + 1), f"id: {id}, ")
    if not before.strip(" -") and re.match(r"[A-Za-z_]+:(?!\S)", own):
        return Edit(at, f"id: {id}\n{' ' * len(before)}")
    return None


def _first_column(text: str, line: int) -> str:
    """The name of the first column of the table that holds a line."""
    lines = text[:line].split("\n")[:-1]
    header = ""
    while lines and lines[-1].lstrip().startswith("|"):
        header = lines.pop()
    return header.strip().strip("|").partition("|")[0].strip().lower()
