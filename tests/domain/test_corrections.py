"""Corrections keep the old value, move nothing else, and add up."""

import pytest
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Intervention, Ruling, TimeAccount
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import RequestState
from ipu_session.domain.queries.statistics import participation
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.service.session_service import SessionService
from tests.builders import FakeClock, a_session, person
from tests.narrowing import not_none


@pytest.fixture
def room() -> tuple[FakeClock, SessionService]:
    """Kenya has spoken for a minute with a pause of ten seconds, and Peru has interrupted."""
    clock = FakeClock()
    service = a_session("KE", "PE", clock=clock)
    for command, seconds in (
        (c.GiveFloor(), 30),
        (c.PauseSpeech(), 10),
        (c.ResumeSpeech(), 20),
        (c.TakeNote("a note"), 0),
        (c.RaisePointOfOrder(person("PE", "B. Flores")), 15),
    ):
        service.execute(command)
        clock.advance(seconds)
    service.execute(c.RulePointOfOrder(Ruling.NOTED))
    clock.advance(10)
    service.execute(c.EndIntervention())
    clock.advance(600)
    return clock, service


def by_kind(service: SessionService, kind: Kind) -> Intervention:
    [found] = [i for i in service.session.interventions.values() if i.kind is kind]
    return found


def test_a_corrected_speech_ends_when_its_times_say(room: tuple[FakeClock, SessionService]) -> None:
    clock, service = room
    speech = by_kind(service, Kind.SPEECH)
    ledger = replace(speech.time_account(clock.now_ms), spoken_ms=90_000, paused_ms=0)
    service.execute(c.CorrectIntervention(speech.id, ledger))
    new = by_kind(service, Kind.SPEECH)
    assert not_none(new.ended_ms) - new.started_ms == 90_000 + new.stopwatch.held_ms == 105_000
    assert new.corrections[0].before == speech.time_account(0)
    assert new.corrections[0].after == ledger == new.time_account(0)


def test_each_correction_is_kept(room: tuple[FakeClock, SessionService]) -> None:
    _, service = room
    speech = by_kind(service, Kind.SPEECH)
    for spoken_ms in (70_000, 80_000, 90_000):
        ledger = replace(by_kind(service, Kind.SPEECH).time_account(0), spoken_ms=spoken_ms)
        service.execute(c.CorrectIntervention(speech.id, ledger))
    kept = by_kind(service, Kind.SPEECH).corrections
    accounts = [(k.before, k.after) for k in kept]
    spoken = [
        (before.spoken_ms, after.spoken_ms)
        for before, after in accounts
        if isinstance(before, TimeAccount) and isinstance(after, TimeAccount)
    ]
    assert spoken == [
        (60_000, 70_000),
        (70_000, 80_000),
        (80_000, 90_000),
    ]
    service.undo()
    assert len(by_kind(service, Kind.SPEECH).corrections) == 2


def test_another_speaker_moves_the_time_to_the_other(room: tuple[FakeClock, SessionService]) -> None:
    clock, service = room
    speech = by_kind(service, Kind.SPEECH)
    service.execute(c.AttributeIntervention(speech.id, person("FR", "D. Dupont")))
    new = by_kind(service, Kind.SPEECH)
    assert service.session.person(new.delegate).delegation == "FR"
    assert new.corrections[0].before == speech.delegate
    assert new.stopwatch == speech.stopwatch
    told = {g.group: g.speeches.count for g in participation(service.session, clock.now_ms).groups}
    assert (told["African"], told["Twelve Plus"]) == (0, 1)


def test_a_name_said_later_is_no_correction(room: tuple[FakeClock, SessionService]) -> None:
    _, service = room
    service.execute(c.RaisePointOfOrder())
    order = service.session.floor
    assert order is not None
    service.execute(c.AttributeIntervention(order.id, person("JP")))
    assert not_none(service.session.floor).corrections == ()


def test_what_is_struck_out_is_kept_apart_and_its_notes_stay(room: tuple[FakeClock, SessionService]) -> None:
    clock, service = room
    speech = by_kind(service, Kind.SPEECH)
    service.execute(c.DeleteIntervention(speech.id, "by mistake"))
    session = service.session
    assert session.deleted_interventions[speech.id] == speech
    assert [note.intervention for note in session.notes.values()] == [None]
    assert session.requests[not_none(speech.request)].state is RequestState.WITHDRAWN
    assert by_kind(service, Kind.POINT_OF_ORDER).interrupts is None
    assert participation(session, clock.now_ms).speeches.count == 0
    service.undo()
    assert by_kind(service, Kind.SPEECH) == speech
    assert [note.intervention for note in service.session.notes.values()] == [speech.id]


def test_a_speech_from_paper_belongs_to_the_sitting_of_its_time(room: tuple[FakeClock, SessionService]) -> None:
    clock, service = room
    service.execute(c.CloseSitting())
    clock.advance(3_600)
    service.execute(c.OpenSitting())
    first, second = service.session.sittings
    for at_ms, sitting in ((first.opened_ms + 60_000, first), (second.opened_ms, second), (0, first)):
        service.execute(c.EnterIntervention(person("JP", f"at {at_ms}"), at_ms, 60_000))
        latest = max(service.session.interventions.values(), key=lambda i: i.id)
        assert latest.sitting == sitting.id
        assert (latest.on_paper, latest.is_ended, latest.allotted_ms) == (True, True, 180_000)


def test_a_co_rapporteur_s_speech_from_paper_has_the_co_rapporteur_s_time(
    room: tuple[FakeClock, SessionService],
) -> None:
    clock, service = room
    someone = person("FR", "D", category=Category.CO_RAPPORTEUR)
    service.execute(c.EnterIntervention(someone, clock.now_ms - 60_000, 60_000))
    latest = max(service.session.interventions.values(), key=lambda i: i.id)
    assert latest.allotted_ms == 300_000


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (c.EnterIntervention(person("IOM", category=Category.OBSERVER), 1, 9, Kind.REPLY), "observer-has-no-reply"),
        (c.EnterIntervention(person("XX"), 1, 9), "unknown-delegation"),
        (c.DeleteIntervention(InterventionId(9_999)), "unknown-thing"),
        (c.CountPresence(replace(a_session().session.presence, women=1)), "out-of-range"),
    ],
)
def test_what_is_refused(room: tuple[FakeClock, SessionService], command: c.Command, reason: str) -> None:
    _, service = room
    before = service.session
    with pytest.raises(RejectedError) as refusal:
        service.execute(command)
    assert refusal.value.reason is Reason(reason)
    assert service.session is before
