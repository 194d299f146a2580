"""What must be agreed before work begins, and what it must not say."""

from scopelint.rules.scope.clause import (
    missing_delivery_date,
    missing_standard_terms,
)
from scopelint.rules.scope.deliverable import (
    missing_acceptance_criteria,
    missing_deliverables,
    missing_scope,
    undefined_deliverable,
)
from scopelint.rules.scope.exclusion import included_and_excluded
from scopelint.rules.scope.wording import free_work, open_ended_wording

__all__ = [
    "free_work",
    "included_and_excluded",
    "missing_acceptance_criteria",
    "missing_deliverables",
    "missing_delivery_date",
    "missing_scope",
    "missing_standard_terms",
    "open_ended_wording",
    "undefined_deliverable",
]
