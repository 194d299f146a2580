"""Values in text: numbers, money, durations and dates, in the notations of the world."""

from scopelint.reading.value.date import DateMatch, find_dates, parse_date
from scopelint.reading.value.duration import DurationMatch, find_durations
from scopelint.reading.value.money import MoneyMatch, find_money, parse_money
from scopelint.reading.value.number import parse_number

__all__ = [
    "DateMatch",
    "DurationMatch",
    "MoneyMatch",
    "find_dates",
    "find_durations",
    "find_money",
    "parse_date",
    "parse_money",
    "parse_number",
]
