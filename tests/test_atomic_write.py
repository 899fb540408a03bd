"""A file is the old one or the complete new one, durable, and for its owner alone."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from ipu_session import atomic_write
from ipu_session.atomic_write import (
    move_into_place,
    remove_temporary_files,
    sync_folder,
    temporary_file,
    write_file,
)
from tests.call_observer import AnyFunction, observed_calls

LONGEST_NAME = 255
NO_FSYNC = Path("/proc")
"""A folder of Linux that refuses fsync."""
# Windows cannot open a folder; it writes the name itself.
FSYNC_OF_THE_FOLDER = ["fsync of the folder"] if os.name == "posix" else []


@pytest.fixture
def calls() -> Iterator[list[str]]:
    """The calls that make a file durable and give it its name, in their order."""
    made: list[str] = []

    def on_call(function: AnyFunction, caller: FrameType) -> None:
        if function is os.fsync:
            # Each caller has its argument in a variable of this name; a KeyError otherwise.
            is_of_folder = stat.S_ISDIR(os.fstat(caller.f_locals["descriptor"]).st_mode)
            made.append("fsync of the folder" if is_of_folder else "fsync of the file")
        else:
            made.append(function.__name__)

    with observed_calls([os.fsync, os.rename, os.replace, os.link], on_call):
        yield made


@pytest.fixture(params=["hard links", "no hard links"])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk with hard links, and one without, such as FAT."""
    if request.param == "no hard links":

        def refuse(source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(target))

        monkeypatch.setattr(os, "link", refuse)


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    """A complete file that has not got its name yet."""
    path = tmp_path / "complete.part"
    path.write_bytes(b"new")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_file(tmp_path / "report.docx", b"new")
    assert names(tmp_path) == ["report.docx"]
    assert (tmp_path / "report.docx").read_bytes() == b"new"


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b"old, and longer")
    write_file(tmp_path / "settings.json", b"new")
    assert (tmp_path / "settings.json").read_bytes() == b"new"
    assert names(tmp_path) == ["settings.json"]


def test_the_longest_name_is_as_good_as_any(tmp_path: Path) -> None:
    write_file(tmp_path / ("x" * LONGEST_NAME), b"new")
    assert names(tmp_path) == ["x" * LONGEST_NAME]


def test_the_file_is_durable_before_it_has_its_name_and_the_name_afterwards(tmp_path: Path, calls: list[str]) -> None:
    write_file(tmp_path / "x", b"new")
    assert calls[1] in {"replace", "rename"}
    assert [calls[0], *calls[2:]] == ["fsync of the file", *FSYNC_OF_THE_FOLDER]


def test_a_name_that_must_be_free_is_durable_as_well(tmp_path: Path, complete: Path, calls: list[str]) -> None:
    move_into_place(complete, tmp_path / "x", overwrite=False)
    assert calls == ["fsync of the file", "link", *FSYNC_OF_THE_FOLDER]


def test_what_may_be_lost_in_a_power_cut_costs_no_fsync(tmp_path: Path, calls: list[str]) -> None:
    write_file(tmp_path / "x", b"new", durable=False)
    assert [call for call in calls if call.startswith("fsync")] == []
    assert (tmp_path / "x").read_bytes() == b"new"


def test_a_folder_that_takes_no_fsync_is_no_error(calls: list[str]) -> None:
    descriptor = os.open(NO_FSYNC, os.O_RDONLY)
    with pytest.raises(OSError, match=os.strerror(errno.EINVAL)):
        os.fsync(descriptor)
    os.close(descriptor)
    calls.clear()
    sync_folder(NO_FSYNC)
    assert calls == ["fsync of the folder"]


def test_a_missing_folder_is_no_error_of_its_fsync(tmp_path: Path) -> None:
    sync_folder(tmp_path / "missing")
    assert names(tmp_path) == []


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_on_any_failure_the_old_file_is_unchanged_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (tmp_path / "x").write_bytes(b"old")

    def fail(*arguments: object, **named: object) -> None:
        raise OSError(errno.EIO, "injected")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="injected"):
        write_file(tmp_path / "x", b"new", mode=0o640)
    assert (tmp_path / "x").read_bytes() == b"old"
    assert names(tmp_path) == ["x"]


def test_a_short_file_is_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12")
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        atomic_write._check_size(tmp_path / "x", 3)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "missing" / "x", b"new")


def test_a_file_gets_a_name_that_is_free(tmp_path: Path, complete: Path, links: None) -> None:
    move_into_place(complete, tmp_path / "named", overwrite=False)
    assert (tmp_path / "named").read_bytes() == b"new"


def test_a_name_that_is_taken_stays_as_it_is(tmp_path: Path, complete: Path, links: None) -> None:
    (tmp_path / "named").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        move_into_place(complete, tmp_path / "named", overwrite=False)
    assert (tmp_path / "named").read_bytes() == b"old"
    assert complete.read_bytes() == b"new"


def test_a_file_without_hard_links_has_one_name_at_the_end(tmp_path: Path, links: None) -> None:
    with temporary_file(tmp_path) as temporary:
        move_into_place(temporary, tmp_path / "named", overwrite=False)
    assert names(tmp_path) == ["named"]


def test_a_link_that_leads_nowhere_is_a_name_that_is_taken(tmp_path: Path, complete: Path, links: None) -> None:
    (tmp_path / "named").symlink_to(tmp_path / "missing")
    with pytest.raises(FileExistsError):
        move_into_place(complete, tmp_path / "named", overwrite=False)
    assert (tmp_path / "named").is_symlink()


def test_two_temporary_files_are_two(tmp_path: Path) -> None:
    with temporary_file(tmp_path) as first, temporary_file(tmp_path) as second:
        assert first != second
        assert len(names(tmp_path)) == 2
    assert names(tmp_path) == []


def test_a_temporary_file_goes_with_its_sidecars(tmp_path: Path) -> None:
    (tmp_path / "other-journal").touch()
    with temporary_file(tmp_path, sidecars=("-journal", "-missing")) as temporary:
        temporary.with_name(f"{temporary.name}-journal").write_bytes(b"rollback")
    assert names(tmp_path) == ["other-journal"]


def test_it_goes_when_writing_is_broken_off(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), temporary_file(tmp_path):
        raise KeyboardInterrupt
    assert names(tmp_path) == []


def test_what_a_dead_process_left_is_no_obstacle_and_can_be_removed(tmp_path: Path) -> None:
    with temporary_file(tmp_path) as temporary:
        left = temporary.name
    for name in (left, f"{left}-journal", "named.part"):
        (tmp_path / name).write_bytes(b"left")
    write_file(tmp_path / "x", b"new")
    assert names(tmp_path) == sorted([left, f"{left}-journal", "named.part", "x"])
    remove_temporary_files(tmp_path)
    assert names(tmp_path) == ["named.part", "x"]


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_it_is_for_its_owner_alone_until_it_has_its_permissions(tmp_path: Path, mode: int) -> None:
    old = os.umask(0)
    try:
        with temporary_file(tmp_path) as temporary:
            assert stat.S_IMODE(temporary.stat().st_mode) == 0o600
        (tmp_path / "x").touch(mode=0o666)
        write_file(tmp_path / "x", b"new", mode=mode)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == mode
