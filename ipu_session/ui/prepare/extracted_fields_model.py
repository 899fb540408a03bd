"""Model of the fields extracted from a concept note: name, editable value, source sentence."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ipu_session.domain.exchange.import_results import ExtractedField
from ipu_session.ui.strings.dates import parse_day_text
from ipu_session.ui.strings.literal_text import literal_tooltip
from ipu_session.ui.widgets.session_details_labels import extracted_field_label

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DAY_FIELDS = frozenset({"date", "adopting_date", "contributions_deadline"})
VALUE_COLUMN = 1


class ExtractedFieldsModel(QAbstractTableModel):
    """The extracted fields except the themes, which have an editor of their own."""

    value_rejected = Signal(str)
    """Carries the sentence that says why a typed value was rejected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: tuple[ExtractedField, ...] = ()
        self._headings = (self.tr("What"), self.tr("Found"), self.tr("Sentence it came from"))

    @property
    def extracted_fields(self) -> tuple[ExtractedField, ...]:
        """The fields with the user's corrections, without those that have no value."""
        return tuple(finding for finding in self._fields if finding.value)

    def set_fields(self, findings: Sequence[ExtractedField]) -> None:
        """Reset the model to the fields of another note."""
        self.beginResetModel()
        self._fields = tuple(findings)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of fields."""
        return 0 if parent.isValid() else len(self._fields)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text or tooltip of a cell."""
        text_roles = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}
        if not index.isValid() or role not in text_roles:
            return None
        finding = self._fields[index.row()]
        label = extracted_field_label(finding.field)
        if finding.is_doubtful:
            label = self.tr("{what} (doubtful)").format(what=label)
        text = (label, finding.value, finding.source)[index.column()]
        return literal_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set a value and return True; for an invalid date or page count emit `value_rejected` and return False."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != VALUE_COLUMN:
            return False
        finding = self._fields[index.row()]
        text = str(value).strip()
        if finding.field in _DAY_FIELDS:
            day = parse_day_text(text)
            if day is None:
                self.value_rejected.emit(self.tr("Write the day as 2022-03-21"))
                return False
            text = day
        if finding.field == "contributions_pages" and text and not (text.isascii() and text.isdecimal()):
            self.value_rejected.emit(self.tr("Write the pages as a number"))
            return False
        self._replace_field(index.row(), replace(finding, value=text, is_doubtful=False))
        self.dataChanged.emit(self.index(index.row(), 0), index)
        return True

    def _replace_field(self, row: int, finding: ExtractedField) -> None:
        self._fields = (*self._fields[:row], finding, *self._fields[row + 1 :])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the item flags: the value column is editable."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == VALUE_COLUMN else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column heading."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None
