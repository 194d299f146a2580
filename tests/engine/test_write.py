"""A file is the old one or the complete new one."""

import os
from pathlib import Path

import pytest

from scopelint.engine.write import WriteError, write_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    write_file(str(tmp_path / "scope.lock"), b"agreed\n")
    assert (tmp_path / "scope.lock").read_bytes() == b"agreed\n"
    assert names(tmp_path) == ["scope.lock"]


def test_a_file_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_file("scope.lock", b"agreed\n")
    assert names(tmp_path) == ["scope.lock"]


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "scope.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(str(path), b"new", expected=b"old")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_somebody_else_changed_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "scope.md"
    path.write_bytes(b"theirs")
    with pytest.raises(WriteError, match="changed meanwhile"):
        write_file(str(path), b"new", expected=b"old")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["scope.md"]


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"precious")
    (tmp_path / "scope.md").symlink_to(tmp_path / "outside")
    with pytest.raises(WriteError, match="not a regular file"):
        write_file(str(tmp_path / "scope.md"), b"new")
    assert (tmp_path / "outside").read_bytes() == b"precious"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_interrupted_at_any_step_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "scope.md"
    path.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["scope.md"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        write_file(str(tmp_path / "gone" / "scope.lock"), b"agreed")


def test_what_an_interrupted_run_left_is_swept(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / name for name in (".scopelint-abcd1234.tmp", ".scopelint-abcd5678.tmp", ".my.abcd1234.tmp")
    )
    for path in (old, new, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (0, 0))
    write_file(str(tmp_path / "scope.md"), b"new")
    assert names(tmp_path) == [".my.abcd1234.tmp", ".scopelint-abcd5678.tmp", "scope.md"]


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "scope.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WriteError, match="is read-only"):
        write_file(str(path), b"new", expected=b"old")
    assert path.read_bytes() == b"old"
