"""Event filter that gives the first Escape to a message bar with a question instead of the focused field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class EscapeFilter(QObject):
    """Event filter on the focus widget from when ``bar`` is shown to the first Escape, which calls ``answer``.

    A window shortcut would be ambiguous with a shortcut of the field for Escape: Qt would trigger neither.
    """

    def __init__(self, bar: QWidget, answer: Callable[[], object]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._on_escape = answer
        self._watched: QWidget | None = None
        self._is_active = False
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Activate when the bar is shown, deactivate when it is hidden; consume Escape of the focus widget."""
        kind = event.type()
        if watched is self._bar:
            if kind is QEvent.Type.Show and not event.spontaneous():
                self.activate()
            elif kind is QEvent.Type.Hide and not event.spontaneous():
                self._deactivate()
        elif watched is self._watched and _is_escape(event):
            event.accept()
            if kind is QEvent.Type.KeyPress:
                self._deactivate()
                self._on_escape()
            return True
        return False

    def activate(self) -> None:
        """Handle the next Escape. Needed only if the bar is visible already: showing the bar has the same effect."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self._is_active:
            application.focusChanged.connect(self._on_focus_changed)
            self._is_active = True
        self._on_focus_changed(None, QApplication.focusWidget())

    def _deactivate(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication) and self._is_active:
            application.focusChanged.disconnect(self._on_focus_changed)
            self._is_active = False
        self._release_watched()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._release_watched()
        if new is not None and new.window() is self._bar.window():
            self._watched = new
            new.installEventFilter(self)

    def _release_watched(self) -> None:
        watched, self._watched = self._watched, None
        if watched is not None and isValid(watched) and watched is not self._bar:
            watched.removeEventFilter(self)


def _is_escape(event: QEvent) -> bool:
    if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
        return False
    return (
        isinstance(event, QKeyEvent)
        and Qt.Key(event.key()) is Qt.Key.Key_Escape
        and event.modifiers() == Qt.KeyboardModifier.NoModifier
    )
