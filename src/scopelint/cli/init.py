"""``scopelint init``."""

import os
import sys
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from scopelint.cli.terminal import say, write, write_line

EPILOG = """\b
Examples:
  scopelint init acme --title "Site for Acme" --client "Acme Ltd" --price 1200
  scopelint init acme --from proposal.md   structure a document you have
  scopelint init --write-config            a configuration for a repository of contracts
"""
QUESTIONS = (
    ("title", "What is the project called"),
    ("client", "Who is the client"),
    ("freelancer", "Who are you"),
    ("price", "What does it cost (the hourly rate, for hourly work)"),
)


@click.command(epilog=EPILOG)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--title", help="The project's name.")
@click.option("--client", help="The client's name.")
@click.option("--freelancer", help="Your name.")
@click.option(
    "--type",
    "kind",
    type=click.Choice(["fixed_price", "hourly"]),
    default="fixed_price",
    show_default=True,
    help="How the work is paid.",
)
@click.option(
    "--platform",
    type=click.Choice(["direct", "upwork", "fiverr", "freelancer_com"]),
    default="direct",
    show_default=True,
    help="Where the contract runs; its rules on review and disputes then count.",
)
@click.option("--price", help="The whole price, or the rate of hourly work.")
@click.option("--currency", default="USD", show_default=True, help="An ISO 4217 code.")
@click.option("--from", "source", metavar="FILE", help="Structure this Markdown document instead.")
@click.option("--write-config", is_flag=True, help="Write scopelint.yaml for an existing repository instead.")
def init(**options: Any) -> int:
    """Make a contract folder that is clean, or structure a document you have.

    Asks for what is not given when a terminal is there. Never overwrites a file.
    """
    if options["write_config"]:
        return _write_config(options["folder"])
    if options["source"]:
        return _from_document(options["source"], options["folder"])
    from scopelint.engine.start import Answers, starter_files

    given = {name: options[name] for name, _ in QUESTIONS if options[name]}
    if sys.stdin.isatty():
        given |= {name: click.prompt(words) for name, words in QUESTIONS if name not in given}
    if "price" in given:
        given["price"] = _price(given["price"])
    currency = options["currency"].upper()
    if len(currency) != 3 or not currency.isalpha():
        raise click.BadParameter("give an ISO 4217 code such as USD", param_hint="--currency")
    answers = Answers(type=options["kind"], platform=options["platform"], currency=currency, **given)
    folder = options["folder"]
    _create(folder, starter_files(answers, datetime.now(UTC).date()))
    write("\n")
    write_line(f"Fill in what says FIXME, then run: scopelint check {folder}")
    return 0


def _price(text: str) -> Decimal:
    try:
        price = Decimal(text.replace(",", ""))
    except InvalidOperation:
        price = Decimal(-1)
    if not price.is_finite() or price <= 0:
        raise click.BadParameter(f"`{text}` is no amount such as 1200 or 1200.50", param_hint="--price")
    return price


def _create(folder: str, files: dict[str, str]) -> None:
    """Write new files; refuse before the first when one is there already."""
    from scopelint.engine.write import make_folder, write_file

    taken = [name for name in files if os.path.lexists(os.path.join(folder, name))]
    taken = [name for name in taken if not name.startswith(".scopelint/")]
    if taken:
        raise click.ClickException(
            f"`{os.path.join(folder, taken[0])}` is there already; nothing was written"
        )
    for name, text in files.items():
        path = os.path.join(folder, name)
        make_folder(os.path.dirname(path) or ".")
        write_file(path, text.encode())
        write_line(f"wrote {path}")


def _from_document(source: str, folder: str) -> int:
    from scopelint.engine.request import Request
    from scopelint.engine.structure import structured
    from scopelint.engine.understand import understand_all
    from scopelint.report.problem_line import problem_lines

    understanding = understand_all(Request((source,)))
    problems = problem_lines(understanding.problems, understanding.sources)
    found = [one for one in understanding.contracts if one.contract is not None]
    if problems or not found or found[0].contract is None:
        raise click.ClickException("; ".join(problems) or f"`{source}` cannot be read")
    if os.path.normpath(folder) in (".", os.path.dirname(source) or "."):
        folder = os.path.splitext(source)[0]
    original = found[0].sources.get(source)
    made = structured(found[0].contract, original.text if original else "")
    _create(folder, made.files)
    write("\nNot found in the document:\n")
    for words in made.missing:
        write_line(f"  - {words}")
    write("\n")
    write_line(f"Read the files against the original, then run: scopelint check {folder}")
    return 0


def _write_config(folder: str) -> int:
    from scopelint.engine.discover import discover
    from scopelint.engine.starting_config import config_text

    found = discover((folder,))
    _create(folder, {"scopelint.yaml": config_text([one.path for one in found.contracts], folder)})
    if not found.contracts:
        say("no contract found yet; name your folders under `contracts`")
    return 0
