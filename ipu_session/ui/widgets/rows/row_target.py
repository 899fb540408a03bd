"""What a key of a list acts on: it is in sight, or it is said that there is nothing."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractItemView

from ipu_session.ui.core.session_bridge import SessionBridge

TargetT = TypeVar("TargetT")


def require_target(
    bridge: SessionBridge, view: QAbstractItemView, chosen: TargetT | None, nothing: str
) -> TargetT | None:
    """Return ``chosen``, scrolled into sight; if it is None, show and announce the sentence ``nothing``."""
    if chosen is None:
        bridge.action_unavailable.emit(nothing)
    elif view.currentIndex().isValid():
        view.scrollTo(view.currentIndex())
    return chosen
