"""Language, look and size of the screen; what is chosen shows at once."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ipu_session.ui.preferences import SCALES, Preferences, preferences

# Each language is named in itself, so that it is found by whoever needs it.
_LANGUAGES = (("en", "English"), ("fr", "Français"))


class SettingsDialog(QDialog):
    """Not modal: the debate goes on behind it."""

    chosen = Signal(Preferences)

    def __init__(self, now: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        looks = (
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        self.language = _combo(_LANGUAGES, now.language)
        self.look = _combo(looks, now.look)
        self.scale = _combo(tuple((scale, f"{scale} %") for scale in SCALES), now.scale)
        form = QFormLayout()
        for label, box in (
            (self.tr("Language"), self.language),
            (self.tr("Look"), self.look),
            (self.tr("Size of text"), self.scale),
        ):
            box.setAccessibleName(label)
            form.addRow(label, box)
            box.activated.connect(self._tell)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(
            preferences(self.language.currentData(), self.look.currentData(), self.scale.currentData())
        )


def _combo(choices: tuple[tuple[object, str], ...], now: object) -> QComboBox:
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex([value for value, _ in choices].index(now))
    return box
