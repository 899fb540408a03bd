"""Tab reaches every part of every page, in order, and comes back to where it began: nowhere is a trap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from tests.narrowing import not_none
from tests.session_pages import show_debate, show_prepare, show_report
from tests.ui.debate_window import DebateWindow

MOST = 80
"""More stops than any page has."""


@pytest.fixture
def podium(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DebateWindow:
    return DebateWindow(qtbot, monkeypatch)


def walk(key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the keyboard is where it was before; return where it stopped, in order."""
    QApplication.processEvents()
    stops: list[QWidget] = []
    while QApplication.focusWidget() not in stops and len(stops) < MOST:
        stops.append(not_none(QApplication.focusWidget()))
        QTest.keyClick(stops[-1], key)
    assert QApplication.focusWidget() is stops[0], f"caught at {QApplication.focusWidget()}"
    return stops


def to_be_reached(podium: DebateWindow) -> set[QWidget]:
    """Every control that is on the screen and takes the keyboard by Tab."""
    tab = Qt.FocusPolicy.TabFocus
    found = podium.window.findChildren(QWidget)
    shown = (each for each in found if each.isVisible() and each.isEnabled() and each.focusProxy() is None)
    return {each for each in shown if each.focusPolicy() & tab == tab}


def check(podium: DebateWindow) -> list[QWidget]:
    stops = walk()
    # Of tabs that belong together the chosen one is a stop; the arrows lead to the others.
    missed = [each.accessibleName() or each for each in to_be_reached(podium) - set(stops) if not _grouped(each)]
    assert missed == []
    backwards = walk(Qt.Key.Key_Backtab)
    assert set(backwards) == set(stops)
    return stops


def _grouped(button: QWidget) -> bool:
    group = button.group() if isinstance(button, QAbstractButton) else None
    return group is not None and group.exclusive()


@pytest.mark.parametrize("page", range(6))
def test_every_page_of_prepare_is_reached(podium: DebateWindow, page: int) -> None:
    prepare = show_prepare(podium.view)
    prepare.tabs.setCurrentIndex(page)
    prepare.setFocus()
    check(podium)


@pytest.mark.parametrize("page", range(4))
def test_every_part_of_report_is_reached_in_order(podium: DebateWindow, page: int) -> None:
    podium.bridge.execute(c.GiveFloor())
    podium.bridge.execute(c.TakeNote("ratify", themes=(podium.service.session.themes[0].id,)))
    report = show_report(podium.view)
    report.tabs.setCurrentIndex(page)
    report.setFocus()
    stops = check(podium)
    assert stops[:3] == [report.theme_notes.themes_view, report.theme_notes.notes_view, report.tabs.tabBar()]
    beside = [number for number, stop in enumerate(stops) if report.tabs.isAncestorOf(stop)]
    below = [number for number, stop in enumerate(stops) if report.export_bar.isAncestorOf(stop)]
    assert beside == list(range(2, 2 + len(beside)))
    assert below == list(range(2 + len(beside), len(stops)))
    assert stops[below[-1]] is report.export_bar.tables_button


def test_the_floor_is_one_stop_between_the_list_and_the_notes(podium: DebateWindow) -> None:
    podium.bridge.execute(c.GiveFloor())
    debate = show_debate(podium.view)
    debate.focus_add_line()
    stops = check(podium)
    panes = [
        next(name for name in ("speakers", "floor", "notes") if _is_in(getattr(debate, name), stop)) for stop in stops
    ]
    assert panes.count("floor") == 1
    assert panes == sorted(panes, key=("speakers", "floor", "notes").index)
    floor = stops[panes.index("floor")]
    floor.setFocus()
    assert "Kenya – Ms. S. Kihika has the floor, 3:00 left." in floor.accessibleName()


def _is_in(pane: QFrame, widget: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)


def test_the_arrows_read_the_floor_line_by_line(podium: DebateWindow) -> None:
    podium.bridge.execute(c.GiveFloor())
    floor = show_debate(podium.view).floor
    floor.setFocus()
    podium.heard.clear()
    for _ in range(40):
        QTest.keyClick(floor, Qt.Key.Key_Down)
    said = [words for words, _ in podium.heard]
    assert said[0] == "Ms. S. Kihika"
    assert "3:00" in said
    assert "next: Peru" in said
    assert any("Pause" in words for words in said)
    assert podium.service.session.floor is not None


@pytest.mark.parametrize("form", ["enter_from_paper", "propose_order", "focus_history"])
def test_what_takes_the_place_of_the_list_is_reached_too(podium: DebateWindow, form: str) -> None:
    debate = show_debate(podium.view)
    getattr(debate.speakers, form)()
    check(podium)
