"""Factory functions for labels, buttons, and scroll areas with uniform properties."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from ipu_session.ui.strings.literal_text import set_literal_tooltip

_MIN_CONTENTS_CHARS = 10


def make_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that renders no markup; ``role`` is for the style sheet."""
    label = QLabel(text)
    set_plain_format(label, role, wrap=wrap)
    return label


def set_plain_format(label: QLabel, role: str, *, wrap: bool = False) -> None:
    """Set a label to plain text (no markup), with word wrap if ``wrap``; ``role`` is for the style sheet."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    if wrap:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)


def set_text_if_changed(label: QLabel, text: str) -> None:
    """Set the text of a label only if it differs, to avoid a repaint."""
    if label.text() != text:
        label.setText(text)


def make_button(text: str, slot: Callable[[], object], tip: str = "", role: str = "") -> QPushButton:
    """Return a button; ``slot`` should be a bound method: a lambda that refers to a widget keeps it alive."""
    button = QPushButton(text)
    # With auto-default, Enter presses a focused button, as Space does.
    button.setAutoDefault(True)
    set_literal_tooltip(button, tip)
    button.setProperty("role", role)
    button.clicked.connect(slot)
    return button


def set_accessible_name(widget: QWidget, name: str, tip: str = "") -> None:
    """Set the accessible name of a widget and, if ``tip`` is given, its tooltip."""
    widget.setAccessibleName(name)
    if tip:
        set_literal_tooltip(widget, tip)


def allow_shrinking(box: QComboBox) -> None:
    """Let a combo box be narrower than its longest entry."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_MIN_CONTENTS_CHARS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def make_scroll_area(page: QWidget) -> QScrollArea:
    """Return a vertical scroll area around ``page``."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area


def set_role(widget: QWidget, role: str) -> None:
    """Set the property ``role`` of a widget and re-apply the style sheet to it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
