"""Whether what was agreed is on record."""

from collections.abc import Iterator

from scopelint.diagnostics import Finding, Label, NotChecked
from scopelint.model import Contract
from scopelint.model.contract import Lock
from scopelint.model.difference import differences
from scopelint.model.difference_words import sentence
from scopelint.model.naming import quoted
from scopelint.rules.changes.baseline import group
from scopelint.rules.changes.coverage import Coverage
from scopelint.rules.rule import Context, Outcome
from scopelint.text import Spanned

_LOCKS = ".lock"


def missing_lock(contract: Contract, cx: Context) -> Iterator[Outcome]:
    """Nothing holds what both sides agreed, or what holds it is edited or contradicted."""
    if any(problem.finding.at.span.file.endswith(_LOCKS) for problem in contract.problems):
        return  # There is a lock, and that it cannot be read is said.
    if contract.lock is not None and not contract.lock.intact:
        yield _edited(contract, contract.lock)
    if contract.agreed_ref is not None:
        yield from _reference(contract, contract.agreed_ref, cx)
    elif contract.lock is None:
        yield Finding("nothing holds what both sides agreed", Label(contract.title_span), about=())


def _edited(contract: Contract, lock: Lock) -> Finding:
    digest = lock.agreement.digest
    return Finding(
        f"the terms in {quoted(_file(lock.path))} do not fit its digest: it was edited by hand",
        Label(contract.title_span),
        case="edited",
        related=(Label(digest.span if digest else lock.agreement.span, "the digest"),),
        help="restore it from git; to record a new agreement, run `scopelint lock`",
    )


def _file(path: str) -> str:
    return path.rpartition("/")[2]


def _reference(contract: Contract, ref: Spanned[str], cx: Context) -> Iterator[Outcome]:
    """What ``agreed_ref`` names must be known, and must agree with the lock when there is one."""
    history = contract.history
    if history is None or history.absent:
        if contract.lock is None:
            why = history.absent if history else "history was not read"
            yield NotChecked(f"{quoted(ref.value)} cannot be looked up: {why}")
    elif history.agreed is not None:
        yield from _contradiction(contract, history.agreed, ref, cx)
    elif history.shallow:
        yield NotChecked(
            f"{quoted(ref.value)} is not in this shallow clone; fetch the whole history with its tags"
        )
    else:
        yield Finding(
            f"git knows no tag or commit {quoted(ref.value)}",
            Label(ref.span),
            case="unknown-ref",
            help="tag the commit both sides agreed on, or correct the name; in CI, fetch tags too",
        )


def _contradiction(contract: Contract, agreed: Contract, ref: Spanned[str], cx: Context) -> Iterator[Finding]:
    if contract.lock is None:
        return
    # A lock taken later holds approved changes that the tag cannot know.
    coverage = Coverage(agreed, contract._replace(lock=None), cx.calendar)
    found = [
        difference
        for difference in differences(agreed, contract.lock.terms)
        if group(difference) and not coverage.of(difference).is_whole
    ]
    if found:
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        place = found[0].after or found[0].before
        both = f"{quoted(_file(contract.lock.path))} and {quoted(ref.value)}"
        yield Finding(
            f"{both} disagree: {sentence(found[0])}{more}",
            Label(ref.span),
            case="contradicted",
            related=(Label(place.span, "one of the two"),) if place else (),
            help="find out which one both sides agreed on, and make the other say the same",
        )
