"""Figures as people group them."""

from decimal import Decimal

FIGURES = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,'’]\d+)*"
"""A regular expression for figures: ``1,500.00``, ``1.500,00``, ``1'500``, ``1 500``, ``3,75,000``."""

_GROUPS = str.maketrans("", "", " \u00a0\u202f'’")


def parse_number(figures: str) -> Decimal | None:
    """The value of figures with any grouping, None when they are none.

    One separator followed by exactly three digits groups thousands ("380.000"), unless a zero leads
    ("0,125"); the last of two kinds of separators marks the decimals; a repeated one groups.
    """
    text = figures.translate(_GROUPS)
    separators = [char for char in text if char in ".,"]
    if not separators:
        return Decimal(text) if text.isdecimal() and text.isascii() else None
    last = separators[-1]
    whole, _, rest = text.rpartition(last)
    if len(set(separators)) > 1:
        decimal = last if separators.count(last) == 1 else ""
    else:
        decimal = "" if len(separators) > 1 or (len(rest) == 3 and not whole.startswith("0")) else last
    if not decimal:
        whole, rest = text, ""
    digits = whole.replace(".", "").replace(",", "")
    if not (digits + rest).isdecimal() or not (digits + rest).isascii():
        return None
    return Decimal(f"{digits or 0}.{rest}") if rest else Decimal(digits)
