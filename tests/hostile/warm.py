"""What the process has done that the bounded checks are forked from: imported scopelint, checked one contract."""

from contextlib import redirect_stdout
from io import StringIO

from scopelint.cli import run
from tests.cli.program import SOURCE
from tests.hostile import bounded as bounded
from tests.hostile.observing import import_all

import_all()
with redirect_stdout(StringIO()):
    run(["check", "--no-cache", str(SOURCE.parent / "fixtures" / "demo")])
