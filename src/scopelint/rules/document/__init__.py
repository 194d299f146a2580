"""Whether the documents are whole: records, references, dates, terms, sections and characters."""

from scopelint.rules.document.character import hidden_characters
from scopelint.rules.document.date import impossible_dates
from scopelint.rules.document.record import ambiguous_scalar, duplicate_id, invalid_record
from scopelint.rules.document.reference import broken_reference
from scopelint.rules.document.remnant import internal_note_left, unfilled_placeholder
from scopelint.rules.document.section import broken_section_reference, inconsistent_section_numbers
from scopelint.rules.document.term import (
    conflicting_terms,
    inconsistent_party_name,
    undefined_term,
    unused_term,
)

__all__ = [
    "ambiguous_scalar",
    "broken_reference",
    "broken_section_reference",
    "conflicting_terms",
    "duplicate_id",
    "hidden_characters",
    "impossible_dates",
    "inconsistent_party_name",
    "inconsistent_section_numbers",
    "internal_note_left",
    "invalid_record",
    "undefined_term",
    "unfilled_placeholder",
    "unused_term",
]
