"""What becomes of a session whose file is replaced beneath the program (docs/rules.md#promise-r13): nothing is lost."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreErrorCode
from ipu_session.store.files.lock import is_session_locked, lock_path
from ipu_session.store.journal.emergency_journal import find_emergency_files
from ipu_session.store.journal.memory_image import SessionImage
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import DIRECTORY, FakeClock
from tests.narrowing import not_none
from tests.store.buffered_session import Kept
from tests.store.files import a_file, rows_of

SENT = b"a contribution that was sent " * 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    return a_file(tmp_path / "disk" / "d.ipusession")


@pytest.fixture
def older(path: Path, tmp_path: Path) -> Path:
    """The session as a sync service has it: without the acts of the debate that goes on."""
    return Path(shutil.copy(path, tmp_path / "older"))


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    return [tmp_path / "data" / "emergency"]


def moved_over(path: Path, older: Path) -> None:
    Path(shutil.copy(older, path.with_name("arriving"))).replace(path)


def written_over(path: Path, older: Path) -> None:
    path.write_bytes(older.read_bytes())


def written_over_with_the_same_size_and_time(path: Path, older: Path) -> None:
    # As `rsync --inplace --times` from a clock that is set wrong: neither size nor time need tell.
    before = path.stat()
    data = bytearray(older.read_bytes())
    data.extend(bytes(before.st_size - len(data)))
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def cut(path: Path, older: Path) -> None:
    os.truncate(path, 5000)


def emptied(path: Path, older: Path) -> None:
    os.truncate(path, 0)


def made_a_text(path: Path, older: Path) -> None:
    path.write_text("conflict resolved\n")


def made_another_session(path: Path, older: Path) -> None:
    service = SessionService(create_session_file(path.with_name("other.ipusession")), FakeClock())
    service.execute(c.CreateSession(Details(title="Another"), Rules(), DIRECTORY, ()))
    service.close()
    path.with_name("other.ipusession").replace(path)


def grown_elsewhere(path: Path, older: Path) -> None:
    service = SessionService(open_journal(older), FakeClock(1_647_960_000_000))
    service.execute(c.TakeNote("somebody else's"))
    service.close()
    moved_over(path, older)


def made_a_folder(path: Path, older: Path) -> None:
    path.unlink()
    path.mkdir()


def made_a_link_to_an_older_one(path: Path, older: Path) -> None:
    path.unlink()
    path.symlink_to(older)


def written_by_another_program(path: Path, older: Path) -> None:
    with sqlite3.connect(path) as other:
        last = other.execute("select * from journal order by version desc limit 1").fetchone()
        other.execute("insert into journal values (?, ?, ?, ?, ?, ?, ?)", (last[0] + 1, *last[1:]))
    other.close()


def renamed(path: Path, older: Path) -> None:
    path.rename(path.with_name("renamed.ipusession"))


def deleted(path: Path, older: Path) -> None:
    path.unlink()


def folder_renamed(path: Path, older: Path) -> None:
    path.parent.rename(path.parent.with_name("another name"))


FOREIGN = (
    *(moved_over, written_over, written_over_with_the_same_size_and_time, cut, emptied, made_a_text),
    *(made_another_session, grown_elsewhere, made_a_folder, made_a_link_to_an_older_one),
    written_by_another_program,
)
GONE = (renamed, deleted, folder_renamed)


def begun(path: Path, folders: list[Path]) -> Kept:
    """A debate with acts, a half-typed text and a file that the copy of the sync service has not."""
    kept = Kept(path, folders)
    for text in ("one", "two"):
        kept.note(text)
    kept.service.save_draft("note", "half a tho")
    kept.service.save_attachment(SENT)
    return kept


def texts_in(path: Path) -> list[str]:
    return [row.event.text for row in rows_of(path, read_only=True) if isinstance(row.event, e.NoteTaken)][2:]


def all_of_it(path: Path, texts: list[str]) -> None:
    """The file holds every act, the half-typed text and the file that was sent."""
    assert check_file(path) == ()
    assert texts_in(path) == texts
    journal = open_journal(path, read_only=True)
    try:
        assert journal.read_draft("note") == "half a tho"
        assert journal.read_attachment(hashlib.sha256(SENT).hexdigest()) == SENT
    finally:
        journal.close()


@pytest.mark.parametrize("replace", FOREIGN, ids=lambda replace: replace.__name__)
def test_the_session_is_written_anew_beside_what_took_its_place(
    path: Path, folders: list[Path], older: Path, replace: Callable[..., object]
) -> None:
    kept = begun(path, folders)
    replace(path, older)
    foreign = path.read_bytes() if path.is_file() else b""
    kept.note("three")
    unsaved = kept.service.save_status()
    anew = Path(unsaved.moved_to)
    assert (unsaved.error, unsaved.pending_commands, anew.parent) == (None, 0, path.parent)
    assert anew.name == "d.continued.ipusession"
    assert is_session_locked(anew)
    assert not lock_path(path).exists()
    kept.note("four")
    told = kept.service.session
    kept.service.close()
    all_of_it(anew, ["one", "two", "three", "four"])
    again = SessionService(open_journal(anew, read_only=True), kept.clock)
    assert again.session == told
    again.close()
    assert not path.is_file() or path.read_bytes() == foreign, "what is not ours is left as it is"
    assert list(find_emergency_files(folders)) == []


@pytest.mark.parametrize("end", ["a beat", "the end"])
@pytest.mark.parametrize("replace", FOREIGN, ids=lambda replace: replace.__name__)
def test_it_is_noticed_without_an_act(
    path: Path, folders: list[Path], older: Path, end: str, replace: Callable[..., object]
) -> None:
    kept = begun(path, folders)
    replace(path, older)
    kept.clock.advance(2)
    if end == "a beat":
        kept.service.poll()
        assert kept.service.save_status().moved_to
    kept.service.close()
    all_of_it(path.with_name("d.continued.ipusession"), ["one", "two"])


@pytest.mark.parametrize("remove", GONE, ids=lambda remove: remove.__name__)
@pytest.mark.parametrize("act", [True, False], ids=["an act", "no act"])
def test_a_session_that_has_gone_is_whole_in_the_file_that_is_told(
    path: Path, folders: list[Path], older: Path, remove: Callable[..., object], act: bool
) -> None:
    kept = begun(path, folders)
    remove(path, older)
    kept.clock.advance(2)
    if act:
        kept.note("three")
        kept.note("four")
    else:
        kept.service.poll()
    unsaved = kept.service.save_status()
    assert not_none(unsaved.error).code is StoreErrorCode.MISSING
    kept.service.close()
    all_of_it(Path(unsaved.emergency_copy), ["one", "two", *(["three", "four"] if act else [])])


def test_what_stood_in_goes_when_the_file_is_back(path: Path, folders: list[Path], older: Path) -> None:
    kept = begun(path, folders)
    path.rename(path.with_name("away"))
    kept.note("three")
    stood_in = Path(kept.service.save_status().emergency_copy)
    assert stood_in.exists()
    path.with_name("away").rename(path)
    kept.service.flush()
    assert kept.trouble is None
    assert not stood_in.exists()
    kept.agrees()


def test_what_stood_in_goes_at_the_next_opening_unless_somebody_has_gone_on_with_it(
    path: Path, folders: list[Path]
) -> None:
    for number in range(2):
        kept = Kept(path, folders)
        path.rename(path.with_name("away"))
        kept.note(f"act {number}")
        stood_in = Path(kept.service.save_status().emergency_copy)
        kept.service.close()
        if number:
            service = SessionService(open_journal(stood_in), kept.clock)
            service.execute(c.TakeNote("gone on"))
            service.close()
        path.with_name("away").rename(path)
        again = Kept(path, folders)
        assert again.found.recovered_count == 1
        again.service.close()
        assert stood_in.exists() is bool(number)


def test_where_nothing_can_be_written_beside_it_the_emergency_folder_holds_all(
    path: Path, folders: list[Path], older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = begun(path, folders)
    moved_over(path, older)
    monkeypatch.setattr("ipu_session.store.journal.buffered_journal.write_sibling_session", a_read_only_folder)
    kept.note("three")
    unsaved = kept.service.save_status()
    assert (not_none(unsaved.error).code, unsaved.pending_commands, unsaved.moved_to) == (
        StoreErrorCode.REPLACED,
        1,
        "",
    )
    all_of_it(Path(unsaved.emergency_copy), ["one", "two", "three"])
    monkeypatch.undo()
    kept.service.flush()
    all_of_it(Path(kept.service.save_status().moved_to), ["one", "two", "three"])
    assert not Path(unsaved.emergency_copy).exists()
    kept.service.close()


def a_read_only_folder(memory: SessionImage, path: Path, find_file: Callable[..., object]) -> NoReturn:
    from ipu_session.store.errors import StoreError

    raise StoreError(StoreErrorCode.READ_ONLY, str(path))


def test_a_file_that_was_only_touched_is_gone_on_with(path: Path, folders: list[Path]) -> None:
    kept = begun(path, folders)
    os.utime(path)
    kept.note("three")
    assert kept.service.save_status().moved_to == ""
    kept.agrees()


def test_what_an_earlier_run_could_not_write_is_in_the_session_written_anew(
    path: Path, folders: list[Path], older: Path
) -> None:
    kept = begun(path, folders)
    path.rename(path.with_name("away"))
    kept.note("three")
    kept.service.save_draft("note", "half a thought")
    sent = b"sent while the file was away " * 100
    kept.service.save_attachment(sent)
    kept.service.close()
    path.with_name("away").rename(path)
    again = Kept(path, folders)
    moved_over(path, older)
    again.note("four")
    anew = Path(again.service.save_status().moved_to)
    again.service.close()
    assert texts_in(anew) == ["one", "two", "three", "four"]
    journal = open_journal(anew, read_only=True)
    try:
        assert journal.read_draft("note") == "half a thought"
        assert journal.read_attachment(hashlib.sha256(sent).hexdigest()) == sent
    finally:
        journal.close()


def test_a_file_that_was_only_touched_is_waited_for_no_longer_than_before(path: Path, folders: list[Path]) -> None:
    kept = begun(path, folders)
    waits = kept.journal._journal._db.execute("pragma busy_timeout").fetchone()
    os.utime(path)
    kept.note("three")
    assert kept.journal._journal._db.execute("pragma busy_timeout").fetchone() == waits
    kept.service.close()


def test_two_sessions_continued_have_two_names(path: Path, folders: list[Path], older: Path) -> None:
    for name in ("d.continued.ipusession", "d.continued-2.ipusession"):
        kept = Kept(path, folders)
        kept.note("lost, but for us")
        moved_over(path, older)
        kept.note("and this")
        assert Path(kept.service.save_status().moved_to).name == name
        kept.service.close()


WRITER = """
import sys
from pathlib import Path
from ipu_session.domain import commands as c
from ipu_session.store.errors import StoreError
from tests.store.buffered_session import Kept
kept = Kept(Path(sys.argv[1]), [Path(sys.argv[2])])
print("open", flush=True)
for line in sys.stdin:
    kept.note(line.strip())
    said = kept.service.save_status()
    print(said.moved_to or (said.trouble and said.trouble.trouble.value) or "saved", flush=True)
kept.service.close()
"""


def test_two_processes_that_write_one_file_in_spite_of_all_locks_lose_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a share that knows no locks: here the second process takes none.
    monkeypatch.setattr("ipu_session.store.files.os_locks.lock_session_file", lambda session: -1)
    monkeypatch.setattr("ipu_session.store.files.lock.try_lock_file", lambda descriptor: True)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(tmp_path / "theirs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        text=True,
    ) as other:
        assert not_none(other.stdout).readline() == "open\n"
        mine = Kept(path, [tmp_path / "mine"])
        mine.note("mine, 1")
        print("theirs, 1", file=other.stdin, flush=True)
        theirs_lie_in = Path(not_none(other.stdout).readline().strip())
        mine.note("mine, 2")
        mine.service.close()
        other.communicate(timeout=60)
    assert texts_in(path) == ["mine, 1", "mine, 2"]
    assert texts_in(theirs_lie_in) == ["theirs, 1"]
    assert check_file(path) == check_file(theirs_lie_in) == ()
