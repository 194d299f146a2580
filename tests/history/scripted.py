"""Real repositories, built step by step with fixed dates."""

import os
import subprocess
from pathlib import Path


class ScriptedRepository:
    """A work tree whose commits a test writes one after the other, a day apart."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.day = 0
        self.git("init", "--quiet", "--initial-branch=main", *options)

    def git(self, *command: str) -> str:
        date = f"2026-01-{self.day + 1:02d}T12:00:00+00:00"
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Dana",
            "GIT_AUTHOR_EMAIL": "dana@example.com",
            "GIT_COMMITTER_NAME": "Dana",
            "GIT_COMMITTER_EMAIL": "dana@example.com",
            "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_DATE": date,
        }
        done = subprocess.run(
            ["git", *command], cwd=self.root, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def write(self, **files: str) -> None:
        """Write files named by keyword: ``scope_md`` is ``scope.md``."""
        for name, text in files.items():
            self.put(".".join(name.rsplit("_", 1)), text)

    def put(self, path: str, text: str) -> Path:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
        return place

    def commit(self, path: str | None = None, text: str = "", message: str = "Record") -> str:
        """Commit everything there is, after writing one file when it is given; the next day begins."""
        if path is not None:
            self.put(path, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        self.day += 1
        return self.git("rev-parse", "HEAD")
