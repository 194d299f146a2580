"""What every test may use."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine takes its time; how time grows is measured where it matters.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def _no_connection(event: str, arguments: tuple[object, ...]) -> None:
    """Fail whatever would leave this machine: nothing here has a reason to."""
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise PermissionError(f"a test connects to {address}")


sys.addaudithook(_no_connection)
Folder = Callable[[Mapping[str, str]], Path]


@pytest.fixture(autouse=True, scope="session")
def _heeds_interrupts() -> None:
    """Started in the background, tests and the runs they start would never be interrupted."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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
