"""Whatever a paste brings into a field is on disk as it was shown, and comes back in every export."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.app.services.file_services import export, report_bytes
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.history import History
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details, Session
from ipu_session.report.sanitize import sanitize_text
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.maintenance.integrity import check_file
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit
from tests.builders import DIRECTORY, START_MS, THEMES, FakeClock, person
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.patience import Work
from tests.session_pages import show_debate, show_prepare, show_report

HOSTILE = "a\x00b\x0bc\x1b\ufffe \u202eعربي\u202c 😀 e\u0301 \u00a0<b>&amp;</b> ]]> {{ x }} =1+1 %s \\N 'z"
CTRL = Qt.KeyboardModifier.ControlModifier


class Room:
    """The whole session view on a real file."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.path = path
        self.service = SessionService(create_session_file(path), FakeClock())
        self.service.execute(c.CreateSession(Details(title="Migration"), Rules(), DIRECTORY, THEMES))
        self.service.execute(c.AddRequest(person("KE", "Kihika")))
        self.service.execute(c.OpenSitting())
        self.service.execute(c.GiveFloor())
        self.view = SessionView(SessionBridge(self.service), fake_services())
        qtbot.addWidget(self.view)
        self.view.resize(1366, 700)
        self.view.show()

    def close(self) -> None:
        self.view.shut_down()
        self.service.close()

    def journal(self) -> list[object]:
        """Every event on disk, as one of the forms of export."""
        journal = open_journal(self.path, read_only=True)
        lines = [json.loads(line) for line in dump_lines(journal.replay())]
        journal.close()
        return lines

    def session(self) -> Session:
        """The session as it stands on disk."""
        journal = open_journal(self.path, read_only=True)
        session = History(journal.replay()).state
        journal.close()
        return session


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(qtbot, tmp_path / "pasted.ipusession")
    yield made
    made.close()
    assert check_file(made.path) == ()


Recorded = Callable[[Session], str]
"""Finds the text that was entered in the session on disk."""
Field = Callable[["Room", str], Recorded]
"""Enters a text."""


def paste(field: LineEdit | TextEdit, text: str) -> None:
    """Paste as a user does: by the clipboard and Ctrl+V."""
    carried = QMimeData()
    carried.setText(text)
    QGuiApplication.clipboard().setMimeData(carried)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()


def a_note(room: Room, text: str) -> Recorded:
    line = show_debate(room.view).notes.note_line.line
    paste(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return lambda session: session.notes[max(session.notes)].text


def a_name(room: Room, text: str) -> Recorded:
    line = show_debate(room.view).speakers.add_line.line
    paste(line, f"Kenya, {text}")
    QTest.keyClick(line, Qt.Key.Key_Return)
    return lambda session: session.delegates[max(session.delegates)].person.name


def a_theme(room: Room, text: str) -> Recorded:
    chips = show_debate(room.view).notes.theme_chips
    chips.start_new_theme()
    paste(chips.new_theme_line, text)
    QTest.keyClick(chips.new_theme_line, Qt.Key.Key_Return)
    return lambda session: session.themes[-1].title


def a_title(room: Room, text: str) -> Recorded:
    line = show_prepare(room.view).details.text_fields["title"]
    paste(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return lambda session: session.details.title


def a_passage(room: Room, text: str) -> Recorded:
    report = show_report(room.view)
    report.focus_synthesis()
    editor = report.synthesis
    editor.passages.set_current(SynthesisSection.CONVERGENCE)
    paste(editor.text_edit, text)
    editor.submit()
    return lambda session: session.passages[-1].text


def of_the_masthead(name: str) -> Field:
    def field(room: Room, text: str) -> Recorded:
        paste(line := show_prepare(room.view).details.text_fields[name], text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        return lambda session: getattr(session.details, name)

    field.__name__ = name
    return field


def lines_of_the_masthead(name: str) -> Field:
    def field(room: Room, text: str) -> Recorded:
        details = show_prepare(room.view).details
        paste(details.multiline_fields[name], text)
        details.submit()
        return lambda session: getattr(session.details, name)[-1]

    field.__name__ = name
    return field


def of_a_delegation(name: str) -> Field:
    def field(room: Room, text: str) -> Recorded:
        page = show_prepare(room.view).delegations
        show_prepare(room.view).tabs.setCurrentWidget(page)
        page.start_new()
        page.fields["name_en"].setText("An organization")
        paste(page.fields[name], text)
        page.submit()

        def recorded(session: Session) -> str:
            made = next(d for d in session.delegations.values() if d.name_en == "An organization")
            value = getattr(made, name)
            return value if isinstance(value, str) else ", ".join(value)

        return recorded

    field.__name__ = f"delegation_{name}"
    return field


def a_contribution(room: Room, text: str) -> Recorded:
    form = show_prepare(room.view).contributions.form
    show_prepare(room.view).tabs.setCurrentWidget(show_prepare(room.view).contributions)
    paste(form.fields.delegation.line, "Kenya")
    form.fields.pages_box.setValue(1)
    paste(form.fields.title, text)
    QTest.keyClick(form.fields.title, Qt.Key.Key_Return)
    return lambda session: session.contributions[max(session.contributions)].title


def a_quotation(room: Room, text: str) -> Recorded:
    a_contribution(room, "Views of Kenya")
    pane = show_prepare(room.view).contributions
    pane.reader.quote_line.set_entry(max(room.service.session.contributions))
    paste(pane.reader.quote_line.field, text)
    pane.reader.quote_line.submit()
    return lambda session: session.notes[max(session.notes)].text


def a_motion(room: Room, text: str) -> Recorded:
    room.service.execute(c.MoveMotion(person("PE", "Rojas")))
    line = show_debate(room.view).floor.motion_form.line
    paste(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return lambda session: not_none(session.pending_motion).subject


def a_reason(room: Room, text: str) -> Recorded:
    room.service.execute(c.SuspendSitting(""))
    line = show_debate(room.view).floor.reason_line
    paste(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return lambda session: not_none(session.sitting).suspensions[-1].reason


def a_correction(room: Room, text: str) -> Callable[..., str]:
    room.service.execute(c.EndIntervention())
    room.service.execute(c.CloseSitting())
    page = show_report(room.view).final_page
    show_report(room.view).tabs.setCurrentWidget(page)
    for line in (page.form.sender_line, page.form.correction_line, page.form.remark_line):
        paste(line, text)
    page.form.day_line.set_value("2022-03-25")
    page.form.submit()

    def recorded(session: Session) -> str:
        each = session.correction_requests[max(session.correction_requests)]
        assert each.person == each.text == each.note
        return each.text

    return recorded


SHOWN = [
    a_note,
    a_name,
    a_theme,
    a_title,
    a_passage,
    a_contribution,
    a_motion,
    a_reason,
    a_quotation,
    *map(of_the_masthead, ("assembly", "committee", "place", "chair", "symbol")),
    *map(lines_of_the_masthead, ("co_rapporteurs", "earlier_resolutions")),
]
"""The fields whose text stands in the report."""
KEPT = [
    a_correction,
    *map(of_the_masthead, ("adopting_assembly", "adopting_date")),
    *map(of_a_delegation, ("name_fr", "name_es", "name_ar", "iso2", "groups")),
]
"""The fields whose text stands in the record alone, as long as nobody of them has spoken."""
FIELDS = SHOWN + KEPT
LONG = [a_note, a_name, a_theme, a_title, a_passage]


def plain(text: str) -> str:
    """A text as it is compared: without what no reader sees, blanks alike, as any program may compose it."""
    seen = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in sanitize_text(text))
    return " ".join(unicodedata.normalize("NFC", seen).split())


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.__name__)
def test_a_hostile_paste_is_recorded_and_comes_back_in_every_export(room: Room, field: Field) -> None:
    recorded = field(room, HOSTILE)(room.session())
    for part in ("عربي", "😀", "e\u0301", "<b>&amp;</b>", "]]>", "{{ x }}", "\\N 'z"):
        assert part in recorded
    session, now = room.session(), Timestamp(START_MS + 60_000, 480)
    assert plain(recorded) in plain(strings(room.journal()))
    if field in KEPT:
        return
    word = room.path.with_name("report.docx")
    word.write_bytes(report_bytes(session, now, ReportOptions("en")))
    assert plain(recorded) in plain(text_of(word))
    if field in (a_motion, a_reason):
        return
    out = room.path.with_name("record.json")
    export(session, now, "json", out)
    assert plain(recorded) in plain(strings(json.loads(out.read_text("utf-8"))))


@pytest.mark.parametrize("field", LONG, ids=lambda field: field.__name__)
def test_a_megabyte_is_taken_whole_and_the_window_goes_on(room: Room, field: Field) -> None:
    work = Work()
    text = "word " * 200_000 + "end"
    assert field(room, text)(room.session()).endswith("end")
    room.view.grab()
    assert work.stays_within(20)
    session, now = room.session(), Timestamp(START_MS + 60_000, 480)
    out = room.path.with_name("record.json")
    export(session, now, "json", out)
    assert out.stat().st_size > 1_000_000
    word = room.path.with_name("report.docx")
    word.write_bytes(report_bytes(session, now, ReportOptions("en")))
    assert len(text_of(word)) > 1_000_000


def test_every_field_there_is_takes_a_megabyte_and_the_window_goes_on(room: Room) -> None:
    text = HOSTILE + "word " * 200_000 + "end"
    seen = set()
    for workspace in ("prepare", "debate", "report"):
        page = room.view.show_workspace(workspace)
        fields: list[LineEdit | TextEdit] = [*page.findChildren(LineEdit), *page.findChildren(TextEdit)]
        for field in fields:
            if field.isReadOnly() or not field.isEnabled():
                continue
            work = Work()
            before = field.toPlainText() if isinstance(field, TextEdit) else field.text()
            paste(field, text)
            shown = field.plain_text if isinstance(field, TextEdit) else field.text()
            is_limited = isinstance(field, LineEdit) and field.validator() is not None
            assert shown.endswith("end") or is_limited, field.accessibleName()
            field.setPlainText(before) if isinstance(field, TextEdit) else field.setText(before)
            seen.add(field.accessibleName())
            assert work.stays_within(10), field.accessibleName()
    room.view.grab()
    assert len(seen) > 40, sorted(seen)


def strings(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(map(strings, value.values()))
    if isinstance(value, list):
        return " ".join(map(strings, value))
    return str(value)


def text_of(path: Path) -> str:
    return " ".join("".join(node.itertext()) for node in docx.Document(str(path)).element.body)
