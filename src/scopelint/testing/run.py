"""Running one example: real files, the real pipeline, one rule."""

from collections.abc import Mapping, Sequence
from datetime import date as Date
from pathlib import Path
from tempfile import TemporaryDirectory

from scopelint.catalog.page import Example
from scopelint.config.config import Config, RuleSetting
from scopelint.diagnostics import Diagnostic, Result
from scopelint.engine.check import check
from scopelint.engine.request import Request
from scopelint.model import Phase
from scopelint.text import SourceFile, Span, Spanned

CRASH = "internal-rule-crash"
NOT_CHECKED = "not checked: "


def findings(
    rule: str, example: Example, files: Mapping[str, str] | None = None, own: Sequence[str] = ()
) -> tuple[str, ...]:
    """What one rule says about an example, a line a finding, as ``expect`` writes it.

    ``files`` stand in for the example's own. ``own`` are rule pages that do not come with scopelint. A
    rule that could not judge says so in a line as well, so that no example passes for lack of a date or
    a record.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, text in (example.files if files is None else files).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return _lines(rule, check(_request(rule, example, root, own)), f"{root}/")


def _request(rule: str, example: Example, root: Path, own: Sequence[str]) -> Request:
    """The run that an example asks for; one file is checked as a file, several as a folder."""
    names = list(example.files)
    path = root / names[0] if len(names) == 1 else root
    here = Span(str(path), 0, 0)
    setting = RuleSetting(options={name: Spanned(value, here) for name, value in example.options.items()})
    return Request(
        paths=(str(path),),
        config=Config(
            root=str(root),
            rules={rule: setting} if example.options else {},
            rule_files=tuple(str(Path(file).resolve()) for file in own),
        ),
        select=(rule,),
        phase=Phase(example.phase) if example.phase else None,
        today=Date.fromisoformat(example.as_of) if example.as_of else None,
    )


def _lines(rule: str, result: Result, root: str) -> tuple[str, ...]:
    lines = [
        _line(diagnostic, result.sources, root)
        for diagnostic in result.diagnostics
        if diagnostic.rule in (rule, CRASH)
    ]
    lines += [f"{NOT_CHECKED}{skipped.reason}" for skipped in result.not_checked if skipped.rule == rule]
    return tuple(lines)


def _line(diagnostic: Diagnostic, sources: Mapping[str, SourceFile], root: str) -> str:
    span = diagnostic.finding.at.span
    path = span.file.removeprefix(root)
    source = sources.get(span.file)
    place = source.position(span.start) if source else None
    where = f"{path}:{place.line}:{place.column}" if place else path
    return f"{where}: {diagnostic.severity.word}[{diagnostic.rule}]: {diagnostic.finding.message}"
