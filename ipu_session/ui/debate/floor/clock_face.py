"""The large clock of the floor pane: time left (below zero in overtime), time bar, limit and signal in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import clock_view
from ipu_session.ui.debate.floor import floor_labels
from ipu_session.ui.debate.floor.time_bar import TimeBar
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.factories import make_label, set_text_if_changed
from ipu_session.ui.widgets.text.fixed_height_label import FixedHeightLabel


class ClockFace(QWidget):
    """Shows the time of one intervention; repaints only the widgets whose content has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time_label = make_label("", "bigclock")
        self.time_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.time_bar = TimeBar()
        self.limit_label = FixedHeightLabel("")
        self.signal_label = FixedHeightLabel("")
        self.signal_label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        lower_row = QHBoxLayout()
        lower_row.addWidget(self.limit_label)
        lower_row.addStretch(1)
        lower_row.addWidget(self.signal_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.time_label)
        layout.addWidget(self.time_bar)
        layout.addLayout(lower_row)
        self._role = ""

    def show_time(self, session: Session, speech: Intervention, now_ms: int) -> None:
        """Show the time of ``speech`` at ``now_ms`` (UTC, ms)."""
        view = clock_view(session, speech, now_ms)
        set_text_if_changed(self.time_label, labels.format_clock(view))
        set_text_if_changed(self.limit_label, floor_labels.format_limit(speech))
        self.time_bar.set_share(view.used_share)
        signal_label = labels.enum_label(view.signal)
        set_text_if_changed(self.signal_label, f"{labels.SIGNAL_SHAPES[view.signal]} {signal_label}")
        self._set_role(labels.SIGNAL_ROLES[view.signal])

    def clear(self) -> None:
        """Show a clock without a time, because no intervention is being timed."""
        set_text_if_changed(self.time_label, "–:––")
        set_text_if_changed(self.limit_label, "")
        set_text_if_changed(self.signal_label, "")
        self.time_bar.set_share(0)
        self._set_role("")

    def _set_role(self, role: str) -> None:
        if role == self._role:
            return
        self._role = role
        for widget in (self.time_label, self.time_bar, self.signal_label):
            widget.setProperty("signal", role)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
