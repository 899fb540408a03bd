"""What a report or an export may replace, with which permissions, and how a failure is named."""

import errno
import os
import stat
from pathlib import Path
from types import FrameType
from typing import NoReturn

import pytest

from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.report.output_file import replace_file, replace_with_backup
from tests.call_observer import AnyFunction, observed_calls


def test_an_old_file_is_replaced_with_its_rights_kept(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_what_is_being_written_is_for_its_owner_alone_and_what_is_kept_as_the_old_file(
    tmp_path: Path,
) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(b"old")
    file.chmod(0o640)
    seen: list[tuple[int, int]] = []

    def on_sync(sync: AnyFunction, caller: FrameType) -> None:
        # Each caller has the argument of fsync in a variable of this name; a KeyError otherwise.
        mode = os.fstat(caller.f_locals["descriptor"]).st_mode
        seen.append((stat.S_IFMT(mode), stat.S_IMODE(mode)))

    old = os.umask(0)
    try:
        with observed_calls([os.fsync], on_sync):
            kept = replace_with_backup(file, b"new")
            replace_file(tmp_path / "fresh.docx", b"new")
    finally:
        os.umask(old)
    assert {mode for kind, mode in seen if kind == stat.S_IFREG} == {0o600, 0o640}
    assert len(seen) == 6
    assert kept is not None
    assert kept.read_bytes() == b"old"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (errno.ENOSPC, ReportErrorCode.DISK_FULL),
        (errno.EIO, ReportErrorCode.NOT_WRITABLE),
        (errno.EBUSY, ReportErrorCode.IN_USE),
    ],
)
def test_on_any_failure_the_old_file_is_identical_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, trouble: ReportErrorCode
) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(b"old")

    def fail(*args: Path | int, **kwargs: int | None) -> NoReturn:
        raise OSError(code, "injected")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(ReportError) as caught:
        replace_file(file, b"new")
    assert (caught.value.code, caught.value.path) == (trouble, str(file))
    assert file.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.docx"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        replace_file(tmp_path, b"new")
    assert caught.value.code is ReportErrorCode.IS_A_DIRECTORY


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        replace_file(tmp_path / "gone" / "x", b"new")
    assert caught.value.code is ReportErrorCode.FOLDER_MISSING


def test_a_pipe_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReportError) as caught:
        replace_file(tmp_path / "pipe", b"new")
    assert caught.value.code is ReportErrorCode.NOT_WRITABLE
