"""Choice of a speakers list (file or clipboard) and of how to read it: encoding, sheet, order of dates, capitals."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ipu_session.domain.exchange.import_results import ListImportOptions, SpeakersList
from ipu_session.ui.widgets.factories import make_button, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout

_DATE_ORDERS = (None, True, False)
"""Values of `ListImportOptions.day_first`, in the order of the box."""


class ListSourceBar(QWidget):
    """Buttons that choose the list, and a box for each option, visible only if the list calls for it."""

    file_requested = Signal()
    clipboard_requested = Signal()
    sheet_chosen = Signal()
    """Another sheet was chosen: it has other rows, so earlier corrections of rows do not apply."""
    options_changed = Signal()
    """Another option was chosen: the same rows are to be read again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = ListImportOptions()
        formats = self.tr("CSV, XLSX, ODS, XLS, XLSB, or a table in a Word document")
        self.file_button = make_button(self.tr("Choose a list…"), self._request_file, formats)
        self.paste_button = make_button(self.tr("From the clipboard"), self._request_clipboard)
        self.encoding_box, self.sheet_box, self.date_order_box = QComboBox(), QComboBox(), QComboBox()
        self.capitals_box = QCheckBox(self.tr("KIHIKA becomes Kihika"))
        self.encoding_box.activated.connect(self._on_encoding_chosen)
        self.sheet_box.activated.connect(self._on_sheet_chosen)
        self.date_order_box.activated.connect(self._on_date_order_chosen)
        self.capitals_box.clicked.connect(self._on_capitals_clicked)
        self._build_ui()
        self.setFocusProxy(self.file_button)

    @property
    def options(self) -> ListImportOptions:
        """The options chosen for the present list."""
        return self._options

    @property
    def is_asking_encoding(self) -> bool:
        """Whether the user was asked for the encoding of the present list."""
        return bool(self.encoding_box.count())

    def reset(self) -> None:
        """Set all options to their defaults, for another list."""
        self._options = ListImportOptions()
        self.encoding_box.clear()

    def set_list(self, imported: SpeakersList | None) -> None:
        """Show the boxes of the options that matter for a list, such as that of the sheet if it has several."""
        sheets = () if imported is None else imported.sheets
        self.encoding_box.setVisible(self.is_asking_encoding)
        self.sheet_box.clear()
        self.sheet_box.addItems(sheets)
        self.sheet_box.setCurrentIndex(-1 if imported is None else self.sheet_box.findText(imported.sheet))
        self.sheet_box.setVisible(len(sheets) > 1)
        has_birth_dates = imported is not None and any(field == "born" for _, field in imported.columns)
        self.date_order_box.setVisible(has_birth_dates)
        self.date_order_box.setCurrentIndex(_DATE_ORDERS.index(self._options.day_first))
        has_capitals = imported is not None and any(remark.reason == "capitals" for remark in imported.remarks)
        self.capitals_box.setVisible(has_capitals or self._options.keep_capitals)
        self.capitals_box.setChecked(not self._options.keep_capitals)

    def request_encoding(self, candidates: Iterable[tuple[str, str]]) -> None:
        """Ask for the encoding; ``candidates`` are pairs (encoding, sample decoded in it); none is preselected."""
        for encoding, sample in candidates:
            self.encoding_box.addItem(f"{encoding}:  {sample.partition(chr(10))[0]}", encoding)
        self.encoding_box.setCurrentIndex(-1)
        self.encoding_box.setPlaceholderText(self.tr("Which line reads correctly?"))
        self.encoding_box.show()
        self.encoding_box.setFocus()

    def assign_columns_manually(self) -> None:
        """Set the options so that the next reading takes the first row as headings, whose fields the user assigns."""
        self._options = replace(self._options, is_manual=True)

    @Slot(int, str)
    def set_column(self, column: int, field: str) -> None:
        """Read a column (counted from 0) as ``field``."""
        self._set_options(self._options.with_column(column, field))

    @Slot()
    def _on_encoding_chosen(self) -> None:
        self._set_options(replace(self._options, encoding=str(self.encoding_box.currentData())))

    @Slot()
    def _on_sheet_chosen(self) -> None:
        self._options = replace(self._options, sheet=self.sheet_box.currentText(), columns=())
        self.sheet_chosen.emit()

    @Slot()
    def _on_date_order_chosen(self) -> None:
        self._set_options(replace(self._options, day_first=_DATE_ORDERS[max(0, self.date_order_box.currentIndex())]))

    @Slot()
    def _on_capitals_clicked(self) -> None:
        self._set_options(replace(self._options, keep_capitals=not self.capitals_box.isChecked()))

    @Slot()
    def _request_file(self) -> None:
        self.file_requested.emit()

    @Slot()
    def _request_clipboard(self) -> None:
        self.clipboard_requested.emit()

    def _set_options(self, options: ListImportOptions) -> None:
        self._options = options
        self.options_changed.emit()

    def _build_ui(self) -> None:
        set_accessible_name(self.encoding_box, self.tr("Encoding of the list"))
        set_accessible_name(self.sheet_box, self.tr("Sheet or table of the list"))
        self.sheet_box.setPlaceholderText(self.tr("Which sheet?"))
        set_accessible_name(self.date_order_box, self.tr("How 3/4/1990 is read"))
        for text in (
            self.tr("3/4/1990 is asked about"),
            self.tr("3/4/1990: day first"),
            self.tr("3/4/1990: month first"),
        ):
            self.date_order_box.addItem(text)
        set_accessible_name(self.capitals_box, self.tr("KIHIKA becomes Kihika"), self.tr("Family names in capitals"))
        layout = FlowLayout(spacing=6)
        for control in (self.file_button, self.paste_button, self.encoding_box, self.sheet_box, self.date_order_box):
            layout.addWidget(control)
        layout.addWidget(self.capitals_box)
        self.setLayout(layout)
