"""``scopelint schema``."""

import click

from scopelint.cli.terminal import write


@click.command(epilog="Example: scopelint schema contract > contract.schema.json")
@click.argument("name", default="")
def schema(name: str) -> int:
    """Print a JSON Schema, for editors and other programs; their names when none is given."""
    import json

    from scopelint.syntax.schema import schema as found
    from scopelint.syntax.schema import schema_names
    from scopelint.text.name import name_hint

    names = schema_names()
    if not name:
        write("".join(f"{one:10} {found(one).get('title', '')}\n" for one in names))
        return 0
    if name not in names:
        raise click.UsageError(
            f"no schema `{name}`; {name_hint(name, names) or 'there are ' + ', '.join(names)}"
        )
    write(json.dumps(found(name), indent=2, ensure_ascii=False) + "\n")
    return 0
