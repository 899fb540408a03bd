"""Every state that the journal has led to, as a tree: an event makes a child, a rewind goes to one there is.

What was undone stays in the tree as a branch of its own, so a rewind is a lookup and never a replay of the
rewinds before it (docs/decisions/0038). Versions of parents are smaller than those of their children.
Only the gaps found since come along: nobody did them, so nobody undoes them (docs/decisions/0012).
"""

from collections.abc import Sequence
from itertools import islice

from ipu_session.domain.events import Event, GapFound
from ipu_session.domain.evolve import evolve
from ipu_session.domain.model.session import Session
from ipu_session.domain.timing_gap_log import GapLog

SNAPSHOT_INTERVAL = 64
"""Between two snapshots on a path lie so many events: the most that a rewind folds again."""
_RECENT_LIMIT = 512


class StateTree:
    """States by version. Each costs at most ``SNAPSHOT_INTERVAL`` events to fold again, wherever it lies."""

    def __init__(self) -> None:
        self._events: list[Event | None] = [None]
        """By version; None for the root and for a rewind."""
        self._at_ms = [0]
        """By version: when it happened (UTC)."""
        self._parents = [0]
        """By version: the version of the state that the event was applied to; for a rewind, its target's."""
        self._snapshot_distances = [0]
        """By version: how many events lie between it and the nearest snapshot above it."""
        self._snapshots = {0: Session()}
        self._recent_states: dict[int, Session] = {}
        """The states folded last, so that undoing on costs one event each."""
        self._gaps = GapLog()
        self._carrying: set[int] = set()
        """The rewinds that led to a state of their own, since gaps were found after the one they go to."""

    @property
    def version(self) -> int:
        """The version of the latest event."""
        return len(self._events) - 1

    def apply(self, now: Session, event: Event, at_ms: int) -> Session:
        """Return the state that ``event`` makes of the latest state ``now``."""
        state = evolve(now, event, at_ms)
        if isinstance(event, GapFound):
            self._gaps.add(now, event, at_ms, state)
        self._append(event, at_ms, self.content_version(self.version), state)
        return state

    def rewind(self, to_version: int) -> Session:
        """Return the state of a version as the latest one; LookupError if there is no such version.

        The gaps that were found since, in the sitting that is open there, are in it too.
        """
        if not 0 < to_version <= self.version:
            raise LookupError(to_version)
        version, origin = self.version + 1, self.content_version(to_version)
        target = self._rebuild(origin)
        state = self._carried_over(target, origin, version)
        if state.gaps is target.gaps:
            self._append(None, 0, origin)
        else:
            self._carrying.add(version)
            self._append(None, 0, origin, state)
        return state

    def content_version(self, version: int) -> int:
        """Return the version that first had this content: for most rewinds where it led, else itself."""
        if self._events[version] is not None or version in self._carrying:
            return version
        return self._parents[version]

    def state_at(self, version: int) -> Session:
        """Return the state at ``version``; LookupError if there is none."""
        if not 0 <= version <= self.version:
            raise LookupError(version)
        origin = self.content_version(version)
        state = self._rebuild(origin)
        return state if state.version == version else state._replace(version=version)

    def events_between(self, one: int, other: int) -> Sequence[Event]:
        """Return the events by which two versions differ: those up to where they part, and down again."""
        one, other = self.content_version(one), self.content_version(other)
        apart = []
        while one != other:
            later = max(one, other)
            one, other = self._parents[later], min(one, other)
            event = self._events[later]
            if event is not None:
                apart.append(event)
        return apart

    def _rebuild(self, origin: int) -> Session:
        way = []
        at = origin
        while (state := self._snapshots.get(at) or self._recent_states.get(at)) is None:
            way.append(at)
            at = self._parents[at]
        for version in reversed(way):
            event = self._events[version]
            if event is None:
                state = self._carried_over(state, self._parents[version], version)
            else:
                # After a rewind the state that an event met had another number.
                state = evolve(state._replace(version=version - 1), event, self._at_ms[version])
            self._cache_state(state)
        return state

    def _carried_over(self, target: Session, origin: int, version: int) -> Session:
        """Return the state that a rewind to the one at ``origin`` makes: gaps found since come along."""
        gaps = self._gaps.carried(target, origin, version)
        return target._replace(version=version, gaps=(*target.gaps, *gaps) if gaps else target.gaps)

    def _cache_state(self, state: Session) -> None:
        self._recent_states[state.version] = state
        if len(self._recent_states) > _RECENT_LIMIT:
            for version in list(islice(self._recent_states, _RECENT_LIMIT // 2)):
                del self._recent_states[version]

    def _append(self, event: Event | None, at_ms: int, parent: int, state: Session | None = None) -> None:
        """Append a version; ``state`` is None for a rewind that made no state of its own."""
        distance = self._snapshot_distances[parent]
        if state is not None:
            distance += 1
            if distance > SNAPSHOT_INTERVAL:
                distance = 0
                self._snapshots[state.version] = state
            else:
                self._cache_state(state)
        self._events.append(event)
        self._at_ms.append(at_ms)
        self._parents.append(parent)
        self._snapshot_distances.append(distance)
