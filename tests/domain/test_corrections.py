"""Corrections keep the old value, move nothing else, and add up."""

from dataclasses import replace

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import RequestState
from ipu_session.domain.queries.statistics import participation
from ipu_session.domain.rejections import Reason, RejectedError
from tests.builders import FakeClock, a_session, person


@pytest.fixture
def room():
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
    service.execute(c.RulePointOfOrder("noted"))
    clock.advance(10)
    service.execute(c.EndIntervention())
    clock.advance(600)
    return clock, service


def by_kind(service, kind):
    [found] = [i for i in service.session.interventions.values() if i.kind is kind]
    return found


def test_a_corrected_speech_ends_when_its_times_say(room):
    clock, service = room
    speech = by_kind(service, Kind.SPEECH)
    ledger = replace(speech.time_account(clock.now_ms), spoken_ms=90_000, paused_ms=0)
    service.execute(c.CorrectIntervention(speech.id, ledger))
    new = by_kind(service, Kind.SPEECH)
    assert new.ended_ms - new.started_ms == 90_000 + new.stopwatch.held_ms == 105_000
    assert new.corrections[0].before == speech.time_account(0)
    assert new.corrections[0].after == ledger == new.time_account(0)


def test_each_correction_is_kept(room):
    _, service = room
    speech = by_kind(service, Kind.SPEECH)
    for spoken_ms in (70_000, 80_000, 90_000):
        ledger = replace(by_kind(service, Kind.SPEECH).time_account(0), spoken_ms=spoken_ms)
        service.execute(c.CorrectIntervention(speech.id, ledger))
    kept = by_kind(service, Kind.SPEECH).corrections
    assert [(k.before.spoken_ms, k.after.spoken_ms) for k in kept] == [
        (60_000, 70_000),
        (70_000, 80_000),
        (80_000, 90_000),
    ]
    service.undo()
    assert len(by_kind(service, Kind.SPEECH).corrections) == 2


def test_another_speaker_moves_the_time_to_the_other(room):
    clock, service = room
    speech = by_kind(service, Kind.SPEECH)
    service.execute(c.AttributeIntervention(speech.id, person("FR", "D. Dupont")))
    new = by_kind(service, Kind.SPEECH)
    assert service.session.person(new.delegate).delegation == "FR"
    assert new.corrections[0].before == speech.delegate
    assert new.stopwatch == speech.stopwatch
    told = {g.group: g.speeches.count for g in participation(service.session, clock.now_ms).groups}
    assert (told["African"], told["Twelve Plus"]) == (0, 1)


def test_a_name_said_later_is_no_correction(room):
    _, service = room
    service.execute(c.RaisePointOfOrder())
    order = service.session.floor
    service.execute(c.AttributeIntervention(order.id, person("JP")))
    assert service.session.floor.corrections == ()


def test_what_is_struck_out_is_kept_apart_and_its_notes_stay(room):
    clock, service = room
    speech = by_kind(service, Kind.SPEECH)
    service.execute(c.DeleteIntervention(speech.id, "by mistake"))
    session = service.session
    assert session.deleted_interventions[speech.id] == speech
    assert [note.intervention for note in session.notes.values()] == [None]
    assert session.requests[speech.request].state is RequestState.WITHDRAWN
    assert by_kind(service, Kind.POINT_OF_ORDER).interrupts is None
    assert participation(session, clock.now_ms).speeches.count == 0
    service.undo()
    assert by_kind(service, Kind.SPEECH) == speech
    assert [note.intervention for note in service.session.notes.values()] == [speech.id]


def test_a_speech_from_paper_belongs_to_the_sitting_of_its_time(room):
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


def test_a_co_rapporteur_s_speech_from_paper_has_the_co_rapporteur_s_time(room):
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
        (c.DeleteIntervention(9_999), "unknown-thing"),
        (c.CountPresence(replace(a_session().session.presence, women=1)), "out-of-range"),
    ],
)
def test_what_is_refused(room, command, reason):
    _, service = room
    before = service.session
    with pytest.raises(RejectedError) as refusal:
        service.execute(command)
    assert refusal.value.reason is Reason(reason)
    assert service.session is before
