"""What rules say, and what reporters see."""

from scopelint.diagnostics.diagnostic import Diagnostic, files_pointed_into
from scopelint.diagnostics.finding import Confidence, Finding, Fix, Label, NotChecked, Problem
from scopelint.diagnostics.fingerprint import fingerprints
from scopelint.diagnostics.listed import listed
from scopelint.diagnostics.passage import Passage
from scopelint.diagnostics.result import Result, RuleInfo, SkippedRule
from scopelint.diagnostics.severity import Severity
from scopelint.diagnostics.shard import Shard

__all__ = [
    "Confidence",
    "Diagnostic",
    "Finding",
    "Fix",
    "Label",
    "NotChecked",
    "Passage",
    "Problem",
    "Result",
    "RuleInfo",
    "Severity",
    "Shard",
    "SkippedRule",
    "files_pointed_into",
    "fingerprints",
    "listed",
]
