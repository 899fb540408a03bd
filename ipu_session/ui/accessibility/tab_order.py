"""The order in which Tab goes through a page: that in which its parts are read, not were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_tab_order(*parts: QWidget) -> None:
    """Let Tab go through ``parts`` one after the other, inside each as it went before."""
    stops = [stop for part in parts for stop in _tab_stops(part)]
    for one, other in pairwise(dict.fromkeys(stops)):
        QWidget.setTabOrder(one, other)


def _tab_stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a part, in the order of the chain."""
    stop: QWidget | None = part
    while stop is not None:
        inside = stop is part or part.isAncestorOf(stop)
        if inside and stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None:
            yield stop
        stop = stop.nextInFocusChain()
        if stop is part:
            return
