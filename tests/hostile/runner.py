"""What a CI runner takes for a command, after the grammar of GitHub's (``ActionCommand`` in actions/runner)."""

import re
from typing import NamedTuple

LEVELS = ("error", "warning", "notice")


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> list[Command]:
    """Every command in the output of a step; a line ends at LF, CR or both."""
    found = [_command(line) for line in re.split(r"\r\n|\n|\r", output)]
    return [command for command in found if command is not None]


def _command(line: str) -> Command | None:
    new = re.match(r"::(\w[\w-]*)(?: (.*?))?::(.*)", line.lstrip(), re.DOTALL)
    if new:
        pairs = [pair.partition("=") for pair in (new[2] or "").split(",") if "=" in pair]
        return Command(new[1], {key.strip(): _property(value) for key, _, value in pairs}, _data(new[3]))
    old = re.search(r"##(\w*\[[^\]]*)\]?(.*)", line, re.DOTALL)
    return Command(f"##{old[1]}", {}, old[2]) if old else None


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    return _data(text.replace("%3A", ":").replace("%2C", ","))
