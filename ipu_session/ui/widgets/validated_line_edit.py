"""A line whose text must be a day, a time or a length: what is wrong is said in words beside it."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipu_session.domain.text.durations import format_duration, parse_duration_ms
from ipu_session.ui.strings.dates import day_in_words, read_day, read_time
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import named, set_role
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_LETTERS = 15
"""Room for a day, with margins."""


class CheckedLine(QWidget):
    """A line and a word beside it; the text takes its proper form when the line is left."""

    announces_words = False
    """Whether what a good value means is announced as it is typed; it is the line's description anyway."""
    left = Signal()
    """The line was left, or Enter pressed."""

    def __init__(self, name: str, read: Callable[[str], str | None], hint: str) -> None:
        super().__init__()
        self._read = read
        self._hint = hint
        self.line = LineEdit()
        named(self.line, name, hint)
        self.line.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.said = StatusLabel(role="quiet", wrap=True)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 3)
        layout.addWidget(self.said, 4)
        self.line.textChanged.connect(self._judge)
        self.line.editingFinished.connect(self._leave)

    @property
    def value(self) -> str | None:
        """What the text means in its proper form, or None if it means nothing."""
        return self._read(self.line.text())

    def set_value(self, value: str) -> None:
        """Show a value."""
        if self.line.text() != value:
            self.line.setText(value)

    def words(self, value: str) -> str:
        """Return what is said beside a good value."""
        return ""

    @Slot()
    def _judge(self) -> None:
        value = self.value
        set_role(self.said, "alarm" if value is None else "quiet")
        said = self._hint if value is None else self.words(value)
        self.said.tell(said, said if value is None or self.announces_words else "")
        self.line.setAccessibleDescription(self.said.text())

    @Slot()
    def _leave(self) -> None:
        value = self.value
        if value is not None:
            self.set_value(value)
        self.left.emit()


class DayLine(CheckedLine):
    """A day, said in full beside it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, read_day, self.tr("Write the day as 2022-03-21"))

    def words(self, value: str) -> str:
        """Return the day with its weekday."""
        return day_in_words(value)


class TimeLine(CheckedLine):
    """A time of day."""

    def __init__(self, name: str) -> None:
        super().__init__(name, read_time, self.tr("Write the time as 12:30"))


class DurationLine(CheckedLine):
    """A length of time."""

    def __init__(self, name: str, zero: str = "") -> None:
        super().__init__(name, _read_duration, self.tr("Write 3, 3:00, 180s or 1h05"))
        self._zero = zero

    def words(self, value: str) -> str:
        """Return what no time at all means here."""
        return self._zero if parse_duration_ms(value) == 0 else ""

    @property
    def duration_ms(self) -> int | None:
        """The length in milliseconds, or None if it cannot be read."""
        return parse_duration_ms(self.line.text())

    def set_duration_ms(self, duration_ms: int) -> None:
        """Show a length."""
        self.set_value(format_duration(duration_ms))


def _read_duration(text: str) -> str | None:
    duration_ms = parse_duration_ms(text)
    return None if duration_ms is None else format_duration(duration_ms)
