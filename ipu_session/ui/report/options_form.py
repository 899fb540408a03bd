"""Options of the report: language, layout, with or without names, full or short."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ipu_session.domain.exchange.report_options import ReportLayout, ReportLength, ReportOptions
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.session_details_labels import REPORT_LANGUAGES


class _NameOption(StrEnum):
    """Whether the report attributes statements to speakers."""

    WITH = "with"
    WITHOUT = "without"


_TEXTS = {
    ReportLayout.THEMES: QT_TRANSLATE_NOOP("Report", "by theme"),
    ReportLayout.SPEAKERS: QT_TRANSLATE_NOOP("Report", "by speaker"),
    _NameOption.WITH: QT_TRANSLATE_NOOP("Report", "with names"),
    _NameOption.WITHOUT: QT_TRANSLATE_NOOP("Report", "without names"),
    ReportLength.FULL: QT_TRANSLATE_NOOP("Report", "in full"),
    ReportLength.SHORT: QT_TRANSLATE_NOOP("Report", "in two pages"),
}


class ReportOptionsForm(QWidget):
    """Language, layout, names and length; *without names* cannot be chosen in a report by speaker."""

    options_changed = Signal(ReportOptions)

    def __init__(self, options: ReportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language_box = QComboBox()
        for code, name in REPORT_LANGUAGES:
            self.language_box.addItem(name, code)
        self.layout_box = _create_box(ReportLayout)
        self.names_box = _create_box(_NameOption)
        self.length_box = _create_box(ReportLength)
        set_accessible_name(self.language_box, self.tr("Language of the report"))
        set_accessible_name(self.layout_box, self.tr("Arrangement of the report"))
        set_accessible_name(self.names_box, self.tr("With or without names"))
        set_accessible_name(self.length_box, self.tr("Length of the report"))
        row = FlowLayout()
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        caption = make_label(self.tr("Report in"))
        caption.setBuddy(self.language_box)
        row.addWidget(caption)
        for field in self._boxes():
            row.addWidget(field)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_options(options)
        for field in self._boxes():
            field.currentIndexChanged.connect(self._on_changed)
        self.setFocusProxy(self.language_box)

    @property
    def options(self) -> ReportOptions:
        """The chosen options; always possible (`ReportOptions.is_possible`)."""
        layout = ReportLayout(self.layout_box.currentData())
        return ReportOptions(
            str(self.language_box.currentData()),
            layout,
            # A report by speaker always has names.
            layout is ReportLayout.SPEAKERS or self.names_box.currentData() == _NameOption.WITH,
            ReportLength(self.length_box.currentData()),
        )

    def set_options(self, options: ReportOptions) -> None:
        """Show ``options``; an unknown language selects the first of the list."""
        self.language_box.setCurrentIndex(max(0, self.language_box.findData(options.language)))
        self.layout_box.setCurrentIndex(self.layout_box.findData(options.layout.value))
        names = _NameOption.WITH if options.attributed else _NameOption.WITHOUT
        self.names_box.setCurrentIndex(self.names_box.findData(names.value))
        self.length_box.setCurrentIndex(self.length_box.findData(options.length.value))
        self.names_box.setEnabled(options.layout is not ReportLayout.SPEAKERS)

    @Slot()
    def _on_changed(self) -> None:
        self.names_box.setEnabled(self.options.layout is not ReportLayout.SPEAKERS)
        self.options_changed.emit(self.options)

    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.language_box, self.layout_box, self.names_box, self.length_box


def _create_box(values: type[StrEnum]) -> QComboBox:
    box = QComboBox()
    for value in values:
        box.addItem(translate("Report", _TEXTS[value]), value.value)
    return box
