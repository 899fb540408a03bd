"""The journal in its file: what was told is there, in order, whatever happens."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import fields

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.history import History, JournalRow
from ipu_session.domain.model.ids import ThemeId
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.files.lock import lock_path
from ipu_session.store.files.migrations import MIGRATION_STEPS
from ipu_session.store.journal.open_session import create_and_close, create_session_file, open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import FakeClock
from tests.narrowing import not_none
from tests.soak_figures import Figures
from tests.store.files import a_file, rows_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["plain", "é and spaces", "50%?#x", "'quoted'"])
def test_a_restart_sees_the_same_session(tmp_path: Path, name: str) -> None:
    path = a_file(tmp_path / f"{name}.ipusession")
    journal = open_journal(path)
    service = SessionService(journal, FakeClock())
    before = service.session
    service.execute(c.TakeNote("third"))
    after = service.session
    service.close()
    again = History(rows_of(path))
    assert again.state == after
    assert again.state_at(before.version) == before


def test_the_file_is_one_file_for_its_owner_alone(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    assert [found.name for found in tmp_path.iterdir()] == ["d.ipusession"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_says_what_it_is_and_is_written_through(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    journal = open_journal(path)
    says = {p: journal._db.execute(f"pragma {p}").fetchone()[0] for p in ("synchronous", "journal_mode")}
    journal.close()
    assert says == {"synchronous": 3, "journal_mode": "delete"}
    database = sqlite3.connect(path)
    assert database.execute("pragma application_id").fetchone() == (0x49505553,)
    assert database.execute("pragma user_version").fetchone() == (len(MIGRATION_STEPS),)
    database.close()


def test_all_rows_of_an_act_are_written_or_none(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    before = rows_of(path)
    journal = open_journal(path)
    good = JournalRow(before[-1].version + 1, 0, 99, e.ListReopened())
    with pytest.raises(sqlite3.IntegrityError):
        journal.append([good, good])
    journal.append([good])
    journal.close()
    assert rows_of(path) == [*before, good]


def test_what_the_disk_says_no_to_leaves_file_and_journal_in_step(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    journal = open_journal(path)
    pages = journal._db.execute("pragma page_count").fetchone()[0]
    journal._db.execute(f"pragma max_page_count={pages}")
    last = list(journal.replay())[-1]
    big = JournalRow(last.version + 1, 0, last.transaction + 1, e.SynthesisWritten(ThemeId(1), "x" * 100_000))
    with pytest.raises(StoreError) as full:
        journal.append([big])
    assert full.value.code.value == "disk-full"
    assert list(journal.replay())[-1] == last
    journal._db.execute("pragma max_page_count=1000000")
    journal.append([big])
    journal.close()
    assert rows_of(path)[-1] == big


def test_a_half_typed_text_is_kept_forgotten_and_found_again(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    journal = open_journal(path)
    journal.save_draft("note", text="half a tho")
    journal.save_draft("note", text="half a thought \ud800")
    journal.save_draft("synthesis-3", text="s")
    journal.save_draft("synthesis-3", text="")
    journal.close()
    journal = open_journal(path)
    assert journal.read_draft("note") == "half a thought ?"
    assert journal.read_draft("synthesis-3") == ""
    journal.close()


WRITER = """
import sys
from pathlib import Path
from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import open_journal
from tests.builders import FakeClock
service = SessionService(open_journal(Path(sys.argv[1])), FakeClock(1_647_950_000_000))
while True:
    service.execute(c.TakeNote("a note"))
    print(service.session.version, flush=True)
"""


def kill_while_writing(path: Path, lines: int) -> int:
    """Run a writer, pull the plug after so many acts were told, and return the last one told."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    told = 0
    for _ in range(lines):
        told = int(not_none(writer.stdout).readline())
    writer.send_signal(signal.SIGKILL)
    rest = not_none(writer.stdout).read().split()
    not_none(writer.stdout).close()
    writer.wait()
    return int(rest[-1]) if rest else told


@pytest.mark.parametrize("lines", [1, 7, 30])
def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_told(tmp_path: Path, lines: int) -> None:
    path = a_file(tmp_path / "d.ipusession")
    told = kill_while_writing(path, lines)
    assert rows_of(path)[-1].version >= told
    assert check_file(path) == ()
    assert not lock_path(path).exists()


@pytest.mark.soak("R1")
def test_a_hundred_kills_in_the_middle_of_writing_lose_nothing(tmp_path: Path, figures: Figures) -> None:
    path = a_file(tmp_path / "d.ipusession")
    for lines in range(100):
        told = kill_while_writing(path, 1 + lines % 23)
        assert rows_of(path)[-1].version >= told
        assert check_file(path) == ()
    figures(kills=100, acts_kept=rows_of(path)[-1].version, lost=0)


def test_a_file_is_never_made_over_another(tmp_path: Path) -> None:
    path = tmp_path / "d.ipusession"
    path.write_text("mine")
    with pytest.raises(StoreError) as refused:
        create_session_file(path)
    assert refused.value.code.value == "exists"
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_whose_making_is_broken_off_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "d.ipusession"
    with pytest.raises(KeyboardInterrupt), create_and_close(path):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_a_folder_that_is_not_there_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        create_session_file(tmp_path / "none" / "d.ipusession")
    assert refused.value.code.value == "missing"
    assert list(tmp_path.iterdir()) == []


def test_every_field_of_every_event_is_told_apart_from_none() -> None:
    for event in e.Event.__args__:
        assert all(field.type is not None for field in fields(event))
