"""Target row of a shortcut in a list: scrolled into view, or reported as missing."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractItemView

from ipu_session.ui.core.session_bridge import SessionBridge

TargetT = TypeVar("TargetT")


def require_target(
    bridge: SessionBridge, view: QAbstractItemView, chosen: TargetT | None, nothing: str
) -> TargetT | None:
    """Return ``chosen`` after scrolling the current row into view; if None, show and announce ``nothing``."""
    if chosen is None:
        bridge.action_unavailable.emit(nothing)
    elif view.currentIndex().isValid():
        view.scrollTo(view.currentIndex())
    return chosen
