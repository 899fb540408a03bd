"""Chip: a small rounded toggle button that elides its text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ipu_session.ui.strings.literal_text import escape_mnemonic, set_literal_tooltip

_PADDING = 22


class Chip(QPushButton):
    """Elides its text on the right (QPushButton clips it on both sides); the tooltip is ``key`` and the full text.

    A ``short`` text is shown instead of ``text`` and is never elided.
    """

    def __init__(self, text: str, key: str, short: str = "") -> None:
        super().__init__()
        self._full_text = short or text
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        self._tooltip_text = f"{key}  {text}"
        set_literal_tooltip(self, self._tooltip_text)
        if short:
            self.setText(short)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add_tooltip_line(self, line: str) -> None:
        """Append a line to the tooltip."""
        self._tooltip_text = f"{self._tooltip_text}\n{line}"
        set_literal_tooltip(self, self._tooltip_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the text to the new width, unless it is a ``short`` text."""
        super().resizeEvent(event)
        if self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            return
        width = self.width() - _PADDING
        elided = self.fontMetrics().elidedText(self._full_text, Qt.TextElideMode.ElideRight, width)
        self.setText(escape_mnemonic(elided))
