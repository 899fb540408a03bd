"""What a key of a list acts on: it is in sight, or it is said that there is nothing."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractItemView

from ipu_session.ui.core.session_bridge import Bridge

Chosen = TypeVar("Chosen")


def acted_on(bridge: Bridge, view: QAbstractItemView, chosen: Chosen | None, nothing: str) -> Chosen | None:
    """Return ``chosen``, scrolled into sight; if it is None, show and announce the sentence ``nothing``."""
    if chosen is None:
        bridge.unable.emit(nothing)
    elif view.currentIndex().isValid():
        view.scrollTo(view.currentIndex())
    return chosen
