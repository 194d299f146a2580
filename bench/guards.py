"""What the guards of the front ends cost on ordinary documents: read with them, and with them switched off.

Usage: python bench/guards.py [--rounds 15]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generate import generate
from row import Row

from scopelint.diagnostics import Problem
from scopelint.model import Document
from scopelint.rules.document import character
from scopelint.syntax import load, unread, yaml_tree
from scopelint.syntax.markdown import parse, parse_markdown
from scopelint.syntax.markdown.block import _BlockReader
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile

DOCUMENTS = 40
AIM = 1.3
Files = dict[str, bytes]


def _nothing(*_: object) -> None:
    """What a guard does that is switched off."""


def _taken(path: str, data: bytes, *_: object) -> SourceFile:
    """The text of a file, neither its size nor its bytes looked at."""
    return SourceFile(path, data.decode())


def _opened(composer: Any, event: Any, at: int, _end: int, mapping: bool) -> None:
    """The beginning of a collection, however deep, and whatever its tag."""
    composer._stack.append(yaml_tree._Frame(at, mapping, event.anchor, 0))


@contextmanager
def unguarded() -> Iterator[None]:
    """The front ends without limits, and without looking for what is hidden or left unread."""
    with ExitStack() as off:
        for owner, name, instead in (
            (load, "decode", _taken),
            (character, "_hidden", lambda _: ()),
            (parse, "within", lambda lines, *_: (lines, ())),
            (_BlockReader, "_too_deep", _nothing),
            (yaml_tree._Composer, "_open", _opened),
            (yaml_tree._Composer, "_spend", _nothing),
            (yaml_tree._Composer, "_check_tag", _nothing),
            (unread, "unread_in_markdown", _nothing),
            (unread, "unread_in_yaml", _nothing),
        ):
            off.enter_context(patch.object(owner, name, instead))
        yield


def _markdown(source: SourceFile) -> None:
    unread.unread_in_markdown(parse_markdown(source)[0])


def _yaml(source: SourceFile) -> None:
    unread.unread_in_yaml(source, parse_yaml(source))


def _read(files: Files, front_end: Callable[[SourceFile], None]) -> None:
    for path, data in files.items():
        source = load.decode(path, data)
        assert not isinstance(source, Problem), source.finding.message
        list(character._hidden(Document(path, source.text, source.span(0, 0), None)))
        front_end(source)


def _took(read: Callable[[], None]) -> float:
    started = time.process_time()
    read()
    return time.process_time() - started


def guards(place: Path, rounds: int) -> Iterator[Row]:
    """Each front end over generated documents, with its guards and without, in turn."""
    generate(place, DOCUMENTS)
    for name, pattern, front_end in (("Markdown", "*.md", _markdown), ("YAML", "*.yaml", _yaml)):
        files = {str(path): path.read_bytes() for path in sorted(place.rglob(pattern))}
        read = partial(_read, files, front_end)
        with_them, without = [], []
        for _ in range(rounds):
            with_them.append(_took(read))
            with unguarded():
                without.append(_took(read))
        taken, yardstick = statistics.median(with_them), statistics.median(without)
        each = f"{taken / len(files) * 1000:.2f} ms"
        yield Row(f"{name} to its tree, a document", each, "without guards", taken / yardstick, AIM)


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    with tempfile.TemporaryDirectory() as name:
        for row in guards(Path(name), parser.parse_args().rounds):
            print(*row.cells, sep="  ")


if __name__ == "__main__":
    main()
