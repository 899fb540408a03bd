"""What a new session needs besides the concept note: title, rules, the delegate's time, the language."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ipu_session.domain.model.rules import PRESETS, Rules
from ipu_session.ui.prepare import page_labels
from ipu_session.ui.widgets.details_labels import REPORT_LANGUAGES, field_word
from ipu_session.ui.widgets.factories import label, named
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.validated_line_edit import DurationLine


class SessionChoices(QWidget):
    """Four fields in two rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineEdit()
        named(self.title, field_word("title"))
        self.preset = QComboBox()
        named(self.preset, self.tr("Rules"))
        for preset in PRESETS:
            self.preset.addItem(page_labels.preset_word(preset), preset)
        self.time = DurationLine(self.tr("Time for a delegate"))
        self.language = QComboBox()
        named(self.language, field_word("language"))
        for code, name in REPORT_LANGUAGES:
            self.language.addItem(name, code)
        self._lay_out()
        self.preset.currentIndexChanged.connect(self._take_preset)
        self._take_preset()

    @property
    def rules(self) -> Rules | None:
        """The rules chosen, or None while the delegate's time cannot be read."""
        duration_ms = self.time.duration_ms
        if duration_ms is None:
            return None
        preset = PRESETS[str(self.preset.currentData())]
        if duration_ms == preset.delegate_ms:
            return preset
        observer_ms = duration_ms if preset.observer_ms == preset.delegate_ms else preset.observer_ms
        return replace(preset, delegate_ms=duration_ms, observer_ms=observer_ms)

    @property
    def report_language(self) -> str:
        """The code of the report's language."""
        return str(self.language.currentData())

    @Slot()
    def _take_preset(self) -> None:
        self.time.set_duration_ms(PRESETS[str(self.preset.currentData())].delegate_ms)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, column, text, field in (
            (0, 0, field_word("title"), self.title),
            (1, 0, self.tr("Rules"), self.preset),
            (1, 2, self.tr("Time for a delegate"), self.time),
            (1, 4, field_word("language"), self.language),
        ):
            name = label(text)
            name.setBuddy(field.focusProxy() or field)
            grid.addWidget(name, row, column)
            grid.addWidget(field, row, column + 1, 1, 5 if field is self.title else 1)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 2)
        grid.setColumnStretch(5, 1)
