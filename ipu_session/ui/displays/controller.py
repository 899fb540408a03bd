"""The two further windows, the hall display and the chair's screen; each is made when first wanted."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.ui.core.appearance import colours
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.displays.chair import screen as chair
from ipu_session.ui.displays.display_messages import SignBoard
from ipu_session.ui.displays.display_window import DisplayWindow, FocusGuard
from ipu_session.ui.displays.hall import display as hall
from ipu_session.ui.displays.screen_placement import Place, ScreenKeeper


class Displays(QObject):
    """Shows and hides the windows on other screens and tells the secretary what becomes of them."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, bridge: Bridge, heartbeat: Heartbeat, preferences: Preferences, home: QWidget) -> None:
        super().__init__(home)
        self._bridge = bridge
        self._heartbeat = heartbeat
        self._preferences = preferences
        self._home = home
        self.board = SignBoard(bridge, self)
        self.hall: hall.HallDisplay | None = None
        self.chair: chair.ChairScreen | None = None
        self._keepers: dict[str, ScreenKeeper] = {}
        self._guard = FocusGuard(home)
        home.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the secretary's window over the screens from when it is first shown."""
        if event.type() is QEvent.Type.Show:
            window = self._home.window().windowHandle()
            if window is not None:
                self._home.removeEventFilter(self)
                window.screenChanged.connect(self._review)
                self._review()
        return super().eventFilter(watched, event)

    @Slot()
    def toggle_hall(self) -> None:
        """Show the hall display, or put it away."""
        if self.hall is None:
            look = colours(self._preferences)
            self.hall = hall.HallDisplay(self._bridge, self._heartbeat, self.board, look)
            self._keep("hall", self.hall, self._preferences.hall_screen)
        self._keepers["hall"].toggle()

    @Slot()
    def toggle_chair(self) -> None:
        """Show the chair's screen, or put it away."""
        if self.chair is None:
            self.chair = chair.ChairScreen(self._bridge, self._heartbeat, self.board)
            self._keep("chair", self.chair, self._preferences.chair_screen)
        self._keepers["chair"].toggle()

    @Slot()
    def black_out(self) -> None:
        """Make the hall display dark, or light again."""
        self.board.black_out()

    def place(self, name: str) -> Place:
        """Return where a display, *hall* or *chair*, is now."""
        keeper = self._keepers.get(name)
        return Place.AWAY if keeper is None else keeper.place

    def prefer(self, preferences: Preferences) -> None:
        """Stand on the screens that are chosen now."""
        self._preferences = preferences
        if self.hall is not None:
            self.hall.dress(colours(preferences))
        for name, chosen in (("hall", preferences.hall_screen), ("chair", preferences.chair_screen)):
            if name in self._keepers:
                self._keepers[name].choose(chosen)

    def rest(self) -> None:
        """Let go of both windows."""
        for window in (self.hall, self.chair):
            if window is not None:
                window.hide()
                window.deleteLater()
        for keeper in self._keepers.values():
            keeper.deleteLater()
        self._keepers.clear()
        self.hall = self.chair = None

    def wanted(self) -> tuple[str, ...]:
        """Return which displays are on, or wait for a screen."""
        return tuple(name for name in ("hall", "chair") if self.place(name) is not Place.AWAY)

    def show(self, names: Iterable[str]) -> None:
        """Show these displays again."""
        for name in names:
            self.toggle_hall() if name == "hall" else self.toggle_chair()

    def _keep(self, name: str, window: DisplayWindow, chosen: str) -> None:
        keeper = ScreenKeeper(window, self._home, chosen, self)
        keeper.setObjectName(name)
        keeper.moved.connect(self._on_moved)
        window.strayed.connect(keeper.check)
        self._keepers[name] = keeper
        for each in self._keepers.values():
            each.others = tuple(other for other in self._keepers.values() if other is not each)

    @Slot()
    def _on_moved(self) -> None:
        keeper = self.sender()
        if isinstance(keeper, ScreenKeeper):
            said = self._mirrored(keeper.objectName()) if keeper.mirrored else ""
            self.said.emit(said or self._sentence(keeper.objectName(), keeper.place))
            self.changed.emit()
            # A screen may have come free for the other, or have been taken from it.
            for other in keeper.others:
                other.review()

    @Slot()
    def _review(self) -> None:
        for keeper in self._keepers.values():
            keeper.review()

    def _mirrored(self, name: str) -> str:
        """Return why a display waits although a projector is plugged in."""
        if name == "hall":
            return self.tr(
                "The other screen shows the same as this one; extend the desktop for the hall display."
            )
        return self.tr(
            "The other screen shows the same as this one; extend the desktop for the chair's screen."
        )

    def _sentence(self, name: str, place: Place) -> str:
        in_hall = name == "hall"
        if place is Place.WAITING and in_hall:
            return self.tr("There is no screen for the hall display; it comes with one, never onto this one.")
        if place is Place.WAITING:
            return self.tr(
                "There is no screen for the chair's screen; it comes with one, never onto this one."
            )
        if place is Place.AWAY:
            return (
                self.tr("The hall display is put away.")
                if in_hall
                else self.tr("The chair's screen is put away.")
            )
        return self.tr("The hall display is on.") if in_hall else self.tr("The chair's screen is on.")
