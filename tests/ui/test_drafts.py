"""What is half-typed anywhere goes to disk while the typing goes on, and comes back after a kill."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import ipu_session.ui
from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.report_versions import CorrectionOutcome
from ipu_session.domain.model.session import Session
from ipu_session.ui.contributions.pane import ContributionsPane
from ipu_session.ui.contributions.quote_line import _QuoteTextEdit
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.timers import ThrottleTimer
from ipu_session.ui.debate.notes.note_line import NoteLine
from ipu_session.ui.debate.notes.note_text_edit import NoteTextEdit
from ipu_session.ui.prepare.workspace import PrepareWorkspace
from ipu_session.ui.report.synthesis.markup_text_edit import MarkupTextEdit
from ipu_session.ui.report.workspace import ReportWorkspace
from tests.builders import MemoryJournal, a_session
from tests.construction import complete
from tests.fake_services import fake_services

KEYS = "a register of cases with names and days"


Widget = TypeVar("Widget", bound=QWidget)


class Room:
    """A session with a note, a contribution and a correction, and whatever is opened on it."""

    def __init__(self, qtbot: QtBot, journal: MemoryJournal | None = None) -> None:
        self.qtbot, self.journal = qtbot, journal or MemoryJournal()
        self.service = a_session("KE", journal=self.journal)
        self.bridge = SessionBridge(self.service)
        theme = self.session.themes[0].id
        for command in (
            c.TakeNote("noted before", themes=(theme,), loose=True),
            c.RegisterContribution(DelegationId("KE"), received="2022-03-15", pages=2),
            c.RegisterCorrection("wrong name", "2022-03-23", DelegationId("KE"), "", CorrectionOutcome.OPEN, "", None),
        ):
            self.bridge.execute(command)

    @property
    def session(self) -> Session:
        return self.service.session

    def prepare(self) -> PrepareWorkspace:
        return self._shown(complete(PrepareWorkspace(self.bridge, fake_services())))

    def report(self) -> ReportWorkspace:
        return self._shown(complete(ReportWorkspace(self.bridge, fake_services())))

    def contributions(self) -> ContributionsPane:
        return self._shown(ContributionsPane(self.bridge, fake_services()))

    def notes(self) -> NoteLine:
        return self._shown(NoteLine(self.bridge))

    def _shown(self, made: Widget) -> Widget:
        self.qtbot.addWidget(made)
        made.show()
        return made


def quoting(pane: ContributionsPane) -> _QuoteTextEdit:
    pane.reader.quote_line.set_entry(max(pane._bridge.session.contributions))
    return pane.reader.quote_line.field


def correcting(line: NoteLine) -> NoteTextEdit:
    if line._edited_note is None:
        line.edit_note(max(line._bridge.session.notes))
    return line.line


def a_passage(report: ReportWorkspace) -> MarkupTextEdit:
    report.tabs.setCurrentWidget(report.synthesis)
    return report.synthesis.text_edit


FORMS = {
    "note": (Room.notes, lambda line: line.line),
    "note-correction": (Room.notes, correcting),
    "contribution-title": (Room.contributions, lambda pane: pane.form.fields.title),
    "quotation": (Room.contributions, quoting),
    "passage": (Room.report, a_passage),
    "correction-received": (Room.report, lambda report: report.final_page.form.correction_line),
    "details-of-report": (Room.report, lambda report: report.details.multiline_fields["earlier_resolutions"]),
    "details": (Room.prepare, lambda prepare: prepare.details.text_fields["title"]),
    "theme-title": (Room.prepare, lambda prepare: prepare.themes.title_line),
    "delegation": (Room.prepare, lambda prepare: prepare.delegations.fields["name_fr"]),
}


@pytest.mark.parametrize(("make", "field_of"), FORMS.values(), ids=FORMS)
def test_steady_typing_is_kept_while_it_goes_on_and_comes_back(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Room], QWidget],
    field_of: Callable[[QWidget], QLineEdit | QPlainTextEdit],
) -> None:
    room = Room(qtbot)
    shown = make(room)
    field = field_of(shown)
    started: list[ThrottleTimer] = []

    def start(timer: ThrottleTimer) -> None:
        started.append(timer)
        super(ThrottleTimer, timer).start()

    monkeypatch.setattr(ThrottleTimer, "start", start)
    for key in KEYS:
        QTest.keyClicks(field, key)
    # However many keys: the time that it waits began with the first of them, and was not put off.
    assert len(started) <= 1
    (waiting,) = (soon for soon in shown.findChildren(ThrottleTimer) if soon.isActive())
    assert waiting.interval() <= 1_000
    waiting.timeout.emit()
    assert any(KEYS in text for text in room.journal.drafts.values())
    # The program was killed: no field was left, nothing was recorded; another one opens the same journal.
    again = field_of(make(room))
    said = again.text() if isinstance(again, QLineEdit) else again.toPlainText()
    assert KEYS in said


def test_what_was_recorded_is_no_longer_kept(qtbot: QtBot) -> None:
    room = Room(qtbot)
    prepare = room.prepare()
    prepare.themes.title_line.setText("A new theme")
    prepare.themes.field_drafts.save_drafts()
    assert "A new theme" in str(room.journal.drafts)
    prepare.themes.submit()
    assert "A new theme" not in str(room.journal.drafts)


FORGED = (
    *("[]", "3", "{", '{"fields": 3}', '{"form": "[]"}', '{"form": "{}"}', '{"about": [], "fields": []}'),
    *('{"form": "{\\"entry\\": \\"x\\", \\"path\\": 1, \\"fields\\": {}}", "files": 7}', "x 1 2 3", "7 text"),
    *("9" * 5000, "9" * 5000 + " text", '{"about": "' + "9" * 5000 + '", "fields": {"title": "t"}}'),
)
"""What a forged session, or another version of the program, may have kept as half-typed."""


class ForgedDrafts(MemoryJournal):
    """Has the same half-typed text under every key."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def read_draft(self, key: str) -> str:
        return self.text


@pytest.mark.parametrize("text", FORGED, ids=lambda text: text[:24])
def test_a_draft_that_this_program_has_not_written_stops_nothing(qtbot: QtBot, text: str) -> None:
    room = Room(qtbot, ForgedDrafts(text))
    for make in (Room.prepare, Room.report, Room.contributions, Room.notes):
        assert make(room).isVisible()


def test_no_other_timer_keeps_what_is_typed() -> None:
    """A timer that is restarted at each key keeps nothing while somebody types on (a debounce)."""
    root = Path(ipu_session.ui.__file__).parent
    kept = [path for path in root.rglob("*.py") if re.search(r"save_draft\(|\.flush\(\)", path.read_text())]
    assert len(kept) > 5
    assert [path.name for path in kept if "QTimer(" in path.read_text()] == []
