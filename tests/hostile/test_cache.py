"""Whatever lies in the cache, a check finds what it finds without one."""

import json
import os
import pickle
import random
import shutil
from binascii import crc32
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scopelint.cli import run
from scopelint.engine.cache.keep import MOST_OF_ONE
from scopelint.engine.cache.replay import Replay
from tests.conftest import Folder
from tests.hostile.user import folder_of_nobody, nobody

pytestmark = pytest.mark.usefixtures("in_time")

RECORD = "scopelint: 1\ncontract: {id: acme, status: draft, price: 5}\ndeliverables:\n- {deliverable: Pages etc.}\n"
Check = Callable[[], tuple[str, int]]


@pytest.fixture
def cache(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = folder({"work/contract.yaml": RECORD, "work/other/scope.md": "# Site\n\nUnlimited revisions.\n"})
    monkeypatch.chdir(root / "work")
    monkeypatch.setenv("SCOPELINT_CACHE_DIR", str(root / "cache"))
    for path in (root / "work").rglob("*"):
        os.utime(path, (0, 0))
    return root / "cache"


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def checked() -> tuple[str, int]:
        code = run(["check"], Replay(["check"], os.environ))
        return capsys.readouterr().out, code

    return checked


def without(capsys: pytest.CaptureFixture[str]) -> tuple[str, int]:
    code = run(["check", "--no-cache"])
    return capsys.readouterr().out, code


class Trap:
    """What would act if anybody unpickled it."""

    def __reduce__(self) -> tuple[Callable[..., int], tuple[int]]:
        return os._exit, (99,)


def _huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(MOST_OF_ONE + 1)


def _elsewhere(path: Path) -> None:
    """A link to an entry that somebody placed outside of the cache."""
    path.rename(path.parent.parent / path.name)
    path.symlink_to(path.parent.parent / path.name)


def _replaced(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def made(path: Path) -> None:
        path.unlink()
        make(path)

    return made


def _written(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


BEFALLEN: dict[str, Callable[[Path], object]] = {
    "empty": _written(b""),
    "a pickle": _written(pickle.dumps(Trap())),
    "deep JSON": _written(b"[" * 1_000_000),
    "deep JSON with its checksum": lambda path: path.write_bytes(
        b"%d\n" % crc32(b"[" * 1_000_000) + b"[" * 1_000_000
    ),
    "no UTF-8": _written(b"\xff\xfe" * 999),
    "lengths that lie": _written(b"scopelint-replay-1 0 0 -5 99999999999999999999 7\nx"),
    "too many lengths": _written(b"scopelint-replay-1 0 0 1 1 1 1 1\nx"),
    "huge": _huge,
    "a pipe": _replaced(os.mkfifo),
    "a folder": _replaced(Path.mkdir),
    "a device": _replaced(lambda path: path.symlink_to("/dev/zero")),
    "a loop": _replaced(lambda path: path.symlink_to(path.name)),
    "a link out": _elsewhere,
    "closed": lambda path: path.chmod(0),
}


@pytest.mark.parametrize("befall", BEFALLEN.values(), ids=BEFALLEN)
def test_whatever_an_entry_became_is_a_miss(
    befall: Callable[[Path], object], cache: Path, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = without(capsys)
    assert check() == wanted
    for entry in list(cache.iterdir()):
        befall(entry)
    assert check() == wanted
    assert check() == wanted


def test_no_flipped_bit_changes_what_is_found(
    cache: Path, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = without(capsys)
    check()
    entries = {entry: entry.read_bytes() for entry in cache.iterdir()}
    chance = random.Random(7)
    for _ in range(60):
        for entry, data in entries.items():
            at = chance.randrange(len(data))
            entry.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :])
        assert check() == wanted


def _places(value: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value in a tree of JSON."""
    if route:
        yield route
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _places(one, (*route, key))


@pytest.mark.slow
@pytest.mark.parametrize("other", [None, -1, "x", [], {}, [[[]]], 1e999])
def test_no_record_of_another_shape_stops_a_check(
    other: object, cache: Path, check: Check, capsys: pytest.CaptureFixture[str]
) -> None:
    """As another version writes them: with the right checksum, but with other values in it."""
    wanted = without(capsys)
    check()
    (entry,) = cache.glob("records-*")
    text = entry.read_bytes().partition(b"\n")[2]
    shaped = [route for route in _places(json.loads(text)) if "message" not in route][:150]
    for route in shaped:
        data = json.loads(text)
        holder = data
        for key in route[:-1]:
            holder = holder[key]
        holder[route[-1]] = other
        changed = json.dumps(data).encode()
        shutil.rmtree(cache)
        cache.mkdir()
        entry.write_bytes(b"%d\n" % crc32(changed) + changed)
        out, code = check()
        assert code in (0, 1), route
        assert "Traceback" not in out
    shutil.rmtree(cache)
    assert check() == wanted


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give files away")
def test_what_another_user_wrote_is_a_miss(
    cache: Path, check: Check, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = without(capsys)
    check()
    for entry in cache.iterdir():
        os.chown(entry, 12345, 12345)
    assert Replay(["check"], os.environ).answer() is None
    assert check() == wanted
    assert {entry.stat().st_uid for entry in cache.iterdir()} == {0}


@pytest.mark.parametrize("place", ["/proc/nowhere", "/dev/null", "missing/deep/er"])
def test_a_cache_that_cannot_be_there(
    place: str,
    cache: Path,
    check: Check,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SCOPELINT_CACHE_DIR", place)
    wanted = without(capsys)
    assert check() == wanted
    assert check() == wanted


def test_a_cache_that_is_read_only_and_one_that_is_closed(
    cache: Path, check: Check, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = without(capsys)
    with folder_of_nobody() as root:
        shutil.copytree(cache.parent / "work", root / "work")
        for mode in (0o500, 0o000):
            place = root / f"cache-{mode}"
            place.mkdir()
            monkeypatch.setenv("SCOPELINT_CACHE_DIR", str(place))
            monkeypatch.chdir(root / "work")
            with nobody(root):
                place.chmod(mode)
                assert check() == wanted
                assert check() == wanted
                place.chmod(0o700)
                assert not list(place.iterdir())
