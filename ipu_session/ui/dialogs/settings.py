"""Language, look and size of the screen; what is chosen shows at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from ipu_session.ui.core.preferences import SCALES, Preferences
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.displays.screen_placement import WINDOWED

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
        self.hall = self._screens(now.hall_screen)
        self.chair = self._screens(now.chair_screen)
        self.bell = QCheckBox(self.tr("Ring when the time is up, twice after the grace period"))
        self.bell.setChecked(now.bell)
        self.bell.clicked.connect(self._tell)
        form = QFormLayout()
        for label, box in (
            (self.tr("Language"), self.language),
            (self.tr("Look"), self.look),
            (self.tr("Size of text"), self.scale),
            (self.tr("Hall display on"), self.hall),
            (self.tr("Chair's screen on"), self.chair),
        ):
            box.setAccessibleName(label)
            form.addRow(label, box)
            box.activated.connect(self._tell)
        form.addRow(self.tr("Bell"), self.bell)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(
            Preferences(
                self.language.currentData(),
                self.look.currentData(),
                self.scale.currentData(),
                self.hall.currentData(),
                self.chair.currentData(),
                self.bell.isChecked(),
            )
        )

    def _screens(self, now: str) -> QComboBox:
        """Return a choice of screens; one that is not here at present stays chosen."""
        names = [(screen.name(), _described(screen)) for screen in QGuiApplication.screens()]
        if now not in {"", WINDOWED, *(name for name, _ in names)}:
            names.append((now, self.tr("{name} (not here now)").format(name=now)))
        first = [("", self.tr("The first other screen")), (WINDOWED, self.tr("In a window, to try it"))]
        return _combo((*first, *names), now)


def show_settings(now: Preferences, choose: Callable[[Preferences], object], window: QWidget) -> None:
    """Show the settings beside a window; ``choose`` is called with each choice."""
    dialog = opened(window, SettingsDialog)
    if dialog is None:
        dialog = SettingsDialog(now, window)
        dialog.chosen.connect(choose)
    bring_forward(dialog)


def _described(screen: QScreen) -> str:
    size = screen.geometry()
    return f"{screen.name()} ({size.width()} × {size.height()})"


def _combo(choices: tuple[tuple[object, str], ...], now: object) -> QComboBox:
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex([value for value, _ in choices].index(now))
    return box
