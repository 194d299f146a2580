"""Checks of milestones: their size, their sum, their money and their states."""

from scopelint.rules.milestones.funding import unfunded_milestone, work_before_funding
from scopelint.rules.milestones.limit import exceeded_platform_limit
from scopelint.rules.milestones.link import unlinked_milestone
from scopelint.rules.milestones.size import oversized_milestone
from scopelint.rules.milestones.state import impossible_milestone_status
from scopelint.rules.milestones.sum import milestone_sum_mismatch

__all__ = [
    "exceeded_platform_limit",
    "impossible_milestone_status",
    "milestone_sum_mismatch",
    "oversized_milestone",
    "unfunded_milestone",
    "unlinked_milestone",
    "work_before_funding",
]
