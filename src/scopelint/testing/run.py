"""Running one example: real files, the real pipeline, one rule."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date as Date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from scopelint.catalog.page import Example, Page
from scopelint.config.config import Config, RuleSetting
from scopelint.diagnostics import Diagnostic, Result
from scopelint.engine.check import check
from scopelint.engine.request import Request
from scopelint.model import Phase
from scopelint.text import SourceFile, Span, Spanned

CRASH = "internal-rule-crash"
NOT_CHECKED = "not checked: "
CONFIG = "scopelint.yaml"


class Told(NamedTuple):
    """What a rule says about files: a line a finding, as ``expect`` writes it, and the findings themselves.

    ``root`` is the folder, gone since, that the paths in the findings begin with.
    """

    lines: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    suppressed: int
    root: str


def told(
    page: Page, example: Example, files: Mapping[str, str] | None = None, own: Sequence[str] = ()
) -> Told:
    """What a page's rule says about an example.

    ``files`` stand in for the example's own. ``own`` are rule pages that do not come with scopelint. A
    rule that could not judge says so in a line as well, so that no example passes for lack of a date or
    a record.
    """
    with laid_out(example, files) as root:
        return _told(page.id, check(asked(page, example, root, own)), f"{root}/")


@contextmanager
def laid_out(example: Example, files: Mapping[str, str] | None = None) -> Iterator[Path]:
    """A folder with the example's files, or those that stand in for them; gone afterwards."""
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        if example.committed:
            from scopelint.testing.committed import commit_states

            commit_states(root, example.committed)
        for name, text in (example.files if files is None else files).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        yield root


def asked(page: Page, example: Example, root: Path, own: Sequence[str]) -> Request:
    """The run that an example asks for; one file is checked as a file, several as a folder.

    What the program itself reports shows in a run of all rules.
    """
    names = list(example.files)
    path = str(root / names[0] if len(names) == 1 else root)
    options = {name: Spanned(value, Span(path, 0, 0)) for name, value in example.options.items()}
    config = Config(
        root=str(root),
        rules={page.id: RuleSetting(options=options)} if options else {},
        rule_files=tuple(str(Path(file).resolve()) for file in own),
    )
    return Request(
        paths=(path,),
        config=None if CONFIG in example.files else config,
        select=() if page.data.get("check") == "engine" else (page.id,),
        phase=Phase(example.phase) if example.phase else None,
        today=Date.fromisoformat(example.as_of) if example.as_of else None,
    )


def _told(rule: str, result: Result, root: str) -> Told:
    findings = tuple(found for found in result.diagnostics if found.rule in (rule, CRASH))
    lines = [_line(found, result.sources, root) for found in findings]
    lines += [f"{NOT_CHECKED}{skipped.reason}" for skipped in result.not_checked if skipped.rule == rule]
    suppressed = sum(found.rule == rule for found in result.suppressed)
    return Told(tuple(lines), findings, suppressed, root)


def _line(diagnostic: Diagnostic, sources: Mapping[str, SourceFile], root: str) -> str:
    span = diagnostic.finding.at.span
    source = sources.get(span.file)
    line, column = source.position(span.start) if source else (1, 1)
    where = f"{span.file.removeprefix(root)}:{line}:{column}"
    return f"{where}: {diagnostic.severity.word}[{diagnostic.rule}]: {diagnostic.finding.message}"
