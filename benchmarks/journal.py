"""An act confirmed, a file opened, an act undone: each against what SQLite alone needs."""

import json
import sqlite3
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import Result, pair, timed
from ipu_session.app.gc_tuning import lasting
from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import open_journal


def measure(folder: Path) -> list[Result]:
    return [*commit(folder), *opening(folder), undo()]


def commit(folder: Path) -> list[Result]:
    path = folder / "commit.ipusession"
    sessions.write(path, 100, 10, waiting=200)
    journal = open_journal(path)
    service = SessionService(journal, sessions.Ticking())
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.executescript(
        "pragma journal_mode=delete; pragma synchronous=extra; create table t(id integer primary key, x text)"
    )
    text = "x" * 300
    floor, ours = [], []
    for n in range(220):
        floor.append(timed(lambda: raw.execute("insert into t(x) values (?)", (text,))))
        note = c.TakeNote(f"a note of an ordinary length, number {n}")
        ours.append(timed(lambda note=note: service.execute(note)))
    journal.close()
    raw.close()
    rows = []
    for name, cut, goal in (("median", 0.5, "≤ 2 ×"), ("99th of 100", 0.99, "≤ 3 ×")):
        values = [sorted(times[20:])[int(200 * cut)] for times in (floor, ours)]
        rows.append(
            Result(f"an act: decided, on disk, told ({name})", "one raw SQLite commit", *values, goal)
        )
    return rows


def opening(folder: Path) -> list[Result]:
    rows = []
    for speeches, notes in ((500, 16), (1_000, 96)):
        path = folder / f"open-{speeches}.ipusession"
        events = sessions.write(path, speeches, notes)
        floor, ours = pair(
            lambda path=path: _raw(path), lambda path=path: _open(path), 7 if speeches < 1000 else 3
        )
        rows.append(Result(f"opening {events:,} events", "sqlite3 and json.loads", floor, ours, "≤ 4 ×"))
    path = folder / "undone.ipusession"
    events = sessions.write_undone(path, 10_000)
    floor, ours = pair(lambda: _raw(path), lambda: _open(path))
    name = f"opening {events:,} events, half of them undos"
    rows.append(Result(name, "sqlite3 and json.loads", floor, ours, "≤ 4 ×"))
    return rows


def _raw(path: Path) -> None:
    db = sqlite3.connect(path)
    for (payload,) in db.execute("select payload from journal order by version"):
        json.loads(payload)
    db.close()


def _open(path: Path) -> None:
    journal = open_journal(path)
    with lasting():
        SessionService(journal, sessions.Ticking())
    journal.close()


def undo() -> Result:
    """Undo and redo where half of what was recorded are undos; the goal is 20 ms wherever."""
    memory = sessions.undone(10_000)
    service = SessionService(sessions.Replayed(memory.rows), sessions.Ticking())
    times = [timed(service.undo) for _ in range(60)]
    times += [timed(service.redo) for _ in range(60)]
    service = sessions.play(500, 16)
    times += [timed(service.undo) for _ in range(200)]
    return Result("undo and redo, the worst of 320 in 10,000 events", "20 ms", 20.0, max(times), "≤ 1 ×")
