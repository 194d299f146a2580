"""``scopelint rules``: the catalogue's own tooling."""

import json
from pathlib import Path

import click

from scopelint import __version__
from scopelint.catalog import CATEGORIES, Catalog, load_catalog
from scopelint.cli.option import format_option
from scopelint.cli.terminal import complain, say, write, write_line

NEW = "Example: scopelint rules new missing-mascot --category scope"
TEST = "Example: scopelint rules test rules/scope/missing-mascot.yaml"
DOCS = "Example: scopelint rules docs --format html --output site"


@click.group()
def rules() -> None:
    """The catalogue: list, new, test, docs, coverage."""


@rules.command("list", epilog="Example: scopelint rules list", short_help="Every rule in a line.")
@format_option("text", "json")
def list_rules(output_format: str) -> int:
    """Every rule with its category, severity, phases, status and profile."""
    catalog = load_catalog()
    from scopelint.report.rule_list import render_json, render_text

    render = render_json if output_format == "json" else render_text
    write(render(tuple(catalog.rules.values())))
    return _problems(catalog)


@rules.command(epilog=NEW, short_help="Write the page of a new rule.")
@click.argument("rule_id", metavar="ID")
@click.option("--category", type=click.Choice(CATEGORIES), required=True, help="The folder it belongs in.")
@click.option("--folder", default="rules", show_default=True, help="Where rule pages lie.")
def new(rule_id: str, category: str, folder: str) -> int:
    """Write the page of a new rule, to be filled in."""
    from scopelint.catalog.scaffold import is_rule_id, new_page
    from scopelint.engine.write import make_folder, write_file

    catalog = load_catalog()
    if not is_rule_id(rule_id):
        say(f"`{rule_id}` is no rule id: write lower-case words joined by hyphens")
        return 2
    path = Path(folder) / category / f"{rule_id}.yaml"
    if rule_id in catalog.rules or path.exists():
        say(f"`{rule_id}` exists: {catalog.pages.get(rule_id, path)}")
        return 2
    make_folder(str(path.parent))
    write_file(str(path), new_page(rule_id, __version__, _schema_beside(Path(folder))).encode())
    write_line(str(path))
    write_line(f"fill it in, then run: scopelint rules test --bless {path}")
    return 0


def _schema_beside(folder: Path) -> str:
    """Where pages below a folder find their schema, written there unless a checkout has it anyway."""
    if (folder / ".." / "schemas" / "rule.schema.json").exists():
        return "../../schemas/rule.schema.json"
    from scopelint.engine.write import write_file
    from scopelint.syntax.schema import schema

    text = json.dumps(schema("rule"), ensure_ascii=False, indent=2)
    write_file(str(folder / "rule.schema.json"), f"{text}\n".encode())
    return "../rule.schema.json"


@rules.command("test", epilog=TEST, short_help="Run the examples of rule pages.")
@click.argument("paths", nargs=-1, metavar="[PATHS]")
@click.option("--bless", is_flag=True, help="Write the findings shown into the pages as the expected ones.")
def run_examples(paths: tuple[str, ...], bless: bool) -> int:
    """Run the examples of rule pages and show where the findings differ.

    PATHS are pages or folders of pages; all known rules when none is given.
    """
    from scopelint.testing.bless import bless_pages
    from scopelint.testing.suite import suite
    from scopelint.testing.verify import complaints

    try:
        chosen = suite(paths)
    except FileNotFoundError as error:
        say(f"there is no `{error}`")
        return 2
    told = [complaint for page in chosen.pages for complaint in complaints(page, chosen.own)]
    for complaint in told:
        for line in f"{complaint}\n".split("\n"):
            write_line(line)
    examples = sum(len(page.examples) for page in chosen.pages)
    counts = ((len(chosen.pages), "rule"), (examples, "example"), (len(told), "complaint"))
    write(", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts) + "\n")
    if bless:
        for path in bless_pages(told):
            write_line(f"wrote {path}")
        return _problems(chosen.catalog)
    return max(1 if told else 0, _problems(chosen.catalog))


@rules.command(epilog=DOCS, short_help="Write the catalogue as pages to read.")
@format_option("md", "html")
@click.option(
    "--output",
    "folder",
    type=click.Path(file_okay=False),
    required=True,
    metavar="DIR",
    help="Where to write the pages.",
)
def docs(output_format: str, folder: str) -> int:
    """Write the catalogue as pages to read: Markdown, or a static site with search."""
    from scopelint.catalog.library import page_of
    from scopelint.engine.write import make_folder, write_file
    from scopelint.report import rule_html, rule_markdown
    from scopelint.report.escape import printable_lines

    catalog = load_catalog()
    entries = [rule_markdown.Entry(rule, page_of(catalog, rule.id)) for rule in catalog.rules.values()]
    files = rule_html.render(entries) if output_format == "html" else rule_markdown.render(entries)
    make_folder(folder)
    for name, text in files.items():
        write_file(str(Path(folder, name)), printable_lines(text).encode())
    write_line(f"{len(files)} pages in {folder}")
    return _problems(catalog)


@rules.command(
    epilog="Example: scopelint rules coverage --format json",
    short_help="What the rules serve, and what none does.",
)
@format_option("text", "json")
def coverage(output_format: str) -> int:
    """The guide's checklist, mistakes and sections, with the rules that serve each."""
    from scopelint.catalog.bundle import bundle
    from scopelint.catalog.coverage import coverage as covered
    from scopelint.catalog.library import all_pages

    catalog = load_catalog()
    items = covered(bundle(), all_pages(catalog))
    if output_format == "json":
        data = [{"item": item.item, "meaning": item.meaning, "rules": item.rules} for item in items]
        write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return 0
    for item in items:
        write(f"{item.item:4} {item.meaning}\n       {', '.join(item.rules) or 'no rule'}\n")
    return _problems(catalog)


def _problems(catalog: Catalog) -> int:
    """Tell what is wrong with pages; the exit code."""
    from scopelint.catalog.library import problem_line

    for problem in catalog.problems:
        complain(problem_line(catalog, problem))
    return 2 if catalog.problems else 0
