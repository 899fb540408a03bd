"""Forged sessions with hashes that fit: each ends in a sentence, soon, whatever is asked of it."""

import contextlib
import hashlib
import io
import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ipu_session.app.cli import verification
from ipu_session.app.cli.main import program
from ipu_session.app.error_lines import format_error
from ipu_session.app.services.recorded_session import RecordedSession
from ipu_session.domain import events as e
from ipu_session.domain.history import History, ImpossibleRowError, JournalRow
from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError, translate_errors
from ipu_session.store.journal.event_codec import encode
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import IntegrityIssueCode, check_file
from ipu_session.store.maintenance.invariants import (
    find_dangling_references,
    find_statistics_errors,
    find_time_account_errors,
)
from tests.builders import FakeClock
from tests.soak_figures import Figures, figures
from tests.store.files import a_file
from tests.store.forged_sessions import Mutant, forged, journal, mutants, sample, write, write_rows

ROWS = journal()
EVENTS = {row.event.event_kind: row for row in ROWS}
"""The last row of each kind."""


def changed(kind: str, **fields: object) -> tuple[int, str, str]:
    """Return the payload of the last event of a kind, with other values in it."""
    data = json.loads(encode(EVENTS[kind].event)[1])
    return EVENTS[kind].version, kind, json.dumps(data | fields, separators=(",", ":"))


def value_in(kind: str, field: str) -> object:
    return getattr(EVENTS[kind].event, field)


def inside(kind: str, field: str, **fields: object) -> tuple[int, str, str]:
    data = json.loads(encode(EVENTS[kind].event)[1])
    return changed(kind, **{field: data[field] | fields})


FORGED = {
    "a delegate that is not there": changed("RequestMade", delegate=999),
    "a request that is not there": changed("RequestWithdrawn", request=999),
    "a note that is not there": changed("NoteRestricted", note=10**9),
    "a theme that is not there": changed("NoteThemed", themes=[10**6]),
    "a speech of no sitting": changed("InterventionEntered", sitting=7),
    "a speech that interrupts itself": changed("FloorGiven", interrupts=EVENTS["FloorGiven"].version),
    "an identity given twice": changed("RequestMade", request=EVENTS["RequestMade"].version - 2),
    "an identity of the future": changed("NoteTaken", note=10**15),
    "a theme merged into itself": changed("ThemesMerged", into=value_in("ThemesMerged", "theme")),
    "a note joined to itself": changed("NotesJoined", other=value_in("NotesJoined", "note")),
    "a rewind to the future": changed("Rewound", to_version=EVENTS["Rewound"].version + 5),
    "a rewind to itself": changed("Rewound", to_version=EVENTS["Rewound"].version),
    "a rewind to nothing": changed("Rewound", to_version=0),
    "a rewind before the beginning": changed("Rewound", to_version=-(10**18)),
    "a duration without end": changed("AllotmentChanged", allotted_ms=10**18),
    "an allotment of less than nothing": changed("FloorGiven", allotted_ms=-60_000),
    "a duration of less than nothing": inside("InterventionCorrected", "after", spoken_ms=-1),
    "a start before all calendars": inside("InterventionEntered", "ledger", started_ms=-(10**17)),
    "a gap of aeons": changed("GapFound", to_ms=10**18),
    "a list that closes after the end of time": changed("ListClosingAnnounced", closes_ms=10**18),
    "a time zone that is none": changed("SittingOpened", offset_min=10**9),
    "a rule of absurd size": inside("RulesSet", "rules", delegate_ms=10**18),
    "a rule of less than nothing": inside("RulesSet", "rules", changeover_ms=-1),
    "lots with a thousand million names": inside("RulesSet", "rules", lots_cap=10**10),
    "lots of other names than were drawn": changed("LotsDrawn", before=[]),
    "lots with names that are not there": changed("LotsDrawn", order=list(range(50_000))),
    "a number of four thousand digits": (
        EVENTS["TimeGranted"].version,
        "TimeGranted",
        f'{{"intervention":{value_in("TimeGranted", "intervention")},"granted_ms":{"9" * 5000}}}',
    ),
    "a language that nobody reports in": inside("DetailsChanged", "details", language="tlh"),
    "lists within lists": (EVENTS["NoteThemed"].version, "NoteThemed", "[" * 100_000),
    "a text without end": changed("NoteEdited", text="x" * 6_000_000),
    "a kind that there is not": (EVENTS["NoteEdited"].version, "NoteSung", "{}"),
}


def a_forged_file(path: Path, version: int, kind: str, payload: str) -> Path:
    plain = [(row.at_ms, row.transaction, *encode(row.event)) for row in ROWS]
    plain[version - 1] = (*plain[version - 1][:2], kind, payload)
    return write(path, plain)


@pytest.fixture(params=FORGED)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return a_forged_file(tmp_path / "forged.ipusession", *FORGED[request.param])


def asked(arguments: list[str]) -> str | int:
    """Return how a command ended: its status, or the trouble that `main` says in one line."""
    try:
        program(arguments, standalone_mode=False)
    except SystemExit as end:
        return end.code or 0
    except (UserFacingError, RejectedError) as error:
        return format_error(error)
    return 0


def opened(path: Path) -> None:
    """Open a session as the window does."""
    with translate_errors(path):
        journal = open_journal(path, read_only=True)
        try:
            SessionService(journal, FakeClock())
        finally:
            journal.close()


def test_every_command_ends_in_a_sentence(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    used_s = time.process_time()
    assert asked(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "event " in said.out
    out = str(tmp_path / "out")
    for command in (
        ["report", str(path), "-o", out],
        ["export", str(path), "-o", out, "--format", "json"],
        ["journal", str(path), "-o", out],
        ["lots", str(path)],
        ["speakers", str(path), str(path)],
    ):
        assert "event " in str(asked(command))
    with pytest.raises(StoreError, match=r"event \d"):
        opened(path)
    # Six commands, each with a floor of some milliseconds: a file that swells takes minutes.
    assert time.process_time() - used_s < 20


def test_the_journal_that_is_forged_here_is_sound_and_has_every_kind(tmp_path: Path) -> None:
    assert set(EVENTS) == {kind.event_kind for kind in e.Event.__args__}
    path = write_rows(tmp_path / "sound.ipusession", ROWS)
    assert verification.check_session(path, lambda done, of: None) == ()


ORDERS: dict[str, Callable[[int, JournalRow], tuple[int, int]]] = {
    "one act for all": lambda n, row: (row.at_ms, 5),
    "acts of absurd numbers": lambda n, row: (row.at_ms, n + 10**15),
    "after the end of time": lambda n, row: (10**15, n),
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_acts_and_times_that_cannot_be_are_found(
    tmp_path: Path, order: Callable[[int, JournalRow], tuple[int, int]]
) -> None:
    plain = [(*order(n, row), *encode(row.event)) for n, row in enumerate(ROWS, start=1)]
    path = write(tmp_path / "order.ipusession", plain)
    assert asked(["check", str(path)]) == 1
    assert "event " in str(asked(["journal", str(path), "-o", str(tmp_path / "out")]))


def test_a_source_that_splitting_and_merging_double_is_stopped(tmp_path: Path) -> None:
    """Eighty events would fill all the memory there is."""
    rows = [row for row in ROWS if row.version <= 7]
    theme = next(row.event for row in rows if isinstance(row.event, e.ThemeAdded))
    events: list[e.Event] = [e.ThemeAdded(ThemeId(8), 90, "bomb", "x" * 1_000)]
    for n in range(9, 89, 2):
        events += [
            e.ThemeSplit(ThemeId(8), "bomb", ThemeId(n), 90 + n, "half", ()),
            e.ThemesMerged(ThemeId(n), ThemeId(8)),
        ]
    at_ms, act = rows[-1].at_ms, rows[-1].transaction
    plain = [(row.at_ms, row.transaction, *encode(row.event)) for row in rows]
    plain += [(at_ms, act + n, *encode(event)) for n, event in enumerate(events, start=1)]
    path = write(tmp_path / "bomb.ipusession", plain)
    assert theme.theme != 8
    [fault] = check_file(path)
    assert fault.code is IntegrityIssueCode.FOLD
    assert asked(["report", str(path), "-o", str(tmp_path / "out")]) not in {0, None}


def test_a_kept_file_that_is_a_number_is_no_file(tmp_path: Path) -> None:
    """Taken for bytes, ten thousand million would be as many zeros in memory."""
    path = write_rows(tmp_path / "kept.ipusession", ROWS)
    digest = hashlib.sha256(b"").hexdigest()
    database = sqlite3.connect(path)
    # Ours is a strict table, which takes no number; a forger's need not be.
    database.executescript("drop table kept_file; create table kept_file (digest primary key, size, bytes)")
    database.execute("insert into kept_file values (?, ?, ?)", (digest, 10**10, 10**10))
    database.commit()
    database.close()
    assert IntegrityIssueCode.KEPT_FILE in {fault.code for fault in check_file(path)}
    journal = open_journal(path, read_only=True)
    assert not journal.read_attachment(digest)
    journal.close()


def verdict(rows: list[JournalRow]) -> str:
    """Return why a journal is refused, or nothing; whatever is not refused can be shown and written."""
    try:
        timeline = History(rows)
    except ImpossibleRowError:
        return "refused"
    now, now_ms = timeline.state, timeline.clock_ms
    if [*find_dangling_references(now)] or [
        *find_time_account_errors(now, now_ms),
        *find_statistics_errors(now, now_ms),
    ]:
        return "unsound"
    return ""


def swept(chosen: Sequence[Mutant], whole: int) -> dict[str, int]:
    """Look at mutants; of those that are not refused, make everything of every ``whole``-th."""
    found = {"undecodable": 0, "refused": 0, "unsound": 0, "": 0}
    for version, place, other in chosen:
        where = (ROWS[version - 1].event.event_kind, place, repr(other)[:60])
        try:
            rows = forged(ROWS, version, place, other)
        except ValueError:
            found["undecodable"] += 1
            continue
        said = verdict(rows)
        found[said] += 1
        if not said and found[""] % whole == 0:
            record = RecordedSession(Path(__file__), tuple(rows), ("0" * 64,) * len(rows), History(rows))
            assert list(verification._find_output_issues(record, lambda done, of: None)) == [], where
    return found


def test_a_passage_stands_in_a_section_of_its_own_kind() -> None:
    """The elements for the resolution belong to no theme, every other passage to one."""
    written = [(row, row.event.passage) for row in ROWS if isinstance(row.event, e.PassageWritten)]
    assert {passage.theme is None for _, passage in written} == {True, False}
    for row, passage in written:
        other = 1 if passage.theme is None else None
        assert verdict(forged(ROWS, row.version, ("passage", "theme"), other)) == "refused", row


def test_some_mutants_of_every_event_are_refused_or_can_be_shown() -> None:
    found = swept(sample(ROWS, 1_000, seed=13), whole=80)
    assert found["refused"] > 200
    assert found[""] > 200


@pytest.mark.soak("R6")
def test_every_mutant_of_every_event_is_refused_or_can_be_shown(figures: Figures) -> None:
    found = swept(list(mutants(ROWS)), whole=1)
    assert sum(found.values()) > 5_000
    figures(mutants=sum(found.values()), refused=found["refused"], made=found[""], differences=0)


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from ipu_session.app.cli.main import program
try:
    program(["check", sys.argv[1]], standalone_mode=False)
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    # Not ru_maxrss: after a fork it holds the size of the program that tests.
    peak_kib = open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]
    sys.stderr.write(f"{peak_kib} {used.ru_utime + used.ru_stime}")
"""


def used_by_check(path: Path) -> tuple[float, float]:
    """Return (MiB, processor seconds) that `check` takes in a process of its own."""
    done = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=False)
    kib, seconds = done.stderr.split()[-2:]
    return int(kib) / 1024, float(seconds)


def test_the_worst_of_them_takes_little_more_than_a_sound_small_one(tmp_path: Path) -> None:
    """A verdict within 2 s and 300 MB: the floor is the same command on a small sound session."""
    _, floor_s = used_by_check(a_file(tmp_path / "floor.ipusession"))
    for number, name in enumerate(("a text without end", "lots with names that are not there")):
        path = a_forged_file(tmp_path / f"{number}.ipusession", *FORGED[name])
        mib, seconds = used_by_check(path)
        assert mib < 300
        assert seconds < floor_s * 3 + 1


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_said_on_a_terminal_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_rows(tmp_path / "sound.ipusession", ROWS)
    assert asked(["check", str(path)]) == 0
    assert capsys.readouterr() == ("OK\n", "")
    terminal = Terminal()
    with contextlib.redirect_stderr(terminal):
        assert asked(["check", str(path)]) == 0
    assert capsys.readouterr().out == "OK\n"
    assert "checked:" in terminal.getvalue()


__all__ = ["figures"]
