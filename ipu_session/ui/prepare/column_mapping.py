"""Column mapping of an imported speakers list: for each heading, a choice of the field it is read as."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import SpeakersList
from ipu_session.ui.prepare import prepare_labels
from ipu_session.ui.widgets.factories import make_label, make_scroll_area, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout

_MAX_COLUMNS = 40
"""Maximum number of columns shown; a list usually has a dozen."""
_MAX_HEADING_LETTERS = 24
"""Maximum number of characters of a heading shown."""
_SCROLL_BAR_PX = 16
"""Width reserved for the scroll bar, so that its appearance does not change the layout."""
_VISIBLE_LINES = 2
"""Lines of column boxes visible at once; the others are reached by scrolling."""


class ColumnBox(QWidget):
    """A heading, and below it the choice of its field."""

    field_chosen = Signal(int, str)

    def __init__(self, column: int, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self.heading = heading
        self.field_box = QComboBox()
        for field in prepare_labels.COLUMN_FIELDS:
            self.field_box.addItem(prepare_labels.column_label(field), field)
        set_accessible_name(self.field_box, self.tr("Column “{heading}” is read as").format(heading=heading))
        self.field_box.activated.connect(self._on_activated)
        short_heading = heading if len(heading) <= _MAX_HEADING_LETTERS else f"{heading[:_MAX_HEADING_LETTERS]}…"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(make_label(short_heading, "quiet"))
        layout.addWidget(self.field_box)

    def set_field(self, field: str) -> None:
        """Select the field of the column."""
        self.field_box.setCurrentIndex(max(0, self.field_box.findData(field)))

    @Slot()
    def _on_activated(self) -> None:
        self.field_chosen.emit(self._column, str(self.field_box.currentData()))


class ColumnMapping(QWidget):
    """A `ColumnBox` for each of the first `_MAX_COLUMNS` columns, in a flow layout that wraps in narrow windows."""

    field_chosen = Signal(int, str)
    """Column (counted from 0), and the field chosen for it; "" if not used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[ColumnBox] = []
        self._flow_row = FlowLayout(spacing=10)
        self._content = QWidget()
        self._content.setLayout(self._flow_row)
        self._content.installEventFilter(self)
        self._scroll_area = make_scroll_area(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll_area)
        self.hide()

    def set_list(self, imported: SpeakersList | None) -> None:
        """Show the columns of a list; hide if it is None. Boxes and focus stay while the headings are the same."""
        columns = [] if imported is None else list(imported.columns)[:_MAX_COLUMNS]
        if [box.heading for box in self.boxes] != [heading for heading, _ in columns]:
            self._create_boxes([heading for heading, _ in columns])
        for box, (_, field) in zip(self.boxes, columns, strict=True):
            box.set_field(field)
        self.setVisible(bool(self.boxes))

    def _create_boxes(self, headings: list[str]) -> None:
        for box in self.boxes:
            self._flow_row.removeWidget(box)
            box.hide()
            box.deleteLater()
        # Created with the final parent: a reparented widget is hidden until the event loop shows it.
        self.boxes = [ColumnBox(column, heading, self._content) for column, heading in enumerate(headings)]
        for box in self.boxes:
            box.field_chosen.connect(self.field_chosen)
            self._flow_row.addWidget(box)
            box.setVisible(bool(box.heading))
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the number of lines at the new width."""
        super().resizeEvent(event)
        self._fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the height when the layout requests it: the boxes or the font changed."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return super().eventFilter(watched, event)

    def _fit_height(self) -> None:
        """Set the height to that of the boxes, at most `_VISIBLE_LINES` lines."""
        if self.boxes:
            max_height = _VISIBLE_LINES * self.boxes[0].sizeHint().height() + self._flow_row.spacing()
            needed_height = self._flow_row.heightForWidth(max(1, self.width() - _SCROLL_BAR_PX))
            self._scroll_area.setFixedHeight(min(max_height, needed_height) + 2)
