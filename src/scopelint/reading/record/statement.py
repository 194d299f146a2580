"""What records state that prose may state as well, made comparable."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scopelint.model import Money, Statement
from scopelint.text import SourceFile, Span, Spanned

# Model fields, by the fragment's field they stand in, and the term each states.
_TERMS = {
    "headers": {
        "type": "type",
        "platform": "platform",
        "currency": "currency",
        "price": "price",
        "rate": "rate",
        "due_on": "due-date",
        "accepted_on": "accepted-on",
        "agreed_ref": "agreed-ref",
    },
    "scopes": {"agreed_on": "agreed-on"},
    "revisions": {
        "included": "revision-rounds",
        "per": "revision-unit",
        "feedback_window_days": "feedback-window",
        "extra_round_price": "extra-round-price",
    },
}


def record_statements(facts: Mapping[str, Iterable[Any]], source: SourceFile) -> Iterator[Statement]:
    """A statement for every term that the facts of one document hold."""
    for name, terms in _TERMS.items():
        for record in facts.get(name, ()):
            for field, term in terms.items():
                found = getattr(record, field)
                if found is not None:
                    yield Statement(term, comparable(found.value), _as_written(found.span, source))
    for terms_record in facts.get("terms", ()):
        if terms_record.termination and (notice := terms_record.termination.notice_days):
            yield Statement("notice", f"{notice.value} day", _as_written(notice.span, source))


def _as_written(span: Span, source: SourceFile) -> Spanned[str]:
    return Spanned(source.excerpt(span), span)


def comparable(value: object) -> str:
    """A value in the one form that equal values share, however they were written."""
    if isinstance(value, Money):
        figures = f"{value.amount:.2f}"
        return f"{figures} {value.currency}" if value.currency else figures
    return str(value)
