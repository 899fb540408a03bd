"""Non-modal dialogs of which one instance is open at most; a second request raises it."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

Dialog = TypeVar("Dialog", bound=QDialog)


def opened(owner: QWidget, kind: type[Dialog]) -> Dialog | None:
    """Return the visible dialog of class ``kind``; one that was closed may still await `deleteLater()`."""
    return next((each for each in owner.findChildren(kind) if each.isVisible()), None)


def bring_forward(dialog: QDialog) -> None:
    """Show, raise and activate a dialog."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
