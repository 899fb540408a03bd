"""Which screen a display stands on; it never comes onto the secretary's own (product.md, H1)."""

from enum import Enum

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

WINDOWED = "window"
"""Chosen instead of a screen: an ordinary window, to try the display on one screen."""


_LEAST = 300
"""No window is smaller, in pixels."""


class Place(Enum):
    """Where a display is now."""

    AWAY = "away"
    ON_A_SCREEN = "on a screen"
    IN_A_WINDOW = "in a window"
    WAITING = "waiting"
    """Wanted, but there is no screen for it."""


class ScreenKeeper(QObject):
    """Puts a display on its screen, hides it when the screen goes, brings it back with the screen."""

    moved = Signal()
    """It has come or gone; ``place`` says where it is now."""

    def __init__(self, display: QWidget, home: QWidget, chosen: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._home = home
        self._chosen = chosen
        self._name = ""
        """The screen it stands on."""
        self.place = Place.AWAY
        self.others: tuple[ScreenKeeper, ...] = ()
        """Those whose screens are taken."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_gone)
            app.screenAdded.connect(self._on_come)

    @property
    def screen_name(self) -> str:
        """The name of the screen that the display stands on, or nothing."""
        return self._name

    def choose(self, chosen: str) -> None:
        """Stand on another screen from now on."""
        self._chosen = chosen
        if self.place is not Place.AWAY:
            self.show()

    def toggle(self) -> None:
        """Show the display, or put it away."""
        if self.place is Place.AWAY:
            self.show()
        else:
            self.put_away()

    def show(self) -> None:
        """Show the display on its screen; wait if there is none."""
        if self._chosen == WINDOWED:
            self._stand(Place.IN_A_WINDOW, None)
            self._display.showNormal()
            return
        screen = self._free_screen(self._screens())
        if screen is None:
            self._display.hide()
            self._stand(Place.WAITING, None)
            return
        self._stand(Place.ON_A_SCREEN, screen)
        self._display.hide()
        self._display.setScreen(screen)
        self._display.setGeometry(screen.geometry())
        self._display.showFullScreen()

    def put_away(self) -> None:
        """Hide the display."""
        self._display.hide()
        self._stand(Place.AWAY, None)

    def _screens(self) -> list[QScreen]:
        return list(QGuiApplication.screens())

    def _free_screen(self, screens: list[QScreen]) -> QScreen | None:
        """Return the screen that was chosen, else the first that nobody else needs."""
        taken = {self._home.screen().name(), *(other.screen_name for other in self.others)}
        free = sorted((screen for screen in screens if screen.name() not in taken), key=_left_to_right)
        chosen = [screen for screen in free if screen.name() == self._chosen]
        if self._chosen:
            return chosen[0] if chosen else None
        return free[0] if free else None

    def _stand(self, place: Place, screen: QScreen | None) -> None:
        self._name = "" if screen is None else screen.name()
        if place is not self.place:
            self.place = place
            self.moved.emit()

    @Slot(QScreen)
    def _on_gone(self, screen: QScreen) -> None:
        # Qt would move the window to the first screen, which is the secretary's.
        if self.place is Place.ON_A_SCREEN and screen.name() == self._name:
            self._display.hide()
            self._stand(Place.WAITING, None)

    @Slot(QScreen)
    def _on_come(self, screen: QScreen) -> None:
        if self.place is Place.WAITING:
            self.show()


def _left_to_right(screen: QScreen) -> tuple[int, int]:
    return screen.geometry().left(), screen.geometry().top()


def on_a_screen(place: QRect) -> bool:
    """Whether a window of this place would be seen and could be worked in: its screen may have gone."""
    if place.width() < _LEAST or place.height() < _LEAST:
        return False
    seen = (screen.availableGeometry().intersected(place) for screen in QGuiApplication.screens())
    return any(2 * part.width() > place.width() and 2 * part.height() > place.height() for part in seen)


def machine_is_going() -> bool:
    """Whether the user logs out or switches the machine off; then every window may be closed."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
