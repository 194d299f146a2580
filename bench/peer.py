"""Other linters, each over those of the files that it reads. One that is not installed is left out."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from measure import Command, installed, script

SCHEMA = Path(__file__).resolve().parent.parent / "schemas" / "contract.schema.json"
PACKAGES = ("yamllint", "check-jsonschema", "rumdl", "pymarkdownlnt")
MARKDOWNLINT = "markdownlint-cli2"
NAMES = frozenset({"yamllint", "check-jsonschema", "rumdl", "pymarkdown", MARKDOWNLINT})


def peers(folder: Path) -> Iterator[tuple[str, Command]]:
    """Each by the name that the table gives it."""
    if installed("yamllint"):
        yield "yamllint", Command([script("yamllint"), "-d", "relaxed", "."], folder)
    if installed("check-jsonschema"):
        files = [str(path) for path in sorted(folder.rglob("milestones.yaml"))]
        yield (
            "check-jsonschema",
            Command([script("check-jsonschema"), "--schemafile", str(SCHEMA), *files], folder),
        )
    if installed("rumdl"):
        yield "rumdl", Command([script("rumdl"), "check", "--no-cache", "."], folder)
    if installed("pymarkdownlnt"):
        yield "pymarkdown", Command([script("pymarkdown"), "scan", "-r", "."], folder)
    program = markdownlint()
    if program:
        yield MARKDOWNLINT, Command([program, "**/*.md"], folder)


def markdownlint() -> str | None:
    """The one peer that is no Python package: beside this Python, or on the path."""
    return shutil.which(script(MARKDOWNLINT)) or shutil.which(MARKDOWNLINT)


def versions() -> str:
    """The version of the peer that is no Python package, as a further item of a list."""
    program = markdownlint()
    if program is None:
        return ""
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return f", {done.stdout.split(' (')[0].strip().replace(' v', ' ')}"
