"""What each column of a speakers list is read as: a choice for every heading."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import SpeakersList
from ipu_session.ui.prepare import page_labels
from ipu_session.ui.widgets.factories import label, named, scrolling
from ipu_session.ui.widgets.flow_layout import FlowRow

_MOST = 40
"""Columns that are offered; a list has a dozen."""
_LETTERS = 24
"""Of a heading that are shown."""
_SCROLL_BAR = 16
"""Its width in pixels, kept free so that it takes no room when it comes."""
_LINES = 2
"""Lines of choices that are seen at once; more are scrolled to."""


class ColumnBox(QWidget):
    """A heading, and below it what the column is read as."""

    chosen = Signal(int, str)

    def __init__(self, column: int, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self.heading = heading
        self.box = QComboBox()
        for field in page_labels.COLUMN_FIELDS:
            self.box.addItem(page_labels.column(field), field)
        named(self.box, self.tr("Column “{heading}” is read as").format(heading=heading))
        self.box.activated.connect(self._choose)
        shown = heading if len(heading) <= _LETTERS else f"{heading[:_LETTERS]}…"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(shown, "quiet"))
        layout.addWidget(self.box)

    def show_field(self, field: str) -> None:
        """Show what the column is read as."""
        self.box.setCurrentIndex(max(0, self.box.findData(field)))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._column, str(self.box.currentData()))


class ListColumns(QWidget):
    """A row of headings, each with what it is read as; it breaks where the window is narrow."""

    chosen = Signal(int, str)
    """A column, counted from 0, is to be read as a field, or as nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[ColumnBox] = []
        self._row = FlowRow(spacing=10)
        self._inside = QWidget()
        self._inside.setLayout(self._row)
        self._inside.installEventFilter(self)
        self._room = scrolling(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._room)
        self.hide()

    def show_list(self, found: SpeakersList | None) -> None:
        """Show the columns of a list; the boxes stay while the headings do, and with them the focus."""
        columns = [] if found is None else list(found.columns)[:_MOST]
        if [box.heading for box in self.boxes] != [heading for heading, _ in columns]:
            self._make([heading for heading, _ in columns])
        for box, (_, field) in zip(self.boxes, columns, strict=True):
            box.show_field(field)
        self.setVisible(bool(self.boxes))

    def _make(self, headings: list[str]) -> None:
        for box in self.boxes:
            self._row.removeWidget(box)
            box.hide()
            box.deleteLater()
        # Made where they stay: a widget that moves to another parent is hidden until the event loop shows it.
        self.boxes = [ColumnBox(column, heading, self._inside) for column, heading in enumerate(headings)]
        for box in self.boxes:
            box.chosen.connect(self.chosen)
            self._row.addWidget(box)
            box.setVisible(bool(box.heading))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the boxes need in the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the boxes want another height: others came, or the letters grew."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as high as the boxes are, up to two lines of them."""
        if self.boxes:
            most = _LINES * self.boxes[0].sizeHint().height() + self._row.spacing()
            needed = self._row.heightForWidth(max(1, self.width() - _SCROLL_BAR))
            self._room.setFixedHeight(min(most, needed) + 2)
