"""Non-modal dialogs of which at most one instance is open: a second request raises the open dialog."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

Dialog = TypeVar("Dialog", bound=QDialog)


def opened(owner: QWidget, kind: type[Dialog]) -> Dialog | None:
    """Return the visible dialog of class ``kind``; None if there is none, or it is closed but not yet deleted."""
    return next((each for each in owner.findChildren(kind) if each.isVisible()), None)


def bring_forward(dialog: QDialog) -> None:
    """Show, raise and activate a dialog."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
