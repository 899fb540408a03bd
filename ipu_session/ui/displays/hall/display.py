"""The hall display: speaker, clock, next speakers; of a session it shows only what a `HallView` contains."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.queries.hall_view import ClockView, HallState, HallView, hall_view
from ipu_session.ui.core.appearance import ColourScheme
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.displays.display_messages import DisplayMessages
from ipu_session.ui.displays.display_window import DisplayWindow
from ipu_session.ui.displays.hall import hall_labels
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.text.fitted_text import TextPaintOptions, horizontal_band, paint_fitted_text

_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class HallDisplay(DisplayWindow):
    """Paints a `HallView` and the time of day; it has no child widgets and accepts no input."""

    def __init__(
        self, bridge: SessionBridge, ticker: DisplayTicker, display_messages: DisplayMessages, scheme: ColourScheme
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Hall display"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMinimumSize(320, 180)
        self._bridge = bridge
        self._display_messages = display_messages
        self._colour_scheme = scheme
        self._closing_time = ""
        """Announced closing time of the list as a time of day; "" if none is announced."""
        self._time_of_day = ""
        self.view = HallView(HallState.BEFORE)
        ticker.ticked.connect(self._on_tick)
        display_messages.messages_changed.connect(self._refresh)
        bridge.committed.connect(self._refresh)
        self._refresh()

    @property
    def displayed_state(self) -> tuple[HallView, str, str]:
        """The view, the text of the clock ("" without one), and the time of day."""
        return (self.view, "" if self.view.clock is None else labels.format_clock(self.view.clock), self._time_of_day)

    def set_colour_scheme(self, colours: ColourScheme) -> None:
        """Change the colour scheme and repaint."""
        self._colour_scheme = colours
        self.update()

    @Slot()
    def _refresh(self) -> None:
        self._on_tick(self._bridge.now())

    @Slot(Timestamp)
    def _on_tick(self, now: Timestamp) -> None:
        session = self._bridge.session
        before = self._visible_state()
        self.view = hall_view(session, self._display_messages.messages, labels.screen_language(), now.utc_ms)
        self._time_of_day = venue_time.format_time_now(session, now)
        closes_ms = self.view.list_closes_ms
        self._closing_time = "" if closes_ms is None else venue_time.format_time_at(session, closes_ms, now)
        if self._visible_state() != before:
            self.setAccessibleName(self._accessible_text())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the present view, or black during a blackout."""
        painter = QPainter(self)
        if self.view.state is HallState.BLACKOUT:
            painter.fillRect(self.rect(), QColor("#000000"))
            return
        painter.fillRect(self.rect(), QColor(self._colour_scheme.base))
        margin = round(self.width() * 0.03)
        rect = self.rect().adjusted(margin, margin // 2, -margin, -margin // 2)
        self._paint_top(painter, horizontal_band(rect, 0, 0.08))
        self._paint_middle(painter, rect)
        self._paint_below(painter, rect)

    def _paint_top(self, painter: QPainter, rect: QRect) -> None:
        title_rect = QRect(rect.left(), rect.top(), round(rect.width() * 0.86), rect.height())
        pixels = round(rect.height() * 0.5)
        paint_fitted_text(
            painter, title_rect, self.view.title, TextPaintOptions(pixels, self._colour_scheme.quiet, _LEADING)
        )
        paint_fitted_text(
            painter,
            rect,
            self._time_of_day,
            TextPaintOptions(pixels, self._colour_scheme.quiet, _TRAILING, is_bold=True),
        )

    def _paint_middle(self, painter: QPainter, rect: QRect) -> None:
        state = hall_labels.state_label(self.view)
        if self.view.clock is None or state:
            self._paint_state(painter, rect, state)
        else:
            self._paint_speaker(painter, rect)
            self._paint_clock(painter, rect, self.view.clock)

    def _paint_state(self, painter: QPainter, rect: QRect, state: str) -> None:
        """Paint the state of the sitting and the reason of a suspension, while nobody speaks."""
        colours, height = self._colour_scheme, rect.height()
        large = TextPaintOptions(round(height * 0.13), colours.text, is_bold=True)
        paint_fitted_text(painter, horizontal_band(rect, 0.22, 0.24), state, large)
        small = TextPaintOptions(round(height * 0.07), colours.quiet)
        paint_fitted_text(painter, horizontal_band(rect, 0.48, 0.12), self.view.reason, small)

    def _paint_speaker(self, painter: QPainter, rect: QRect) -> None:
        """Paint the kind of the intervention, delegation, name and theme, around the clock."""
        colours, height = self._colour_scheme, rect.height()
        delegation, name = hall_labels.format_speaker(self.view)
        kind = hall_labels.kind_label(self.view)
        for top, share, text, options in (
            (0.09, 0.06, kind, TextPaintOptions(round(height * 0.05), colours.warning, is_bold=True)),
            (0.15, 0.15, delegation, TextPaintOptions(round(height * 0.12), colours.text, is_bold=True)),
            (0.30, 0.08, name, TextPaintOptions(round(height * 0.065), colours.text)),
            (0.73, 0.06, self.view.theme, TextPaintOptions(round(height * 0.04), colours.quiet)),
        ):
            paint_fitted_text(painter, horizontal_band(rect, top, share), text, options)

    def _paint_clock(self, painter: QPainter, rect: QRect, clock: ClockView) -> None:
        role = labels.SIGNAL_ROLES[clock.signal]
        colours = {
            "good": self._colour_scheme.good,
            "warning": self._colour_scheme.warning,
            "alarm": self._colour_scheme.alarm,
        }
        colour = colours.get(role, self._colour_scheme.text)
        height = rect.height()
        paint_fitted_text(
            painter,
            horizontal_band(rect, 0.38, 0.24),
            labels.format_clock(clock),
            TextPaintOptions(round(height * 0.22), colour, is_bold=True),
        )
        signal_text = (
            f"{labels.SIGNAL_SHAPES[clock.signal]} {labels.enum_label(clock.signal)}" if clock.limit_ms else ""
        )
        paint_fitted_text(
            painter,
            horizontal_band(rect, 0.665, 0.06),
            signal_text,
            TextPaintOptions(round(height * 0.05), colour, is_bold=True),
        )
        if clock.limit_ms:
            bar = horizontal_band(rect, 0.625, 0.03)
            painter.fillRect(bar, QColor(self._colour_scheme.card))
            painter.setPen(QColor(self._colour_scheme.line))
            painter.drawRect(bar)
            bar.setWidth(round(bar.width() * clock.used_share))
            painter.fillRect(bar, QColor(colour))

    def _paint_below(self, painter: QPainter, rect: QRect) -> None:
        view, colours, height = self.view, self._colour_scheme, rect.height()
        banner = view.message_to_speaker or view.message
        if banner:
            stripe = horizontal_band(rect, 0.79, 0.1)
            painter.fillRect(stripe, QColor(colours.warning if view.message_to_speaker else colours.accent))
            colour = colours.base if view.message_to_speaker else colours.on_accent
            paint_fitted_text(painter, stripe, banner, TextPaintOptions(round(height * 0.06), colour, is_bold=True))
        pixels = round(height * 0.045)
        list_status = hall_labels.format_list_status(view, self._closing_time)
        bottom = horizontal_band(rect, 0.9, 0.1)
        next_rect = QRect(
            bottom.left(), bottom.top(), round(bottom.width() * (0.66 if list_status else 1)), bottom.height()
        )
        list_rect = QRect(
            bottom.left() + round(bottom.width() * 0.67), bottom.top(), round(bottom.width() * 0.33), bottom.height()
        )
        paint_fitted_text(
            painter, next_rect, hall_labels.format_next(view), TextPaintOptions(pixels, colours.text, _LEADING)
        )
        paint_fitted_text(
            painter, list_rect, list_status, TextPaintOptions(round(pixels * 0.8), colours.quiet, _TRAILING)
        )

    def _visible_state(self) -> tuple[object, ...]:
        """Return everything visible (the clock as text) for comparison: if it is unchanged, nothing is repainted."""
        view, clock = self.view, self.view.clock
        seconds = None if clock is None else (clock.signal, labels.format_clock(clock), clock.limit_ms)
        return (
            (view.state, view.speaker, view.kind, view.next_speakers, view.theme, view.title, view.reason),
            (view.is_list_closed, view.list_closes_ms, view.message, view.message_to_speaker),
            seconds,
            self._time_of_day,
        )

    def _accessible_text(self) -> str:
        """Return state, speaker, next speakers and message to the hall as text, for assistive technology."""
        view = self.view
        origin, name = hall_labels.format_speaker(view)
        parts = (hall_labels.state_label(view), origin, name, hall_labels.format_next(view), view.message)
        return " – ".join(part for part in parts if part) or self.tr("Hall display")
