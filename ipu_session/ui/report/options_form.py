"""Which report is wanted: its language, arrangement, with or without names, long or short."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ipu_session.domain.exchange.report_options import Layout, Length, ReportChoice
from ipu_session.ui.widgets.details_labels import REPORT_LANGUAGES
from ipu_session.ui.widgets.factories import label, named
from ipu_session.ui.widgets.flow_layout import FlowRow


class _Names(StrEnum):
    """Whether a report says whose words it has."""

    WITH = "with"
    WITHOUT = "without"


_WORDS = {
    Layout.THEMES: QT_TRANSLATE_NOOP("Report", "by theme"),
    Layout.SPEAKERS: QT_TRANSLATE_NOOP("Report", "by speaker"),
    _Names.WITH: QT_TRANSLATE_NOOP("Report", "with names"),
    _Names.WITHOUT: QT_TRANSLATE_NOOP("Report", "without names"),
    Length.FULL: QT_TRANSLATE_NOOP("Report", "in full"),
    Length.SHORT: QT_TRANSLATE_NOOP("Report", "in two pages"),
}


class Choices(QWidget):
    """Four fields; what cannot be together cannot be chosen."""

    changed = Signal(ReportChoice)

    def __init__(self, chosen: ReportChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = QComboBox()
        for code, name in REPORT_LANGUAGES:
            self.language.addItem(name, code)
        self.layout_ = _field(Layout)
        self.names = _field(_Names)
        self.length = _field(Length)
        named(self.language, self.tr("Language of the report"))
        named(self.layout_, self.tr("Arrangement of the report"))
        named(self.names, self.tr("With or without names"))
        named(self.length, self.tr("Length of the report"))
        row = FlowRow()
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        caption = label(self.tr("Report in"))
        caption.setBuddy(self.language)
        row.addWidget(caption)
        for field in self._fields():
            row.addWidget(field)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_choice(chosen)
        for field in self._fields():
            field.currentIndexChanged.connect(self._on_changed)
        self.setFocusProxy(self.language)

    @property
    def choice(self) -> ReportChoice:
        """The report that is chosen."""
        layout = Layout(self.layout_.currentData())
        return ReportChoice(
            str(self.language.currentData()),
            layout,
            # One arranged by speakers is not without their names.
            layout is Layout.SPEAKERS or self.names.currentData() == _Names.WITH,
            Length(self.length.currentData()),
        )

    def show_choice(self, chosen: ReportChoice) -> None:
        """Choose a report; a language that cannot be chosen leaves the first."""
        self.language.setCurrentIndex(max(0, self.language.findData(chosen.language)))
        self.layout_.setCurrentIndex(self.layout_.findData(chosen.layout.value))
        names = _Names.WITH if chosen.attributed else _Names.WITHOUT
        self.names.setCurrentIndex(self.names.findData(names.value))
        self.length.setCurrentIndex(self.length.findData(chosen.length.value))
        self.names.setEnabled(chosen.layout is not Layout.SPEAKERS)

    @Slot()
    def _on_changed(self) -> None:
        self.names.setEnabled(self.choice.layout is not Layout.SPEAKERS)
        self.changed.emit(self.choice)

    def _fields(self) -> tuple[QComboBox, ...]:
        return self.language, self.layout_, self.names, self.length


def _field(values: type[StrEnum]) -> QComboBox:
    made = QComboBox()
    for value in values:
        made.addItem(QCoreApplication.translate("Report", str(_WORDS[value])), value.value)
    return made
