"""A disk that says no, a row that was changed, any debate: told, whole, and the same after a restart."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details, NoteKind
from ipu_session.domain.rejections import RejectedError
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.files.lock import lock_path
from ipu_session.store.journal.event_codec import encode
from ipu_session.store.journal.jsonl import dump_lines, format_iso_ms, parse_lines
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.maintenance.integrity import IntegrityIssueCode, check_file
from tests.builders import DIRECTORY, THEMES, FakeClock, person
from tests.narrowing import not_none
from tests.patience import PATIENCE_S
from tests.store.bad_files import forge
from tests.store.files import a_file, rows_of

ROOT = Path(__file__).parents[2]

FULL = """
import resource, sys
from pathlib import Path
from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.journal.open_session import open_journal
from tests.builders import FakeClock
path = Path(sys.argv[1])
service = SessionService(open_journal(path), FakeClock(1_647_950_000_000))
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + int(sys.argv[2]), resource.RLIM_INFINITY))
before = service.session
try:
    for _ in range(50):
        before = service.session
        service.execute(c.TakeNote("x" * 3000))
except StoreError as error:
    assert service.session is before
    print(error.code.value, before.version)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
service.execute(c.TakeNote("room again"))
print(service.session.version)
service.close()
"""


@pytest.mark.parametrize("room", [0, 4096, 20_000])
def test_a_file_that_cannot_grow_is_told_stays_whole_and_goes_on_when_there_is_room(tmp_path: Path, room: int) -> None:
    path = a_file(tmp_path / "d.ipusession")
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(room)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    trouble, told, last = done.stdout.split()
    assert trouble in {"disk-full", "disk-trouble"}
    assert int(last) == int(told) + 1
    assert rows_of(path)[-1].version == int(last)
    assert check_file(path) == ()


def test_a_writer_killed_while_another_looks_on_leaves_its_drafts(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    script = (
        "import sys; from pathlib import Path\n"
        "from ipu_session.store.journal.open_session import open_journal\n"
        "j = open_journal(Path(sys.argv[1])); j.save_draft('note', text='half a tho')\n"
        "print('kept', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    ) as writer:
        assert not_none(writer.stdout).readline() == "kept\n"
        with pytest.raises(StoreError) as held:
            open_journal(path)
        assert f" {writer.pid} " in held.value.location
        assert rows_of(path, read_only=True)
        writer.send_signal(signal.SIGKILL)
    assert lock_path(path).exists()
    journal = open_journal(path)
    assert journal.read_draft("note") == "half a tho"
    journal.close()


def test_a_change_in_any_row_is_found_there(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    whole = path.read_bytes()
    for version in range(1, len(rows_of(path)) + 1):
        for change in ("at_ms = at_ms + 1", "act = act + 1", "payload = payload || ' '", "hash = upper(hash)"):
            path.write_bytes(whole)
            database = sqlite3.connect(path)
            database.execute(f"update journal set {change} where version = ?", (version,))
            database.commit()
            database.close()
            faults = check_file(path)
            assert (faults[0].code, faults[0].location) == (IntegrityIssueCode.CHAIN, f"event {version}")


def test_a_moment_outside_every_calendar_is_refused_even_with_the_right_hashes(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    last = rows_of(path)[-1]
    database = sqlite3.connect(path)
    database.execute("update journal set at_ms = 1 << 60 where version = ?", (last.version,))
    database.commit()
    database.close()
    forge(path, last.version, *encode(last.event))
    assert check_file(path)[0].location == f"event {last.version}"
    with pytest.raises(StoreError) as refused:
        rows_of(path)
    assert refused.value.location == f"event {last.version}"


@pytest.mark.parametrize(
    ("payload", "codes"),
    [
        ('{"remaining":', {IntegrityIssueCode.EVENT}),
        ('{"order":["x"]}', {IntegrityIssueCode.EVENT}),
        ('{"intervention":424242}', {IntegrityIssueCode.FOLD}),
    ],
)
def test_a_forged_event_that_says_nothing_sensible_is_found(
    tmp_path: Path, payload: str, codes: set[IntegrityIssueCode]
) -> None:
    path = a_file(tmp_path / "d.ipusession")
    paused = next(row for row in rows_of(path) if encode(row.event)[0] == "SpeechPaused")
    forge(path, paused.version, "SpeechPaused", payload)
    assert {fault.code for fault in check_file(path)} == codes


def test_a_note_that_belongs_to_nothing_is_found(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    taken = next(row for row in rows_of(path) if encode(row.event)[0] == "NoteTaken")
    kind, payload = encode(taken.event)
    forge(path, taken.version, kind, payload.replace('"themes":[', '"themes":[999,'))
    assert [(fault.code, fault.location) for fault in check_file(path)] == [
        (IntegrityIssueCode.FOLD, f"event {taken.version}")
    ]


def test_moments_before_1970_and_long_ago_come_back() -> None:
    for at_ms in (-1, -62_135_596_800_000, 253_402_300_799_999):
        line = next(dump_lines([JournalRow(1, at_ms, 1, e.ListReopened())]))
        assert next(parse_lines([line], "x")).at_ms == at_ms
    assert format_iso_ms(-62_135_596_800_000) == "0001-01-01T00:00:00.000Z"


COMMANDS = st.sampled_from(
    [
        c.OpenSitting(),
        c.SuspendSitting("tea"),
        c.ResumeSitting(),
        c.AddRequest(person("KE", "A. Achieng")),
        c.AddRequest(person("PE")),
        c.GiveFloor(),
        c.EndAndNext(),
        c.PauseSpeech(),
        c.ResumeSpeech(),
        c.RaisePointOfOrder(),
        c.RulePointOfOrder(Ruling.UPHELD),
        c.GrantTime(30_000),
        c.TakeNote("lone \ud800 half", NoteKind.QUESTION),
        c.ChangeDetails(Details(title="É")),
        "undo",
        "redo",
    ]
)


@settings(max_examples=15, deadline=None)
@given(st.lists(COMMANDS, max_size=25))
def test_after_any_debate_a_restart_sees_the_same_and_the_file_is_sound(
    tmp_path_factory: pytest.TempPathFactory, commands: list[str | c.Command]
) -> None:
    path = tmp_path_factory.mktemp("walk") / "d.ipusession"
    clock = FakeClock()
    service = SessionService(create_session_file(path), clock)
    service.execute(c.CreateSession(Details(), Rules(), DIRECTORY, THEMES))
    for command in commands:
        clock.advance(3)
        try:
            getattr(service, command)() if isinstance(command, str) else service.execute(command)
        except RejectedError:
            continue
    told = service.session
    service.close()
    again = SessionService(open_journal(path), clock)
    assert again.session == told
    again.close()
    assert check_file(path) == ()
