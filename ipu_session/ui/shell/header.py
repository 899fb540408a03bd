"""Header above the workspaces: title of the session, sitting, time of day, forecast end and save status."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.forecast import forecast_end_ms
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import venue_time
from ipu_session.ui.widgets.factories import make_label, set_role, set_text_if_changed
from ipu_session.ui.widgets.text.elided_label import ElidedLabel


class SessionHeader(QWidget):
    """Row of labels: title, sitting, time of day, forecast end, save status."""

    def __init__(self, bridge: SessionBridge, ticker: DisplayTicker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown_second = -1
        """Displayed time in seconds since the epoch: the labels are computed once a second. -1: compute them again."""
        self._title_label = ElidedLabel("heading")
        self._sitting_label = ElidedLabel("")
        self._time_label = make_label()
        self._forecast_label = ElidedLabel("")
        self._save_label = make_label("", "quiet")
        self._title_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(14)
        layout.addWidget(self._title_label, 1)
        for shown in (self._sitting_label, self._time_label, self._forecast_label, self._save_label):
            layout.addWidget(shown)
        bridge.committed.connect(self._on_committed)
        bridge.save_status_changed.connect(self._on_save_status_changed)
        ticker.ticked.connect(self._on_tick)
        self._on_save_status_changed(bridge.save_status)
        self._refresh(bridge.session)
        self._on_tick(bridge.now())

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)
        self._shown_second = -1
        self._on_tick(self._bridge.now())

    @Slot(Timestamp)
    def _on_tick(self, now: Timestamp) -> None:
        second = now.utc_ms // 1000
        if second == self._shown_second:
            return
        self._shown_second = second
        session = self._bridge.session
        set_text_if_changed(self._time_label, venue_time.format_time_now(session, now))
        set_text_if_changed(self._forecast_label, self._forecast_text(session, now))

    def _refresh(self, session: Session) -> None:
        set_text_if_changed(self._title_label, session.details.title or self.tr("Untitled session"))
        set_text_if_changed(self._sitting_label, self._sitting_text(session))

    @Slot(SaveStatus)
    def _on_save_status_changed(self, unsaved: SaveStatus) -> None:
        saved = unsaved.error is None
        set_text_if_changed(self._save_label, self.tr("saved") if saved else self.tr("not saved"))
        set_role(self._save_label, "quiet" if saved else "alarm")

    def _sitting_text(self, session: Session) -> str:
        number = len(session.sittings)
        if session.sitting is None:
            return self.tr("sitting closed") if number else self.tr("no sitting yet")
        if session.sitting.is_suspended:
            return self.tr("sitting {number} suspended").format(number=number)
        return self.tr("sitting {number}").format(number=number)

    def _forecast_text(self, session: Session, now: Timestamp) -> str:
        end_ms = forecast_end_ms(session, now.utc_ms)
        if end_ms is None:
            return ""
        forecast = venue_time.format_time_now(session, now, end_ms)
        planned = session.details.planned_end
        minutes = minutes_between(planned, forecast)
        if minutes is None:
            return self.tr("forecast {time}").format(time=forecast)
        text = self.tr("ends {planned} · forecast {time} ({difference})")
        return text.format(planned=planned, time=forecast, difference=f"{minutes:+d}")


def minutes_between(planned: str, forecast: str) -> int | None:
    """Return by how many minutes ``forecast`` is after ``planned`` (both HH:MM), from -720 to 719.

    None if ``planned`` is not a time.
    """
    hours, colon, minutes = planned.strip().partition(":")
    if not colon or not (hours.isdecimal() and minutes.isdecimal()):
        return None
    later = int(forecast[:2]) * 60 + int(forecast[3:]) - int(hours) * 60 - int(minutes)
    return (later + 720) % 1440 - 720
