"""Controller of the hall display and the chair's screen; each window is created when it is first shown."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.ui.core.appearance import current_colour_scheme
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.displays.chair import screen as chair
from ipu_session.ui.displays.display_messages import DisplayMessages
from ipu_session.ui.displays.display_window import DisplayWindow, FocusGuard
from ipu_session.ui.displays.hall import display as hall
from ipu_session.ui.displays.screen_placement import DisplayPlacer, ScreenPlacement


class DisplayController(QObject):
    """Creates, shows, hides and places both displays; `message` carries a sentence about each change of placement."""

    message = Signal(str)
    displays_changed = Signal()

    def __init__(
        self, bridge: SessionBridge, ticker: DisplayTicker, preferences: Preferences, main_widget: QWidget
    ) -> None:
        super().__init__(main_widget)
        self._bridge = bridge
        self._ticker = ticker
        self._preferences = preferences
        self._main_widget = main_widget
        self.display_messages = DisplayMessages(bridge, self)
        self.hall_display: hall.HallDisplay | None = None
        self.chair_screen: chair.ChairScreen | None = None
        self._placers: dict[str, DisplayPlacer] = {}
        self._focus_guard = FocusGuard(main_widget)
        main_widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the main window is first shown, connect to its `screenChanged`: its QWindow does not exist before."""
        if event.type() is QEvent.Type.Show:
            window = self._main_widget.window().windowHandle()
            if window is not None:
                self._main_widget.removeEventFilter(self)
                window.screenChanged.connect(self._update_placements)
                self._update_placements()
        return super().eventFilter(watched, event)

    @Slot()
    def toggle_hall(self) -> None:
        """Show or hide the hall display."""
        if self.hall_display is None:
            scheme = current_colour_scheme(self._preferences)
            self.hall_display = hall.HallDisplay(self._bridge, self._ticker, self.display_messages, scheme)
            self._add_placer("hall", self.hall_display, self._preferences.hall_screen)
        self._placers["hall"].toggle()

    @Slot()
    def toggle_chair(self) -> None:
        """Show or hide the chair's screen."""
        if self.chair_screen is None:
            self.chair_screen = chair.ChairScreen(self._bridge, self._ticker, self.display_messages)
            self._add_placer("chair", self.chair_screen, self._preferences.chair_screen)
        self._placers["chair"].toggle()

    @Slot()
    def toggle_blackout(self) -> None:
        """Switch the blackout of the hall display on or off."""
        self.display_messages.toggle_blackout()

    def placement(self, name: str) -> ScreenPlacement:
        """Return the placement of a display, ``hall`` or ``chair``."""
        placer = self._placers.get(name)
        return ScreenPlacement.HIDDEN if placer is None else placer.placement

    def apply_preferences(self, preferences: Preferences) -> None:
        """Apply the colour scheme to the hall display, and the chosen screens to both displays."""
        self._preferences = preferences
        if self.hall_display is not None:
            self.hall_display.set_colour_scheme(current_colour_scheme(preferences))
        for name, screen_name in (("hall", preferences.hall_screen), ("chair", preferences.chair_screen)):
            if name in self._placers:
                self._placers[name].choose_screen(screen_name)

    def shut_down(self) -> None:
        """Hide and delete both windows."""
        for window in (self.hall_display, self.chair_screen):
            if window is not None:
                window.hide()
                window.deleteLater()
        for placer in self._placers.values():
            placer.deleteLater()
        self._placers.clear()
        self.hall_display = self.chair_screen = None

    def wanted_displays(self) -> tuple[str, ...]:
        """Return the names of the displays that are shown or are waiting for a screen."""
        return tuple(name for name in ("hall", "chair") if self.placement(name) is not ScreenPlacement.HIDDEN)

    def show_displays(self, names: Iterable[str]) -> None:
        """Show the displays with these names (``hall``, ``chair``), which must be hidden: see `wanted_displays()`."""
        for name in names:
            self.toggle_hall() if name == "hall" else self.toggle_chair()

    def _add_placer(self, name: str, window: DisplayWindow, screen_name: str) -> None:
        placer = DisplayPlacer(window, self._main_widget, screen_name, self)
        placer.setObjectName(name)
        placer.placement_changed.connect(self._on_placement_changed)
        window.placement_failed.connect(placer.hide_if_covering)
        self._placers[name] = placer
        for display_placer in self._placers.values():
            display_placer.other_placers = tuple(
                other for other in self._placers.values() if other is not display_placer
            )

    @Slot()
    def _on_placement_changed(self) -> None:
        placer = self.sender()
        if isinstance(placer, DisplayPlacer):
            message = self._mirrored_message(placer.objectName()) if placer.is_mirrored else ""
            self.message.emit(message or self._placement_message(placer.objectName(), placer.placement))
            self.displays_changed.emit()
            # The change may have freed a screen for the other display, or occupied the screen of the other display.
            for other in placer.other_placers:
                other.update_placement()

    @Slot()
    def _update_placements(self) -> None:
        for placer in self._placers.values():
            placer.update_placement()

    def _mirrored_message(self, name: str) -> str:
        """Return the message that a display waits because its screen mirrors the secretary's."""
        if name == "hall":
            return self.tr("The other screen shows the same as this one; extend the desktop for the hall display.")
        return self.tr("The other screen shows the same as this one; extend the desktop for the chair's screen.")

    def _placement_message(self, name: str, placement: ScreenPlacement) -> str:
        in_hall = name == "hall"
        if placement is ScreenPlacement.WAITING and in_hall:
            return self.tr("There is no screen for the hall display; it comes with one, never onto this one.")
        if placement is ScreenPlacement.WAITING:
            return self.tr("There is no screen for the chair's screen; it comes with one, never onto this one.")
        if placement is ScreenPlacement.HIDDEN:
            return self.tr("The hall display is put away.") if in_hall else self.tr("The chair's screen is put away.")
        return self.tr("The hall display is on.") if in_hall else self.tr("The chair's screen is on.")
