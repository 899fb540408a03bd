"""The written contributions as they are looked up: by text, title and delegation (product.md, N4)."""

from collections.abc import Sequence

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.domain.queries.contribution_limits import contributions_by_date
from ipu_session.service.ports import TextIndex

_BATCH_SIZE = 2
"""So many texts are taken in at once: each may be as long as a hundred notes."""


class ContributionsProjection:
    """Follows the committed acts, as the notebook does; its numbers are the contributions'."""

    def __init__(self, session: Session, index: TextIndex) -> None:
        self._session = session
        self._index = index
        self._unindexed = [each.id for each in contributions_by_date(session)]

    def apply(self, session: Session) -> None:
        """Take over what an act has changed."""
        old, self._session = self._session.contributions, session
        new = session.contributions
        if old is new:
            return
        self._index.remove(each for each in old if each not in new)
        self._index.add(_index_entry(each) for number, each in new.items() if old.get(number) is not each)

    def index_more(self) -> bool:
        """Let some more be found; return whether there are others left."""
        if not self._unindexed:
            return False
        some, self._unindexed = self._unindexed[-_BATCH_SIZE:], self._unindexed[:-_BATCH_SIZE]
        known = self._session.contributions
        self._index.add(_index_entry(known[each]) for each in some if each in known)
        return bool(self._unindexed)

    def find(self, asked: Sequence[tuple[str, Sequence[str]]], signs: str, limit: int) -> tuple[ContributionId, ...]:
        """Return those with each word asked for, or whose delegation is called so, as they were received.

        ``signs`` are what was typed if there is no word in it.
        """
        if len(self._unindexed) <= _BATCH_SIZE:
            self.index_more()
        if asked:
            found = set(self._index.find(asked, limit))
            return tuple(each.id for each in contributions_by_date(self._session) if each.id in found)
        return tuple(each.id for each in contributions_by_date(self._session) if signs in f"{each.title}\n{each.text}")


def _index_entry(each: Contribution) -> tuple[int, str, str]:
    return each.id, f"{each.title}\n{each.text}", f"c{each.id}"
