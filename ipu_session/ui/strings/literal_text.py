"""Escaping of external text where Qt interprets it: HTML in tooltips, ``&`` in buttons, ``[*]`` in titles.

Qt renders a tooltip that looks like HTML as rich text, and then opens the files and network shares that
it refers to. Labels are set to plain text (`factories.make_label`); item views, line edits and painted texts are
always plain.
"""

from html import escape

from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

_DESCRIPTION_PROPERTY = "described by its tip"


def literal_tooltip(text: str) -> str:
    """Return the tooltip string that displays ``text`` literally."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt>{escape(text, quote=False).replace(chr(10), '<br>')}</qt>"


def set_literal_tooltip(target: QWidget | QAction, text: str) -> None:
    """Set a tooltip that displays ``text`` literally; screen readers get the plain text."""
    tip = literal_tooltip(text)
    target.setToolTip(tip)
    # Without an accessible description, screen readers get the tooltip, including its markup.
    if isinstance(target, QWidget) and (tip != text or target.property(_DESCRIPTION_PROPERTY)):
        target.setAccessibleDescription(text)
        target.setProperty(_DESCRIPTION_PROPERTY, tip != text)


def set_literal_tab_tooltip(tabs: QTabWidget, index: int, text: str) -> None:
    """Set a tooltip of a tab that displays ``text`` literally."""
    tabs.setTabToolTip(index, literal_tooltip(text))


def escape_mnemonic(text: str) -> str:
    """Return ``text`` for a button, menu or tab, with ``&`` escaped so that it is no mnemonic."""
    return text.replace("&", "&&")


def action_label(action: QAction) -> str:
    """Return the text of an action as shown in a menu, without the mnemonic marker ``&``."""
    return "&".join(part.replace("&", "") for part in action.text().split("&&"))


def escape_window_title(text: str) -> str:
    """Return the window title that displays ``text`` literally: ``[*]`` is Qt's placeholder for "modified"."""
    return text.replace("[*]", "[*][*]")
