"""Where messages to the hall and to the speaker are written, and whether the displays are on."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipu_session.ui.displays.controller import Displays
from ipu_session.ui.displays.screen_placement import Place
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import named, set_role, set_text
from ipu_session.ui.widgets.text.recorded_text import show_recorded
from ipu_session.ui.widgets.text.undoable_fields import LineEdit


class SignBar(QWidget):
    """Two lines; Enter shows what is written, an empty line takes it away."""

    def __init__(self, displays: Displays, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._displays = displays
        board = displays.board
        self._signs = board.signs
        """The signs that the lines show, but for what is half-typed."""
        self.hall = LineEdit()
        named(
            self.hall, self.tr("Message to the hall"), self.tr("Enter shows it, an empty line takes it away")
        )
        self.hall.setPlaceholderText(self.tr("message to the hall"))
        self.hall.setText(board.signs.message)
        self.hall.returnPressed.connect(self._tell_hall)
        self.speaker = LineEdit()
        named(self.speaker, self.tr("Message to the speaker"), self.hall.toolTip())
        self.speaker.setPlaceholderText(self.tr("message to the speaker"))
        self.speaker.setText(board.signs.to_speaker)
        self.speaker.returnPressed.connect(self._tell_speaker)
        self.state = StatusLabel(role="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.addWidget(self.state)
        layout.addWidget(self.hall, 1)
        layout.addWidget(self.speaker, 1)
        displays.changed.connect(self._show)
        board.changed.connect(self._show)
        self._show()

    @Slot()
    def _tell_hall(self) -> None:
        self._displays.board.tell_hall(self.hall.text())

    @Slot()
    def _tell_speaker(self) -> None:
        self._displays.board.tell_speaker(self.speaker.text())

    @Slot()
    def _show(self) -> None:
        signs = self._displays.board.signs
        before, self._signs = self._signs, signs
        show_recorded(self.hall, before.message, signs.message)
        show_recorded(self.speaker, before.to_speaker, signs.to_speaker)
        parts = [
            self._place(self.tr("hall"), self._displays.place("hall")),
            self._place(self.tr("chair"), self._displays.place("chair")),
        ]
        if signs.blackout:
            parts.append(self.tr("hall dark"))
        if signs.message or signs.to_speaker:
            parts.append(self.tr("message shown"))
        set_text(self.state, " · ".join(part for part in parts if part))
        waiting = Place.WAITING in {self._displays.place("hall"), self._displays.place("chair")}
        set_role(self.state, "warning" if waiting or signs.blackout else "quiet")
        used = any(self._displays.place(name) is not Place.AWAY for name in ("hall", "chair"))
        self.setVisible(used or signs.blackout or bool(signs.message or signs.to_speaker) or self._asked())

    def ask(self, line: LineEdit) -> None:
        """Show the bar with the keyboard in one of its lines."""
        self.show()
        line.setFocus()
        line.selectAll()

    def _asked(self) -> bool:
        typed = (self.hall.text().strip(), self.speaker.text().strip())
        half_typed = typed != (self._signs.message, self._signs.to_speaker)
        return self.hall.hasFocus() or self.speaker.hasFocus() or half_typed

    def _place(self, name: str, place: Place) -> str:
        if place is Place.AWAY:
            return ""
        if place is Place.WAITING:
            return self.tr("{name}: no screen").format(name=name)
        return self.tr("{name}: on").format(name=name)
