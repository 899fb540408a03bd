"""Common sequence numbers for everything that can be undone: steps of typing and transactions."""


class ActionCounter:
    """Counter of actions; a later action has a higher number, and 0 means none."""

    def __init__(self) -> None:
        self.latest_number = 0

    def next_number(self) -> int:
        """Return the number of a new action."""
        self.latest_number += 1
        return self.latest_number


ACTION_COUNTER = ActionCounter()
