"""One count for everything that can be undone, typing and acts alike: the later has the higher tick."""


class ActionCounter:
    """A counter; 0 is before anything was done."""

    def __init__(self) -> None:
        self.latest_number = 0

    def next_number(self) -> int:
        """Count one more step and return its tick."""
        self.latest_number += 1
        return self.latest_number


ACTION_COUNTER = ActionCounter()
