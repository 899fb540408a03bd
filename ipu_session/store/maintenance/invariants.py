"""Invariants of every session made by this program: references resolve, lists agree, times add up."""

from collections.abc import Iterator

from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.session import RequestState, Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.queries.statistics import participation


def find_dangling_references(session: Session) -> Iterator[str]:
    """Yield the names of faulty objects, such as ``note 3``.

    A faulty object refers to a missing object, or its state contradicts the speakers list or the held interventions.
    ``queue`` is a speakers list with a request twice; ``floor``, if other interventions run than the session says.
    """
    themes = {theme.id for theme in session.themes}
    yield from _request_errors(session, themes)
    yield from _intervention_errors(session)
    for delegate in session.delegates.values():
        if delegate.person.delegation and delegate.person.delegation not in session.delegations:
            yield f"delegate {delegate.id}"
    for note in session.notes.values():
        is_known = note.intervention is None or note.intervention in session.interventions
        written = note.contribution is None or note.contribution in session.contributions
        if not (is_known and written) or not themes.issuperset(note.themes):
            yield f"note {note.id}"
    for passage in session.passages:
        about = passage.theme is None or passage.theme in themes
        if not about or not all(note in session.notes for note in passage.notes):
            yield f"passage {passage.id}"


def _request_errors(session: Session, themes: set[ThemeId]) -> Iterator[str]:
    waiting = set(session.queue)
    if len(waiting) != len(session.queue):
        yield "queue"
    yield from (f"request {number}" for number in waiting if number not in session.requests)
    for request in session.requests.values():
        is_waiting = request.state is RequestState.WAITING
        if (
            request.delegate not in session.delegates
            or not themes.issuperset(request.themes)
            or (request.id in waiting) is not is_waiting
        ):
            yield f"request {request.id}"


def _intervention_errors(session: Session) -> Iterator[str]:
    speeches = session.interventions
    sittings = {sitting.id for sitting in session.sittings}
    open_now = [] if session.speaking is None else [session.speaking]
    open_now += session.held
    running = {each.id for each in speeches.values() if not each.is_ended}
    if len(set(open_now)) != len(open_now) or running != set(open_now):
        yield "floor"
    for each in speeches.values():
        if (
            (each.delegate is not None and each.delegate not in session.delegates)
            or (each.request is not None and each.request not in session.requests)
            or each.sitting not in sittings
            or (each.stopwatch.phase is Phase.HELD) is not (each.id in session.held)
            or (each.interrupts is not None and each.interrupts not in speeches)
            or each.interrupts == each.id
        ):
            yield f"intervention {each.id}"


def find_time_account_errors(session: Session, now_ms: int) -> Iterator[str]:
    """Yield the interventions whose time spoken, paused and held does not add up to the time from start to end.

    ``now_ms`` is the end of an intervention that has not ended.
    """
    for each in session.interventions.values():
        end_ms = now_ms if each.ended_ms is None else each.ended_ms
        stopwatch = each.stopwatch
        parts = stopwatch.spoken_ms(end_ms) + stopwatch.total_paused_ms(end_ms) + stopwatch.total_held_ms(end_ms)
        if parts != end_ms - each.started_ms:
            yield f"intervention {each.id}"


def find_statistics_errors(session: Session, now_ms: int) -> Iterator[str]:
    """Yield ``delegates`` or ``time`` if that total is not the sum of its parts: women, men, not stated."""
    figures = participation(session, now_ms)
    if figures.women + figures.men + figures.not_stated != figures.delegates:
        yield "delegates"
    parts = (figures.women_time, figures.men_time, figures.not_stated_time)
    if sum(part.seconds for part in parts) != figures.speeches.seconds:
        yield "time"
