"""Labels, buttons and row actions, made the same way everywhere."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from ipu_session.ui.keyboard.alternative_keys import key_sequences
from ipu_session.ui.strings.literal_text import set_literal_tooltip

_MIN_CONTENTS_CHARS = 10


def make_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that shows its text as it is, whatever is in it."""
    made = QLabel(text)
    set_plain_format(made, role, wrap=wrap)
    return made


def set_plain_format(shown: QLabel, role: str, *, wrap: bool = False) -> None:
    """Let a label show its text as it is: no markup, and on as many lines as it needs if ``wrap``."""
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setProperty("role", role)
    if wrap:
        shown.setWordWrap(True)
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)


def set_text_if_changed(shown: QLabel, text: str) -> None:
    """Show another text; nothing is painted anew if it is the same."""
    if shown.text() != text:
        shown.setText(text)


def make_button(text: str, slot: Callable[[], object], tip: str = "", role: str = "") -> QPushButton:
    """Return a button; ``slot`` is a bound method, never a lambda that holds its widget."""
    made = QPushButton(text)
    # Enter presses it while it has the focus, as Space does.
    made.setAutoDefault(True)
    set_literal_tooltip(made, tip)
    made.setProperty("role", role)
    made.clicked.connect(slot)
    return made


def set_accessible_name(widget: QWidget, name: str, tip: str = "") -> None:
    """Give a control the name that a screen reader says, and a tooltip."""
    widget.setAccessibleName(name)
    if tip:
        set_literal_tooltip(widget, tip)


def add_widget_action(view: QWidget, text: str, key: str, slot: Callable[[], object]) -> QAction:
    """Return an action whose key works only while ``view`` has the focus."""
    action = QAction(text, view)
    action.setShortcuts(key_sequences(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    # Each is an act of its own, on record.
    action.setAutoRepeat(False)
    action.triggered.connect(slot)
    view.addAction(action)
    return action


def allow_shrinking(box: QComboBox) -> None:
    """Let a field be narrower than the longest of its choices."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_MIN_CONTENTS_CHARS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def make_scroll_area(page: QWidget) -> QScrollArea:
    """Return a place that is content with any height: what does not fit is scrolled to."""
    room = QScrollArea()
    room.setWidget(page)
    room.setWidgetResizable(True)
    room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return room


def set_role(widget: QWidget, role: str) -> None:
    """Change what the style sheet takes a widget for."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
