"""One module per output format, each with ``render(result) -> str``."""

from collections.abc import Callable
from importlib import import_module

from scopelint.diagnostics import Result

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")


def renderer(name: str) -> Callable[..., str]:
    """The ``render`` function of a format of"""
    render: Callable[..., str] = import_module(f"scopelint.report.{name}").render
    return render


def rendered(name: str, result: Result, *, colour: bool = False, wording: bool = False) -> str:
    """A result in a format; colour and ready wording concern ``text`` alone."""
    render = renderer(name)
    return render(result, colour=colour, wording=wording) if name == "text" else render(result)
