"""A file is written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from chancery.errors import ExportError
from chancery.show.export.output import writing


def test_a_file_takes_its_name_when_all_is_in_it(tmp_path: Path) -> None:
    with writing(str(tmp_path / "a.tab")) as file:
        file.write(b"all")
        assert not (tmp_path / "a.tab").exists()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.tab", b"all")]


def half_write(path: Path, error: BaseException, *, force: bool = False) -> None:
    with writing(str(path), force=force) as file:
        file.write(b"half")
        raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError()])
def test_what_is_interrupted_leaves_nothing(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        half_write(tmp_path / "a.tab", error)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_earlier_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.tab"
    path.write_bytes(b"earlier")
    with pytest.raises(ExportError, match="No space left on device"):
        half_write(path, OSError(28, "No space left on device"), force=True)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.tab", b"earlier")]


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.tab"
    path.write_bytes(b"earlier")
    with pytest.raises(ExportError, match="--force"), writing(str(path)):
        pass
    with writing(str(path), force=True) as file:
        file.write(b"later")
    assert path.read_bytes() == b"later"


def test_a_folder_and_a_path_into_nowhere_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"), writing(str(tmp_path)):
        pass
    with pytest.raises(ExportError, match="cannot be written"), writing(str(tmp_path / "nowhere" / "a.tab")):
        pass


def test_a_device_is_written_as_it_is() -> None:
    with writing("/dev/null") as file:
        file.write(b"gone")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with writing("-") as file:
        file.write(b"shown")
    assert capfdbinary.readouterr().out == b"shown"
