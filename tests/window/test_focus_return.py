"""After a dialog or a window beside the keyboard is where it was, under a real window manager."""

from pathlib import Path

from ipu_session.domain.history import History
from ipu_session.store.journal.open_session import open_journal
from tests.window.driver import Program, Screen

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


def notes_of(path: Path) -> list[str]:
    journal = open_journal(path, read_only=True)
    notes = History(journal.replay()).state.notes
    journal.close()
    return [note.text for _, note in sorted(notes.items())]


def test_the_keyboard_is_where_it_was_after_every_window_beside(screen: Screen, path: Path, tmp_path: Path) -> None:
    program = Program(screen, path, tmp_path / "home")
    program.act("F5")
    program.keys("ctrl+shift+h", "F3")
    # To the choice of the hall display's screen, and to *In a window*.
    program.keys("ctrl+comma")
    screen.wait_until_active(MAIN, is_active=False)
    program.keys("Tab", "Tab", "Tab", "Down")
    screen.wait_for_window("^Hall display")
    program.keys("Escape")
    screen.wait_until_active(MAIN, is_active=True)
    program.type("a")
    for name, (key, _) in BESIDE.items():
        program.keys(key)
        screen.wait_until_active(MAIN, is_active=False)
        program.keys("Escape")
        screen.wait_until_active(MAIN, is_active=True)
        program.type(name[0])
    program.act("Return")
    program.close()
    assert notes_of(path) == ["a" + "".join(name[0] for name in BESIDE)]
