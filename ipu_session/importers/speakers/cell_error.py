"""A cell that cannot be read as what its column is for."""

EMPTY_VALUES = {"", "-", "–", "—", "?", "/", "n/a", "N/A"}
"""Ways to say nothing."""


class BadCellError(Exception):
    """A cell does not say what its column is for; ``reason`` is a code, ``value`` what stands there."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.value = value
