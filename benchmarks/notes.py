"""Benchmarks of the notes pane (search, typing, scope, sort order) with 2,000 and 100,000 notes, off screen."""

import os
import statistics
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import sessions
from benchmarks.measure import BenchmarkResult, time_ms

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from ipu_session.ui.core.session_bridge import SessionBridge
    from ipu_session.ui.debate.notes.pane import NotesPane

_QUERIES = ("c", "ch", "chi", "statement 3", "parl", "speaker 17", "move wh", "zz")


def measure(folder: Path) -> list[BenchmarkResult]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    return [*_measure_notes(app, 200, 10, 16), *_measure_notes(app, 500, 200, 50)]


def _measure_notes(
    app: "QCoreApplication", interventions: int, notes_each: int, goal_ms: float
) -> list[BenchmarkResult]:
    from ipu_session.domain import commands as c
    from ipu_session.ui.core.session_bridge import SessionBridge

    bridge = SessionBridge(sessions.play_session(interventions, notes_each))
    count = f"{interventions * notes_each:,} notes"
    pane = _open_pane(app, bridge)

    def painted(act: Callable[[], object]) -> Callable[[], None]:
        def whole() -> None:
            act()
            app.processEvents()

        return whole

    index = bridge.notes_projection._index
    floor = [time_ms(partial(index.find, [(w, ()) for w in t.split()], 501)) for t in _QUERIES * 3]
    keys = [time_ms(painted(partial(pane.notes_list.search_line.setText, t))) for t in _QUERIES * 3]
    pane.notes_list.search_line.clear()
    views = [time_ms(painted(pane.notes_list.show_next_scope)) for _ in range(12)]
    orders = [time_ms(painted(pane.notes_list.sort_by_next)) for _ in range(12)]
    typing = [time_ms(painted(partial(pane.note_line.line.setText, "word " * n))) for n in range(1, 12)]
    notes = [time_ms(painted(lambda: bridge.execute(c.TakeNote("one more")))) for _ in range(11)]
    median = statistics.median
    goal = f"≤ {goal_ms:.0f} ms"
    rows = (
        (f"find: a key, {count}, median", median(keys)),
        (f"find: a key, {count}, slowest", max(keys)),
        (f"switch the view, {count}, slowest", max(views)),
        (f"switch the order, {count}, slowest", max(orders)),
        (f"a key in the note line, {count}, slowest", max(typing)),
        (f"a note taken and shown, {count}, median", median(notes)),
    )
    floor_ms = median(floor)
    pane.close()
    return [BenchmarkResult(act, "FTS5's own query", floor_ms, ours, goal) for act, ours in rows]


def _open_pane(app: "QCoreApplication", bridge: "SessionBridge") -> "NotesPane":
    from ipu_session.ui.debate.notes.pane import NotesPane

    pane = NotesPane(bridge)
    pane.resize(450, 650)
    pane.show()
    while bridge.notes_projection.index_more(5000):
        pass
    pane.notes_list.show_scope(2)
    # Warm-up: the first painting of rows with headings loads the bold font.
    for _ in range(3):
        pane.notes_list.sort_by_next()
        app.processEvents()
    return pane
