"""An act confirmed, a file opened, an act undone: each against what SQLite alone needs."""

import json
import sqlite3
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import Result, pair, timed
from ipu_session.app.garbage import lasting
from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.opening import open_journal


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
    service = sessions.play(500, 16)
    times = []
    for _ in range(200):
        times.append(timed(service.undo))
    fifty_ms = 50.0
    return Result("undo, the worst of 200 in 10,000 events", "50 ms", fifty_ms, max(times), "≤ 1 ×")
