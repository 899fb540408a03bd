"""After a change of language, look or size the secretary goes on where she was."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from ipu_session.domain import commands as c
from ipu_session.ui.core.preferences import UiLanguage
from tests.app.test_keys_in_window import CTRL, KEY, Chord, Secretary, sit, text_of
from tests.session_pages import session_view, show_debate

__all__ = ["sit"]


def change(s: Secretary, language: UiLanguage) -> None:
    """Change the preferences as the settings dialog does, and close it."""
    s.desk.apply_preferences(replace(s.desk._settings.current.preferences, language=language))
    QApplication.processEvents()
    for dialog in s.desk.window.findChildren(QDialog):
        dialog.close()
    s.view = session_view(s.desk.window)
    s.debate = show_debate(s.view)
    s.desk.window.activateWindow()
    QApplication.processEvents()


Field = QLineEdit | QPlainTextEdit
FIELDS: dict[str, tuple[Chord, Callable[[Secretary], Field]]] = {
    "note": ((KEY.Key_F3,), lambda s: s.debate.notes.note_line.line),
    "add": ((KEY.Key_F2,), lambda s: s.debate.speakers.add_line.line),
    "find": ((KEY.Key_F, CTRL), lambda s: s.debate.notes.notes_list.search_line),
    "message": ((KEY.Key_M, CTRL), lambda s: s.view.display_message_bar.hall_edit),
    "raised by": ((KEY.Key_F9,), lambda s: s.debate.floor.raised_by.line),
}


def test_the_same_field_has_the_focus_and_its_text_in_another_language(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    for number, (name, (go, field)) in enumerate(FIELDS.items()):
        s.press_chord(go)
        typed = "xyzzy" if name == "raised by" else "jap"
        s.type(f"{typed} ")
        change(s, language="fr" if number % 2 == 0 else "en")
        assert s.focus is field(s), name
        s.type("x")
        assert text_of(field(s)) == f"{typed} x", name
