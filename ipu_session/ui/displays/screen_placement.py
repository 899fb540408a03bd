"""Choice of the screen for a display: never the secretary's, except in a window (docs/rules.md#h1)."""

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

WINDOWED = "window"
"""Value instead of a screen's name: the display is an ordinary window, to try it with one screen."""


_MIN_SIZE_PX = 300
"""Minimum width and height of a window in `is_on_screen`."""


class ScreenPlacement(Enum):
    """Present placement of a display."""

    HIDDEN = "away"
    ON_SCREEN = "on a screen"
    IN_WINDOW = "in a window"
    WAITING = "waiting"
    """To be shown, but no screen is free."""


class PlaceableWindow(Protocol):
    """Interface of a window that `DisplayPlacer` places."""

    def show_on(self, screen: QScreen) -> None:
        """Show full-screen on ``screen``."""

    def show_in_window(self, screen: QScreen) -> None:
        """Show an ordinary window on ``screen``."""

    def hide(self) -> None:
        """Hide the window."""

    def geometry(self) -> QRect:
        """Return the window's rectangle in desktop coordinates."""


class DisplayPlacer(QObject):
    """Places a display on a screen that does not overlap the secretary's; if there is none, the display waits.

    Screens are compared by their rectangles: mirrored outputs are two screens with one rectangle, and two
    screens may have the same name.
    """

    placement_changed = Signal()
    """``placement`` or ``screen`` has changed."""

    def __init__(
        self, display: PlaceableWindow, main_widget: QWidget, screen_name: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._display = display
        self._main_widget = main_widget
        self.screen_name = screen_name
        self.screen: QScreen | None = None
        self.placement = ScreenPlacement.HIDDEN
        self.other_placers: tuple[DisplayPlacer, ...] = ()
        """Placers of the other displays."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)
            app.screenAdded.connect(self._on_screen_added)
            app.primaryScreenChanged.connect(self.update_placement)
            for screen in self._available_screens():
                screen.geometryChanged.connect(self.update_placement)

    @property
    def is_mirrored(self) -> bool:
        """Whether the display waits because another screen mirrors the secretary's."""
        return self.placement is ScreenPlacement.WAITING and any(
            screen is not self._main_widget.screen() and _overlaps(screen, self._main_widget.screen())
            for screen in self._available_screens()
        )

    def choose_screen(self, screen_name: str) -> None:
        """Set the screen by name ("" for any, ``WINDOWED`` for a window); move the display there unless hidden."""
        self.screen_name = screen_name
        if self.placement is not ScreenPlacement.HIDDEN:
            self.show_display()

    def toggle(self) -> None:
        """Show the display if it is hidden, else hide it."""
        if self.placement is ScreenPlacement.HIDDEN:
            self.show_display()
        else:
            self.hide_display()

    def show_display(self) -> None:
        """Show the display on a free screen, or wait if there is none; with ``WINDOWED``, show it in a window."""
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
        """Choose the screen again, as when the secretary's window has moved to another screen or a screen was added."""
        if self.placement in {ScreenPlacement.ON_SCREEN, ScreenPlacement.WAITING}:
            self._use_screen(self._free_screen(self._available_screens()))

    @Slot()
    def hide_if_covering(self) -> None:
        """Hide the display, which then waits, if the window system put it on the secretary's screen."""
        is_covering = self._display.geometry().intersects(self._main_widget.screen().geometry())
        if self.placement is ScreenPlacement.ON_SCREEN and is_covering:
            self._use_screen(None)

    def _available_screens(self) -> list[QScreen]:
        return list(QGuiApplication.screens())

    def _free_screen(self, screens: list[QScreen]) -> QScreen | None:
        """Return the screen to use; None if the chosen screen is not free, or without a choice, if no screen is free.

        Without a choice, it is the present screen if that is free, else the leftmost free one. For a display with a
        chosen screen, the screen of a display without a choice counts as free: that display is moved.
        """
        other_screens = [other.screen for other in self.other_placers if other.screen_name or not self.screen_name]
        occupied = [self._main_widget.screen(), *other_screens]
        free = sorted(
            (screen for screen in screens if not any(_overlaps(screen, other) for other in occupied)),
            key=_left_to_right,
        )
        if self.screen_name:
            free = [screen for screen in free if screen.name() == self.screen_name]
        return next((screen for screen in free if screen is self.screen), free[0] if free else None)

    def _use_screen(self, screen: QScreen | None) -> None:
        if screen is None:
            self._display.hide()
            self._set_placement(ScreenPlacement.WAITING, None)
        else:
            self._display.show_on(screen)
            self._set_placement(ScreenPlacement.ON_SCREEN, screen)

    def _set_placement(self, placement: ScreenPlacement, screen: QScreen | None) -> None:
        before, self.placement, self.screen = (self.placement, self.screen), placement, screen
        if before != (placement, screen):
            self.placement_changed.emit()

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        # At once: otherwise Qt moves the window to the first screen, which is the secretary's.
        if screen is self.screen:
            self._use_screen(self._free_screen([each for each in self._available_screens() if each is not screen]))

    @Slot(QScreen)
    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.update_placement)
        self.update_placement()


def _overlaps(first: QScreen, second: QScreen | None) -> bool:
    return second is not None and first.geometry().intersects(second.geometry())


def _left_to_right(screen: QScreen) -> tuple[int, int]:
    return screen.geometry().left(), screen.geometry().top()


def is_on_screen(rect: QRect) -> bool:
    """Return whether a window with this rectangle is large enough, and mostly visible on one of the screens."""
    if rect.width() < _MIN_SIZE_PX or rect.height() < _MIN_SIZE_PX:
        return False
    visible_parts = (screen.availableGeometry().intersected(rect) for screen in QGuiApplication.screens())
    return any(2 * part.width() > rect.width() and 2 * part.height() > rect.height() for part in visible_parts)


def is_system_shutting_down() -> bool:
    """Return whether the user is logging out or shutting down the machine, so that every window may be closed."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
