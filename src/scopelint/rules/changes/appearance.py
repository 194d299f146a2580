"""When words first appeared, where history tells."""

from datetime import date as Date

from scopelint.model import Contract
from scopelint.model.difference import Stated


def first_committed(contract: Contract, stated: Stated | None) -> str:
    """When words first stood in the documents, as git knows it; empty when it does not."""
    if contract.history is None or stated is None or not isinstance(stated.value, (str, Date)):
        return ""
    commit = contract.history.first_seen(str(stated.value))
    return f"first committed {commit.date.isoformat()} ({commit.id[:7]})" if commit else ""
