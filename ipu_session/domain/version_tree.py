"""Tree of all states of the journal: an event appends a child, a rewind goes to an existing state.

What was undone stays in the tree as a branch, so that a rewind is a lookup and never replays the rewinds before it
(docs/decisions/0038). A parent has a smaller version than its children. A rewind does not take timing gaps back: those
found since its target are added to the target's state (docs/decisions/0012).
"""

from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from ipu_session.domain.events import Event, GapFound
from ipu_session.domain.evolve import evolve
from ipu_session.domain.model.session import Session
from ipu_session.domain.timing_gap_log import GapLog

SNAPSHOT_INTERVAL = 64
"""Number of events between two snapshots on a path: the maximum that a rewind must fold again."""
_RECENT_LIMIT = 512


class StateTree:
    """States by version; rebuilding any of them folds at most ``SNAPSHOT_INTERVAL`` events."""

    def __init__(self) -> None:
        self._events: list[Event | None] = [None]
        """By version; None for the root and for a rewind."""
        self._at_ms = [0]
        """By version: the time of the event (UTC, ms); 0 for a rewind."""
        self._parents = [0]
        """By version: the version of the state that the event was applied to; for a rewind, its target."""
        self._snapshot_distances = [0]
        """By version: number of events since the nearest snapshot among the ancestors."""
        self._snapshots = {0: Session()}
        self._recent_states: dict[int, Session] = {}
        """Cache of the states built last, so that repeated undo seldom folds events."""
        self._gaps = GapLog()
        self._carrying: set[int] = set()
        """Versions of the rewinds that have a state of their own: the target's, with timing gaps added."""

    @property
    def version(self) -> int:
        """The version of the latest event."""
        return len(self._events) - 1

    def apply(self, now: Session, event: Event, at_ms: int) -> Session:
        """Append ``event`` and return the state that follows the latest state ``now``."""
        state = evolve(now, event, at_ms)
        if isinstance(event, GapFound):
            self._gaps.add(now, event, at_ms, state)
        self._append(event, at_ms, self.content_version(self.version), state)
        return state

    def rewind(self, to_version: int) -> Session:
        """Make the state of an earlier version the latest one; LookupError if there is no such version.

        Timing gaps found after that version, in the sitting that is open in its state, are added to the state.
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
        """Return ``version``, but for a rewind that added no timing gap the content version of its target."""
        if self._events[version] is not None or version in self._carrying:
            return version
        return self._parents[version]

    def state_at(self, version: int) -> Session:
        """Return the state at ``version``; LookupError if there is none."""
        if not 0 <= version <= self.version:
            raise LookupError(version)
        origin = self.content_version(version)
        state = self._rebuild(origin)
        return state if state.version == version else replace(state, version=version)

    def events_between(self, one: int, other: int) -> Sequence[Event]:
        """Return the events on the two paths from the common ancestor of two versions, the latest first."""
        one, other = self.content_version(one), self.content_version(other)
        events = []
        while one != other:
            later = max(one, other)
            one, other = self._parents[later], min(one, other)
            event = self._events[later]
            if event is not None:
                events.append(event)
        return events

    def _rebuild(self, origin: int) -> Session:
        path = []
        ancestor = origin
        while (state := self._snapshots.get(ancestor) or self._recent_states.get(ancestor)) is None:
            path.append(ancestor)
            ancestor = self._parents[ancestor]
        for version in reversed(path):
            event = self._events[version]
            if event is None:
                state = self._carried_over(state, self._parents[version], version)
            else:
                # The state that the event was applied to may have had another version, after a rewind.
                state = evolve(replace(state, version=version - 1), event, self._at_ms[version])
            self._cache_state(state)
        return state

    def _carried_over(self, target: Session, origin: int, version: int) -> Session:
        """Return ``target`` (the state at ``origin``) as the state of the rewind ``version``, with later gaps."""
        gaps = self._gaps.carried(target, origin, version)
        return replace(target, version=version, gaps=(*target.gaps, *gaps) if gaps else target.gaps)

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
