"""How much work is done, counted: a busy machine makes no test of it fail."""

from contextlib import contextmanager

from ipu_session.domain import version_tree
from ipu_session.domain.evolve import evolve


class Folds:
    """How many events were folded; AssertionError at the first too many, before the test hangs."""

    def __init__(self, at_most=float("inf")):
        self.count = 0
        self.at_most = at_most

    def __call__(self, session, event, at_ms):
        self.count += 1
        assert self.count <= self.at_most, f"more than {self.at_most} events folded"
        return evolve(session, event, at_ms)

    def taken(self):
        """Return the count, and begin again."""
        count, self.count = self.count, 0
        return count


@contextmanager
def counted(at_most=float("inf")):
    """Count each event that any timeline folds."""
    folds, kept = Folds(at_most), version_tree.evolve
    version_tree.evolve = folds
    try:
        yield folds
    finally:
        version_tree.evolve = kept
