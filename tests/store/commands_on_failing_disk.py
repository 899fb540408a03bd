"""Holds a debate of fourteen acts on a disk that fails now and then; run under strace by test_buffered_journal."""

import sys
from pathlib import Path

from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.journal.emergency_recovery import open_buffered
from ipu_session.store.journal.open_session import open_journal
from tests.builders import FakeClock, person

path, *folders = map(Path, sys.argv[1:])
clock = FakeClock(1_647_950_000_000)


def elapsed_ms() -> int:
    return clock.readings().elapsed_ms


def opened() -> SessionService:
    """Try as a user would: a file that cannot be opened is opened again."""
    for _ in range(20):
        try:
            journal, _ = open_buffered(open_journal(path), folders, elapsed_ms)
            return SessionService(journal, clock)
        except StoreError:
            continue
    raise SystemExit("never opened")


service = opened()
waited = 0
acts: list[c.Command] = [
    c.AddRequest(person("DZ")),
    c.TakeNote("n1"),
    c.PauseSpeech(),
    c.TakeNote("n2"),
    c.ResumeSpeech(),
    c.GrantTime(30_000),
    c.RaisePointOfOrder(),
    c.TakeNote("n3"),
    c.EndIntervention(),
    c.CloseList(),
    c.ReopenList(),
    c.TakeNote("n4"),
    c.TakeNote("n5"),
    c.SuspendSitting("tea"),
    c.ResumeSitting(),
    c.TakeNote("n6"),
]
done = 0
for act in acts:
    clock.advance(2)
    if isinstance(act, c.EndIntervention):
        service.undo()
    else:
        service.execute(act)
    service.save_draft("note", f"half {done}")
    done += 1
    waited += service.save_status().error is not None
for _ in range(10):
    service.flush()
assert service.save_status().error is None, service.save_status()
version = service.session.version
assert service.read_draft("note") == f"half {done - 1}"
service.close()
print(done, version, waited)
