"""Reading takes time in proportion to the text, also on text made to be slow."""

import gc
from time import process_time

import pytest

from tests.reading.prose.told import prose_of

PIECES = {
    "prose": "Two rounds of revisions are included; further rounds cost $60 each. Delivery within 3 weeks.\n\n",
    "one long line": "the client will review and approve the work within 5 days or so and then ",
    "repeated opening": "change request additional work scope ",
    "numbers": "50% 40% $1,000 2026-01-02 3 weeks ",
    "headings": "## Scope of work\n\nA page.\n\n",
    "brackets": 'the ("Services" (',
    "unlimited and limited": "- Unlimited traffic\n- Traffic may be limited\n",
    "shares and parts": "- Wall: $900\n  - Bricks: $400\n  - Labour: $600\n- 40% on signing: $500\n",
    "times": "- Week 1: 8 hours\n- Bricks: 9 hours\n- Plaster: 2 hours\n\nTotal: thirty (15) hours\n\n",
    "rows": "| Design | 50% | on signing | 2 revision rounds |\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_linear(piece: str, request: pytest.FixtureRequest) -> None:
    def seconds(times: int) -> float:
        text = (
            "# Contract\n\n"
            + ("| a | b | c | d |\n|---|---|---|---|\n" if piece[0] == "|" else "")
            + piece * times
        )
        started = process_time()
        prose_of(text, "en")
        return process_time() - started

    gc.disable()  # as a check runs: the collector's own time grows faster than the text
    request.addfinalizer(gc.enable)
    size = 20_000 // len(piece)
    seconds(size)

    def ratio() -> float:
        small = min(seconds(size) for _ in range(3))
        return min(seconds(4 * size) for _ in range(3)) / small

    # One of three measurements, on a machine that does other things too.
    assert any(ratio() <= 6 for _ in range(3))
