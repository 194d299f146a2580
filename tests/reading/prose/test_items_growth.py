"""Reading the items of four times as much takes about four times as long, whatever the shape."""

import gc
import time

import pytest

from scopelint.reading.prose.items import read_items
from scopelint.reading.prose.reading import open_reading
from scopelint.syntax.markdown import parse_markdown
from scopelint.text import SourceFile

SHAPES = {
    "list of deliverables": ("# Scope of work\n\n## Deliverables\n\n", "- One page with [Name] and $5\n"),
    "sections": ("# Scope of work\n\n", "## Page\n\n- Form (optional)\n\n"),
    "table": ("# Price\n\n| Item | Price |\n|---|---|\n", "| Page | $50 |\n"),
    "schedule": ("# Offer\n\n## Payment\n\n", "- 50% on signing\n"),
    "lines of a paragraph": ("# Offer\n\n", "Client: TBD and `code` **bold**\n"),
    "amounts in a sentence": ("# Offer\n\n## Payment\n\n", "$5 on signing, 10% `x` "),
    "brackets": ("# Offer\n\n", "[Name] `[code]` ____ "),
    "enumeration": ("# Offer\n\n## Exclusions\n\n", "hosting, "),
    "sentences": ("# Offer\n\n", "Printing is not included. "),
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_growth(shape: str) -> None:
    """One of three measurements, on a machine that does other things too, stays in bounds."""
    head, unit = SHAPES[shape]
    assert any(_ratio(head, unit) <= 6 for _ in range(3))


def _ratio(head: str, unit: str) -> float:
    return _seconds(head + unit * 1000) / max(_seconds(head + unit * 250), 0.005)


def _seconds(text: str) -> float:
    outline, _ = parse_markdown(SourceFile("contract.md", text))
    reading = open_reading(outline, "en")
    best = float("inf")
    gc.disable()
    try:
        for _ in range(4):
            start = time.process_time()
            read_items(reading)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best
