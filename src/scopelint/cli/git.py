"""What options ask of git; what git cannot answer is wrong usage."""

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from scopelint.history.revision import Snapshot


def snapshot(option: str, revision: str | None, path: str, *, forked: bool = False) -> "Snapshot | None":
    """The files of the revision that an option names, None when it names none."""
    if revision is None:
        return None
    from scopelint.history.revision import Snapshot

    folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
    found = Snapshot.of_revision(revision, folder, forked=forked)
    if isinstance(found, Snapshot):
        return found
    raise click.UsageError(f"{option}: {found.reason}")


def staged(paths: tuple[str, ...]) -> dict[str, bytes | None]:
    """The staged contents that stand in for those on disk."""
    from scopelint.engine.staged import staged_overlay

    overlay = staged_overlay(paths)
    if isinstance(overlay, dict):
        return overlay
    raise click.UsageError(f"--staged: {overlay.reason}")
