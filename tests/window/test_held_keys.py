"""On a real X server a key that is held acts once, and two quick presses act twice (docs/rules.md#promise-u12)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ipu_session.domain import events as e
from ipu_session.domain.history import History
from tests.store.files import rows_of
from tests.window.driver import Program, Screen

_HELD_S = "0.8"
"""With the rate set below, a key held so long repeats about twenty times."""


class Finger:
    """Holds keys of the real program and counts the acts that come of it."""

    def __init__(self, program: Program, path: Path) -> None:
        self.program, self.path = program, path
        self.counted: dict[str, int] = {}

    def acts(self) -> int:
        return len({row.transaction for row in rows_of(self.path, read_only=True)})

    def settle(self) -> None:
        """Wait until every key so far was read: they come in their order, and this one is an act.

        That act is looked for itself: the next version told may be that of a key before it.
        """
        before = self.turns_of_list()
        self.program.keys("ctrl+shift+l")
        self.program.wait_until_true(lambda: self.turns_of_list() != before, "the list was neither closed nor reopened")

    def turns_of_list(self) -> int:
        rows = rows_of(self.path, read_only=True)
        return sum(isinstance(row.event, e.ListClosed | e.ListReopened) for row in rows)

    def hold(self, name: str, *first: str, key: str, modifiers: tuple[str, ...] = ()) -> None:
        """Press some keys, then hold one as a finger does, so that the server repeats it."""
        self.settle()
        if first:
            self.program.keys(*first)
        before = self.acts()
        down = [word for each in (*modifiers, key) for word in ("keydown", each)]
        up = [word for each in (key, *reversed(modifiers)) for word in ("keyup", each)]
        self.program.x("xdotool", *down, "sleep", _HELD_S, *up)
        self.settle()
        self.counted[name] = self.acts() - before - 1


@pytest.fixture
def finger(screen: Screen, path: Path, tmp_path: Path) -> Iterator[Finger]:
    program = Program(screen, path, tmp_path / "home")
    program.x("xset", "r", "rate", "150", "40")
    yield Finger(program, path)
    program.x("xset", "r", "rate")


def test_a_held_key_acts_once_and_two_quick_presses_act_twice(finger: Finger, path: Path) -> None:
    program = finger.program
    finger.hold("next", key="F5")
    finger.hold("30 seconds more", key="F8")
    finger.hold("pause", key="F6")
    finger.hold("freeze", key="F12")
    finger.hold("resume, by its second key", key="f", modifiers=("ctrl", "shift"))
    finger.hold("next, by its second key", key="5", modifiers=("ctrl", "shift"))
    finger.hold("list, up", "ctrl+l", "Home", "Down", "Down", key="Up", modifiers=("alt",))
    finger.hold("list, Enter", "ctrl+l", "Home", "Down", "Down", key="Return")
    finger.hold("list, Delete", "ctrl+l", key="Delete")
    finger.hold("undo", key="z", modifiers=("ctrl",))
    program.keys("F3", "s", "a", "i", "d")
    finger.hold("note", key="Return")
    program.keys("F2", "a", "l", "g")
    finger.hold("palette", "ctrl+k", "p", "a", "u", "s", "e", key="Return")
    finger.hold("letters", "F3", "a", key="x")
    program.keys("Return")
    program.x("xdotool", "key", "--delay", "30", "F8", "F8", "shift+F8")
    finger.settle()
    assert finger.counted == {**dict.fromkeys(finger.counted, 1), "letters": 0}
    notes = History(rows_of(path, read_only=True)).state.notes
    [first, second] = [notes[note].text for note in sorted(notes)]
    assert first == "said"
    assert len(second) > 10
    assert set(second[1:]) == {"x"}
    assert [row.event.event_kind for row in rows_of(path, read_only=True)[-5:]] == [
        *("NoteTaken", "TimeGranted", "TimeGranted", "TimeGranted", "ListReopened")
    ]
    assert program.close() == 0
