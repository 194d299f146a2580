"""Whether additions are priced, approved and planned before anybody works on them."""

from scopelint.rules.changes.addition import out_of_scope_addition
from scopelint.rules.changes.favour import accumulated_creep
from scopelint.rules.changes.order import (
    unanswered_change_request,
    unapproved_change,
    unpriced_change,
    unscheduled_change,
)

__all__ = [
    "accumulated_creep",
    "out_of_scope_addition",
    "unanswered_change_request",
    "unapproved_change",
    "unpriced_change",
    "unscheduled_change",
]
