"""Files that were sent, inside the session: with their event or not at all, checked, not read at opening."""

import hashlib
import re
import shutil
import sqlite3
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from sqlite_utils.db import Database

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.files.migrations import MIGRATION_STEPS, migrate
from ipu_session.store.journal import open_session
from ipu_session.store.journal.jsonl import dump_lines, parse_lines
from ipu_session.store.journal.open_session import create_and_close, create_session_file, open_journal, upgrade_file
from ipu_session.store.maintenance.integrity import IntegrityIssueCode, check_file
from tests.builders import FakeClock
from tests.full_disk import no_room
from tests.narrowing import not_none
from tests.store.files import a_file, rows_of

FORMAT_1 = Path(__file__).parents[1] / "files" / "format-1.ipusession"
SENT = b"%PDF-1.4 views of Kenya"


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def register(path: Path, data: bytes = SENT, title: str = "", text: str = "") -> None:
    service = SessionService(open_journal(path), FakeClock(1_647_950_000_000))
    entry = c.RegisterContribution(
        DelegationId("KE"), "2022-03-15", 2, file="views.pdf", digest=digest_of(data), title=title, text=text
    )
    try:
        service.execute(entry, data)
    finally:
        service.close()


def sql(path: Path, *statements: str) -> list[list[tuple[int, ...]]]:
    database = sqlite3.connect(path, isolation_level=None)
    found = [database.execute(statement).fetchall() for statement in statements]
    database.close()
    return found


def test_a_file_is_kept_with_its_entry_and_comes_back_as_it_was(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    register(path)
    register(path, title="corrected")
    journal = open_journal(path)
    assert journal.read_attachment(digest_of(SENT)) == SENT
    assert journal.read_attachment("0" * 64) is None
    journal.close()
    assert sql(path, "select count(*), sum(size) from kept_file") == [[(1, len(SENT))]]
    assert check_file(path) == ()


def test_undo_of_the_entry_leaves_the_file_for_redo(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    register(path)
    service = SessionService(open_journal(path), FakeClock(1_647_950_000_000))
    service.undo()
    assert not service.session.contributions
    service.redo()
    [entry] = service.session.contributions.values()
    assert service.read_attachment(entry.digest) == SENT
    service.close()


def test_a_full_disk_keeps_neither_the_entry_nor_the_file(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    before = rows_of(path)
    journal = open_journal(path)
    pages = journal._db.execute("pragma page_count").fetchone()[0]
    journal._db.execute(f"pragma max_page_count={pages}")
    service = SessionService(journal, FakeClock(1_647_950_000_000))
    with pytest.raises(StoreError) as full:
        service.execute(c.RegisterContribution(DelegationId("KE"), "2022-03-15", 2), bytes(100_000))
    assert full.value.code.value == "disk-full"
    assert not service.session.contributions
    service.close()
    assert rows_of(path) == before
    assert sql(path, "select count(*) from kept_file") == [[(0,)]]


def test_an_entry_that_is_refused_by_the_file_leaves_no_file(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    journal = open_journal(path)
    last = list(journal.replay())[-1]
    with pytest.raises(sqlite3.IntegrityError):
        journal.append([last, last], [SENT])
    assert journal.read_attachment(digest_of(SENT)) is None
    journal.close()


@pytest.mark.parametrize(
    "change", ["bytes = cast(bytes || x'41' as blob)", "bytes = zeroblob(23)", "size = 1", "digest = '77'"]
)
def test_a_kept_file_that_was_changed_is_named_by_check(tmp_path: Path, change: str) -> None:
    path = a_file(tmp_path / "d.ipusession")
    register(path)
    sql(path, f"update kept_file set {change}")
    [fault] = check_file(path)
    assert fault.code is IntegrityIssueCode.KEPT_FILE
    assert fault.location in {digest_of(SENT), "77"}


def test_a_kept_file_that_was_changed_is_not_handed_out(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    register(path)
    sql(path, "update kept_file set bytes = zeroblob(23)")
    journal = open_journal(path)
    with pytest.raises(StoreError) as refused:
        journal.read_attachment(digest_of(SENT))
    journal.close()
    assert refused.value.code.value == "damaged-session"


def test_a_session_made_again_from_its_journal_is_whole_without_the_files(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    register(path, text="Views of Kenya")
    lines = list(dump_lines(rows_of(path)))
    again = tmp_path / "again.ipusession"
    with create_and_close(again) as made:
        made.append(list(parse_lines(lines, "again")))
    assert list(dump_lines(rows_of(again))) == lines
    assert check_file(again) == ()
    service = SessionService(open_journal(again), FakeClock(1_647_950_000_000))
    [entry] = service.session.contributions.values()
    assert service.read_attachment(entry.digest) is None
    service.save_attachment(SENT)
    assert service.read_attachment(entry.digest) == SENT
    service.close()


def read_by(act: Callable[..., object]) -> int:
    """How many bytes were read from files while something was done."""
    text = Path("/proc/self/io")
    before = int(not_none(re.search(r"rchar: (\d+)", text.read_text()))[1])
    act()
    return int(not_none(re.search(r"rchar: (\d+)", text.read_text()))[1]) - before


def test_opening_does_not_read_the_kept_files(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    register(path, bytes(12_000_000))
    assert path.stat().st_size > 12_000_000
    assert read_by(lambda: open_journal(path).close()) < 500_000
    assert read_by(lambda: check_file(path)) > 12_000_000


def test_a_file_of_format_1_is_copied_and_then_keeps_files(tmp_path: Path) -> None:
    path = tmp_path / "d.ipusession"
    shutil.copy(FORMAT_1, path)
    old = path.read_bytes()
    assert check_file(path) == ()
    assert rows_of(path, read_only=True)
    assert path.read_bytes() == old
    rows = rows_of(path)
    copy = tmp_path / "d.before-upgrade.ipusession"
    assert sql(copy, "pragma user_version") == [[(1,)]]
    register(path)
    assert check_file(path) == ()
    assert rows_of(copy, read_only=True) == rows


def test_a_second_upgrade_leaves_the_copy_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "d.ipusession"
    for _ in range(2):
        shutil.copy(FORMAT_1, path)
        rows_of(path)
    names = sorted(found.name for found in tmp_path.iterdir())
    assert names == ["d.before-upgrade-2.ipusession", "d.before-upgrade.ipusession", "d.ipusession"]


def test_an_upgrade_that_is_broken_off_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "d.ipusession"
    shutil.copy(FORMAT_1, path)
    rows = rows_of(path, read_only=True)

    def pulled(
        connection: sqlite3.Connection,
        steps: Sequence[Callable[[Database], None]],
    ) -> None:
        migrate(connection, (*steps, broken_step))

    monkeypatch.setattr(open_session, "migrate", pulled)
    with pytest.raises(KeyboardInterrupt):
        upgrade_file(path)
    monkeypatch.undo()
    with path.open("rb") as file:
        assert struct.unpack(">I", file.read(64)[60:64]) == (1,)
    assert check_file(path) == ()
    assert rows_of(path) == rows


def broken_step(db: Database) -> NoReturn:
    raise KeyboardInterrupt


def test_a_copy_that_finds_no_room_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "d.ipusession"
    shutil.copy(FORMAT_1, path)
    old = path.read_bytes()
    with no_room(above=len(old) - 1), pytest.raises(StoreError):
        open_journal(path)
    assert path.read_bytes() == old
    assert [found.name for found in tmp_path.iterdir()] == ["d.ipusession"]


def test_tables_that_are_not_of_the_version_are_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    sql(path, "pragma user_version = 1")
    with pytest.raises(StoreError) as refused:
        open_journal(path)
    assert refused.value.code.value == "foreign-objects"
    sql(path, f"pragma user_version = {len(MIGRATION_STEPS)}", "drop table kept_file")
    with pytest.raises(StoreError) as refused:
        open_journal(path)
    assert refused.value.code.value == "damaged-session"


def test_a_new_file_has_room_for_files_at_once(tmp_path: Path) -> None:
    journal = create_session_file(tmp_path / "d.ipusession")
    assert journal.read_attachment("") is None
    journal.close()
