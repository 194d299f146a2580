"""The rows of the table, and writing them where they are read."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from chart import chart
from measure import Sample
from peer import NAMES

PROJECT = Path(__file__).resolve().parent.parent
PAGE = """# Speed

`make bench` writes this page: medians of interleaved runs, as ratios to a yardstick taken in the same run. The
contracts are generated: folders of four documents and plain Markdown files, a third with findings, all rules on.
Other linters are given those of the files that they read. The fresh clone lies where the remembered one lay, and
the same installation of scopelint checks it. The guards of the front ends are the limits on documents and the
search for bytes and characters that no reader sees and for words that no rule reads. On a busy machine the
ratios tell more than the times, and two processes gain little.

![Checking one contract, in times of `import click`](speed.svg)

{table}
{machine}
"""
SHOWN = re.compile(r"(<!-- speed -->\n).*?(<!-- end of speed -->\n)", re.DOTALL)


class Row(NamedTuple):
    """A measure: what was taken, what it is compared with, the ratio, and the aim for that."""

    name: str
    taken: str
    yardstick: str
    ratio: float
    aim: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as words."""
        aim = "" if self.aim is None else f"{self.aim:g}"
        met = "" if self.aim is None else "yes" if round(self.ratio, 2) <= self.aim else "no"
        return self.name, self.taken, self.yardstick, f"{self.ratio:.2f}", aim, met

    @property
    def of_peer(self) -> bool:
        """Whether another linter was measured."""
        return self.name.partition(", ")[0] in NAMES


def against(
    name: str, unit: str, samples: dict[str, Sample], aim: float | None = None, over: str = ""
) -> Row:
    """The wall time of a command in the wall time of another; ``over`` adds to its name what it was run over."""
    taken, yardstick = samples[name].wall, samples[unit].wall
    return Row(name + over, seconds(taken), unit, taken / yardstick, aim)


def seconds(taken: float) -> str:
    """A duration in its natural unit."""
    return f"{taken * 1000:.1f} ms" if taken < 1 else f"{taken:.2f} s"


def table(rows: Sequence[Row], columns: int = 6) -> str:
    """The measures as a Markdown table, of the first columns if not of all."""
    head = ("measure", "taken", "against", "ratio", "aim", "met")
    lines = [head, tuple("---" for _ in head), *(row.cells for row in rows)]
    return "\n".join(f"| {' | '.join(line[:columns])} |" for line in lines) + "\n"


def picture(rows: Sequence[Row]) -> str:
    """The measures of one contract as a chart."""
    shown = [row for row in rows if row.of_peer and row.yardstick == "import click"]
    shown += [row for row in rows if row.name.startswith("1 contract, ")]
    values = [(row.name if row.of_peer else f"scopelint, {row.name}", row.ratio) for row in shown]
    return chart("Checking one contract, in times of `import click`", sorted(values, key=lambda bar: bar[1]))


def write(rows: Sequence[Row], machine: str) -> None:
    """Put table and chart into ``docs/speed.md``, and the measures of scopelint into the README."""
    (PROJECT / "docs" / "speed.md").write_text(PAGE.format(table=table(rows), machine=machine))
    (PROJECT / "docs" / "speed.svg").write_text(picture(rows))
    own = table([row for row in rows if not row.of_peer], columns=4)
    readme = PROJECT / "README.md"
    readme.write_text(SHOWN.sub(lambda place: f"{place[1]}{own}{place[2]}", readme.read_text()))
