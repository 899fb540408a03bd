"""Announcements to assistive technology; no other module sends them (decision 0041)."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from ipu_session.ui.core.timers import ThrottleTimer
from ipu_session.ui.widgets.factories import set_plain_format, set_role

_URGENT_ROLES = frozenset({"alarm"})


def announce(origin: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Announce ``sentence`` to screen readers: assertively if ``urgent``, else politely.

    Screen readers ignore events from a window that is not active, so the event is sent from the focus widget
    of ``origin``'s window, not from ``origin``.
    """
    if not sentence or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(origin.window().focusWidget() or origin.window(), sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class StatusLabel(QLabel):
    """Label for the outcome of an action: a change of its text is announced while the label is visible.

    The announcement is deferred to the next iteration of the event loop, so that a text changed twice in the same
    iteration is announced once, and a text set just before its label is shown is announced, too. Never give such a
    label an accessible name: it would be read instead of the text.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self._spoken_text = self._announced_text = text
        set_plain_format(self, role, wrap=wrap)
        super().setText(text)

    def setText(self, text: str) -> None:
        """Show and announce ``text``."""
        self.show_and_announce(text, text)

    def clear(self) -> None:
        """Clear the text; if the same text is set again, it is announced again."""
        self.show_and_announce("", "")

    def show_and_announce(self, text: str, announcement: str) -> None:
        """Show ``text``; announce ``announcement`` unless it is the same as before."""
        super().setText(text)
        if announcement != self._spoken_text:
            self._spoken_text, self._announced_text = announcement, ""
            QTimer.singleShot(0, self, self.announce_text)

    def set_status(self, text: str, role: str) -> None:
        """Show and announce ``text`` in the style of ``role``; with an urgent role, it is announced assertively."""
        set_role(self, role)
        self.setText(text)

    def reset_announced(self) -> None:
        """Make the next `announce_text()` announce the text even if it was announced before."""
        self._announced_text = ""

    @Slot()
    def announce_text(self) -> None:
        """Announce the text unless it was announced since it was set, or the label is not visible."""
        if self.isVisible() and self._spoken_text and self._spoken_text != self._announced_text:
            self._announced_text = self._spoken_text
            announce(self, self._spoken_text, urgent=self.property("role") in _URGENT_ROLES)


class RowAnnouncer(QWidget):
    """Announces the current row of a list that is controlled from a text field, which keeps the focus.

    Qt reports the current row to assistive technology only while the list itself has the focus.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.hide()
        self._view = view
        self._announced_text = ""
        timer = ThrottleTimer(self._announce, self, 0)
        model = view.model()
        view.selectionModel().currentChanged.connect(timer.trigger)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(timer.trigger)

    @Slot()
    def _announce(self) -> None:
        index, rows = self._view.currentIndex(), self._view.model().rowCount()
        if not self._view.isVisible() or self._view.hasFocus() or not index.isValid():
            self._announced_text = ""
            return
        text = self.tr("{text}, {number} of {count}").format(text=index.data(), number=index.row() + 1, count=rows)
        if text != self._announced_text:
            self._announced_text = text
            announce(self._view, text)
