"""What any bytes go through, with what must hold then: for hypothesis, and for a guided search."""

import json
import re
from datetime import date as Date
from xml.etree import ElementTree

from scopelint.config.load import load_config
from scopelint.diagnostics import Result
from scopelint.engine.check import check
from scopelint.engine.request import Request
from scopelint.report import FORMATS, rendered
from scopelint.report.place import place
from scopelint.syntax.load import decode
from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile
from tests.hostile.runner import commands

TODAY = Date(2026, 2, 1)


def markdown(data: bytes) -> None:
    """The front end for Markdown reads it, and its problems lie inside it."""
    source = decode("scope.md", data)
    if isinstance(source, SourceFile):
        _, problems = parse_markdown(source)
        assert all(
            0 <= p.finding.at.span.start <= p.finding.at.span.end <= len(source.text) for p in problems
        )


def yaml(data: bytes) -> None:
    """The front end for YAML reads it, and its problems lie inside it."""
    source = decode("contract.yaml", data)
    if isinstance(source, SourceFile):
        problems = parse_yaml(source).problems
        assert all(
            0 <= p.finding.at.span.start <= p.finding.at.span.end <= len(source.text) for p in problems
        )


def config(data: bytes) -> None:
    """As a configuration it is read, or what is wrong with it is said."""
    for name in ("scopelint.yaml", "pyproject.toml"):
        loaded = load_config(name, {name: data}.get)
        for problem in loaded.problems if loaded else ():
            assert problem.finding.message


def scope(data: bytes) -> None:
    """As the scope of a contract, with nothing beside it, it is judged, and every report of that is sound."""
    _judged("nowhere/acme.md", data)


def record(data: bytes) -> None:
    """As the records of a contract it is judged, and every report of that is sound."""
    _judged("nowhere/acme.yaml", data)


def _judged(name: str, data: bytes) -> None:
    result = check(Request((name,), overlay={name: data}, today=TODAY))
    assert result.exit_code in (0, 1, 2), [d.finding.message for d in result.diagnostics]
    source = result.sources.get(name)
    for diagnostic in result.diagnostics:
        for label in (diagnostic.finding.at, *diagnostic.finding.related):
            assert 0 <= label.span.start <= label.span.end <= len(source.text if source else "")
    _reported(result)
    if b"\r" not in data:
        other = check(Request((name,), overlay={name: data.replace(b"\n", b"\r\n")}, today=TODAY))
        assert _findings(other) == _findings(result)


def _findings(result: Result) -> list[tuple[object, ...]]:
    """Rules, words and places, in which nothing may depend on line ends but the number of a byte."""
    return [
        (
            d.rule,
            d.severity,
            re.sub(r"byte \d+", "", d.finding.message),
            *place(d.finding.at.span, result.sources)[:3],
        )
        for d in result.diagnostics
    ]


def _reported(result: Result) -> None:
    for name in FORMATS:
        report = rendered(name, result)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", report), name
        report.encode()
        assert name == "github" or not commands(report), name
    for name in ("json", "sarif", "gitlab"):
        json.loads(rendered(name, result))
    ElementTree.fromstring(rendered("junit", result))


TARGETS = {"markdown": markdown, "yaml": yaml, "config": config, "scope": scope, "record": record}
