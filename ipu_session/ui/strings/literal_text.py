"""Text from outside where Qt takes it for more: HTML in tooltips, ``&`` in buttons, ``[*]`` in titles.

Qt guesses that a tooltip is HTML, and then opens every file and network share that it names. Labels are told
not to guess (`plain.make_label`); lists, fields and painted texts are plain by themselves.
"""

from html import escape

from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

_DESCRIPTION_PROPERTY = "described by its tip"


def literal_tooltip(text: str) -> str:
    """Return what a tooltip must be set to for ``text`` to be shown as it stands."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt>{escape(text, quote=False).replace(chr(10), '<br>')}</qt>"


def set_literal_tooltip(shown: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows ``text`` as it stands; a screen reader reads it so too."""
    tip = literal_tooltip(text)
    shown.setToolTip(tip)
    # A screen reader takes the tooltip for the description, marks and all.
    if tip != text or shown.property(_DESCRIPTION_PROPERTY):
        shown.setAccessibleDescription(text)
        shown.setProperty(_DESCRIPTION_PROPERTY, tip != text)


def set_literal_tab_tooltip(tabs: QTabWidget, index: int, text: str) -> None:
    """Give a tab a tooltip that shows ``text`` as it stands."""
    tabs.setTabToolTip(index, literal_tooltip(text))


def escape_mnemonic(text: str) -> str:
    """Return what a button, menu or tab must be set to for ``text`` to be shown with its ``&``."""
    return text.replace("&", "&&")


def action_label(action: QAction) -> str:
    """Return the text of an action as it is shown in a menu, without the mark of its mnemonic."""
    return "&".join(part.replace("&", "") for part in action.text().split("&&"))


def escape_window_title(text: str) -> str:
    """Return what a window must be titled to show ``text``: ``[*]`` is Qt's mark of a change."""
    return text.replace("[*]", "[*][*]")
