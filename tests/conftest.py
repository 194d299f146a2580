"""What every test may use."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

Folder = Callable[[Mapping[str, str]], Path]


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of the tests' own: they must not depend on what the user's last runs found."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCOPELINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Write files into an empty working folder: ``folder({"scope.md": "# Site"})``."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return tmp_path

    monkeypatch.chdir(tmp_path)
    return write
