"""The written contributions as they are looked up: by text, title and delegation (product.md, N4)."""

from collections.abc import Sequence

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.domain.queries.contribution_limits import register
from ipu_session.service.ports import NoteIndex

_FEW = 2
"""So many texts are taken in at once: each may be as long as a hundred notes."""


class Register:
    """Follows the committed acts, as the notebook does; its numbers are the contributions'."""

    def __init__(self, session: Session, index: NoteIndex) -> None:
        self._session = session
        self._index = index
        self._unfed = [each.id for each in register(session)]

    def follow(self, session: Session) -> None:
        """Take over what an act has changed."""
        old, self._session = self._session.contributions, session
        new = session.contributions
        if old is new:
            return
        self._index.drop(each for each in old if each not in new)
        self._index.put(_entry(each) for number, each in new.items() if old.get(number) is not each)

    def feed(self) -> bool:
        """Let some more be found; return whether there are others left."""
        if not self._unfed:
            return False
        some, self._unfed = self._unfed[-_FEW:], self._unfed[:-_FEW]
        known = self._session.contributions
        self._index.put(_entry(known[each]) for each in some if each in known)
        return bool(self._unfed)

    def find(
        self, asked: Sequence[tuple[str, Sequence[str]]], signs: str, limit: int
    ) -> tuple[ContributionId, ...]:
        """Return those with each word asked for, or whose delegation is called so, as they were received.

        ``signs`` are what was typed if there is no word in it.
        """
        if len(self._unfed) <= _FEW:
            self.feed()
        if asked:
            found = set(self._index.find(asked, limit))
            return tuple(each.id for each in register(self._session) if each.id in found)
        return tuple(each.id for each in register(self._session) if signs in f"{each.title}\n{each.text}")


def _entry(each: Contribution) -> tuple[int, str, str]:
    return each.id, f"{each.title}\n{each.text}", f"c{each.id}"
