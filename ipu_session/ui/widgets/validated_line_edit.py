"""Line edits for a date, a time of day or a duration, with a message beside them about an invalid text."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipu_session.domain.text.durations import format_duration, parse_duration_ms
from ipu_session.ui.strings.dates import format_long_date, parse_day_text, parse_time_of_day
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import set_accessible_name, set_role
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_MIN_CHARS = 15
"""Minimum width in average characters: a date, with margins."""


class ValidatedLineEdit(QWidget):
    """Line edit with a message beside it; a valid text is normalized when editing is finished.

    ``parse`` returns the normalized value of a text, or None if it is invalid; ``error_text`` is shown then.
    """

    announces_meaning = False
    """Whether the description of a valid value is announced while typing; it is always the accessible description."""
    editing_finished = Signal()
    """The line edit lost the focus, or Enter was pressed."""

    def __init__(self, name: str, parse: Callable[[str], str | None], error_text: str) -> None:
        super().__init__()
        self._parse = parse
        self._error_text = error_text
        self.line = LineEdit()
        set_accessible_name(self.line, name, error_text)
        self.line.setMinimumWidth(_MIN_CHARS * self.fontMetrics().averageCharWidth())
        self.message_label = StatusLabel(role="quiet", wrap=True)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 3)
        layout.addWidget(self.message_label, 4)
        self.line.textChanged.connect(self._validate)
        self.line.editingFinished.connect(self._on_editing_finished)

    @property
    def value(self) -> str | None:
        """The normalized value, or None if the text is invalid."""
        return self._parse(self.line.text())

    def set_value(self, value: str) -> None:
        """Set the text, if it differs."""
        if self.line.text() != value:
            self.line.setText(value)

    def describe_value(self, value: str) -> str:
        """Return the message shown beside a valid value."""
        return ""

    @Slot()
    def _validate(self) -> None:
        value = self.value
        set_role(self.message_label, "alarm" if value is None else "quiet")
        message = self._error_text if value is None else self.describe_value(value)
        self.message_label.show_and_announce(message, message if value is None or self.announces_meaning else "")
        self.line.setAccessibleDescription(self.message_label.text())

    @Slot()
    def _on_editing_finished(self) -> None:
        value = self.value
        if value is not None:
            self.set_value(value)
        self.editing_finished.emit()


class DateLineEdit(ValidatedLineEdit):
    """Line edit for a date; the date in full is shown beside it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, parse_day_text, self.tr("Write the day as 2022-03-21"))

    def describe_value(self, value: str) -> str:
        """Return the date in full with its weekday."""
        return format_long_date(value)


class TimeLineEdit(ValidatedLineEdit):
    """Line edit for a time of day (HH:MM)."""

    def __init__(self, name: str) -> None:
        super().__init__(name, parse_time_of_day, self.tr("Write the time as 12:30"))


class DurationLineEdit(ValidatedLineEdit):
    """Line edit for a duration; ``zero`` is the message shown for a duration of 0."""

    def __init__(self, name: str, zero: str = "") -> None:
        super().__init__(name, _normalize_duration, self.tr("Write 3, 3:00, 180s or 1h05"))
        self._zero_text = zero

    def describe_value(self, value: str) -> str:
        """Return the meaning of a duration of 0; "" for any other."""
        return self._zero_text if parse_duration_ms(value) == 0 else ""

    @property
    def duration_ms(self) -> int | None:
        """The duration in milliseconds, or None if the text is invalid."""
        return parse_duration_ms(self.line.text())

    def set_duration_ms(self, duration_ms: int) -> None:
        """Show a duration in milliseconds."""
        self.set_value(format_duration(duration_ms))


def _normalize_duration(text: str) -> str | None:
    duration_ms = parse_duration_ms(text)
    return None if duration_ms is None else format_duration(duration_ms)
