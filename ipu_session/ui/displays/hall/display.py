"""The hall display: who speaks, how long is left, who is next; what it may show is `domain.hall` alone."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from ipu_session.domain.model.ids import Moment
from ipu_session.domain.queries.hall_view import Face, HallState, HallView, hall_view
from ipu_session.ui.core.appearance import Colours
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.displays.display_messages import SignBoard
from ipu_session.ui.displays.display_window import DisplayWindow
from ipu_session.ui.displays.hall import hall_labels
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.text.fitted_text import Ink, paint_text, row

_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class HallDisplay(DisplayWindow):
    """Paints one value; nothing on it can be clicked, and it takes no key."""

    def __init__(self, bridge: Bridge, heartbeat: Heartbeat, board: SignBoard, colours: Colours) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Hall display"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMinimumSize(320, 180)
        self._bridge = bridge
        self._board = board
        self._colours = colours
        self._closes = ""
        """The time of day at which the list will be closed."""
        self._time = ""
        self.view = HallView(HallState.BEFORE)
        heartbeat.beat.connect(self._on_beat)
        board.changed.connect(self._on_changed)
        bridge.committed.connect(self._on_changed)
        self._on_changed()

    @property
    def shown(self) -> tuple[HallView, str, str]:
        """What is on the display: the view, the clock's figures, and the time of day."""
        return self.view, "" if self.view.face is None else labels.face(self.view.face), self._time

    def dress(self, colours: Colours) -> None:
        """Take another look."""
        self._colours = colours
        self.update()

    @Slot()
    def _on_changed(self) -> None:
        self._on_beat(self._bridge.now())

    @Slot(Moment)
    def _on_beat(self, now: Moment) -> None:
        session = self._bridge.session
        before = self._look()
        self.view = hall_view(session, self._board.signs, labels.screen_language(), now.utc_ms)
        self._time = venue_time.time_now(session, now)
        closes_ms = self.view.list_closes_ms
        self._closes = "" if closes_ms is None else venue_time.time_at(session, closes_ms, now)
        if self._look() != before:
            self.setAccessibleName(self._told())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the view as it stands."""
        painter = QPainter(self)
        if self.view.state is HallState.BLACKOUT:
            painter.fillRect(self.rect(), QColor("#000000"))
            return
        painter.fillRect(self.rect(), QColor(self._colours.base))
        margin = round(self.width() * 0.03)
        place = self.rect().adjusted(margin, margin // 2, -margin, -margin // 2)
        self._paint_top(painter, row(place, 0, 0.08))
        self._paint_middle(painter, place)
        self._paint_below(painter, place)

    def _paint_top(self, painter: QPainter, place: QRect) -> None:
        left = QRect(place.left(), place.top(), round(place.width() * 0.86), place.height())
        pixels = round(place.height() * 0.5)
        paint_text(painter, left, self.view.title, Ink(pixels, self._colours.quiet, _LEADING))
        paint_text(painter, place, self._time, Ink(pixels, self._colours.quiet, _TRAILING, bold=True))

    def _paint_middle(self, painter: QPainter, place: QRect) -> None:
        view, colours = self.view, self._colours
        state, high = hall_labels.state_word(view), place.height()
        if view.face is None or state:
            paint_text(
                painter, row(place, 0.22, 0.24), state, Ink(round(high * 0.13), colours.text, bold=True)
            )
            paint_text(painter, row(place, 0.48, 0.12), view.reason, Ink(round(high * 0.07), colours.quiet))
            return
        origin, name = hall_labels.speaker_lines(view)
        kind = hall_labels.kind_word(view)
        paint_text(painter, row(place, 0.09, 0.06), kind, Ink(round(high * 0.05), colours.warning, bold=True))
        paint_text(painter, row(place, 0.15, 0.15), origin, Ink(round(high * 0.12), colours.text, bold=True))
        paint_text(painter, row(place, 0.30, 0.08), name, Ink(round(high * 0.065), colours.text))
        self._paint_clock(painter, place, view.face)
        paint_text(painter, row(place, 0.73, 0.06), view.theme, Ink(round(high * 0.04), colours.quiet))

    def _paint_clock(self, painter: QPainter, place: QRect, face: Face) -> None:
        role = labels.ROLES[face.light]
        colour = {"good": self._colours.good, "warning": self._colours.warning, "alarm": self._colours.alarm}
        ink = colour.get(role, self._colours.text)
        high = place.height()
        paint_text(
            painter, row(place, 0.38, 0.24), labels.face(face), Ink(round(high * 0.22), ink, bold=True)
        )
        said = f"{labels.SHAPES[face.light]} {labels.word(face.light)}" if face.limit_ms else ""
        paint_text(painter, row(place, 0.665, 0.06), said, Ink(round(high * 0.05), ink, bold=True))
        if face.limit_ms:
            bar = row(place, 0.625, 0.03)
            painter.fillRect(bar, QColor(self._colours.card))
            painter.setPen(QColor(self._colours.line))
            painter.drawRect(bar)
            bar.setWidth(round(bar.width() * face.share))
            painter.fillRect(bar, QColor(ink))

    def _paint_below(self, painter: QPainter, place: QRect) -> None:
        view, colours, high = self.view, self._colours, place.height()
        banner = view.to_speaker or view.message
        if banner:
            stripe = row(place, 0.79, 0.1)
            painter.fillRect(stripe, QColor(colours.warning if view.to_speaker else colours.accent))
            ink = colours.base if view.to_speaker else colours.on_accent
            paint_text(painter, stripe, banner, Ink(round(high * 0.06), ink, bold=True))
        pixels = round(high * 0.045)
        closing = hall_labels.list_line(view, self._closes)
        last = row(place, 0.9, 0.1)
        next_place = QRect(
            last.left(), last.top(), round(last.width() * (0.66 if closing else 1)), last.height()
        )
        list_place = QRect(
            last.left() + round(last.width() * 0.67), last.top(), round(last.width() * 0.33), last.height()
        )
        paint_text(painter, next_place, hall_labels.next_line(view), Ink(pixels, colours.text, _LEADING))
        paint_text(painter, list_place, closing, Ink(round(pixels * 0.8), colours.quiet, _TRAILING))

    def _look(self) -> tuple[object, ...]:
        """Return what decides how the display looks; milliseconds do not, whole seconds do."""
        view, face = self.view, self.view.face
        seconds = None if face is None else (face.light, labels.face(face), face.limit_ms)
        return (
            (view.state, view.speaker, view.kind, view.next, view.theme, view.title, view.reason),
            (view.list_closed, view.list_closes_ms, view.message, view.to_speaker),
            seconds,
            self._time,
        )

    def _told(self) -> str:
        """Return the display in words, for whoever cannot see it."""
        view = self.view
        origin, name = hall_labels.speaker_lines(view)
        parts = (hall_labels.state_word(view), origin, name, hall_labels.next_line(view), view.message)
        return " – ".join(part for part in parts if part) or self.tr("Hall display")
