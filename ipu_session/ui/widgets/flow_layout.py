"""Flow layout: a row of widgets that wraps, so that nothing is clipped with large fonts or long words."""

from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Places items side by side and wraps at the edge; horizontally expanding items share the rest of a line."""

    def __init__(self, spacing: int = 4) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._cached_height = cache(self._measure_height)
        """Height by width, cached: Qt asks a dozen times for the same width while it lays out a window."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addWidget(self, widget: QWidget) -> None:
        """Append a widget.

        The layout item is created in Python. If Qt creates it, PySide 6.11 marks it as deleted when an item of another
        window that once had the same address is deleted, and the next layout crashes the process.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at ``index``; None if out of range."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at ``index``; None if out of range."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Return that the layout expands horizontally."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrower layout has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at ``width`` pixels."""
        return self._cached_height(width)

    def invalidate(self) -> None:
        """Drop the cached heights."""
        self._cached_height.cache_clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """Return the size of all visible items in one line."""
        items = self._visible_items()
        width = sum(item.sizeHint().width() for item in items) + self.spacing() * max(0, len(items) - 1)
        return QSize(width, max((item.sizeHint().height() for item in items), default=0))

    def minimumSize(self) -> QSize:
        """Return the largest minimum width and height of the visible items."""
        sizes = [item.minimumSize() for item in self._visible_items()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place the items; mirrored if the parent's layout direction is right-to-left."""
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if isinstance(parent, QWidget) else Qt.LayoutDirection.LeftToRight
        top = rect.top()
        for line in self._break_lines(rect.width()):
            widths = self._distribute_width(line, rect.width())
            left, height = rect.left(), _line_height(line, widths)
            for item, width in zip(line, widths, strict=True):
                geometry = QRect(QPoint(left, top), QSize(width, height))
                item.setGeometry(QStyle.visualRect(direction, rect, geometry))
                left += width + self.spacing()
            top += height + self.spacing()

    def _visible_items(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _measure_height(self, width: int) -> int:
        lines = self._break_lines(width)
        heights = sum(_line_height(line, self._distribute_width(line, width)) for line in lines)
        return heights + self.spacing() * max(0, len(lines) - 1)

    def _break_lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._visible_items():
            needed = _needed_width(item)
            if not lines or used + self.spacing() + needed > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append(item)
            used += self.spacing() + needed
        return lines

    def _distribute_width(self, line: list[QLayoutItem], width: int) -> list[int]:
        widths = [min(width, _needed_width(item)) for item in line]
        expanding = [index for index, item in enumerate(line) if _can_grow(item)]
        free = width - sum(widths) - self.spacing() * (len(line) - 1)
        for index in expanding:
            widths[index] += max(0, free) // len(expanding)
        return widths


def _needed_width(item: QLayoutItem) -> int:
    """Return the width used for wrapping: the minimum for an expanding item, else the size hint."""
    return item.minimumSize().width() if _can_grow(item) else item.sizeHint().width()


def _can_grow(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _line_height(line: list[QLayoutItem], widths: list[int]) -> int:
    """Return the height of the highest item of a line at the given widths."""
    heights = (
        item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        for item, width in zip(line, widths, strict=True)
    )
    return max(heights, default=0)
