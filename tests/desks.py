"""The real window on a desk of its own, put away with its dialogs and its language after the test."""

from PySide6.QtWidgets import QApplication, QDialog

from ipu_session.app.gui.controller import Desk
from ipu_session.ui.core.preferences import Preferences


def a_desk(errands, clock, places, path=None):
    """Yield a desk that has been started; for a fixture to ``yield from``."""
    made = Desk(QApplication.instance(), errands, clock, places)
    made.start(path)
    yield made
    made.prefer(Preferences())
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close_now()
    made.window.deleteLater()
