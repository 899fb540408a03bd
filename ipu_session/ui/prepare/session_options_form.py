"""Options of a new session besides the concept note: title, rules, time for a delegate, report language."""

from msgspec.structs import replace
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ipu_session.domain.model.rules import PRESETS, Rules
from ipu_session.ui.prepare import prepare_labels
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.session_details_labels import REPORT_LANGUAGES, field_label
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.validated_line_edit import DurationLineEdit


class SessionOptionsForm(QWidget):
    """Form with title, preset of the rules, time for a delegate, and language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_line = LineEdit()
        set_accessible_name(self.title_line, field_label("title"))
        self.preset_box = QComboBox()
        set_accessible_name(self.preset_box, self.tr("Rules"))
        for preset in PRESETS:
            self.preset_box.addItem(prepare_labels.preset_label(preset), preset)
        self.duration_line = DurationLineEdit(self.tr("Time for a delegate"))
        self.language_box = QComboBox()
        set_accessible_name(self.language_box, field_label("language"))
        for code, name in REPORT_LANGUAGES:
            self.language_box.addItem(name, code)
        self._build_ui()
        self.preset_box.currentIndexChanged.connect(self._apply_preset)
        self._apply_preset()

    @property
    def rules(self) -> Rules | None:
        """The chosen rules, or None while the time for a delegate cannot be parsed."""
        duration_ms = self.duration_line.duration_ms
        if duration_ms is None:
            return None
        preset = PRESETS[str(self.preset_box.currentData())]
        if duration_ms == preset.delegate_ms:
            return preset
        observer_ms = duration_ms if preset.observer_ms == preset.delegate_ms else preset.observer_ms
        return replace(preset, delegate_ms=duration_ms, observer_ms=observer_ms)

    @property
    def report_language(self) -> str:
        """The language code of the report."""
        return str(self.language_box.currentData())

    @Slot()
    def _apply_preset(self) -> None:
        self.duration_line.set_duration_ms(PRESETS[str(self.preset_box.currentData())].delegate_ms)

    def _build_ui(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, column, text, field in (
            (0, 0, field_label("title"), self.title_line),
            (1, 0, self.tr("Rules"), self.preset_box),
            (1, 2, self.tr("Time for a delegate"), self.duration_line),
            (1, 4, field_label("language"), self.language_box),
        ):
            name = make_label(text)
            name.setBuddy(field.focusProxy() or field)
            grid.addWidget(name, row, column)
            grid.addWidget(field, row, column + 1, 1, 5 if field is self.title_line else 1)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 2)
        grid.setColumnStretch(5, 1)
