"""Which approvals a record is linked with: a link holds when either names the other."""

from scopelint.model.contract import Contract
from scopelint.model.record import Approval
from scopelint.text import Spanned


class _Index:
    """The approvals of a contract by their ids and by what they approve."""

    def __init__(self, approvals: tuple[Approval, ...]) -> None:
        self.approvals = approvals
        self._by_id: dict[str, list[int]] = {}
        self._by_subject: dict[str, list[int]] = {}
        for at, one in enumerate(approvals):
            for name, places in ((one.id, self._by_id), (one.subject, self._by_subject)):
                if name is not None:
                    places.setdefault(name.value, []).append(at)

    def linked(self, reference: Spanned[str] | None, subject: Spanned[str] | None) -> tuple[Approval, ...]:
        named = self._by_id.get(reference.value, []) if reference is not None else []
        naming = self._by_subject.get(subject.value, []) if subject is not None else []
        return tuple(self.approvals[at] for at in sorted({*named, *naming}))


# Rules ask of one contract at a time, of each of its records: a thousand may ask a thousand.
_latest = [_Index(())]


def linked_approvals(
    contract: Contract, reference: Spanned[str] | None, subject: Spanned[str] | None
) -> tuple[Approval, ...]:
    """The approvals that a record with an id refers to, or that name that id; in written order."""
    if _latest[0].approvals is not contract.approvals:
        _latest[0] = _Index(contract.approvals)
    return _latest[0].linked(reference, subject)
