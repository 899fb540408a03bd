"""Notes parted and joined, themes merged and split, passages that rest on notes: one act, one undo each."""

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId, NoteId, ThemeId
from ipu_session.domain.model.passages import SynthesisSection, notes_in_passages, passages_of_theme
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.domain.rejections import Reason, RejectedError
from tests.builders import FakeClock, a_session


class Debate:
    """Kenya spoke: a point and a proposal on theme 1, a question on theme 2."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.service = a_session("KE", "PE", clock=self.clock)
        self.one, self.two, self.three = (theme.id for theme in self.service.session.themes[:3])
        self.do(c.OpenSitting(), c.GiveFloor())
        self.point = self.note("Data on women", NoteKind.POINT, self.one)
        self.proposal = self.note("A common register", NoteKind.PROPOSAL, self.one)
        self.question = self.note("Who pays?", NoteKind.QUESTION, self.two)

    def do(self, *commands: c.Command) -> None:
        for command in commands:
            self.clock.advance(10)
            self.service.execute(command)

    def note(self, text: str, kind: NoteKind, *themes: ThemeId) -> NoteId:
        self.do(c.TakeNote(text, kind, themes))
        return max(self.session.notes)

    def refused(self, command: c.Command) -> Reason:
        with pytest.raises(RejectedError) as refusal:
            self.service.execute(command)
        return refusal.value.reason

    @property
    def session(self) -> Session:
        return self.service.session


@pytest.fixture
def debate() -> Debate:
    return Debate()


def test_a_note_is_parted_and_the_rest_is_of_the_same_second(debate: Debate) -> None:
    debate.do(c.SplitNote(debate.point, "Data", "on women\nand girls"))
    first, rest = debate.session.notes[debate.point], debate.session.notes[max(debate.session.notes)]
    assert (first.text, rest.text) == ("Data", "on women\nand girls")
    assert (rest.taken_ms, rest.second_ms, rest.themes) == (first.taken_ms, first.second_ms, first.themes)
    debate.service.undo()
    assert debate.session.notes[debate.point].text == "Data on women"


def test_joined_notes_have_the_themes_of_both_and_stay_out_of_the_report_if_one_did(debate: Debate) -> None:
    debate.do(c.RestrictNote(debate.question, restricted=True), c.JoinNotes(debate.point, debate.question))
    joined = debate.session.notes[debate.point]
    assert joined.text == "Data on women\nWho pays?"
    assert joined.themes == (debate.one, debate.two)
    assert joined.restricted
    assert debate.question not in debate.session.notes


def test_a_theme_named_twice_is_one_theme(debate: Debate) -> None:
    debate.do(c.TakeNote("twice", themes=(debate.two, debate.one, debate.two)))
    note = debate.session.notes[max(debate.session.notes)]
    assert note.themes == (debate.two, debate.one)
    debate.do(c.SetNoteThemes(note.id, (debate.one, debate.one)))
    assert debate.session.notes[note.id].themes == (debate.one,)


def test_a_line_begun_earlier_is_bound_to_the_second_it_was_begun_in(debate: Debate) -> None:
    floor = debate.session.speaking
    debate.clock.advance(20)
    debate.do(c.TakeNote("slow to type", intervention=floor, begun_ms=25_000))
    assert debate.session.notes[max(debate.session.notes)].second_ms == 21_000
    debate.do(c.EndIntervention(), c.TakeNote("after the end", intervention=floor, begun_ms=10_000_000))
    assert floor is not None
    spoken_ms = debate.session.interventions[floor].spoken_ms(0)
    assert debate.session.notes[max(debate.session.notes)].second_ms == spoken_ms - 4_000


def test_a_note_moved_to_the_speaker_before_is_bound_to_the_end_of_that_speech(debate: Debate) -> None:
    before = debate.session.speaking
    debate.do(c.EndAndNext())
    note = debate.note("late", NoteKind.POINT)
    debate.do(c.MoveNote(note, before))
    moved = debate.session.notes[note]
    assert moved.intervention == before
    assert before is not None
    assert moved.second_ms == debate.session.interventions[before].spoken_ms(0)


def test_merged_themes_keep_their_notes_and_sentences_and_no_number_is_given_twice(debate: Debate) -> None:
    debate.do(c.AddTheme("From the floor"))
    latest = debate.session.themes[-1]
    debate.do(c.AddNotesToSynthesis(debate.two, SynthesisSection.QUESTIONS, (debate.question,)))
    debate.do(c.MergeThemes(debate.two, debate.one), c.MergeThemes(latest.id, debate.one))
    [first, *_] = debate.session.themes
    assert debate.session.notes[debate.question].themes == (debate.one,)
    assert [passage.theme for passage in debate.session.passages] == [debate.one]
    assert first.source == "Policy responses to support development.\nAnalysis of the current situation."
    debate.do(c.AddTheme("Another"))
    assert debate.session.themes[-1].number == latest.number + 1


def test_a_split_theme_stands_behind_the_one_it_came_from_with_the_notes_named(debate: Debate) -> None:
    debate.do(c.SplitTheme(debate.one, "Registers", "Policy", (debate.proposal,)))
    titles = [(theme.number, theme.title) for theme in debate.session.themes[:3]]
    assert titles == [(1, "Policy"), (6, "Registers"), (2, "Current situation")]
    assert debate.session.notes[debate.proposal].themes == (debate.session.themes[1].id,)
    assert debate.session.notes[debate.point].themes == (debate.one,)
    assert debate.refused(c.SplitTheme(debate.one, "X", notes=(debate.question,))) is Reason.UNKNOWN_THEME


def test_passages_rest_on_notes_and_lose_those_that_are_struck_out(debate: Debate) -> None:
    debate.do(c.AddNotesToSynthesis(debate.one, SynthesisSection.CONVERGENCE, (debate.point, debate.proposal)))
    first, second = debate.session.passages
    debate.do(c.SetPassageSources(first.id, (debate.point, debate.question)))
    assert notes_in_passages(debate.session.passages) == {debate.point, debate.proposal, debate.question}
    debate.do(c.DeleteNote(debate.question), c.JoinNotes(debate.point, debate.proposal))
    assert [passage.notes for passage in debate.session.passages] == [(debate.point,), (debate.point,)]
    debate.do(c.MovePassage(second.id, SynthesisSection.CONVERGENCE, first.id))
    assert [passage.id for passage in passages_of_theme(debate.session.passages, debate.one)] == [second.id, first.id]


def test_what_is_not_for_the_report_does_not_come_in_through_the_synthesis(debate: Debate) -> None:
    debate.do(c.RestrictNote(debate.point, restricted=True))
    gather = c.AddNotesToSynthesis(debate.one, SynthesisSection.CONVERGENCE, (debate.point,))
    assert debate.refused(gather) is Reason.NOT_FOR_THE_REPORT


def test_elements_belong_to_no_theme_and_name_who_supports_them(debate: Debate) -> None:
    debate.do(c.AddNotesToSynthesis(debate.one, SynthesisSection.PROPOSALS, (debate.proposal,)))
    [passage] = debate.session.passages
    assert debate.refused(c.SupportPassage(passage.id, (DelegationId("PE"),))) is Reason.NO_ELEMENT
    assert debate.refused(c.MovePassage(passage.id, SynthesisSection.OPERATIVE)) is Reason.OTHER_SECTION
    debate.do(c.CopyToResolution(passage.id, SynthesisSection.OPERATIVE))
    element = debate.session.passages[-1]
    debate.do(c.SupportPassage(element.id, (DelegationId("PE"), DelegationId("PE"))))
    assert debate.session.passages[-1].supporters == ("PE",)
    assert debate.refused(c.SupportPassage(element.id, (DelegationId("XX"),))) is Reason.UNKNOWN_DELEGATION
    assert debate.refused(c.AddPassage(None, SynthesisSection.SUMMARY, "x")) is Reason.OTHER_SECTION


def test_a_note_quotes_a_contribution_and_keeps_it(debate: Debate) -> None:
    debate.do(c.RegisterContribution(DelegationId("PE"), "2022-04-01", 2, text="We ask for a register.", words=5))
    [contribution] = debate.session.contributions
    debate.do(c.TakeNote("We ask for a register.", NoteKind.QUOTATION, contribution=contribution))
    quoted = debate.session.notes[max(debate.session.notes)]
    assert (quoted.intervention, quoted.second_ms, quoted.contribution) == (None, None, contribution)
    assert debate.refused(c.RemoveContribution(contribution)) is Reason.CONTRIBUTION_QUOTED


def test_a_note_kept_out_of_the_report_takes_its_untouched_passage_along(debate: Debate) -> None:
    debate.do(c.AddNotesToSynthesis(debate.one, SynthesisSection.PROPOSALS, (debate.point, debate.proposal)))
    first, second = debate.session.passages
    debate.do(c.WritePassage(second.id, "Several asked for a register."))
    for note in (debate.point, debate.proposal):
        debate.do(c.RestrictNote(note, restricted=True))
    [left] = debate.session.passages
    assert (left.text, left.notes) == ("Several asked for a register.", ())
    debate.service.undo()
    debate.service.undo()
    assert debate.session.passages[0] == first
    assert debate.session.passages[1].notes == (debate.proposal,)


def test_a_note_joined_to_one_kept_out_of_the_report_is_out_of_it_everywhere(debate: Debate) -> None:
    debate.do(c.AddNotesToSynthesis(debate.one, SynthesisSection.PROPOSALS, (debate.proposal,)))
    debate.do(c.RestrictNote(debate.point, restricted=True), c.JoinNotes(debate.point, debate.proposal))
    assert debate.session.passages == ()
    assert debate.session.notes[debate.point].restricted


def test_what_rested_on_a_note_rests_on_both_parts_of_it(debate: Debate) -> None:
    debate.do(c.AddNotesToSynthesis(debate.one, SynthesisSection.CONVERGENCE, (debate.point, debate.proposal)))
    debate.do(c.SplitNote(debate.point, "Data", "on women"))
    part = max(debate.session.notes)
    assert [passage.notes for passage in debate.session.passages] == [(debate.point, part), (debate.proposal,)]
