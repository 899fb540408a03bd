"""One count for everything that can be undone, typing and acts alike: the later has the higher tick."""


class Ticks:
    """A counter; 0 is before anything was done."""

    def __init__(self) -> None:
        self.now = 0

    def next(self) -> int:
        """Count one more step and return its tick."""
        self.now += 1
        return self.now


TICKS = Ticks()
