"""Announcements to assistive technology: the one place that sends them (decision 0041)."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from ipu_session.ui.widgets.factories import set_plain_format, set_role

_URGENT_ROLES = frozenset({"alarm"})


def announce(origin: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Let a screen reader say ``sentence``: at once if ``urgent``, else when it has finished.

    Screen readers pass over what comes from a window that is not in front, so the widget with the focus
    sends it wherever it was caused.
    """
    if not sentence or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(origin.window().focusWidget() or origin.window(), sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class StatusLabel(QLabel):
    """A label for an outcome: a change of its text while it is on the screen is announced.

    The announcement is put off to the next turn of the event loop, so that a text that changes twice in one
    is said once, and one that is set just before its label is shown is said too. Never give such a label an
    accessible name: that would be read in place of the text.
    """

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self._spoken_text = self._announced_text = text
        set_plain_format(self, role, wrap=wrap)
        super().setText(text)

    def setText(self, text: str) -> None:
        """Show another text and announce it."""
        self.show_and_announce(text, text)

    def clear(self) -> None:
        """Show nothing; the same text is announced again after that."""
        self.show_and_announce("", "")

    def show_and_announce(self, text: str, spoken: str) -> None:
        """Show ``text``; announce ``spoken`` if it is another than before."""
        super().setText(text)
        if spoken != self._spoken_text:
            self._spoken_text, self._announced_text = spoken, ""
            QTimer.singleShot(0, self, self.announce_text)

    def set_status(self, text: str, role: str) -> None:
        """Show ``text`` in the colour of ``role``."""
        set_role(self, role)
        self.setText(text)

    def reset_announced(self) -> None:
        """Let the text be announced again when the label is shown the next time."""
        self._announced_text = ""

    @Slot()
    def announce_text(self) -> None:
        """Announce the text if it was not since it came; nothing while it is not on the screen."""
        if self.isVisible() and self._spoken_text and self._spoken_text != self._announced_text:
            self._announced_text = self._spoken_text
            announce(self, self._spoken_text, urgent=self.property("role") in _URGENT_ROLES)


class RowAnnouncer(QWidget):
    """Announces the current row of a list that a text field moves in: the focus stays in the field.

    Qt tells assistive technology of the current row only while the list itself has the focus.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.hide()
        self._view = view
        self._announced_text = ""
        self._is_scheduled = False
        model = view.model()
        view.selectionModel().currentChanged.connect(self._schedule)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(self._schedule)

    @Slot()
    def _schedule(self) -> None:
        if not self._is_scheduled:
            self._is_scheduled = True
            QTimer.singleShot(0, self, self._announce)

    @Slot()
    def _announce(self) -> None:
        self._is_scheduled = False
        index, rows = self._view.currentIndex(), self._view.model().rowCount()
        if not self._view.isVisible() or self._view.hasFocus() or not index.isValid():
            self._announced_text = ""
            return
        text = self.tr("{text}, {number} of {count}").format(text=index.data(), number=index.row() + 1, count=rows)
        if text != self._announced_text:
            self._announced_text = text
            announce(self._view, text)
