"""The themes as rows: how many notes each has, and how many passages its synthesis."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.model.ids import NoteId
from ipu_session.domain.model.session import Note, NoteKind, Session
from ipu_session.service.notes_projection import Notebook
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.rows.rows_model import Line

_WORDS = (
    QT_TRANSLATE_NOOP("Report", "Notes without a theme"),
    QT_TRANSLATE_NOOP("Report", "not for the report"),
    QT_TRANSLATE_NOOP("Report", "used"),
    QT_TRANSLATE_NOOP("Report", "unused"),
    QT_TRANSLATE_NOOP("Report", "All proposals"),
    QT_TRANSLATE_NOOP("Report", "in writing"),
)
PROPOSALS = "proposals"
"""The key of the row for the proposals on all themes."""
_NO_THEME, _RESTRICTED, _USED, _UNUSED, _PROPOSALS, _WRITTEN = map(str, _WORDS)


def theme_lines(session: Session, notebook: Notebook) -> tuple[Line, ...]:
    """Return a line for each theme, one more for notes that have none, and one for all proposals."""
    written = Counter(passage.theme for passage in session.passages)
    lines = [
        Line(
            (
                str(theme.number),
                theme.title,
                str(len(notebook.of_theme(theme.id))),
                str(written[theme.id]) if written[theme.id] else "–",
            ),
            theme.id,
        )
        for theme in session.themes
    ]
    if loose := notebook.of_theme(None):
        lines.append(Line(("", _said(_NO_THEME), str(len(loose)), ""), None))
    if notebook.all:
        lines.append(Line(("", _said(_PROPOSALS), str(len(proposals(session, notebook))), ""), PROPOSALS))
    return tuple(lines)


def proposals(session: Session, notebook: Notebook) -> Sequence[NoteId]:
    """Return the proposals on all themes: what elements for the resolution are made of."""
    return [note for note in notebook.all if session.notes[note].kind is NoteKind.PROPOSAL]


def note_line(session: Session, note: Note, used: frozenset[NoteId]) -> Line:
    """Return a note as a row; ``used`` are those that some passage rests on."""
    kind = labels.word(note.kind)
    if note.contribution is not None:
        kind = f"{kind} · {_said(_WRITTEN)}"
    if note.restricted:
        kind = f"{kind} · {_said(_RESTRICTED)}"
    return Line(
        (
            kind,
            note.text,
            labels.noted_of(session, note, session.details.language),
            "" if note.restricted else _said(_USED if note.id in used else _UNUSED),
        ),
        note.id,
        quiet=note.restricted,
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("Report", text)
