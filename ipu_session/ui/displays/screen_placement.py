"""Which screen a display stands on; it never comes onto the secretary's own (product.md, H1)."""

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

WINDOWED = "window"
"""Chosen instead of a screen: an ordinary window, to try the display on one screen."""


_MIN_SIZE_PX = 300
"""No window is smaller, in pixels."""


class ScreenPlacement(Enum):
    """Where a display is now."""

    HIDDEN = "away"
    ON_SCREEN = "on a screen"
    IN_WINDOW = "in a window"
    WAITING = "waiting"
    """Wanted, but there is no screen for it."""


class PlaceableWindow(Protocol):
    """What a keeper asks of the window that it places."""

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""

    def show_in_window(self, screen: QScreen) -> None:
        """Show an ordinary window on a screen."""

    def hide(self) -> None:
        """Go from every screen."""

    def geometry(self) -> QRect:
        """Return where the window is."""


class DisplayPlacer(QObject):
    """Keeps a display on a screen that shows nothing of the secretary's; without one the display waits.

    Screens are told apart by their rectangles: mirrored outputs are two screens with one rectangle, and two
    screens may have one name.
    """

    placement_changed = Signal()
    """It has come, gone or changed screens; ``place`` says where it is now."""

    def __init__(self, display: PlaceableWindow, home: QWidget, chosen: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display = display
        self._main_widget = home
        self.screen_name = chosen
        self.screen: QScreen | None = None
        self.placement = ScreenPlacement.HIDDEN
        self.other_placers: tuple[DisplayPlacer, ...] = ()
        """The keepers of the other displays, whose screens are taken."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)
            app.screenAdded.connect(self._on_screen_added)
            app.primaryScreenChanged.connect(self.update_placement)
            for screen in self._available_screens():
                screen.geometryChanged.connect(self.update_placement)

    @property
    def is_mirrored(self) -> bool:
        """Whether the display waits although there are other screens: they show what the secretary sees."""
        return self.placement is ScreenPlacement.WAITING and any(
            screen is not self._main_widget.screen() and _overlaps(screen, self._main_widget.screen())
            for screen in self._available_screens()
        )

    def choose_screen(self, chosen: str) -> None:
        """Stand on another screen from now on."""
        self.screen_name = chosen
        if self.placement is not ScreenPlacement.HIDDEN:
            self.show_display()

    def toggle(self) -> None:
        """Show the display, or put it away."""
        if self.placement is ScreenPlacement.HIDDEN:
            self.show_display()
        else:
            self.hide_display()

    def show_display(self) -> None:
        """Show the display on its screen; wait if there is none."""
        if self.screen_name == WINDOWED:
            self._display.show_in_window(self._main_widget.screen())
            self._set_placement(ScreenPlacement.IN_WINDOW, None)
        else:
            self._use_screen(self._free_screen(self._available_screens()))

    def hide_display(self) -> None:
        """Hide the display."""
        self._display.hide()
        self._set_placement(ScreenPlacement.HIDDEN, None)

    @Slot()
    def update_placement(self) -> None:
        """Leave a screen that the secretary sees now, follow one that has moved, take one that came free."""
        if self.placement in {ScreenPlacement.ON_SCREEN, ScreenPlacement.WAITING}:
            self._use_screen(self._free_screen(self._available_screens()))

    @Slot()
    def hide_if_covering(self) -> None:
        """Hide a display that stands before the secretary although it was put elsewhere."""
        covers = self._display.geometry().intersects(self._main_widget.screen().geometry())
        if self.placement is ScreenPlacement.ON_SCREEN and covers:
            self._use_screen(None)

    def _available_screens(self) -> list[QScreen]:
        return list(QGuiApplication.screens())

    def _free_screen(self, screens: list[QScreen]) -> QScreen | None:
        """Return the screen that was chosen, else the one it stands on, else the first that is free.

        A display that may stand anywhere makes room for one whose screen was chosen.
        """
        theirs = [other.screen for other in self.other_placers if other.screen_name or not self.screen_name]
        taken = [self._main_widget.screen(), *theirs]
        free = sorted(
            (each for each in screens if not any(_overlaps(each, other) for other in taken)), key=_left_to_right
        )
        if self.screen_name:
            free = [each for each in free if each.name() == self.screen_name]
        return next((screen for screen in free if screen is self.screen), free[0] if free else None)

    def _use_screen(self, screen: QScreen | None) -> None:
        if screen is None:
            self._display.hide()
            self._set_placement(ScreenPlacement.WAITING, None)
        else:
            self._display.show_on(screen)
            self._set_placement(ScreenPlacement.ON_SCREEN, screen)

    def _set_placement(self, place: ScreenPlacement, screen: QScreen | None) -> None:
        before, self.placement, self.screen = (self.placement, self.screen), place, screen
        if before != (place, screen):
            self.placement_changed.emit()

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        # At once: Qt would move the window to the first screen, which is the secretary's.
        if screen is self.screen:
            self._use_screen(self._free_screen([each for each in self._available_screens() if each is not screen]))

    @Slot(QScreen)
    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.update_placement)
        self.update_placement()


def _overlaps(one: QScreen, other: QScreen | None) -> bool:
    return other is not None and one.geometry().intersects(other.geometry())


def _left_to_right(screen: QScreen) -> tuple[int, int]:
    return screen.geometry().left(), screen.geometry().top()


def is_on_screen(place: QRect) -> bool:
    """Whether a window of this place would be seen and could be worked in: its screen may have gone."""
    if place.width() < _MIN_SIZE_PX or place.height() < _MIN_SIZE_PX:
        return False
    seen = (screen.availableGeometry().intersected(place) for screen in QGuiApplication.screens())
    return any(2 * part.width() > place.width() and 2 * part.height() > place.height() for part in seen)


def is_system_shutting_down() -> bool:
    """Whether the user logs out or switches the machine off; then every window may be closed."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
