"""Number and time of speeches by delegate, party and category, and of any given interventions.

Rounding rule: each duration is rounded to the nearest second, and totals are sums of the rounded durations.
"""

from collections.abc import Iterable

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.domain.model.value import Value
from ipu_session.domain.queries.parties import Party, party_of


class Tally(Value, frozen=True):
    """A count, and a duration in seconds."""

    count: int = 0
    seconds: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return the sum."""
        return Tally(self.count + other.count, self.seconds + other.seconds)


def speeches(session: Session) -> tuple[Intervention, ...]:
    """Return the speeches, sorted by start time."""
    return interventions_of_kind(session, Kind.SPEECH)


def interventions_of_kind(session: Session, *kinds: Kind) -> tuple[Intervention, ...]:
    """Return the interventions of these kinds, sorted by start time."""
    chosen = (i for i in session.interventions.values() if i.kind in kinds)
    return tuple(sorted(chosen, key=lambda i: (i.started_ms, i.id)))


def spoken_seconds(intervention: Intervention, now_ms: int) -> int:
    """Return the time spoken until ``now_ms``, rounded to seconds."""
    return round_to_seconds(intervention.spoken_ms(now_ms))


def tally(interventions: Iterable[Intervention], now_ms: int) -> Tally:
    """Return the number of interventions and their total time."""
    used = [spoken_seconds(intervention, now_ms) for intervention in interventions]
    return Tally(len(used), sum(used))


def tally_by_party(session: Session, now_ms: int) -> dict[Party, Tally]:
    """Return the number and time of the speeches of each party, in the order first heard."""
    tallies: dict[Party, Tally] = {}
    for speech in speeches(session):
        party = party_of(session.person(speech.delegate))
        tallies[party] = tallies.get(party, Tally()) + Tally(1, spoken_seconds(speech, now_ms))
    return tallies


def tally_by_delegate(session: Session, now_ms: int) -> dict[DelegateId, Tally]:
    """Return the number and time of the speeches of each delegate heard."""
    tallies: dict[DelegateId, Tally] = {}
    for speech in speeches(session):
        if speech.delegate is not None:
            tally = tallies.get(speech.delegate, Tally())
            tallies[speech.delegate] = tally + Tally(1, spoken_seconds(speech, now_ms))
    return tallies


def tally_by_category(session: Session, now_ms: int) -> dict[Category, Tally]:
    """Return the number and time of the speeches by category."""
    tallies: dict[Category, Tally] = {}
    for speech in speeches(session):
        category = session.person(speech.delegate).category
        tallies[category] = tallies.get(category, Tally()) + Tally(1, spoken_seconds(speech, now_ms))
    return {category: tallies[category] for category in Category if category in tallies}
