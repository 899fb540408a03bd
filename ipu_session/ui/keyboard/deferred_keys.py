"""Key presses that arrive while a session or a workspace is being opened, delivered when it is open (decision 0054)."""

from collections import deque

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ipu_session.ui.keyboard.active_shortcuts import find_active_shortcut

_MODIFIER_KEYS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_Super_L}
)


class DeferredKeys:
    """Queue of key presses; `KeyEventFilter` fills it while it is holding."""

    def __init__(self) -> None:
        self._holders = 0
        self._presses: deque[tuple[QWindow, QKeyEvent]] = deque()

    @property
    def is_holding(self) -> bool:
        """Whether key presses are queued instead of delivered."""
        return self._holders > 0

    def hold(self) -> None:
        """Queue key presses until each `hold` has its `release`."""
        self._holders += 1

    def release(self) -> None:
        """End one `hold`; after the last one, deliver what was queued, in order."""
        self._holders -= 1
        while self._presses and not self.is_holding:
            _deliver(*self._presses.popleft())

    def add(self, window: QWindow, event: QKeyEvent) -> None:
        """Queue a key press of ``window``; an auto-repeat and a modifier key alone are dropped."""
        if not event.isAutoRepeat() and Qt.Key(event.key()) not in _MODIFIER_KEYS:
            self._presses.append((window, event.clone()))


def _deliver(window: QWindow, event: QKeyEvent) -> None:
    """Deliver a key press as Qt does: to a field that overrides shortcuts, else to a shortcut, else to the focus."""
    if not isValid(window):
        return
    if not _is_overridden(window, event):
        active, sequence = QApplication.activeWindow(), QKeySequence(event.keyCombination())
        found = None if active is None else find_active_shortcut(active, QApplication.focusWidget(), sequence)
        if found is not None:
            found.trigger()
            return
    QCoreApplication.sendEvent(window, event)


def _is_overridden(window: QWindow, event: QKeyEvent) -> bool:
    override = QKeyEvent(
        QEvent.Type.ShortcutOverride,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
    )
    override.ignore()
    QCoreApplication.sendEvent(window, override)
    return override.isAccepted()


DEFERRED_KEYS = DeferredKeys()
