"""A bar chart as SVG."""

from collections.abc import Sequence
from html import escape

WIDTH, LABEL, BAR, STEP = 720, 200, 16, 26


def chart(title: str, values: Sequence[tuple[str, float]]) -> str:
    """Horizontal bars with their values, those of scopelint in colour; it reads on light and dark pages."""
    height = STEP * len(values) + 40
    longest = max(value for _, value in values)
    bars = [
        f'<text x="0" y="16" font-weight="bold">{escape(title)}</text>',
        *(
            bar(name, value, 40 + STEP * place, (WIDTH - LABEL - 70) * value / longest)
            for place, (name, value) in enumerate(values)
        ),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="13" fill="#767676" role="img">\n'
        + "\n".join(bars)
        + "\n</svg>\n"
    )


def bar(name: str, value: float, top: int, length: float) -> str:
    """One bar with its name before it and its value behind."""
    colour = "#2f7d4f" if name.startswith("scopelint") else "#9a9a9a"
    return (
        f'<text x="{LABEL - 8}" y="{top + 12}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{LABEL}" y="{top}" width="{max(length, 1):.1f}" height="{BAR}" fill="{colour}"/>'
        f'<text x="{LABEL + length + 6:.1f}" y="{top + 12}">{value:.2f}</text>'
    )
