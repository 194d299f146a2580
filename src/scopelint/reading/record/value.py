"""One scalar of a record as a typed value with its place, or a problem."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from scopelint.diagnostics import Problem
from scopelint.model import Money
from scopelint.reading.record import problem, scalar
from scopelint.reading.record.schema import Field
from scopelint.syntax.ambiguity import is_ambiguous, other_reading
from scopelint.syntax.node import Scalar
from scopelint.text import Span, Spanned

Reader: TypeAlias = Callable[[Scalar, Field, "Place"], Any]
_NUMBER_STARTS = frozenset("0123456789+-.")
_TRUTH = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))


class Place:
    """Where problems of the values being read go, and ``about``: the record they concern."""

    __slots__ = ("about", "problems")

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.about: tuple[Span, ...] = ()

    def report(self, found: Problem) -> None:
        """Keep a problem."""
        self.problems.append(found)


def read_text(node: Scalar, field: Field, place: Place) -> Spanned[str] | None:
    """Words; an unquoted number or truth value is told to be quoted, and read as the words it shows."""
    text = node.text
    if not text.strip():
        return None
    if node.plain and _reads_as_other(text):
        reading = other_reading(text) or ("true or false" if text in _TRUTH else "a number")
        place.report(problem.ambiguous(node, reading, problem.quoted(text), place.about))
    return Spanned(text, node.span)


def read_words(node: Scalar, field: Field, place: Place) -> Spanned[str] | None:
    """Words or a number, kept as written."""
    text = node.text
    if not text.strip():
        return None
    if node.plain and (text in _TRUTH or is_ambiguous(text)):
        reading = other_reading(text) or "true or false"
        place.report(problem.ambiguous(node, reading, problem.quoted(text), place.about))
    return Spanned(text, node.span)


def read_word(node: Scalar, field: Field, place: Place) -> Spanned[str] | None:
    """One of the words the schema lists."""
    if node.text in field.words:
        return Spanned(node.text, node.span)
    place.report(problem.wrong_word(field.key, field.words, node, place.about))
    return None


def read_date(node: Scalar, field: Field, place: Place) -> Spanned[Any] | None:
    """A day. Another form than ISO that can only mean one day is read, with a problem."""
    day = scalar.date_of(node.text)
    if day is not None:
        return Spanned(day, node.span)
    if scalar.is_iso_shaped(node.text):
        place.report(problem.no_such_day(node, place.about))
        return None
    day = scalar.other_date_of(node.text)
    if day is None:
        return _misfit(node, field, place)
    place.report(problem.other_date_form(field.key, node, day.isoformat(), place.about))
    return Spanned(day, node.span)


def read_money(node: Scalar, field: Field, place: Place) -> Spanned[Money] | None:
    """An amount, with the currency it names."""
    money = _money(node, place)
    return Spanned(money, node.span) if money else _misfit(node, field, place)


def read_fee(node: Scalar, field: Field, place: Place) -> Spanned[Any] | None:
    """An amount, else the words that price it."""
    money = _money(node, place)
    return Spanned(money, node.span) if money else read_text(node, field, place)


def read_count(node: Scalar, field: Field, place: Place) -> Spanned[int] | None:
    """A whole number that is not negative."""
    number = _number(node, place)
    if number is None or number < 0 or number != number.to_integral_value() or number > 10**12:
        return _misfit(node, field, place)
    return Spanned(int(number), node.span)


def read_number(node: Scalar, field: Field, place: Place) -> Spanned[Decimal] | None:
    """A number that is not negative."""
    number = _number(node, place)
    return _misfit(node, field, place) if number is None or number < 0 else Spanned(number, node.span)


def read_share(node: Scalar, field: Field, place: Place) -> Spanned[Decimal] | None:
    """A number from 0 to 1."""
    number = _number(node, place)
    if number is None or not 0 <= number <= 1:
        return _misfit(node, field, place)
    return Spanned(number, node.span)


def read_percentage(node: Scalar, field: Field, place: Place) -> Spanned[Decimal] | None:
    """A number from 0 to 100, with or without a percent sign."""
    number = scalar.percentage_of(node.text)
    if number is None:
        number = _number(node, place)
    if number is None or not 0 <= number <= 100:
        return _misfit(node, field, place)
    return Spanned(number, node.span)


def read_flag(node: Scalar, field: Field, place: Place) -> Spanned[bool] | None:
    """True or false; ``yes`` and ``no`` are understood, and told to be written so that all readers do."""
    truth = scalar.truth_of(node.text) if node.plain else None
    if truth is None:
        return _misfit(node, field, place)
    _tell_ambiguous(node, "true" if truth else "false", place)
    return Spanned(truth, node.span)


def read_code(node: Scalar, field: Field, place: Place) -> Spanned[str] | None:
    """Text of the form that the schema's pattern gives."""
    if field.pattern and not scalar.pattern(field.pattern).search(node.text):
        return _misfit(node, field, place)
    return Spanned(node.text, node.span)


READERS: dict[str, Reader] = {
    "code": read_code,
    "count": read_count,
    "date": read_date,
    "fee": read_fee,
    "flag": read_flag,
    "id": read_text,
    "link": read_text,
    "money": read_money,
    "number": read_number,
    "percentage": read_percentage,
    "share": read_share,
    "text": read_text,
    "word": read_word,
    "words": read_words,
}


def _reads_as_other(text: str) -> bool:
    if text[0] in _NUMBER_STARTS and scalar.number_of(text) is not None:
        return True
    return text in _TRUTH or is_ambiguous(text)


def _number(node: Scalar, place: Place) -> Decimal | None:
    number = scalar.number_of(node.text) if node.plain else None
    if number is not None:
        _tell_ambiguous(node, f"{number:f}", place)
    return number


def _money(node: Scalar, place: Place) -> Money | None:
    number = _number(node, place)
    return scalar.money_of(node.text) if number is None else Money(number)


def _tell_ambiguous(node: Scalar, meant: str, place: Place) -> None:
    reading = other_reading(node.text)
    if reading:
        place.report(problem.ambiguous(node, reading, meant, place.about))


def _misfit(node: Scalar, field: Field, place: Place) -> Spanned[Any] | None:
    place.report(problem.misfit(field.key, field.kind, node, place.about))
    return None
