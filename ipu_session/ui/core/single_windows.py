"""Windows beside the main one: each is open once, and comes to the front when it is asked for again."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

Dialog = TypeVar("Dialog", bound=QDialog)


def opened(owner: QWidget, kind: type[Dialog]) -> Dialog | None:
    """Return the dialog of a kind that is open; one that was closed may still wait to be deleted."""
    return next((each for each in owner.findChildren(kind) if each.isVisible()), None)


def bring_forward(dialog: QDialog) -> None:
    """Show a dialog in front of the others, with the keyboard."""
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
