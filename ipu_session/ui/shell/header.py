"""The line above the workspaces: which session, what time it is, when it will end, and that it is saved."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.forecast import forecast_end_ms
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.strings import venue_time
from ipu_session.ui.widgets.factories import label, set_role, set_text
from ipu_session.ui.widgets.text.elided_label import Elided


class Header(QWidget):
    """Title, sitting and time on the left; the forecast and *saved* on the right."""

    def __init__(self, bridge: Bridge, heartbeat: Heartbeat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._second = -1
        """The second (UTC) that is shown; nothing here changes within one."""
        self._title = Elided("heading")
        self._sitting = Elided("")
        self._time = label()
        self._forecast = Elided("")
        self._saved = label("", "quiet")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(14)
        layout.addWidget(self._title, 1)
        for shown in (self._sitting, self._time, self._forecast, self._saved):
            layout.addWidget(shown)
        bridge.committed.connect(self._on_committed)
        bridge.saving.connect(self._on_saving)
        heartbeat.beat.connect(self._on_beat)
        self._on_saving(bridge.unsaved)
        self._show(bridge.session)
        self._on_beat(bridge.now())

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)
        self._second = -1
        self._on_beat(self._bridge.now())

    @Slot(Moment)
    def _on_beat(self, now: Moment) -> None:
        second = now.utc_ms // 1000
        if second == self._second:
            return
        self._second = second
        session = self._bridge.session
        set_text(self._time, venue_time.time_now(session, now))
        set_text(self._forecast, self._forecast_text(session, now))

    def _show(self, session: Session) -> None:
        set_text(self._title, session.details.title or self.tr("Untitled session"))
        set_text(self._sitting, self._sitting_text(session))

    @Slot(Unsaved)
    def _on_saving(self, unsaved: Unsaved) -> None:
        saved = unsaved.trouble is None
        set_text(self._saved, self.tr("saved") if saved else self.tr("not saved"))
        set_role(self._saved, "quiet" if saved else "alarm")

    def _sitting_text(self, session: Session) -> str:
        number = len(session.sittings)
        if session.sitting is None:
            return self.tr("sitting closed") if number else self.tr("no sitting yet")
        if session.sitting.suspended:
            return self.tr("sitting {number} suspended").format(number=number)
        return self.tr("sitting {number}").format(number=number)

    def _forecast_text(self, session: Session, now: Moment) -> str:
        end_ms = forecast_end_ms(session, now.utc_ms)
        if end_ms is None:
            return ""
        forecast = venue_time.time_now(session, now, end_ms)
        planned = session.details.planned_end
        minutes = minutes_between(planned, forecast)
        if minutes is None:
            return self.tr("forecast {time}").format(time=forecast)
        text = self.tr("ends {planned} · forecast {time} ({difference})")
        return text.format(planned=planned, time=forecast, difference=f"{minutes:+d}")


def minutes_between(planned: str, forecast: str) -> int | None:
    """Return how many minutes ``forecast`` is after ``planned`` (both HH:MM of one day), or None."""
    hours, colon, minutes = planned.strip().partition(":")
    if not colon or not (hours.isdecimal() and minutes.isdecimal()):
        return None
    later = int(forecast[:2]) * 60 + int(forecast[3:]) - int(hours) * 60 - int(minutes)
    return (later + 720) % 1440 - 720
