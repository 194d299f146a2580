"""What reading found wrong with records, and ids that are taken twice."""

from collections.abc import Iterable, Iterator

from scopelint.diagnostics import Finding, Label
from scopelint.model import Contract, Phase, RepositoryView
from scopelint.model.naming import quoted
from scopelint.rules.document.numbering import numbered, numbers
from scopelint.rules.rule import Context
from scopelint.text import Spanned

_KINDS = (
    "deliverables",
    "exclusions",
    "assumptions",
    "milestones",
    "changes",
    "approvals",
    "evidence",
    "revision_rounds",
    "disputes",
)


def reported(contract: Contract, rule: str) -> Iterator[Finding]:
    """What reading left for the rule of that id."""
    return (problem.finding for problem in contract.problems if problem.rule == rule)


def invalid_record(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A value is not of its type, or a key is not known."""
    edits = numbers(contract)
    for finding in reported(contract, "invalid-record"):
        # Only what is told of a whole record, at its first character, is about its missing id.
        if finding.case == "missing-column" and contract.phase is not Phase.DRAFT:
            # Ids that both sides have seen are not ours to hand out.
            yield finding._replace(fix=None)
            continue
        whole = finding.about[0] if finding.about else None
        missing = whole is not None and finding.at.span == whole._replace(end=whole.start)
        yield numbered(finding, whole, edits) if whole and missing else finding


def ambiguous_scalar(contract: Contract, cx: Context) -> Iterator[Finding]:
    """A value means something else to another YAML reader."""
    return reported(contract, "ambiguous-scalar")


def duplicate_id(record: Contract | RepositoryView, cx: Context) -> Iterator[Finding]:
    """Two records, or two contracts of a repository, have one id."""
    if isinstance(record, RepositoryView):
        yield from _repeated(record.ids, "contract id")
        return
    yield from reported(record, "duplicate-id")
    edits = numbers(record)
    # In plain documents every list may count from one by itself.
    for kinds in (_KINDS,) if record.structured else ((kind,) for kind in _KINDS):
        for finding in _repeated(_ids(record, kinds), "id"):
            yield numbered(finding, finding.at.span, edits)


def _ids(contract: Contract, kinds: Iterable[str]) -> Iterator[Spanned[str]]:
    for kind in kinds:
        for record in getattr(contract, kind):
            if record.id is not None:
                yield record.id
        if kind == "deliverables":
            yield from (d.id for change in contract.changes for d in change.adds if d.id)


def _repeated(ids: Iterable[Spanned[str]], what: str) -> Iterator[Finding]:
    first: dict[str, Spanned[str]] = {}
    for taken in sorted(ids, key=lambda taken: taken.span):
        earlier = first.setdefault(taken.value, taken)
        if earlier.span != taken.span:
            related = (Label(earlier.span, "first used here"),)
            yield Finding(
                f"the {what} {quoted(taken.value)} is already taken", Label(taken.span), related=related
            )
