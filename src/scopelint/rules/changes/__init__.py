"""Whether additions are priced, approved and planned before anybody works on them."""

from scopelint.rules.changes.addition import out_of_scope_addition
from scopelint.rules.changes.agreement import missing_lock
from scopelint.rules.changes.baseline import undocumented_scope_change
from scopelint.rules.changes.favour import accumulated_creep
from scopelint.rules.changes.order import (
    unanswered_change_request,
    unapproved_change,
    unpriced_change,
    unscheduled_change,
)
from scopelint.rules.changes.record import changed_after_approval, rewritten_record

__all__ = [
    "accumulated_creep",
    "changed_after_approval",
    "missing_lock",
    "out_of_scope_addition",
    "rewritten_record",
    "unanswered_change_request",
    "unapproved_change",
    "undocumented_scope_change",
    "unpriced_change",
    "unscheduled_change",
]
