from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportedly.show.export.delivery import whole


def test_a_file_is_there_when_all_is_written_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "out.bin"
    with whole(path) as file:
        file.write(b"all")
        assert not path.exists()
    assert path.read_bytes() == b"all"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.bin"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError), whole(path) as file:
        file.write(b"half")
        raise RuntimeError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_one_and_rights_are_the_users_own(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    link.symlink_to(real)
    with whole(link) as file:
        file.write(b"x")
    assert link.is_symlink()
    mask = os.umask(0)
    os.umask(mask)
    assert real.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_device_is_written_to_as_it_is() -> None:
    with whole(Path(os.devnull)) as file:
        file.write(b"x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["no/such/folder", "x" * 300])
def test_where_nothing_can_be_written_that_is_said_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError), whole(tmp_path / name):
        raise AssertionError("never reached")
    assert list(tmp_path.iterdir()) == []
