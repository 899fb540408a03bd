"""Answers the file dialog that is open, as a user would."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from shiboken6 import isValid

from ipu_session.ui.dialogs.file_dialog import FileDialog


def open_file_dialog() -> FileDialog:
    """Return the only file dialog on the screen."""
    [dialog] = [each for each in QApplication.topLevelWidgets() if isinstance(each, FileDialog) and each.isVisible()]
    return dialog


def choose_file(path: Path) -> None:
    """Choose a file, and agree to replace it if the dialog asks."""
    dialog = open_file_dialog()
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    # The dialog would take a row that is selected, not the name: it suggests the file that was written last.
    for view in dialog.findChildren(QAbstractItemView):
        view.clearSelection()
    name.setText(str(path))
    dialog.accept()
    # What follows the choice may run the event loop, which deletes the dialog.
    if isValid(dialog) and not dialog.replace_button.isHidden():
        dialog.replace_button.click()
