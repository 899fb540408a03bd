"""Whatever the service accepts can be opened again: no act makes a file that the next start refuses."""

import pytest
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.event_validation import MAX_TEXT_LENGTH
from ipu_session.domain.exchange.import_results import ConceptNote, ExtractedField
from ipu_session.domain.history import History
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Presence
from ipu_session.domain.rejections import Reason, RejectedError
from tests.builders import FakeClock, MemoryJournal, a_session, person

ENDLESS = "x" * (MAX_TEXT_LENGTH + 1)
HUGE = 10**10


class Room:
    """A session with a speech that is over, of whose time some was taken away."""

    def __init__(self) -> None:
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session("KE", "PE", clock=self.clock, journal=self.journal)
        for command in (c.OpenSitting(), c.GiveFloor(), c.GrantTime(-30_000)):
            self.service.execute(command)
        self.clock.advance(60)
        self.service.execute(c.EndIntervention())

    @property
    def speech(self) -> Intervention:
        session = self.service.session
        return session.interventions[max(session.interventions)]

    def opened_again(self) -> bool:
        return History(self.journal.replay()).state == self.service.session


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_speech_of_which_time_was_taken_away_is_corrected_and_opened_again(room: Room) -> None:
    assert room.speech.granted_ms == -30_000
    ledger = replace(room.speech.time_account(0), spoken_ms=55_000)
    room.service.execute(c.CorrectIntervention(room.speech.id, ledger))
    assert room.speech.spoken_ms(0) == 55_000
    assert room.opened_again()


OUT_OF_RANGE = {
    "a note": c.TakeNote(ENDLESS, loose=True),
    "a theme": c.AddTheme(ENDLESS),
    "a name": c.AddRequest(person("PE", ENDLESS)),
    "a correction": c.RegisterCorrection(ENDLESS, "2022-03-23"),
    "pages": c.RegisterContribution(DelegationId("KE"), received="2022-03-15", pages=HUGE),
    "words": c.RegisterContribution(DelegationId("KE"), received="2022-03-15", pages=2, words=HUGE),
    "people present": c.CountPresence(Presence(HUGE, 0, 0)),
    "pages of a concept note": c.ImportConceptNote(
        ConceptNote((ExtractedField("contributions_pages", str(HUGE), "… pages"),), "the note")
    ),
}


@pytest.mark.parametrize("command", OUT_OF_RANGE.values(), ids=OUT_OF_RANGE)
def test_what_could_not_be_opened_again_is_refused_and_changes_nothing(room: Room, command: c.Command) -> None:
    before, rows = room.service.session, len(room.journal.rows)
    with pytest.raises(RejectedError) as refused:
        room.service.execute(command)
    assert refused.value.reason is Reason.OUT_OF_RANGE
    assert (room.service.session, len(room.journal.rows)) == (before, rows)
    assert room.opened_again()


@pytest.mark.parametrize("years", [2_000, -500])
def test_a_machine_whose_clock_is_set_out_of_the_calendar_spoils_nothing(room: Room, years: int) -> None:
    room.clock.wall_offset_ms = years * 366 * 86_400_000
    room.clock.advance(1)
    room.service.poll()
    room.service.execute(c.TakeNote("said"))
    assert room.opened_again()
