"""Undo never slows the program, whatever was undone before: work is counted, not timed (docs/rules.md#promise-r12)."""

import random
import tracemalloc
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from ipu_session.app.cli.main import program
from ipu_session.app.services.recorded_session import read_recorded_session
from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.evolve import evolve
from ipu_session.domain.history import History, ImpossibleRowError, JournalRow
from ipu_session.domain.model.ids import NoteId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details, Session
from ipu_session.domain.version_tree import SNAPSHOT_INTERVAL
from ipu_session.service.notes_projection import NotesProjection, _changed_notes
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.maintenance.repair import repair
from tests.builders import DIRECTORY, START_MS, THEMES, FakeClock, MemoryJournal, a_session
from tests.fold_counter import counted, counted_calls

BEGINNING = (e.SessionCreated(Details(title="A debate"), Rules()), e.DelegationsLoaded(DIRECTORY))


def rows_of(events: Iterable[e.Event]) -> list[JournalRow]:
    """Return events as acts of their own, a second apart."""
    return [JournalRow(n, START_MS + n * 1000, n, event) for n, event in enumerate((*BEGINNING, *events), start=1)]


def note(version: int) -> e.NoteTaken:
    return e.NoteTaken(NoteId(version), f"note {version}", c.TakeNote("").kind, (), None, None)


def journal(steps: Sequence[int | None]) -> list[JournalRow]:
    """Return rows of ``steps``: None takes a note, a number rewinds so many versions back."""
    versions = count(len(BEGINNING) + 1)
    return rows_of(
        note(version) if step is None else e.Rewound(version - step)
        for version, step in zip(versions, steps, strict=False)
    )


def every_state(rows: list[JournalRow]) -> list[Session]:
    """Return the state after each row by keeping all of them: what the timeline has to come to."""
    states = [History().state]
    for row in rows:
        if isinstance(row.event, e.Rewound):
            states.append(replace(states[row.event.to_version], version=row.version))
        else:
            states.append(evolve(states[-1], row.event, row.at_ms))
    return states


BOMBS: dict[str, list[int | None]] = {
    "note, note, undo": [None, None, 2] * 60,
    "each rewind goes to the rewind before": [None] * 5 + [1] * 1_000,
    "rewinds to rewinds, nested": [step for n in range(300) for step in (None, 2, 1, 3)],
    "always back to the beginning": [step for n in range(500) for step in (None, n * 2 + 2)],
    "far back, each time from another place": [None] * 200 + [150 + n % 40 for n in range(1_000)],
    "leaves below the last snapshot": [*[None] * (SNAPSHOT_INTERVAL - 1), *[None, 2] * 500],
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_of_rewinds_folds_each_event_a_bounded_number_of_times(bomb: str) -> None:
    rows = journal(BOMBS[bomb])
    rewinds = sum(isinstance(row.event, e.Rewound) for row in rows)
    states = every_state(rows)
    with counted(len(rows) + rewinds * SNAPSHOT_INTERVAL):
        timeline = History(rows)
    assert timeline.state == states[-1]
    chosen = random.Random(1).sample(range(1, len(states)), 40)
    with counted(len(chosen) * SNAPSHOT_INTERVAL):
        assert [timeline.state_at(version) for version in chosen] == [states[version] for version in chosen]


def test_the_reported_journal_folds_each_event_about_once() -> None:
    rows = journal(BOMBS["note, note, undo"])
    with counted() as folds:
        History(rows)
    assert folds.count <= len(rows)


@pytest.mark.parametrize("target", [0, -1, 3, 10**18])
def test_a_rewind_to_what_is_not_there_is_impossible(target: int) -> None:
    with pytest.raises(ImpossibleRowError) as impossible:
        History(rows_of([e.Rewound(target)]))
    assert impossible.value.version == 3


def debate(
    events: int, undone: int, seed: int = 1, journal: MemoryJournal | None = None
) -> tuple[SessionService, list[int]]:
    """Play so many events by the service; ``build_undo_heavy_journal`` of a hundred are undos, and redos among them."""
    service = a_session("KE", "PE", journal=journal, clock=FakeClock())
    chance = random.Random(seed)
    work = []
    with counted() as folds:
        while service.session.version < events:
            if chance.random() * 100 < undone and service.next_undo:
                again = chance.random() < 0.3 and service.next_redo
                (service.redo if again else service.undo)()
                work.append(folds.taken())
            else:
                service.execute(c.TakeNote(f"note {service.session.version}"))
                assert folds.taken() == 1
    return service, work


@pytest.mark.parametrize(("events", "undone"), [(3_000, 10), (3_000, 50), (10_000, 50)])
def test_every_undo_and_the_opening_stay_cheap(events: int, undone: int) -> None:
    journal = MemoryJournal()
    service, work = debate(events, undone, journal=journal)
    assert max(work) <= SNAPSHOT_INTERVAL
    assert sum(work) <= events
    rows = journal.rows
    with counted() as folds:
        opened = History(rows)
    assert folds.count <= 2 * len(rows)
    assert opened.state == service.session
    assert (opened.next_undo, opened.next_redo) == (service.next_undo, service.next_redo)


def test_undoing_everything_and_redoing_it_folds_each_event_about_once_each_way() -> None:
    service, _ = debate(2_000, 20)
    end = service.session
    with counted() as folds:
        steps = 0
        while service.next_undo:
            service.undo()
            steps += 1
        assert folds.taken() <= 2 * steps + SNAPSHOT_INTERVAL
        for _ in range(steps):
            service.redo()
        assert folds.taken() <= 2 * steps + SNAPSHOT_INTERVAL
    assert replace(service.session, version=0) == replace(end, version=0)


def test_memory_grows_with_the_events_however_many_are_undos() -> None:
    """Twice the events, about twice the memory: states share what did not change."""

    def peak(rounds: int) -> int:
        rows = journal([None, None, 2, None, 2] * rounds)
        tracemalloc.start()
        timeline = History(rows)
        kept, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert timeline.state.version == len(rows)
        return kept

    assert peak(1_200) < 3 * peak(600)


def test_undo_looks_only_at_the_notes_it_changes() -> None:
    """The notebook follows the way between two states, not all notes of the debate."""
    service, _ = debate(600, 30)
    service.notes_projection.index_more(1_000)
    with counted_calls(_changed_notes) as compared_all:
        for _ in range(20):
            service.undo()
        for _ in range(20):
            service.redo()
    assert compared_all.count == 0
    fresh = NotesProjection(service.session, service._journal.create_text_index(), service._journal.create_text_index())
    assert list(service.notes_projection.all_notes) == list(fresh.all_notes)


def test_a_file_of_rewinds_is_opened_checked_written_out_and_repaired(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rewinds.ipusession"
    rows = journal(BOMBS["note, note, undo"] + BOMBS["rewinds to rewinds, nested"])
    made = create_session_file(path)
    made.append(rows)
    made.close()
    with counted(4 * len(rows) + 900 * SNAPSHOT_INTERVAL):
        assert read_recorded_session(path).session.version == len(rows)
        opened = open_journal(path)
        SessionService(opened, FakeClock()).close()
        assert repair(path, tmp_path / "repaired.ipusession").events == len(rows)
    for command in (["check", str(path)], ["journal", str(path), "-o", str(tmp_path / "rows.jsonl")]):
        with counted(8 * len(rows) + 600 * SNAPSHOT_INTERVAL):
            program(command, standalone_mode=False)
    assert "OK" in capsys.readouterr().out


def test_a_theme_merged_and_taken_back_many_times_is_the_same_as_before() -> None:
    service = a_session("KE")
    for n in range(4):
        service.execute(c.TakeNote(f"note {n}", themes=(service.session.themes[n % 2].id,)))
    before = service.session
    one, other = (theme.id for theme in before.themes[:2])
    for _ in range(100):
        service.execute(c.MergeThemes(one, other))
        service.undo()
        service.redo()
        service.undo()
    assert replace(service.session, version=0) == replace(before, version=0)
    assert len(THEMES) == len(service.session.themes)
