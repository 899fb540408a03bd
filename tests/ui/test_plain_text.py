"""Nothing that anybody typed or sent is taken for markup: it is shown as it stands, and no file is opened."""

import ctypes
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QPushButton,
    QTabWidget,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.motions import MotionKind
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.rules import Category, Kind, Rules
from ipu_session.domain.model.session import Delegation, Details, Gender, NoteKind, Person
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_and_close
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.strings.literal_text import (
    action_label,
    escape_mnemonic,
    escape_window_title,
    literal_tooltip,
    set_literal_tooltip,
)
from ipu_session.ui.widgets.chip import Chip
from ipu_session.ui.widgets.command_button import CommandButton
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name
from ipu_session.ui.widgets.text.elided_label import ElidedLabel
from tests.builders import FakeClock
from tests.controllers import started_controller
from tests.narrowing import not_none
from tests.session_pages import session_view

MARKED = re.compile(r"<\s*(img|b|a|i)\b", re.IGNORECASE)


class Watched:
    """Counts how often a file is opened, by whatever code of this process."""

    _OPEN = 0x20

    def __init__(self, path: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._handle >= 0
        assert self._libc.inotify_add_watch(self._handle, os.fsencode(path), self._OPEN) >= 0

    def opened(self) -> bool:
        """Whether it was opened since this was asked last."""
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        os.close(self._handle)


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[tuple[Path, Watched]]:
    path = tmp_path / "bait.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    watched = Watched(path)
    yield path, watched
    watched.close()


def test_the_bait_is_opened_where_text_is_taken_for_markup(qtbot: QtBot, bait: tuple[Path, Watched]) -> None:
    path, watched = bait
    rich = QLabel(f'<img src="file://{path}">')
    qtbot.addWidget(rich)
    rich.show()
    rich.grab()
    assert watched.opened(), "the bait catches nothing"


TEXTS = (
    *("title", "assembly", "adopting_assembly", "adopting_date", "committee", "place", "chair", "symbol"),
    *("concept_note", "contributions_deadline"),
)


def hostile_file(folder: Path, evil: str) -> Path:
    """A session in which every text that anybody can type or send is ``evil``."""
    path, clock = folder / "evil.ipusession", FakeClock()
    texts: dict[str, Any] = dict.fromkeys(TEXTS, evil)
    details = Details(**texts, co_rapporteurs=(evil, evil), earlier_resolutions=(evil,))
    lands = tuple(a_land(code, evil) for code in ("AA", "BB", "CC"))
    with create_and_close(path) as journal:
        service = SessionService(journal, clock)
        service.execute(c.CreateSession(details, Rules(), lands, ((evil, evil), (f"2 {evil}", evil))))
        for command in hostile_acts(service, evil):
            clock.advance(3)
            service.execute(command)
    return path


def a_land(code: str, evil: str) -> Delegation:
    names = (f"{code} {evil}",) * 4
    return Delegation(DelegationId(code), Category.MEMBER, *names, iso2=code, groups=(f"G {evil}",))


def hostile_acts(service: SessionService, evil: str) -> Iterator[c.Command]:
    """The acts of a debate, each with ``evil`` wherever it takes a text."""
    theme = service.session.themes[0].id
    people = [
        Person(DelegationId(code), f"{code} {evil}", evil, Gender.WOMAN, function=evil, language=evil)
        for code in ("AA", "BB", "CC")
    ]
    yield c.OpenSitting()
    yield from (c.AddRequest(each, themes=(theme,)) for each in people)
    yield c.GiveFloor()
    yield from (c.TakeNote(f"{kind} {evil}", kind, (theme,)) for kind in NoteKind)
    yield c.TakeNote(evil)
    notes = tuple(service.session.notes)[:2]
    yield c.AddNotesToSynthesis(theme, SynthesisSection.CONVERGENCE, notes)
    yield c.AddNotesToSynthesis(None, SynthesisSection.OPERATIVE, notes)
    yield c.SupportPassage(service.session.passages[-1].id, (DelegationId("CC"),))
    yield c.EndIntervention()
    yield c.AddRequest(Person(name=evil, organization=evil))
    yield c.AddRequest(people[0], Kind.REPLY)
    yield c.GiveFloor()
    yield c.MoveMotion(people[1])
    yield c.ExplainMotion(MotionKind.OTHER, evil)
    yield c.RegisterContribution(DelegationId("BB"), "2022-04-20", 2, themes=(theme,), title=evil, text=evil)
    yield c.RegisterCorrection(evil, "2022-03-23", DelegationId("AA"), evil, note=evil)


@pytest.fixture
def evil(bait: tuple[Path, Watched]) -> str:
    return f'<img src="file://{bait[0]}"><b>x</b>&y'


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, evil: str) -> Iterator[AppController]:
    places = AppPaths(tmp_path / "config" / "settings.json", paths.resources_dir(), tmp_path)
    path = hostile_file(tmp_path, evil)
    for made in started_controller(build_app_services(), FakeClock(), places, path):
        made.apply_preferences(Preferences(hall_screen="window", chair_screen="window"))
        yield made


PLACES = (
    *("prepare", "contributions", "debate", "order", "replies", "heard", "from-paper", "allotment", "find"),
    *("report", "preview", "balance", "matrix", "hall", "chair", "tell-hall", "print-list", "undo", "redo"),
)


def read_as(tip: str) -> str:
    """What a tooltip shows."""
    if not GuiQt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def tips_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """(what, how it is set) of every text of a widget that Qt guesses about."""
    yield from ((what, getattr(widget, what)()) for what in ("toolTip", "statusTip", "whatsThis"))
    yield from (("action", action.toolTip()) for action in widget.actions())
    if isinstance(widget, QTabWidget):
        yield from (("tab", widget.tabToolTip(number)) for number in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells_of(widget.model())


_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)


def cells_of(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for role in _ROLES:
        # A list model hides how many columns it has.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for column in range(columns):
            yield "heading", model.headerData(column, Qt.Orientation.Horizontal, role) or ""
            for row in range(min(model.rowCount(QModelIndex()), 40)):
                yield "cell", model.data(model.index(row, column), role) or ""


def captions_of(widget: QWidget) -> Iterator[str]:
    """The texts of a widget in which a single ampersand is none."""
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(number) for number in range(widget.count()))


def guesses(widget: QWidget) -> bool:
    """Whether a widget takes the text that it has for markup, or would take a pasted one."""
    if isinstance(widget, QLabel):
        return widget.textFormat() is not Qt.TextFormat.PlainText and GuiQt.mightBeRichText(widget.text())
    return isinstance(widget, QTextEdit) and widget.acceptRichText() and not widget.isReadOnly()


def shown_of(text: str) -> str:
    """What a button shows of a text: a single ampersand is none."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def everything(window: MainWindow) -> list[QWidget]:
    top = [window, *(w for w in QApplication.topLevelWidgets() if w is not window)]
    return [widget for each in top for widget in (each, *each.findChildren(QWidget))]


def wrong_in(widget: QWidget, seen: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What a widget shows otherwise than as it stands; what has a mark in it goes to what was ``seen``."""
    if guesses(widget):
        yield "label", widget.text() if isinstance(widget, QLabel) else "takes rich text"
    for what, text in tips_of(widget):
        shown = read_as(text)
        if MARKED.search(shown):
            seen.add((what, text))
        elif MARKED.search(text):
            yield what, text
    for text in map(shown_of, captions_of(widget)):
        if "</b>" in text and "…" not in text and "</b>&y" not in text:
            yield "caption", text


def test_every_text_of_the_whole_window_is_shown_as_it_stands(
    desk: AppController, bait: tuple[Path, Watched], evil: str
) -> None:
    view = session_view(desk.window)
    seen: set[tuple[str, str]] = set()
    wrong: list[tuple[str, ...]] = []
    for place in PLACES:
        view.navigation_actions[place].trigger()
        QApplication.processEvents()
        found = [each for each in everything(desk.window) if each.isVisible()]
        wrong += [(place, type(each).__name__, *fault) for each in found for fault in wrong_in(each, seen)]
        for each in QApplication.topLevelWidgets():
            if each.isVisible():
                each.grab()
    for _, text in seen:
        QToolTip.showText(QPoint(9, 9), text, desk.window)
        QApplication.processEvents()
    QToolTip.hideText()
    assert wrong == []
    assert {"toolTip", "cell"} <= {what for what, _ in seen}, "the walk went past the texts"
    assert evil in desk.window.windowTitle()
    assert not bait[1].opened()


def test_fields_and_lists_show_it_too(desk: AppController, evil: str) -> None:
    view = session_view(desk.window)
    for place in ("debate", "report", "prepare"):
        view.navigation_actions[place].trigger()
    boxes = [box.itemText(n) for box in not_none(view).findChildren(QComboBox) for n in range(box.count())]
    cells = [
        str(each.model().data(each.model().index(row, column)) or "")
        for each in not_none(view).findChildren(QAbstractItemView)
        if each.model() is not None
        for row in range(each.model().rowCount(QModelIndex()))
        for column in range(each.model().columnCount(QModelIndex()))
    ]
    assert sum(MARKED.search(text) is not None for text in (*boxes, *cells)) > 10


@pytest.mark.parametrize(
    "text",
    ["plain", "a < b", "<b>bold</b>", "x &lt; y", "<img src='file:///x'>\nbelow", "  <!-- c -->", "<?xml ?>", ""],
)
def test_a_tip_is_read_as_it_stands(text: str) -> None:
    assert read_as(literal_tooltip(text)).split() == text.split()


def test_a_tip_that_was_escaped_is_read_out_as_it_stands_and_the_next_one_too(qtbot: QtBot) -> None:
    shown = QPushButton()
    qtbot.addWidget(shown)
    set_literal_tooltip(shown, "<b>x</b>")
    assert shown.accessibleDescription() == "<b>x</b>"
    set_literal_tooltip(shown, "plain")
    assert (shown.accessibleDescription(), shown.toolTip()) == ("plain", "plain")


def test_the_parts_of_the_house_show_what_they_are_given(qtbot: QtBot, evil: str) -> None:
    chip, line, pressed = (Chip(evil, "Ctrl+1"), ElidedLabel("quiet"), make_button(escape_mnemonic(evil), str, evil))
    chip.add_tooltip_line(evil)
    line.setText(evil)
    text = make_label(evil)
    set_accessible_name(text, "name", evil)
    action = QAction(escape_mnemonic(evil))
    act = CommandButton(action)
    for each in (chip, line, pressed, text, act):
        qtbot.addWidget(each)
        each.resize(4000, 40)
        each.show()
        assert evil in read_as(each.toolTip())
    assert read_as(chip.toolTip()).count(evil) == 2
    assert action_label(action) == evil
    assert act.accessibleName() == evil
    assert shown_of(act.text()).endswith(evil)
    assert shown_of(chip.text()) == evil


def test_a_title_may_have_the_mark_of_a_change(qtbot: QtBot) -> None:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.setWindowTitle(escape_window_title("a [*] b"))
    assert shown.windowTitle() == "a [*][*] b"
