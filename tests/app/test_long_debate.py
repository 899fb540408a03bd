"""Three hours and sixty speakers through the real window, in simulated time.

The test keeps its own ledger, by seconds, as somebody with a stopwatch would. The screen at each beat, the
journal, the exports and the report at the end must agree with it to the second.
"""

import io
import itertools
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services import file_services as real
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details, Session
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import DIRECTORY, THEMES, FakeClock
from tests.construction import wait_until_open
from tests.controllers import application
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.report.word_reader import tables
from tests.session_pages import session_view, show_debate
from tests.store.files import rows_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
CODES = [entry.id for entry in DIRECTORY if entry.category == "member"]
SPEAKERS = 60
THREE_HOURS = 3 * 3_600


class Paper:
    """One line of the stopwatch's own paper."""

    def __init__(self, kind: str, limit: int) -> None:
        self.kind, self.limit = kind, limit
        self.spoken = self.paused = self.held = self.granted = 0

    @property
    def face(self) -> str:
        """What a clock must show: the time left, or over."""
        left = self.limit + self.granted - self.spoken
        sign = "+" if left < 0 else ""
        return f"{sign}{abs(left) // 60}:{abs(left) % 60:02d}"


class Podium:
    """The window, its clock, and the paper beside it."""

    def __init__(self, desk: AppController, clock: FakeClock) -> None:
        self.desk, self.clock = desk, clock
        self.view = session_view(desk.window)
        self.view._poller.stop()
        self.view._ticker.stop()
        self.debate = show_debate(self.view)
        self.papers: list[Paper] = []
        self.speaking: Paper | None = None
        self.below: list[Paper] = []
        self.paused = self.suspended = False
        self.beats = 0

    @property
    def session(self) -> Session:
        return not_none(self.desk.bridge).session

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(not_none(self.view.focusWidget() or self.view), key, modifiers)

    def passes(self, seconds: int) -> None:
        """Let time pass; the paper counts, and the screen must agree."""
        self.clock.advance(seconds)
        for paper in self.below:
            paper.held += seconds
        if self.speaking is not None:
            if self.suspended:
                self.speaking.held += seconds
            elif self.paused:
                self.speaking.paused += seconds
            else:
                self.speaking.spoken += seconds
        self.view._poller.poll()
        self.view._ticker.tick()
        self.beats += 1
        shown = "–:––" if self.speaking is None else self.speaking.face
        assert self.debate.floor.clock.time_label.text() == shown

    def begins(self, kind: str, limit: int) -> None:
        self.speaking = Paper(kind, limit)
        self.papers.append(self.speaking)

    def interrupts(self, kind: str, limit: int) -> None:
        self.below.append(not_none(self.speaking))
        self.begins(kind, limit)

    def goes_on(self) -> None:
        self.speaking = self.below.pop()


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Podium, Path]]:
    clock = FakeClock()
    desk = AppController(
        application(),
        fake_services(),
        clock,
        AppPaths(tmp_path / "settings.json", paths.resources_dir(), tmp_path),
    )
    desk.start(None)
    path = tmp_path / "long.ipusession"
    desk.create_session(path, c.CreateSession(Details(title="Long debate"), Rules(), DIRECTORY, THEMES))
    wait_until_open(desk)
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    yield Podium(desk, clock), path
    desk.window.close_without_asking()
    desk.wait_for_tasks()
    desk.window.deleteLater()


def names(podium: Podium) -> None:
    """Sixty names typed into the line; two replies among them."""
    line = podium.debate.speakers.add_line.line
    for number in range(SPEAKERS):
        code = CODES[number % len(CODES)]
        podium.press(Qt.Key.Key_F2)
        QTest.keyClicks(line, f"{code.lower()}, Ms. N{number:02d}")
        podium.press(Qt.Key.Key_Return)
    for reply in ("ke", "pe"):
        podium.press(Qt.Key.Key_F2)
        podium.debate.speakers.add_line.kind_box.setCurrentIndex(1)
        QTest.keyClicks(line, reply)
        podium.press(Qt.Key.Key_Return)


def speech(podium: Podium, chance: random.Random) -> None:
    """One turn: a while of speaking, and now and then something in between."""
    for _ in range(chance.randint(3, 12)):
        podium.passes(chance.randint(3, 29))
        happens = chance.choice([None, None, None, pause, more_time, less_time, order, question, chair, tea, motion])
        if happens is not None:
            happens(podium, chance)
    podium.passes(chance.randint(1, 9))


def pause(podium: Podium, chance: random.Random) -> None:
    podium.press(Qt.Key.Key_F6)
    podium.paused = True
    podium.passes(chance.randint(1, 20))
    podium.press(Qt.Key.Key_F6)
    podium.paused = False


def more_time(podium: Podium, chance: random.Random) -> None:
    podium.press(Qt.Key.Key_F8)
    not_none(podium.speaking).granted += 30


def less_time(podium: Podium, chance: random.Random) -> None:
    podium.press(Qt.Key.Key_F8, SHIFT)
    speaking = not_none(podium.speaking)
    if speaking.limit + speaking.granted >= 30:
        speaking.granted -= 30


def order(podium: Podium, chance: random.Random) -> None:
    podium.press(Qt.Key.Key_F9)
    podium.interrupts("point-of-order", 60)
    podium.passes(chance.randint(1, 70))
    podium.press(*chance.choice([(Qt.Key.Key_F10, PLAIN), (Qt.Key.Key_F9, SHIFT), (Qt.Key.Key_F9, CTRL)]))
    podium.goes_on()


def question(podium: Podium, chance: random.Random) -> None:
    podium.press(Qt.Key.Key_F5, CTRL)
    podium.interrupts("question", 30)
    podium.passes(chance.randint(1, 40))
    if chance.random() < 0.5:
        podium.press(Qt.Key.Key_F7)
    else:
        podium.press(Qt.Key.Key_F5)
        podium.begins("response", 30)
        podium.passes(chance.randint(1, 40))
        podium.press(Qt.Key.Key_F5)
    podium.goes_on()


def chair(podium: Podium, chance: random.Random) -> None:
    """The chair's clock has no limit and counts up: the paper's own face is that of a limit of nothing."""
    podium.press(Qt.Key.Key_F7, CTRL)
    podium.below.append(not_none(podium.speaking))
    podium.speaking = None
    spoken = chance.randint(1, 90)
    podium.clock.advance(spoken)
    for paper in podium.below:
        paper.held += spoken
    podium.view._poller.poll()
    podium.view._ticker.tick()
    assert podium.debate.floor.clock.time_label.text() == f"{spoken // 60}:{spoken % 60:02d}"
    podium.begins("chair", 0)
    podium.papers[-1].spoken = spoken
    podium.press(Qt.Key.Key_F7)
    podium.goes_on()


def tea(podium: Podium, chance: random.Random) -> None:
    podium.press(Qt.Key.Key_F12)
    podium.suspended = True
    podium.passes(chance.randint(10, 120))
    podium.press(Qt.Key.Key_F12)
    podium.suspended = False


def motion(podium: Podium, chance: random.Random) -> None:
    podium.press(Qt.Key.Key_M, CTRL | SHIFT)
    podium.interrupts("motion", 60)
    podium.passes(chance.randint(1, 70))
    if chance.random() < 0.7:
        podium.press(Qt.Key.Key_F5)
        podium.begins("against-motion", 60)
        podium.passes(chance.randint(1, 70))
    podium.press(chance.choice([Qt.Key.Key_Y, Qt.Key.Key_R, Qt.Key.Key_U]), CTRL | SHIFT)
    podium.goes_on()


def hold(podium: Podium) -> None:
    """The debate, from the first name to the closing."""
    chance = random.Random(144)
    names(podium)
    podium.press(Qt.Key.Key_O, CTRL | SHIFT)
    start_ms = podium.clock.now_ms
    for number in itertools.count():
        first_replies = {0: 180, 1: 180}
        reply = number - SPEAKERS
        podium.press(Qt.Key.Key_F5)
        podium.begins("speech" if reply < 0 else "reply", first_replies.get(reply, 180))
        speech(podium, chance)
        if number + 1 == SPEAKERS + 2:
            break
        if chance.random() < 0.3:
            podium.press(Qt.Key.Key_F7)
            podium.speaking = None
            podium.passes(chance.randint(1, 30))
    podium.press(Qt.Key.Key_F7)
    podium.speaking = None
    left = THREE_HOURS - (podium.clock.now_ms - start_ms) // 1000
    podium.passes(max(1, left))
    podium.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert podium.clock.now_ms - start_ms >= THREE_HOURS * 1000


def test_screen_journal_exports_and_report_agree_with_the_stopwatch(made: tuple[Podium, Path]) -> None:
    podium, path = made
    hold(podium)
    papers, session, now = podium.papers, podium.session, podium.clock.now()
    kinds = Counter(paper.kind for paper in papers)
    assert kinds["speech"] == SPEAKERS
    assert kinds["reply"] == 2
    assert min(kinds[kind] for kind in ("point-of-order", "question", "response", "motion", "chair")) > 3
    spoken = [(paper.kind, paper.spoken) for paper in papers]

    podium.press(Qt.Key.Key_H, CTRL)
    lines = [line.cells[3].split(" · ")[0] for line in podium.debate.speakers.history.model.rows]
    assert lines == [f"{seconds // 60}:{seconds % 60:02d}" for _, seconds in spoken]

    told = json.loads(to_json(session, now, path))["interventions"]
    assert [(each["kind"], each["spoken_seconds"]) for each in told] == spoken
    for name in ("paused", "granted", "held"):
        assert [each[f"{name}_seconds"] for each in told] == [getattr(paper, name) for paper in papers]

    assert in_word(real.report_bytes(session, now, ReportOptions())) == [
        f"{seconds // 60}:{seconds % 60:02d}" for kind, seconds in spoken if kind == "speech"
    ]
    podium.desk.show_start_page()
    assert folded(rows_of(path)) == spoken
    assert check_file(path) == ()


def to_json(session: Session, now: Timestamp, path: Path) -> str:
    out = path.with_suffix(".json")
    real.export(session, now, "json", out)
    return out.read_text("utf-8")


def folded(rows: list[JournalRow]) -> list[tuple[str, float]]:
    """The spoken seconds by a plain reading of the journal's lines, without the program's own fold."""
    running: dict[int, float] = {}
    spoken: defaultdict[int, float] = defaultdict(float)
    order: list[tuple[int, str]] = []
    for line in dump_lines(rows):
        row = json.loads(line)
        at_s = sum(int(part) * unit for part, unit in zip(row["at"][11:19].split(":"), (3_600, 60, 1), strict=True))
        kind, data = row["kind"], row["data"]
        if kind == "FloorGiven":
            order.append((data["intervention"], data["kind"]))
        if kind in {"FloorGiven", "SpeechResumed", "SpeechRestored"}:
            running[data["intervention"]] = at_s
        if kind in {"SpeechPaused", "SpeechHeld", "InterventionEnded"} and data["intervention"] in running:
            spoken[data["intervention"]] += at_s - running.pop(data["intervention"])
    return [(kind, spoken[number]) for number, kind in order]


def in_word(data: bytes) -> list[str]:
    """The durations of the list of speakers, read from the Word file."""
    found = tables(docx.Document(io.BytesIO(data)))
    [speakers] = [table for table in found if len(table.rows) == SPEAKERS + 2 and len(table.columns) == 7]
    return [row.cells[-1].text.split(" / ")[0] for row in speakers.rows[1:-1]]
