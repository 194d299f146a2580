"""``scopelint demo``."""

from datetime import date as Date

import click

from scopelint.cli.option import color_option
from scopelint.cli.terminal import colour_wanted, write

AS_OF = Date(2026, 4, 1)


@click.command(epilog="Then your own: scopelint check contract.md")
@color_option
def demo(color: str) -> int:
    """Check a flawed contract that comes with scopelint."""
    import os
    import shutil
    import tempfile

    from scopelint.engine.check import check
    from scopelint.engine.request import Request
    from scopelint.report import rendered
    from scopelint.syntax.schema import data_root

    root, packaged = data_root()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(f"{root}/demo" if packaged else f"{root}/fixtures/demo", folder, dirs_exist_ok=True)
        before = os.getcwd()
        os.chdir(folder)
        try:
            result = check(Request((".",), today=AS_OF))
        finally:
            os.chdir(before)
    write(rendered("text", result, colour=colour_wanted(color)))
    write("This contract is invented. Yours: scopelint check contract.md\n")
    return 0
