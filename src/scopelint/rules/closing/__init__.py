"""Checks of endings: closure, exit, feedback, disputes and refunds."""

from scopelint.rules.closing.closure import exit_mid_delivery, missing_closure_record
from scopelint.rules.closing.dispute import missed_response_window, small_claim_dispute, unprepared_dispute
from scopelint.rules.closing.feedback import available_feedback_removal, missing_client_feedback
from scopelint.rules.closing.refund import unrecorded_refund

__all__ = [
    "available_feedback_removal",
    "exit_mid_delivery",
    "missed_response_window",
    "missing_client_feedback",
    "missing_closure_record",
    "small_claim_dispute",
    "unprepared_dispute",
    "unrecorded_refund",
]
