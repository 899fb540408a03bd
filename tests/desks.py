"""The real window on a desk of its own, put away with its dialogs and its language after the test."""

from PySide6.QtWidgets import QApplication, QDialog

from ipu_session.app.gui.controller import AppController
from ipu_session.ui.core.preferences import Preferences


def a_desk(errands, clock, places, path=None):
    """Yield a desk that has been started; for a fixture to ``yield from``."""
    made = AppController(QApplication.instance(), errands, clock, places)
    made.start(path)
    yield made
    made.apply_preferences(Preferences())
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close_without_asking()
    made.window.deleteLater()
