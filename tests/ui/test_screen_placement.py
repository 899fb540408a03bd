"""Which screen a display stands on, on a machine whose screens the test plugs in, moves and mirrors."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.ui.displays.screen_placement import WINDOWED, DisplayPlacer, ScreenPlacement
from tests.controllers import application
from tests.narrowing import not_none


class FakeScreen(QObject):
    """A screen of 1366×768 that may be moved."""

    geometryChanged = Signal(QRect)

    def __init__(self, name: str, left: int, top: int = 0) -> None:
        super().__init__()
        self._name = name
        self._place = QRect(left, top, 1366, 768)

    def name(self) -> str:
        return self._name

    def geometry(self) -> QRect:
        return self._place

    def move(self, left: int, top: int = 0, width: int = 1366, height: int = 768) -> None:
        self._place = QRect(left, top, width, height)
        self.geometryChanged.emit(self._place)


def as_screen(fake: FakeScreen) -> QScreen:
    """Pass a fake where Qt's class is asked for, which has no constructor."""
    return cast("QScreen", fake)


class FakeWindow:
    """A display that remembers where it was put, and each time that it was."""

    def __init__(self) -> None:
        self.place: QRect | None = None
        self.puts = 0

    def show_on(self, screen: QScreen) -> None:
        if self.place != screen.geometry():
            self.puts += 1
        self.place = QRect(screen.geometry())

    def show_in_window(self, screen: QScreen) -> None:
        self.place = QRect(screen.geometry().topLeft() + screen.geometry().center() / 2, screen.geometry().size() / 2)

    def hide(self) -> None:
        self.place = None

    def geometry(self) -> QRect:
        return self.place or QRect()


class FakeHome:
    def __init__(self, screen: FakeScreen) -> None:
        self.on = screen

    def screen(self) -> FakeScreen:
        return self.on


class Keeper(DisplayPlacer):
    """A keeper on the fake machine."""

    def __init__(self, machine: "Machine", chosen: str = "") -> None:
        self.machine = machine
        self.window = FakeWindow()
        super().__init__(self.window, cast("QWidget", machine.home), chosen, machine)
        self.told: list[tuple[ScreenPlacement, bool]] = []
        self.placement_changed.connect(self._tell)

    def _tell(self) -> None:
        self.told.append((self.placement, self.is_mirrored))
        for other in self.other_placers:
            other.update_placement()

    def _available_screens(self) -> list[QScreen]:
        return list(map(as_screen, self.machine.screens))

    def left(self) -> int | None:
        return None if self.window.place is None else self.window.place.left()


class Machine(QObject):
    """A laptop, and whatever is plugged into it."""

    def __init__(self) -> None:
        super().__init__()
        self.laptop = FakeScreen("eDP-1", 0)
        self.screens = [self.laptop]
        self.home = FakeHome(self.laptop)
        self.keepers: list[Keeper] = []

    def keeper(self, chosen: str = "") -> Keeper:
        made = Keeper(self, chosen)
        self.keepers.append(made)
        for each in self.keepers:
            each.other_placers = tuple(other for other in self.keepers if other is not each)
        return made

    def plug(self, name: str, left: int, top: int = 0) -> FakeScreen:
        screen = FakeScreen(name, left, top)
        self.screens.append(screen)
        for keeper in self.keepers:
            keeper._on_screen_added(as_screen(screen))
        return screen

    def pull(self, screen: FakeScreen) -> None:
        # Qt may still list the screen while it says that it goes.
        for keeper in self.keepers:
            keeper._on_screen_removed(as_screen(screen))
        self.screens.remove(screen)

    def move_home(self, screen: FakeScreen) -> None:
        self.home.on = screen
        for keeper in self.keepers:
            keeper.update_placement()


@pytest.fixture
def machine(qapp: QApplication) -> Iterator[Machine]:
    made = Machine()
    yield made
    made.deleteLater()


def test_with_one_screen_the_display_waits_and_never_comes_onto_it(machine: Machine) -> None:
    keeper = machine.keeper()
    keeper.show_display()
    assert (keeper.placement, keeper.left(), keeper.is_mirrored) == (ScreenPlacement.WAITING, None, False)


def test_a_mirrored_screen_is_never_used_and_is_told_apart_from_none(machine: Machine) -> None:
    machine.screens.append(FakeScreen("HDMI-1", 0))
    keeper = machine.keeper()
    keeper.show_display()
    assert (keeper.placement, keeper.left(), keeper.told) == (
        ScreenPlacement.WAITING,
        None,
        [(ScreenPlacement.WAITING, True)],
    )


@pytest.mark.parametrize("left", [0, 1, 683, 1365])
def test_nor_is_one_that_shows_a_part_of_the_secretary_s(machine: Machine, left: int) -> None:
    machine.screens.append(FakeScreen("HDMI-1", left))
    keeper = machine.keeper("HDMI-1")
    keeper.show_display()
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.WAITING, None)


def test_from_mirror_to_extend_the_display_goes_to_the_projector_and_back_it_leaves(machine: Machine) -> None:
    keeper = machine.keeper()
    keeper.show_display()
    projector = machine.plug("HDMI-1", 0)
    assert keeper.left() is None
    for _ in range(2):
        projector.move(1366)
        assert (keeper.placement, keeper.left()) == (ScreenPlacement.ON_SCREEN, 1366)
        projector.move(0)
        assert (keeper.placement, keeper.left()) == (ScreenPlacement.WAITING, None)
    assert keeper.told[-1] == (ScreenPlacement.WAITING, True)


def test_it_makes_no_difference_which_of_the_two_screens_moves(machine: Machine) -> None:
    projector = machine.plug("HDMI-1", 0)
    keeper = machine.keeper()
    keeper.show_display()
    machine.laptop.move(1920)
    assert keeper.left() == 0
    machine.laptop.move(0)
    assert keeper.left() is None
    projector.move(0, -768)
    assert (keeper.left(), not_none(keeper.window.place).top()) == (0, -768)


def test_a_screen_that_changes_its_resolution_is_filled_again(machine: Machine) -> None:
    projector = machine.plug("HDMI-1", 1366)
    keeper = machine.keeper()
    keeper.show_display()
    projector.move(1366, 0, 1024, 768)
    assert keeper.window.place == QRect(1366, 0, 1024, 768)
    machine.laptop.move(0, 0, 1360, 768)
    assert keeper.window.puts == 2
    assert keeper.told == [(ScreenPlacement.ON_SCREEN, False)]


def test_a_projector_that_is_pulled_takes_the_display_with_it_and_brings_it_back(machine: Machine) -> None:
    keeper = machine.keeper()
    projector = machine.plug("HDMI-1", 1366)
    keeper.show_display()
    machine.pull(projector)
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.WAITING, None)
    machine.plug("HDMI-1", 1366)
    assert [place for place, _ in keeper.told] == [
        ScreenPlacement.ON_SCREEN,
        ScreenPlacement.WAITING,
        ScreenPlacement.ON_SCREEN,
    ]


def test_screens_of_one_name_are_told_apart(machine: Machine) -> None:
    machine.laptop = FakeScreen("DELL", 0)
    machine.screens, machine.home.on = [machine.laptop], machine.laptop
    hall, chair = machine.keeper("DELL"), machine.keeper("DELL")
    first = machine.plug("DELL", 1366)
    machine.plug("DELL", 2732)
    hall.show_display()
    chair.show_display()
    assert (hall.left(), chair.left()) == (1366, 2732)
    machine.pull(first)
    assert (hall.left(), chair.left()) == (None, 2732)


def test_a_display_keeps_to_the_screen_that_was_chosen_for_it(machine: Machine) -> None:
    machine.plug("HDMI-1", 1366)
    chosen = machine.plug("DP-2", 2732)
    keeper = machine.keeper("DP-2")
    keeper.show_display()
    assert keeper.left() == 2732
    machine.pull(chosen)
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.WAITING, None)
    keeper.choose_screen("")
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.ON_SCREEN, 1366)
    keeper.choose_screen(WINDOWED)
    assert keeper.placement is ScreenPlacement.IN_WINDOW


def test_two_displays_never_share_a_screen_nor_two_that_are_mirrored(machine: Machine) -> None:
    hall, chair = machine.keeper(), machine.keeper()
    machine.plug("HDMI-1", 1366)
    twin = machine.plug("DP-2", 1366)
    hall.show_display()
    chair.show_display()
    assert (hall.left(), chair.left()) == (1366, None)
    twin.move(2732)
    assert (hall.left(), chair.left()) == (1366, 2732)


def test_a_screen_that_comes_free_is_taken_by_the_display_that_waits(machine: Machine) -> None:
    hall, chair = machine.keeper(), machine.keeper()
    machine.plug("HDMI-1", 1366)
    hall.show_display()
    chair.show_display()
    assert chair.left() is None
    hall.hide_display()
    assert (hall.left(), chair.left()) == (None, 1366)


def test_a_display_that_may_stand_anywhere_makes_room_for_one_that_may_not(machine: Machine) -> None:
    hall, chair = machine.keeper("HDMI-1"), machine.keeper()
    machine.plug("HDMI-1", 1366)
    machine.plug("DP-2", 2732)
    chair.show_display()
    hall.show_display()
    assert (hall.left(), chair.left()) == (1366, 2732)


def test_a_display_stays_where_it_is_when_a_third_screen_comes(machine: Machine) -> None:
    keeper = machine.keeper()
    machine.plug("HDMI-1", 1366)
    keeper.show_display()
    machine.plug("DP-2", -1366)
    assert (keeper.left(), keeper.window.puts) == (1366, 1)


def test_a_display_makes_way_for_the_secretary_s_own_window(machine: Machine) -> None:
    keeper = machine.keeper()
    projector = machine.plug("HDMI-1", 1366)
    keeper.show_display()
    machine.move_home(projector)
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.ON_SCREEN, 0)
    machine.move_home(machine.laptop)
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.ON_SCREEN, 1366)


def test_one_whose_screen_was_chosen_waits_while_the_secretary_is_there(machine: Machine) -> None:
    keeper = machine.keeper("HDMI-1")
    projector = machine.plug("HDMI-1", 1366)
    keeper.show_display()
    machine.move_home(projector)
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.WAITING, None)
    machine.move_home(machine.laptop)
    assert keeper.left() == 1366


def test_a_display_that_was_put_away_stays_away_whatever_is_plugged_in(machine: Machine) -> None:
    keeper = machine.keeper()
    projector = machine.plug("HDMI-1", 1366)
    keeper.show_display()
    keeper.hide_display()
    projector.move(2000)
    machine.plug("DP-2", -1366)
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.HIDDEN, None)


def test_a_display_that_the_window_system_puts_before_the_secretary_is_hidden(machine: Machine) -> None:
    machine.plug("HDMI-1", 1366)
    keeper = machine.keeper()
    keeper.show_display()
    keeper.hide_if_covering()
    assert keeper.left() == 1366
    keeper.window.place = QRect(0, 0, 1366, 768)
    keeper.hide_if_covering()
    assert (keeper.placement, keeper.left()) == (ScreenPlacement.WAITING, None)


def test_the_keeper_listens_to_the_machine_s_screens(machine: Machine) -> None:
    """The signals of Qt itself lead to the slots that the other tests call."""
    keeper = machine.keeper()
    keeper.show_display()
    app, real = application(), QGuiApplication.primaryScreen()
    machine.screens.append(FakeScreen("HDMI-1", 1366))
    app.screenAdded.emit(real)
    assert keeper.left() == 1366
    machine.screens[1]._place = QRect(0, 0, 1366, 768)
    real.geometryChanged.emit(real.geometry())
    assert keeper.left() is None
    machine.screens[1]._place = QRect(1366, 0, 1366, 768)
    app.primaryScreenChanged.emit(real)
    assert keeper.left() == 1366
