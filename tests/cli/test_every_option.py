"""No command and no option without a test that runs the real program with it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from scopelint.cli.group import scopelint as program

TESTS = Path(__file__).resolve().parent.parent


def constants(node: ast.AST) -> frozenset[str]:
    """The texts that stand in a piece of a program."""
    return frozenset(
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


def uses(page: Path) -> Iterator[frozenset[str]]:
    """For each test of a page, the texts in it and in what it names of its page."""
    tree = ast.parse(page.read_text(encoding="utf-8"))
    named: dict[str, frozenset[str]] = {}
    for part in tree.body:
        if isinstance(part, ast.Assign):
            named |= {name.id: constants(part.value) for name in part.targets if isinstance(name, ast.Name)}
        elif isinstance(part, ast.FunctionDef):
            named[part.name] = constants(part)
    for part in tree.body:
        if isinstance(part, ast.FunctionDef):
            names = {name.id for name in ast.walk(part) if isinstance(name, ast.Name)}
            yield constants(part).union(*(named.get(name, frozenset()) for name in names))


USES = [
    use
    for room in ("cli", "adoption")
    for page in sorted((TESTS / room).glob("test_*.py"))
    if page != Path(__file__).resolve()
    for use in uses(page)
]


def commands(
    command: click.Command, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that does something, with the words that name it."""
    if not isinstance(command, click.Group):
        yield words, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None
        yield from commands(found, (*words, name))


COMMANDS = dict(commands(program))
OPTIONS = {
    (words, option.opts[0]): option
    for words, command in COMMANDS.items()
    for option in command.params
    if isinstance(option, click.Option)
}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_is_run(words: tuple[str, ...]) -> None:
    assert any(use.issuperset(words) for use in USES)


@pytest.mark.parametrize(
    ("words", "name"), OPTIONS, ids=lambda part: part if isinstance(part, str) else " ".join(part)
)
def test_every_option_is_given(words: tuple[str, ...], name: str) -> None:
    assert any(use.issuperset((*words, name)) for use in USES)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_teaches_and_every_option_is_explained(words: tuple[str, ...]) -> None:
    command = COMMANDS[words]
    assert command.help
    assert "scopelint " in (command.epilog or ""), "no example"
    assert [o.opts[0] for o in command.params if isinstance(o, click.Option) and not o.help] == []
