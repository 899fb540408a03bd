"""After a dialog or a window beside the keyboard is where it was, under a real window manager."""

import time

from ipu_session.domain.timeline import Timeline
from ipu_session.store.opening import open_journal
from tests.patience import PATIENCE_S
from tests.window.driver import Program

MAIN = "IPU Session"
BESIDE = {
    "settings": ("ctrl+comma", "^Settings"),
    "keys": ("F1", "^Keys"),
    "balance": ("ctrl+g", "^Balance"),
    "matrix": ("ctrl+t", "^Who said what"),
    "restore": ("ctrl+u", "^Restore"),
    "print": ("ctrl+p", "^Print"),
    "open": ("ctrl+o", "^Open"),
    "fault": ("ctrl+F1", "^Report of a fault"),
}


def wait_until_active(screen, *, main):
    until = time.monotonic() + PATIENCE_S
    while (active := active_or_none(screen)) is None or (MAIN in active) is not main:
        assert time.monotonic() < until, f"active: {active}"
        time.sleep(0.05)


def active_or_none(screen):
    found = screen._run("sh", "-c", "xdotool getactivewindow getwindowname 2>/dev/null || true").strip()
    return found or None


def notes_of(path):
    journal = open_journal(path, read_only=True)
    notes = Timeline(journal.replay()).now.notes
    journal.close()
    return [note.text for _, note in sorted(notes.items())]


def test_the_keyboard_is_where_it_was_after_every_window_beside(screen, path, tmp_path):
    program = Program(screen, path, tmp_path / "home")
    program.keys("F5")
    program.wait_until(program.told() + 1)
    program.keys("ctrl+shift+h", "F3")
    # To the choice of the hall display's screen, and to *In a window*.
    program.keys("ctrl+comma")
    wait_until_active(screen, main=False)
    program.keys("Tab", "Tab", "Tab", "Down")
    until = time.monotonic() + PATIENCE_S
    while not screen.places("^Hall display"):
        assert time.monotonic() < until, "the hall display did not come"
        time.sleep(0.05)
    program.keys("Escape")
    wait_until_active(screen, main=True)
    program.type("a")
    for name, (key, _) in BESIDE.items():
        program.keys(key)
        wait_until_active(screen, main=False)
        program.keys("Escape")
        wait_until_active(screen, main=True)
        program.type(name[0])
    before = program.told()
    program.keys("Return")
    program.wait_until(before + 1)
    program.close()
    assert notes_of(path) == ["a" + "".join(name[0] for name in BESIDE)]
