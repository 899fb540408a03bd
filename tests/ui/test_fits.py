"""The window fits a laptop's screen of 1366×768 in every size of letters and every language."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from ipu_session.app import paths
from ipu_session.app.desk import Desk, Places
from ipu_session.ui.preferences import Preferences
from ipu_session.ui.session_view import WORKSPACES
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
