"""Which controls a screen reader has no name for (docs/rules.md#promise-u2)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(root: QWidget) -> list[QWidget]:
    """The controls below ``root`` that can be gone to by Tab and say no name."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # What Qt made for itself is no control of its own.
        and not widget.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
