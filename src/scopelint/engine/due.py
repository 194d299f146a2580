"""Coming dates of many contracts."""

from typing import NamedTuple

from scopelint.engine.judge import contexts
from scopelint.engine.request import Request
from scopelint.engine.understand import Understanding, understand_all
from scopelint.model.calendar import days_after
from scopelint.model.clock import Due, coming


class ContractDue(NamedTuple):
    """Something that falls due in a contract, given by its folder or file as shown."""

    contract: str
    due: Due


class ComingDates(NamedTuple):
    """Dates in order, and the contracts they are from."""

    dates: tuple[ContractDue, ...]
    understanding: Understanding


def coming_dates(request: Request, days: int) -> ComingDates:
    """What falls due up to so many days after the request's date; it must have one."""
    today = request.today
    if today is None:
        raise ValueError("coming dates need a date to look from")
    understanding = understand_all(request)
    found = []
    for one in understanding.contracts:
        if one.contract is not None:
            base = contexts(one.contract, understanding.configuration.for_contract(one.path), request).base
            last = days_after(today, days)
            clocks = coming(one.contract, base.profile, base.calendar, today)
            found += [ContractDue(one.path, due) for due in clocks if due.on <= last]
    dates = sorted(found, key=lambda row: (row.due.on, row.contract, row.due.kind))
    return ComingDates(tuple(dates), understanding)
