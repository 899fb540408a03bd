"""The themes as rows: how many notes each has, and how many passages its synthesis."""

from collections import Counter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.figures import notes_in_order
from ipu_session.domain.ids import NoteId, ThemeId
from ipu_session.domain.state import Note, Session
from ipu_session.domain.synthesis import used_notes
from ipu_session.ui import wording
from ipu_session.ui.widgets.lines_model import Line

_WORDS = (
    QT_TRANSLATE_NOOP("Report", "Notes without a theme"),
    QT_TRANSLATE_NOOP("Report", "not for the report"),
    QT_TRANSLATE_NOOP("Report", "used"),
    QT_TRANSLATE_NOOP("Report", "used nowhere"),
)
_NO_THEME, _RESTRICTED, _USED, _UNUSED = map(str, _WORDS)


def theme_lines(session: Session) -> tuple[Line, ...]:
    """Return a line for each theme, and one more for notes that have none."""
    notes = session.notes.values()
    written = Counter(passage.theme for passage in session.passages)
    counts = Counter(theme for note in notes for theme in note.themes)
    lines = [
        Line(
            (
                str(theme.number),
                theme.title,
                str(counts[theme.id]),
                str(written[theme.id]) if written[theme.id] else "–",
            ),
            theme.id,
        )
        for theme in session.themes
    ]
    loose = sum(1 for note in notes if not note.themes)
    if loose:
        lines.append(Line(("", _said(_NO_THEME), str(loose), ""), None))
    return tuple(lines)


def note_lines(session: Session, theme: ThemeId | None) -> tuple[Line, ...]:
    """Return the notes of a theme, or those without one, in the order they were taken."""
    used = used_notes(session.passages)
    return tuple(
        _note_line(session, note, used)
        for note in notes_in_order(session)
        if (theme in note.themes if theme is not None else not note.themes)
    )


def unused_notes(session: Session) -> int:
    """Return how many notes for the report no passage rests on."""
    used = used_notes(session.passages)
    return sum(not note.restricted and note.id not in used for note in session.notes.values())


def _note_line(session: Session, note: Note, used: frozenset[NoteId]) -> Line:
    kind = wording.word(note.kind)
    if note.restricted:
        kind = f"{kind} · {_said(_RESTRICTED)}"
    return Line(
        (
            kind,
            note.text,
            wording.noted_of(session, note, session.details.language),
            "" if note.restricted else _said(_USED if note.id in used else _UNUSED),
        ),
        note.id,
        quiet=note.restricted,
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("Report", text)
