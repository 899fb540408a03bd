"""What the hall may see, the light, the bell, and what the chair is reminded of."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.rules import Kind, Rules
from ipu_session.domain.model.session import Details, Gender, Person
from ipu_session.domain.queries.chair_hints import ChairHint, HintKind, find_chair_hints
from ipu_session.domain.queries.hall_view import HallMessages, HallState, HallView, SpeakerView, hall_view
from ipu_session.domain.queries.time_signal import TimeSignal, bell_strokes, time_signal
from tests.builders import FakeClock, a_session, person
from tests.narrowing import not_none

KIHIKA = person("KE", "S. Kihika", title="Ms.", gender=Gender.WOMAN, function="Senator", young=True)


class Hall:
    def __init__(self, *people: Person, rules: Rules | None = None) -> None:
        self.clock = FakeClock()
        self.service = a_session(clock=self.clock, rules=rules)
        for someone in people:
            self.service.execute(c.AddRequest(someone))
        self.signs = HallMessages()

    def ask(self, *commands: c.Command, after: int = 0) -> HallView:
        for command in commands:
            self.service.execute(command)
        self.clock.advance(after)
        return self.view

    @property
    def view(self) -> HallView:
        return hall_view(self.service.session, self.signs, "en", self.clock.now().utc_ms)

    def light(self) -> TimeSignal:
        session = self.service.session
        return time_signal(session.rules, not_none(session.floor), self.clock.now().utc_ms)

    @property
    def hints(self) -> dict[HintKind, ChairHint]:
        found = find_chair_hints(
            self.service.session, self.clock.now().utc_ms, self.service.notes_projection.themes_without_notes
        )
        return {reminder.kind: reminder for reminder in found}


def test_the_states_of_the_hall_in_turn() -> None:
    hall = Hall(KIHIKA)
    assert hall.view.state is HallState.BEFORE
    assert hall.ask(c.OpenSitting()).state is HallState.FREE
    assert hall.ask(c.GiveFloor()).state is HallState.SPEAKING
    suspended = hall.ask(c.SuspendSitting("tea"), after=60)
    assert (suspended.state, suspended.reason) == (HallState.SUSPENDED, "tea")
    assert not_none(suspended.clock).signal is TimeSignal.HELD
    assert hall.ask(c.ResumeSitting()).state is HallState.SPEAKING
    assert hall.ask(c.CloseSitting()).state is HallState.CLOSED
    hall.signs = HallMessages(message="Good night", is_blackout=True)
    assert hall.view == replace(hall.view, state=HallState.BLACKOUT, title="", message="", next_speakers=())


def test_who_speaks_and_who_is_next() -> None:
    hall = Hall(KIHIKA, person("PE", "P. Alvarez"), person("JP"), person("FR"))
    view = hall.ask(c.OpenSitting(), c.GiveFloor(), after=73)
    assert view.speaker == SpeakerView("Kenya", "S. Kihika")
    assert view.next_speakers == (SpeakerView("Peru", "P. Alvarez"), SpeakerView("Japan", ""))
    assert (not_none(view.clock).signal, not_none(view.clock).time_ms, not_none(view.clock).limit_ms) == (
        TimeSignal.ON_TIME,
        107_000,
        180_000,
    )
    french = hall_view(hall.service.session, HallMessages(), "fr", hall.clock.now_ms)
    assert french.next_speakers[0].delegation == "Pérou"


def test_nothing_of_gender_title_function_age_notes_or_stance_is_in_the_value() -> None:
    hall = Hall(KIHIKA)
    hall.ask(c.OpenSitting(), c.GiveFloor(), c.TakeNote("is against the whole resolution"))
    told = json.dumps(to_builtins(hall.view))
    for secret in ("Ms.", '"F"', "Senator", "young", "against", "whole resolution"):
        assert secret not in told, secret
    assert "S. Kihika" in told


@given(st.text(min_size=1, max_size=8), st.sampled_from(Gender), st.sampled_from([True, False, None]))
def test_the_view_is_the_same_whoever_the_speaker_is_by_gender_age_or_title(
    title: str, gender: Gender, young: bool | None
) -> None:
    plain, other = (
        Hall(person("KE", "A. B.")),
        Hall(person("KE", "A. B.", title=title, gender=gender, young=young, function=title)),
    )
    for hall in (plain, other):
        hall.ask(c.OpenSitting(), c.GiveFloor(), after=10)
    assert plain.view == other.view


def test_messages_and_the_list() -> None:
    hall = Hall(KIHIKA)
    hall.signs = HallMessages(message="Lunch at 13:00", message_to_speaker="Please conclude")
    free = hall.ask(c.OpenSitting(), c.AnnounceClosing())
    assert (free.message, free.message_to_speaker) == ("Lunch at 13:00", "")
    assert free.list_closes_ms == hall.clock.now_ms + 600_000
    speaking = hall.ask(c.GiveFloor(), c.CloseList())
    assert (speaking.message_to_speaker, speaking.is_list_closed, speaking.list_closes_ms) == (
        "Please conclude",
        True,
        None,
    )


def test_the_theme_is_shown_if_one_alone_was_announced() -> None:
    hall = Hall()
    themes = [theme.id for theme in hall.service.session.themes]
    hall.ask(c.AddRequest(KIHIKA, themes=(themes[1],)), c.AddRequest(person("PE"), themes=tuple(themes[:2])))
    assert hall.ask(c.GiveFloor()).theme == "Current situation"
    assert hall.ask(c.EndAndNext()).theme == ""


def test_the_light_goes_from_green_to_over_time_and_nothing_is_cut_off() -> None:
    hall = Hall(KIHIKA)
    hall.ask(c.GiveFloor())
    seen: list[tuple[int, TimeSignal]] = []
    for _ in range(200):
        if not seen or seen[-1][1] is not hall.light():
            seen.append((hall.clock.now_ms - 1_647_910_800_000, hall.light()))
        hall.clock.advance(1)
    assert seen == [
        (0, TimeSignal.ON_TIME),
        (150_000, TimeSignal.NEARLY_UP),
        (180_000, TimeSignal.TIME_IS_UP),
        (190_000, TimeSignal.OVER_TIME),
    ]
    assert hall.service.session.floor is not None


def test_a_short_question_is_not_amber_from_its_first_word() -> None:
    hall = Hall(KIHIKA)
    hall.ask(c.GiveFloor(), c.AskQuestion())
    assert hall.light() is TimeSignal.ON_TIME
    hall.clock.advance(15)
    assert hall.light() is TimeSignal.NEARLY_UP


def test_where_there_is_no_limit_the_clock_only_counts() -> None:
    hall = Hall(KIHIKA, rules=replace(Rules(), delegate_ms=0))
    view = hall.ask(c.GiveFloor(), after=300)
    assert (
        not_none(view.clock).signal,
        not_none(view.clock).time_ms,
        not_none(view.clock).limit_ms,
        not_none(view.clock).used_share,
    ) == (
        TimeSignal.NO_LIMIT,
        300_000,
        0,
        0.0,
    )


@pytest.mark.parametrize(
    ("before", "after", "times"),
    [
        (TimeSignal.NEARLY_UP, TimeSignal.TIME_IS_UP, 1),
        (TimeSignal.TIME_IS_UP, TimeSignal.OVER_TIME, 2),
        (TimeSignal.NEARLY_UP, TimeSignal.OVER_TIME, 2),
        (TimeSignal.ON_TIME, TimeSignal.NEARLY_UP, 0),
        (TimeSignal.OVER_TIME, TimeSignal.OVER_TIME, 0),
        (TimeSignal.PAUSED, TimeSignal.TIME_IS_UP, 0),
        (None, TimeSignal.OVER_TIME, 0),
    ],
)
def test_when_the_bell_rings(before: TimeSignal | None, after: TimeSignal, times: int) -> None:
    assert bell_strokes(before, after) == times


def test_the_chair_is_reminded_of_what_is_due() -> None:
    men = [person(code, f"M{n}", gender=Gender.MAN) for n, code in enumerate(["KE", "EG", "DZ"])]
    woman = person("FR", "W", gender=Gender.WOMAN, young=True)
    hall = Hall(*men, person("CI", "C", gender=Gender.MAN), woman)
    hall.ask(c.ChangeDetails(Details(planned_end="09:05")), c.OpenSitting(), c.AnnounceClosing(60_000))
    hall.ask(c.GiveFloor(), after=120)
    hall.ask(c.EndAndNext(), after=240)
    hints = hall.hints
    assert hints[HintKind.OVER_TIME].number == 60_000
    assert hints[HintKind.CLOSE_THE_LIST].number == 0
    assert hints[HintKind.LATE].number > 5
    assert (hints[HintKind.IN_A_ROW].number, hints[HintKind.IN_A_ROW].words) == (3, ("African",))
    assert hints[HintKind.NEXT_WOMAN].number == 3
    assert hints[HintKind.NEXT_YOUNG].delegate == hints[HintKind.NEXT_WOMAN].delegate
    assert hints[HintKind.UNHEARD_GROUPS].words == ("Twelve Plus",)
    assert hints[HintKind.THEMES].words == ("1", "2", "3", "4", "5")
    hall.ask(c.AddRequest(person("JP"), Kind.REPLY))
    assert hall.hints[HintKind.REPLIES].number == 1


def test_there_is_nothing_to_remind_of_without_a_sitting() -> None:
    hall = Hall(KIHIKA)
    assert hall.hints == {}
    hall.ask(c.OpenSitting())
    assert set(hall.hints) <= {HintKind.UNHEARD_GROUPS, HintKind.NEXT_YOUNG}


def test_an_interruption_shows_its_own_clock_and_then_the_speech_again() -> None:
    hall = Hall(KIHIKA)
    hall.ask(c.GiveFloor(), after=60)
    order = hall.ask(c.RaisePointOfOrder(), after=10)
    assert (order.kind, order.speaker, not_none(order.clock).time_ms) == (
        Kind.POINT_OF_ORDER,
        SpeakerView("", ""),
        50_000,
    )
    back = hall.ask(c.RulePointOfOrder(Ruling.NOTED))
    assert (back.kind, not_none(back.clock).time_ms) == (Kind.SPEECH, 120_000)
