"""The matrix as rows: what a cell says, and which notes stand behind it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt

from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.session import NO_DELEGATION, Session, Theme
from ipu_session.domain.queries.statistics import Party, groups_of_party, party_of_source
from ipu_session.domain.queries.theme_matrix import KINDS, Matrix, Source, Touch, by_group, source_of
from ipu_session.domain.text.note_syntax import KIND_SIGNS
from ipu_session.domain.text.text_folding import fold
from ipu_session.service.notes_projection import Notebook
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import plain_tip
from ipu_session.ui.widgets.rows.rows_model import Index, Line, LinesModel

ALL = ()
"""The key of the row of all parties."""
Place = tuple[object, ThemeId | None]
"""A cell: the key of its row (a party, the name of a group, or ALL), and a theme; None for all themes."""

_SIGNS = {kind: sign for sign, kind in reversed(KIND_SIGNS.items()) if sign != "."}
_UNTOUCHED = str(QT_TRANSLATE_NOOP("Matrix", "untouched"))
_ALL = str(QT_TRANSLATE_NOOP("Matrix", "All"))
_NO_GROUP = str(QT_TRANSLATE_NOOP("Matrix", "in no group"))
_NOBODY = str(QT_TRANSLATE_NOOP("Matrix", "nobody in particular"))


class CellsModel(LinesModel):
    """Rows under the themes; a screen reader hears row and theme with each cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(("",), parent)
        self.themes: tuple[Theme, ...] = ()

    def show_themes(self, themes: tuple[Theme, ...], corner: str) -> None:
        """Begin anew with a column for each theme."""
        self.beginResetModel()
        self.themes = themes
        self._headings = (corner, *(f"{theme.number} {theme.title}" for theme in themes))
        self._lines = ()
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or says."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column():
            cells = self.line(index.row()).cells
            return f"{cells[0]}, {self._headings[index.column()]}: {cells[index.column()] or '–'}"
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a heading; the whole of it as a tooltip too."""
        if role != Qt.ItemDataRole.ToolTipRole:
            return super().headerData(section, orientation, role)
        shown = super().headerData(section, orientation, Qt.ItemDataRole.DisplayRole)
        return plain_tip(shown) if isinstance(shown, str) else shown


def party_lines(found: Matrix, session: Session) -> list[Line]:
    """Return a row for all parties, then one for each in the order of their names."""
    rows = [Line((_party_name(session, p), *map(_cell, cells)), p) for p, cells in found.rows]
    return [_all(found), *sorted(rows, key=_by_name)]


def group_lines(found: Matrix, session: Session) -> list[Line]:
    """Return a row for all parties, then one for each geopolitical group."""
    rows = by_group(found, session)
    return [
        _all(found),
        *(Line((group or _said(_NO_GROUP), *map(_cell, cells)), group) for group, cells in rows),
    ]


def notes_of(session: Session, notebook: Notebook, place: Place) -> list[NoteId]:
    """Return the notes behind a cell, in the order they were taken."""
    row, theme = place
    notes = notebook.all if theme is None else notebook.of_theme(theme)
    themed = [note for note in notes if session.notes[note].themes]
    if row == ALL:
        return themed
    belongs: dict[Source, bool] = {}
    found = []
    for note in themed:
        source = source_of(session.notes[note])
        if source not in belongs:
            belongs[source] = _belongs(session, source, row)
        if belongs[source]:
            found.append(note)
    return found


def _belongs(session: Session, source: Source, row: object) -> bool:
    party = party_of_source(session, *source)
    if isinstance(row, Party):
        return party == row
    groups = groups_of_party(session, party) if party.delegation != NO_DELEGATION else ()
    return row in (groups or ("",))


def _all(found: Matrix) -> Line:
    """Return the row of all parties: a theme that nobody has touched says so."""
    return Line((_said(_ALL), *(_cell(touch) or _said(_UNTOUCHED) for touch in found.total)), ALL)


def _party_name(session: Session, party: Party) -> str:
    delegation = session.delegations.get(party.delegation)
    if delegation is not None:
        return delegation.name(labels.screen_language())
    if party.capacity is not None:
        return ", ".join(part for part in (party.organization, labels.word(party.capacity)) if part)
    return party.organization or _said(_NOBODY)


def _by_name(line: Line) -> str:
    return fold(line.cells[0])


def _said(text: str) -> str:
    return QCoreApplication.translate("Matrix", text)


def _cell(touch: Touch) -> str:
    """Return "3 (!2 +1) · 2:10": notes, those of a special kind among them, time."""
    special = [f"{_SIGNS[k]}{n}" for k, n in zip(KINDS, touch.kinds, strict=True) if n and k in _SIGNS]
    noted = f"{touch.notes} ({' '.join(special)})" if special else str(touch.notes or "")
    time = labels.duration(touch.seconds * 1000) if touch.interventions else ""
    return " · ".join(part for part in (noted, time) if part)
