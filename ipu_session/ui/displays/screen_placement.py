"""Which screen a display stands on; it never comes onto the secretary's own (product.md, H1)."""

from enum import Enum
from typing import Protocol

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


class Display(Protocol):
    """What a keeper asks of the window that it places."""

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""

    def show_in_window(self, screen: QScreen) -> None:
        """Show an ordinary window on a screen."""

    def hide(self) -> None:
        """Go from every screen."""

    def geometry(self) -> QRect:
        """Return where the window is."""


class ScreenKeeper(QObject):
    """Keeps a display on a screen that shows nothing of the secretary's; without one the display waits.

    Screens are told apart by their rectangles: mirrored outputs are two screens with one rectangle, and two
    screens may have one name.
    """

    moved = Signal()
    """It has come, gone or changed screens; ``place`` says where it is now."""

    def __init__(self, display: Display, home: QWidget, chosen: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._home = home
        self.chosen = chosen
        self.screen: QScreen | None = None
        self.place = Place.AWAY
        self.others: tuple[ScreenKeeper, ...] = ()
        """The keepers of the other displays, whose screens are taken."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_gone)
            app.screenAdded.connect(self._on_come)
            app.primaryScreenChanged.connect(self.review)
            for screen in self._screens():
                screen.geometryChanged.connect(self.review)

    @property
    def mirrored(self) -> bool:
        """Whether the display waits although there are other screens: they show what the secretary sees."""
        return self.place is Place.WAITING and any(
            screen is not self._home.screen() and _meets(screen, self._home.screen())
            for screen in self._screens()
        )

    def choose(self, chosen: str) -> None:
        """Stand on another screen from now on."""
        self.chosen = chosen
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
        if self.chosen == WINDOWED:
            self._display.show_in_window(self._home.screen())
            self._stand(Place.IN_A_WINDOW, None)
        else:
            self._take(self._free_screen(self._screens()))

    def put_away(self) -> None:
        """Hide the display."""
        self._display.hide()
        self._stand(Place.AWAY, None)

    @Slot()
    def review(self) -> None:
        """Leave a screen that the secretary sees now, follow one that has moved, take one that came free."""
        if self.place in {Place.ON_A_SCREEN, Place.WAITING}:
            self._take(self._free_screen(self._screens()))

    @Slot()
    def check(self) -> None:
        """Hide a display that stands before the secretary although it was put elsewhere."""
        covers = self._display.geometry().intersects(self._home.screen().geometry())
        if self.place is Place.ON_A_SCREEN and covers:
            self._take(None)

    def _screens(self) -> list[QScreen]:
        return list(QGuiApplication.screens())

    def _free_screen(self, screens: list[QScreen]) -> QScreen | None:
        """Return the screen that was chosen, else the one it stands on, else the first that is free.

        A display that may stand anywhere makes room for one whose screen was chosen.
        """
        theirs = [other.screen for other in self.others if other.chosen or not self.chosen]
        taken = [self._home.screen(), *theirs]
        free = sorted(
            (each for each in screens if not any(_meets(each, other) for other in taken)), key=_left_to_right
        )
        if self.chosen:
            free = [each for each in free if each.name() == self.chosen]
        return next((screen for screen in free if screen is self.screen), free[0] if free else None)

    def _take(self, screen: QScreen | None) -> None:
        if screen is None:
            self._display.hide()
            self._stand(Place.WAITING, None)
        else:
            self._display.show_on(screen)
            self._stand(Place.ON_A_SCREEN, screen)

    def _stand(self, place: Place, screen: QScreen | None) -> None:
        before, self.place, self.screen = (self.place, self.screen), place, screen
        if before != (place, screen):
            self.moved.emit()

    @Slot(QScreen)
    def _on_gone(self, screen: QScreen) -> None:
        # At once: Qt would move the window to the first screen, which is the secretary's.
        if screen is self.screen:
            self._take(self._free_screen([each for each in self._screens() if each is not screen]))

    @Slot(QScreen)
    def _on_come(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.review)
        self.review()


def _meets(one: QScreen, other: QScreen | None) -> bool:
    return other is not None and one.geometry().intersects(other.geometry())


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
