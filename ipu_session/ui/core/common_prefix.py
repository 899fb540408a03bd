"""Length of the common prefix of two sequences."""

from collections.abc import Sequence
from typing import TypeVar

ItemT = TypeVar("ItemT")


def common_prefix_length(one: Sequence[ItemT], other: Sequence[ItemT]) -> int:
    """Return the number of items that are equal from the start on, by binary search over slices.

    Slices are compared in C, which for long sequences is faster than comparing item by item in Python.
    """
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        # Checked first, because it is the most frequent case: nothing has changed.
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
