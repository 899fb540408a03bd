"""Key sequences of one chord."""

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence


def first_chord(sequence: QKeySequence) -> QKeyCombination:
    """Return the first chord of a sequence."""
    chord: QKeyCombination = sequence[0]  # type: ignore[index]  # PySide6 6.11 has no __getitem__ in its stubs
    return chord
