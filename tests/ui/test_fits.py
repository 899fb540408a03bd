"""The window fits a laptop's screen of 1366×768 in every size of letters and every language."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from ipu_session.app import paths
from ipu_session.app.desk import Desk, Places
from ipu_session.app.run_mark import Left, Standing
from ipu_session.domain.saving import Unsaved
from ipu_session.store.errors import StoreError, StoreTrouble
from ipu_session.ui.gap_bar import GapBar
from ipu_session.ui.preferences import Preferences
from ipu_session.ui.save_bar import SaveBar
from ipu_session.ui.session_view import WORKSPACES
from ipu_session.ui.widgets.room import Room
from tests.builders import FakeClock
from tests.store.files import a_file
from tests.ui_fakes import fake_errands

WIDTH, HEIGHT = 1366, 768


@pytest.fixture
def desk(qtbot, tmp_path):
    places = Places(tmp_path / "settings.json", paths.resources(), tmp_path)
    made = Desk(QApplication.instance(), fake_errands(), FakeClock(), places)
    made.start(a_file(tmp_path / "d.ipusession"))
    yield made
    made.prefer(Preferences())
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()
    made.window.deleteLater()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_workspace_wants_more_room_than_the_screen_has(desk, language):
    for scale in (100, 150, 200):
        desk.prefer(Preferences(language=language, scale=scale))
        for name in WORKSPACES:
            desk.window.centralWidget().go(name)
            QApplication.processEvents()
            wanted = desk.window.minimumSizeHint()
            assert (wanted.width() <= WIDTH, wanted.height() <= HEIGHT) == (True, True), (scale, name, wanted)
            desk.window.resize(WIDTH, HEIGHT)
            QApplication.processEvents()
            assert desk.window.findChild(Room).verticalScrollBar().maximum() == 0, (scale, name)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nor_does_it_with_every_bar_that_can_stand_above(desk, language):
    unsaved = Unsaved(
        12, StoreError(StoreTrouble.DISK_FULL, "/media/stick/debate.ipusession"), "/home/x/" * 20
    )
    for scale in (100, 150, 200):
        desk.prefer(Preferences(language=language, scale=scale))
        # The letters of what is not in front grow when it is laid out again.
        for name in WORKSPACES:
            desk.window.centralWidget().go(name)
            QApplication.processEvents()
        desk.mishaps.tell_of_end(Left(Standing("/home/somebody/debate.ipusession"), 0))
        view = desk.window.centralWidget()
        view.findChild(SaveBar).show_unsaved(unsaved)
        gaps = view.findChild(GapBar)
        gaps.said.setText("The program ended without warning; nobody watched. " * 3)
        gaps.show()
        for name in WORKSPACES:
            view.go(name)
            QApplication.processEvents()
            wanted = desk.window.minimumSizeHint()
            assert (wanted.width() <= WIDTH, wanted.height() <= HEIGHT) == (True, True), (scale, name, wanted)
