"""Error of a cell that cannot be parsed as its column requires."""

EMPTY_VALUES = {"", "-", "–", "—", "?", "/", "n/a", "N/A"}
"""Values that mean an empty cell."""


class BadCellError(Exception):
    """A cell cannot be parsed as its column requires; ``reason`` is a code, ``value`` the text of the cell."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.value = value
