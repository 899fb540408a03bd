"""Benchmarks of committing a command, opening a file and undo, against plain SQLite or a fixed limit."""

import json
import sqlite3
from functools import partial
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import BenchmarkResult, measure_medians, time_ms
from ipu_session.app.gc_tuning import gc_frozen
from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import open_journal


def measure(folder: Path) -> list[BenchmarkResult]:
    return [*measure_commit(folder), *measure_open(folder), measure_undo()]


def measure_commit(folder: Path) -> list[BenchmarkResult]:
    path = folder / "commit.ipusession"
    sessions.write_session(path, 100, 10, waiting=200)
    journal = open_journal(path)
    service = SessionService(journal, sessions.AutoAdvanceClock())
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.executescript(
        "pragma journal_mode=delete; pragma synchronous=extra; create table t(id integer primary key, x text)"
    )
    text = "x" * 300
    floor, ours = [], []
    for n in range(220):
        floor.append(time_ms(lambda: raw.execute("insert into t(x) values (?)", (text,))))
        note = c.TakeNote(f"a note of an ordinary length, number {n}")
        ours.append(time_ms(partial(service.execute, note)))
    journal.close()
    raw.close()
    rows = []
    for name, cut, goal in (("median", 0.5, "≤ 2 ×"), ("99th of 100", 0.99, "≤ 3 ×")):
        floor_ms, ours_ms = (sorted(times[20:])[int(200 * cut)] for times in (floor, ours))
        rows.append(
            BenchmarkResult(
                f"an act: decided, on disk, told ({name})", "one raw SQLite commit", floor_ms, ours_ms, goal
            )
        )
    return rows


def measure_open(folder: Path) -> list[BenchmarkResult]:
    rows = []
    for speeches, notes in ((500, 16), (1_000, 96)):
        path = folder / f"open-{speeches}.ipusession"
        events = sessions.write_session(path, speeches, notes)
        floor, ours = measure_medians(
            partial(_open_with_sqlite_alone, path),
            partial(_open_session, path),
            7 if speeches < 1000 else 3,
        )
        rows.append(BenchmarkResult(f"opening {events:,} events", "sqlite3 and json.loads", floor, ours, "≤ 4 ×"))
    path = folder / "undone.ipusession"
    events = sessions.write_undo_heavy_session(path, 10_000)
    floor, ours = measure_medians(lambda: _open_with_sqlite_alone(path), lambda: _open_session(path))
    name = f"opening {events:,} events, half of them undos"
    rows.append(BenchmarkResult(name, "sqlite3 and json.loads", floor, ours, "≤ 4 ×"))
    return rows


def _open_with_sqlite_alone(path: Path) -> None:
    db = sqlite3.connect(path)
    for (payload,) in db.execute("select payload from journal order by version"):
        json.loads(payload)
    db.close()


def _open_session(path: Path) -> None:
    journal = open_journal(path)
    with gc_frozen():
        SessionService(journal, sessions.AutoAdvanceClock())
    journal.close()


def measure_undo() -> BenchmarkResult:
    """Measure undo and redo, in a journal half of whose events are undos and in an ordinary one; the limit is 20 ms."""
    memory = sessions.build_undo_heavy_journal(10_000)
    service = SessionService(sessions.PreloadedJournal(memory.rows), sessions.AutoAdvanceClock())
    times = [time_ms(service.undo) for _ in range(60)]
    times += [time_ms(service.redo) for _ in range(60)]
    service = sessions.play_session(500, 16)
    times += [time_ms(service.undo) for _ in range(200)]
    return BenchmarkResult("undo and redo, the worst of 320 in 10,000 events", "20 ms", 20.0, max(times), "≤ 1 ×")
