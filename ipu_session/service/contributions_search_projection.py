"""Search projection of the written contributions: by text, title and delegation (docs/rules.md#n4)."""

from collections.abc import Sequence

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.domain.queries.contribution_limits import contributions_by_date
from ipu_session.service.ports import TextIndex

_BATCH_SIZE = 2
"""Texts indexed at a time: each may be as long as a hundred notes."""


class ContributionsProjection:
    """Full-text index of the contributions, updated after each transaction; its numbers are contribution ids."""

    def __init__(self, session: Session, index: TextIndex) -> None:
        self._session = session
        self._index = index
        self._unindexed = [each.id for each in contributions_by_date(session)]

    def apply(self, session: Session) -> None:
        """Index the contributions that a transaction added or changed, and remove those that it deleted."""
        old, self._session = self._session.contributions, session
        new = session.contributions
        if old is new:
            return
        self._index.remove(each for each in old if each not in new)
        self._index.add(_index_entry(each) for number, each in new.items() if old.get(number) is not each)

    def index_more(self) -> bool:
        """Index the next batch; return whether contributions are left to index."""
        if not self._unindexed:
            return False
        some, self._unindexed = self._unindexed[-_BATCH_SIZE:], self._unindexed[:-_BATCH_SIZE]
        contributions = self._session.contributions
        self._index.add(_index_entry(contributions[each]) for each in some if each in contributions)
        return bool(self._unindexed)

    def find(self, query: Sequence[tuple[str, Sequence[str]]], signs: str, limit: int) -> tuple[ContributionId, ...]:
        """Return the contributions that match every word of ``query`` (as in `TextIndex.find`), in the order received.

        If ``query`` is empty, return those whose title or text contains ``signs``, the query as typed; ``limit`` is
        then ignored. With a query, contributions that are not indexed yet are not found.
        """
        if len(self._unindexed) <= _BATCH_SIZE:
            self.index_more()
        if query:
            matching = set(self._index.find(query, limit))
            return tuple(each.id for each in contributions_by_date(self._session) if each.id in matching)
        return tuple(each.id for each in contributions_by_date(self._session) if signs in f"{each.title}\n{each.text}")


def _index_entry(each: Contribution) -> tuple[int, str, str]:
    return each.id, f"{each.title}\n{each.text}", f"c{each.id}"
