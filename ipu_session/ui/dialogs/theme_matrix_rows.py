"""Rows of the theme matrix: the text of each cell, and the notes counted in it."""

from functools import cache, partial

from PySide6.QtCore import QObject, Qt

from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.session import NO_DELEGATION, Session, Theme
from ipu_session.domain.queries.parties import Party, groups_of_party, party_of_source
from ipu_session.domain.queries.theme_matrix import (
    KINDS,
    CellCount,
    NoteOrigin,
    ThemeMatrix,
    origin_of_note,
    rows_by_group,
)
from ipu_session.domain.text.note_syntax import KIND_SIGNS
from ipu_session.domain.text.text_folding import fold
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import literal_tooltip
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.rows.rows_model import AnyModelIndex, RowsModel, TableRow

ALL_PARTIES = ()
"""Key of the row with the totals."""
MatrixCell = tuple[object, ThemeId | None]
"""Key of the row (a `Party`, the name of a group, or ``ALL_PARTIES``) and id of the theme; None for all themes."""

_SIGN_OF_KIND = {kind: sign for sign, kind in reversed(KIND_SIGNS.items()) if sign != "."}
_UNTOUCHED_TEXT = QT_TRANSLATE_NOOP("Matrix", "untouched")
_ALL_TEXT = QT_TRANSLATE_NOOP("Matrix", "All")
_NO_GROUP_TEXT = QT_TRANSLATE_NOOP("Matrix", "in no group")
_NOBODY_TEXT = QT_TRANSLATE_NOOP("Matrix", "nobody in particular")


class ThemeMatrixModel(RowsModel):
    """Table model with a column for each theme; the accessible text of a cell names its row and theme."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(("",), parent)
        self.themes: tuple[Theme, ...] = ()

    def set_themes(self, themes: tuple[Theme, ...], corner: str) -> None:
        """Reset the model to a column for each theme, without rows; ``corner`` is the heading of the first column."""
        self.beginResetModel()
        self.themes = themes
        self._headings = (corner, *(f"{theme.number} {theme.title}" for theme in themes))
        self._rows = ()
        self.endResetModel()

    def data(self, index: AnyModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the data of a cell for ``role``; the accessible text names row and theme too."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column():
            cells = self.row_at(index.row()).cells
            return f"{cells[0]}, {self._headings[index.column()]}: {cells[index.column()] or '–'}"
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading; as tooltip, the full text, which the view may elide."""
        if role != Qt.ItemDataRole.ToolTipRole:
            return super().headerData(section, orientation, role)
        heading = super().headerData(section, orientation, Qt.ItemDataRole.DisplayRole)
        return literal_tooltip(heading) if isinstance(heading, str) else heading


def build_party_rows(matrix: ThemeMatrix, session: Session) -> list[TableRow]:
    """Return the row of totals, then a row for each party (`Party`), sorted by name."""
    rows = [TableRow((_party_name(session, party), *map(_format_cell, cells)), party) for party, cells in matrix.rows]
    return [_build_total_row(matrix), *sorted(rows, key=_name_sort_key)]


def build_group_rows(matrix: ThemeMatrix, session: Session) -> list[TableRow]:
    """Return the row of totals, then a row for each geopolitical group, and for those in no group if there are any."""
    rows = rows_by_group(matrix, session)
    return [
        _build_total_row(matrix),
        *(
            TableRow((group or translate("Matrix", _NO_GROUP_TEXT), *map(_format_cell, cells)), group)
            for group, cells in rows
        ),
    ]


def notes_in_cell(session: Session, notebook: NotesProjection, cell: MatrixCell) -> list[NoteId]:
    """Return the ids of the notes counted in a cell, in the order taken; notes without a theme are in no cell."""
    row, theme = cell
    notes = notebook.all_notes if theme is None else notebook.notes_on_theme(theme)
    themed = [note for note in notes if session.notes[note].themes]
    if row == ALL_PARTIES:
        return themed
    is_in_row = cache(partial(_is_in_row, session, row))
    return [note for note in themed if is_in_row(origin_of_note(session.notes[note]))]


def _is_in_row(session: Session, row: object, source: NoteOrigin) -> bool:
    party = party_of_source(session, *source)
    if isinstance(row, Party):
        return party == row
    groups = groups_of_party(session, party) if party.delegation != NO_DELEGATION else ()
    return row in (groups or ("",))


def _build_total_row(matrix: ThemeMatrix) -> TableRow:
    """Return the row of totals, in which a theme without notes or time is marked as untouched."""
    return TableRow(
        (
            translate("Matrix", _ALL_TEXT),
            *(_format_cell(count) or translate("Matrix", _UNTOUCHED_TEXT) for count in matrix.column_totals),
        ),
        ALL_PARTIES,
    )


def _party_name(session: Session, party: Party) -> str:
    delegation = session.delegations.get(party.delegation)
    if delegation is not None:
        return delegation.name(labels.screen_language())
    if party.capacity is not None:
        return ", ".join(part for part in (party.organization, labels.enum_label(party.capacity)) if part)
    return party.organization or translate("Matrix", _NOBODY_TEXT)


def _name_sort_key(row: TableRow) -> str:
    return fold(row.cells[0])


def _format_cell(count: CellCount) -> str:
    """Return a cell such as "3 (!2 +1) · 2:10": notes, of these two proposals and one good practice, speaking time."""
    special = [
        f"{_SIGN_OF_KIND[kind]}{number}"
        for kind, number in zip(KINDS, count.kinds, strict=True)
        if number and kind in _SIGN_OF_KIND
    ]
    notes = f"{count.notes} ({' '.join(special)})" if special else str(count.notes or "")
    time = labels.format_minutes_seconds(count.seconds * 1000) if count.interventions else ""
    return " · ".join(part for part in (notes, time) if part)
