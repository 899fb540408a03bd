"""Tab order of a page: the reading order of its parts instead of the order of their creation."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_tab_order(*parts: QWidget) -> None:
    """Make Tab visit the widgets of the first part, then those of the next; the order inside each part is unchanged."""
    stops = [stop for part in parts for stop in _tab_stops(part)]
    for one, other in pairwise(dict.fromkeys(stops)):
        QWidget.setTabOrder(one, other)


def _tab_stops(part: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of a part that Tab can focus (without a focus proxy), in the order of the focus chain."""
    stop: QWidget | None = part
    while stop is not None:
        is_inside = stop is part or part.isAncestorOf(stop)
        if is_inside and stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None:
            yield stop
        stop = stop.nextInFocusChain()
        if stop is part:
            return
