"""How much work is done, counted: a busy machine makes no test of it fail."""

from collections.abc import Iterator
from contextlib import contextmanager

from ipu_session.domain import version_tree
from ipu_session.domain.events import Event
from ipu_session.domain.evolve import evolve
from ipu_session.domain.model.session import Session


class Folds:
    """How many events were folded; AssertionError at the first too many, before the test hangs."""

    def __init__(self, at_most: float = float("inf")) -> None:
        self.count = 0
        self.at_most = at_most

    def __call__(self, session: Session, event: Event, at_ms: int) -> Session:
        self.count += 1
        assert self.count <= self.at_most, f"more than {self.at_most} events folded"
        return evolve(session, event, at_ms)

    def taken(self) -> int:
        """Return the count, and begin again."""
        count, self.count = self.count, 0
        return count


@contextmanager
def counted(at_most: float = float("inf")) -> Iterator[Folds]:
    """Count each event that any timeline folds."""
    folds, kept = Folds(at_most), version_tree.evolve
    version_tree.evolve = folds
    try:
        yield folds
    finally:
        version_tree.evolve = kept
