"""Checks of evidence: that it is there, dated, and where it counts."""

from scopelint.rules.evidence.contact import precontract_contact
from scopelint.rules.evidence.presence import missing_evidence
from scopelint.rules.evidence.recap import off_platform_evidence

__all__ = ["missing_evidence", "off_platform_evidence", "precontract_contact"]
