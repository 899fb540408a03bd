"""Text from outside where Qt takes it for more: HTML in tooltips, ``&`` in buttons, ``[*]`` in titles.

Qt guesses that a tooltip is HTML, and then opens every file and network share that it names. Labels are told
not to guess (`plain.label`); lists, fields and painted texts are plain by themselves.
"""

from html import escape

from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

_DESCRIBED = "described by its tip"


def plain_tip(text: str) -> str:
    """Return what a tooltip must be set to for ``text`` to be shown as it stands."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt>{escape(text, quote=False).replace(chr(10), '<br>')}</qt>"


def set_tip(shown: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows ``text`` as it stands; a screen reader reads it so too."""
    tip = plain_tip(text)
    shown.setToolTip(tip)
    # A screen reader takes the tooltip for the description, marks and all.
    if tip != text or shown.property(_DESCRIBED):
        shown.setAccessibleDescription(text)
        shown.setProperty(_DESCRIBED, tip != text)


def set_tab_tip(tabs: QTabWidget, index: int, text: str) -> None:
    """Give a tab a tooltip that shows ``text`` as it stands."""
    tabs.setTabToolTip(index, plain_tip(text))


def without_mnemonic(text: str) -> str:
    """Return what a button, menu or tab must be set to for ``text`` to be shown with its ``&``."""
    return text.replace("&", "&&")


def name_of(action: QAction) -> str:
    """Return the text of an action as it is shown in a menu, without the mark of its mnemonic."""
    return "&".join(part.replace("&", "") for part in action.text().split("&&"))


def window_title(text: str) -> str:
    """Return what a window must be titled to show ``text``: ``[*]`` is Qt's mark of a change."""
    return text.replace("[*]", "[*][*]")
