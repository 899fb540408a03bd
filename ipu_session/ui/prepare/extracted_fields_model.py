"""What was found in a concept note: what it is, its value, which can be put right, and its sentence."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ipu_session.domain.exchange.import_results import Finding
from ipu_session.ui.strings.dates import read_day
from ipu_session.ui.strings.literal_text import plain_tip
from ipu_session.ui.widgets.details_labels import finding_word

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DAYS = frozenset({"date", "adopting_date", "contributions_deadline"})
VALUE = 1


class FindingsModel(QAbstractTableModel):
    """The findings but the themes, which have a list of their own."""

    refused = Signal(str)
    """A sentence: a value typed was not taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._headings = (self.tr("What"), self.tr("Found"), self.tr("Sentence it came from"))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings as put right; those emptied are left out."""
        return tuple(finding for finding in self._findings if finding.value)

    def show(self, findings: Sequence[Finding]) -> None:
        """Show the findings of another note."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many findings there are."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}
        if not index.isValid() or role not in shown:
            return None
        finding = self._findings[index.row()]
        what = finding_word(finding.field)
        if finding.doubtful:
            what = self.tr("{what} (doubtful)").format(what=what)
        text = (what, finding.value, finding.source)[index.column()]
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Put a value right; a day that is none is refused in words."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != VALUE:
            return False
        finding = self._findings[index.row()]
        text = str(value).strip()
        if finding.field in _DAYS:
            day = read_day(text)
            if day is None:
                self.refused.emit(self.tr("Write the day as 2022-03-21"))
                return False
            text = day
        if finding.field == "contributions_pages" and text and not (text.isascii() and text.isdecimal()):
            self.refused.emit(self.tr("Write the pages as a number"))
            return False
        self._set(index.row(), replace(finding, value=text, doubtful=False))
        self.dataChanged.emit(self.index(index.row(), 0), index)
        return True

    def _set(self, row: int, finding: Finding) -> None:
        self._findings = (*self._findings[:row], finding, *self._findings[row + 1 :])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that the values can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == VALUE else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a heading."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None
