"""After a change of language, look or size the secretary goes on where she was."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QDialog

from ipu_session.domain import commands as c
from tests.app.test_keys_in_window import CTRL, KEY, Secretary, sit
from tests.narrowing import not_none

__all__ = ["sit"]


def change(s: Secretary, **preferences: str) -> None:
    """Change the preferences as the settings dialog does, and close it."""
    s.desk.apply_preferences(replace(s.desk._settings.preferences, **preferences))
    QApplication.processEvents()
    for dialog in s.desk.window.findChildren(QDialog):
        dialog.close()
    s.view = s.desk.window.centralWidget()
    s.debate = not_none(s.view).show_workspace("debate")
    s.note = s.debate.notes.note_line
    s.desk.window.activateWindow()
    QApplication.processEvents()


FIELDS = {
    "note": ((KEY.Key_F3,), lambda s: s.note.line),
    "add": ((KEY.Key_F2,), lambda s: s.debate.speakers.add_line.line),
    "find": ((KEY.Key_F, CTRL), lambda s: s.debate.notes.notes_list.search_line),
    "message": ((KEY.Key_M, CTRL), lambda s: s.view.display_message_bar.hall_edit),
    "raised by": ((KEY.Key_F9,), lambda s: s.debate.floor.raised_by.line),
}


def test_the_same_field_has_the_focus_and_its_text_in_another_language(sit: Callable[..., object]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    for number, (name, (go, field)) in enumerate(FIELDS.items()):
        s.press(*go)
        typed = "xyzzy" if name == "raised by" else "jap"
        s.type(f"{typed} ")
        change(s, language="fr" if number % 2 == 0 else "en")
        assert s.focus is field(s), name
        s.type("x")
        assert field(s).text() == f"{typed} x", name
