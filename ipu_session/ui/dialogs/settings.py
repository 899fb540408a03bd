"""Settings dialog: language, colour scheme, font scale, screens of the displays, bell; applied at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ipu_session.ui.core.preferences import FONT_SCALES, Preferences
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.displays.screen_placement import WINDOWED

# Each language has its own name for itself, so that its speakers find it.
_LANGUAGES = (("en", "English"), ("fr", "Français"))


class SettingsDialog(QDialog):
    """Non-modal dialog; `preferences_changed` carries all preferences after each change."""

    preferences_changed = Signal(Preferences)

    def __init__(self, now: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        schemes = (("light", self.tr("Light")), ("dark", self.tr("Dark")), ("contrast", self.tr("High contrast")))
        self.language_combo = _make_combo(_LANGUAGES, now.language)
        self.colour_scheme_combo = _make_combo(schemes, now.look)
        self.scale_combo = _make_combo(tuple((scale, f"{scale} %") for scale in FONT_SCALES), now.scale)
        self.hall_screen_combo = self._make_screen_combo(now.hall_screen)
        self.chair_screen_combo = self._make_screen_combo(now.chair_screen)
        self.bell_checkbox = QCheckBox(self.tr("Ring when the time is up, twice after the grace period"))
        self.bell_checkbox.setChecked(now.bell)
        self.bell_checkbox.clicked.connect(self._emit_preferences)
        form = QFormLayout()
        for label, box in (
            (self.tr("Language"), self.language_combo),
            (self.tr("Look"), self.colour_scheme_combo),
            (self.tr("Size of text"), self.scale_combo),
            (self.tr("Hall display on"), self.hall_screen_combo),
            (self.tr("Chair's screen on"), self.chair_screen_combo),
        ):
            box.setAccessibleName(label)
            form.addRow(label, box)
            box.activated.connect(self._emit_preferences)
        form.addRow(self.tr("Bell"), self.bell_checkbox)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @Slot()
    def _emit_preferences(self) -> None:
        self.preferences_changed.emit(
            Preferences(
                self.language_combo.currentData(),
                self.colour_scheme_combo.currentData(),
                self.scale_combo.currentData(),
                self.hall_screen_combo.currentData(),
                self.chair_screen_combo.currentData(),
                self.bell_checkbox.isChecked(),
            )
        )

    def _make_screen_combo(self, now: str) -> QComboBox:
        """Return a combo box of screens; ``now`` is the screen chosen, which is in the box even if not connected."""
        names = [(screen.name(), _screen_label(screen)) for screen in QGuiApplication.screens()]
        if now not in {"", WINDOWED, *(name for name, _ in names)}:
            names.append((now, self.tr("{name} (not here now)").format(name=now)))
        first = [("", self.tr("The first other screen")), (WINDOWED, self.tr("In a window, to try it"))]
        return _make_combo((*first, *names), now)


def show_settings(now: Preferences, choose: Callable[[Preferences], object], window: QWidget) -> None:
    """Open the settings dialog, or raise it; ``choose`` is called with all preferences after each change."""
    dialog = opened(window, SettingsDialog)
    if dialog is None:
        dialog = SettingsDialog(now, window)
        dialog.preferences_changed.connect(choose)
    bring_forward(dialog)


def _screen_label(screen: QScreen) -> str:
    size = screen.geometry()
    return f"{screen.name()} ({size.width()} × {size.height()})"


def _make_combo(choices: tuple[tuple[object, str], ...], now: object) -> QComboBox:
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex([value for value, _ in choices].index(now))
    return box
