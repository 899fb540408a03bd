"""Keys on other layouts, on a real X server, by key codes as a keyboard sends them (docs/rules.md#x2)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ipu_session.domain.history import History
from ipu_session.domain.model.session import NoteKind
from tests.narrowing import not_none
from tests.store.files import rows_of
from tests.window.driver import Program, Screen

# Key codes of a PC keyboard: evdev plus 8.
ONE, TWO, FIVE = "10", "11", "14"
CONTROL, ALT, SHIFT, ENTER, F5 = "37", "64", "50", "36", "71"
KEYPAD_2, KEYPAD_ENTER = "88", "104"
Z_PLACE, Y_PLACE, AZERTY_Z_PLACE = "52", "29", "25"
UNDO_PLACE = {"us": Z_PLACE, "fr": AZERTY_Z_PLACE, "de": Y_PLACE, "ara": Z_PLACE, "ru": Z_PLACE, "gr": Z_PLACE}
"""Where the key of Z is: the letter on the key, or the place where the layout has no Latin letters."""


@pytest.fixture
def program(screen: Screen, path: Path, tmp_path: Path) -> Iterator[Program]:
    made = Program(screen, path, tmp_path / "home")
    yield made
    made.x("setxkbmap", "us")
    made.x("xmodmap", "-e", "keycode 255 = eacute")


def press(program: Program, *codes: str) -> None:
    """Press one key with those before it held."""
    program.keys("+".join(codes))


def act(program: Program, *codes: str) -> None:
    """Press a key that must be told as an act."""
    program.act("+".join(codes))


def test_chords_act_on_every_layout_and_leave_no_letter(program: Program, path: Path) -> None:
    expected = []
    for layout, undo in UNDO_PLACE.items():
        program.x("setxkbmap", layout)
        act(program, CONTROL, SHIFT, FIVE)
        press(program, CONTROL, SHIFT, "12")
        press(program, CONTROL, TWO)
        # Two keys that write in every layout, then a chord with Alt that means nothing here.
        press(program, "38")
        press(program, ALT, "13")
        act(program, ENTER)
        granted = program.told()
        act(program, "74")
        act(program, CONTROL, undo)
        assert program.told() > granted
        session = History(rows_of(path, read_only=True)).state
        note = session.notes[max(session.notes)]
        expected.append((layout, len(note.text), [not_none(session.theme(t)).number for t in note.themes]))
        assert not_none(session.floor).granted_ms == 0, layout
        assert note.kind is NoteKind.POINT
    assert expected == [(layout, 1, [2]) for layout in UNDO_PLACE]
    program.x("setxkbmap", "us")
    assert program.close() == 0


def test_workspaces_by_alt_and_digit_the_keypad_and_caps_lock(program: Program, path: Path) -> None:
    program.x("setxkbmap", "fr")
    act(program, F5)
    press(program, ALT, ONE)
    press(program, ALT, TWO)
    # In the add line now: Caps Lock and Num Lock change no chord.
    program.keys("Caps_Lock")
    program.keys("Num_Lock")
    program.keys("F3")
    press(program, CONTROL, KEYPAD_2)
    press(program, "26")
    act(program, KEYPAD_ENTER)
    act(program, "74")
    act(program, CONTROL, AZERTY_Z_PLACE)
    program.keys("Caps_Lock")
    program.keys("Num_Lock")
    press(program, CONTROL, "46")
    act(program, "116", "36")
    session = History(rows_of(path, read_only=True)).state
    [note] = session.notes.values()
    assert note.text == "E"
    assert [not_none(session.theme(theme)).number for theme in note.themes] == [2]
    assert not_none(session.floor).granted_ms == 0
    assert program.close() == 0
