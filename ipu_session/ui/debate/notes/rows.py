"""Notes as rows: when, theme, kind, text, who."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.capture import KIND_SIGNS
from ipu_session.domain.figures import notes_in_order
from ipu_session.domain.finder import fold
from ipu_session.domain.state import Note, NoteKind, Session
from ipu_session.ui import wording
from ipu_session.ui.widgets.lines_model import Line

_SIGNS: dict[NoteKind, str] = {kind: sign for sign, kind in reversed(KIND_SIGNS.items())} | {
    NoteKind.POINT: ""
}
_RESTRICTED = str(QT_TRANSLATE_NOOP("Debate", "(not for the report)"))


def note_lines(session: Session, offset_min: int, wanted: Callable[[Note], bool]) -> tuple[Line, ...]:
    """Return the notes that are wanted, as rows."""
    return tuple(_line(session, note, offset_min) for note in notes_in_order(session, wanted))


def matches(session: Session, folded: str, note: Note) -> bool:
    """Return whether a note, or who said it, holds the text looked for."""
    if folded in _folded(note.text):
        return True
    if note.intervention is None:
        return False
    person = session.person(session.interventions[note.intervention].delegate)
    return folded in _folded(f"{_who(session, note)} {person.titled_name}")


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    """Return a text without case and accents; the same notes are looked through at every key."""
    return fold(text)


def _who(session: Session, note: Note) -> str:
    return wording.noted_of(session, note, wording.screen_language())


def _line(session: Session, note: Note, offset_min: int) -> Line:
    numbers = " ".join(str(theme.number) for theme in session.themes if theme.id in note.themes)
    mark = f"{numbers}{_SIGNS[note.kind]}"
    restricted = QCoreApplication.translate("Debate", _RESTRICTED) if note.restricted else ""
    text = f"{restricted} {note.text}".strip()
    time = wording.local_time(note.taken_ms, offset_min, seconds=True)
    return Line((time, mark, text, _who(session, note)), note.id, quiet=note.restricted)
