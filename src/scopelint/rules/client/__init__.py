"""Checks of what is known about the client: screening, red flags, incidents, and the budget."""

from scopelint.rules.client.flag import unanswered_red_flag
from scopelint.rules.client.screening import low_budget, missing_client_screening

__all__ = ["low_budget", "missing_client_screening", "unanswered_red_flag"]
