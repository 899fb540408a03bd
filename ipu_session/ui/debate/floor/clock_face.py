"""The large clock: time left, a bar, and a word; it goes on counting into overtime."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import face
from ipu_session.ui.debate.floor import floor_labels
from ipu_session.ui.debate.floor.time_bar import TimeBar
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.factories import label, set_text
from ipu_session.ui.widgets.text.fixed_height_label import Reserved


class ClockFace(QWidget):
    """Shows one intervention's time; only what has changed is painted anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = label("", "bigclock")
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = TimeBar()
        self.limit = Reserved("")
        self.word = Reserved("")
        self.word.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.addWidget(self.limit)
        below.addStretch(1)
        below.addWidget(self.word)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.time)
        layout.addWidget(self.bar)
        layout.addLayout(below)
        self._role = ""

    def show_time(self, session: Session, speech: Intervention, now_ms: int) -> None:
        """Show an intervention's time as it stands."""
        shown = face(session, speech, now_ms)
        set_text(self.time, labels.face(shown))
        set_text(self.limit, floor_labels.limit(speech))
        self.bar.fill(shown.share)
        word = labels.word(shown.light)
        set_text(self.word, f"{labels.SHAPES[shown.light]} {word}")
        self._colour(labels.ROLES[shown.light])

    def clear(self) -> None:
        """Show that nobody's time runs."""
        set_text(self.time, "–:––")
        set_text(self.limit, "")
        set_text(self.word, "")
        self.bar.fill(0)
        self._colour("")

    def _colour(self, role: str) -> None:
        if role == self._role:
            return
        self._role = role
        for widget in (self.time, self.bar, self.word):
            widget.setProperty("signal", role)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
