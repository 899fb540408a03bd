"""Notes as they are looked up: lists that follow the acts, and what is found as one types."""

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId
from ipu_session.domain.model.session import NoteKind
from ipu_session.domain.queries.theme_matrix import count_notes
from ipu_session.service.notes_projection import MAX_RESULTS, NotesProjection
from ipu_session.store.text_index import SqliteTextIndex
from tests.builders import FakeClock, a_session, person


class Heard:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.service = a_session("KE", "PE", "CI", clock=self.clock)
        self.notebook = self.service.notes_projection
        self.themes = [theme.id for theme in self.service.session.themes]
        self.do(c.OpenSitting())

    def do(self, *commands: c.Command) -> None:
        for command in commands:
            self.clock.advance(1)
            self.service.execute(command)

    def note(self, text: str, *themes: int, kind: NoteKind = NoteKind.POINT) -> NoteId:
        self.do(c.TakeNote(text, kind, tuple(self.themes[theme] for theme in themes)))
        return max(self.service.session.notes)

    def texts(self, looked_for: str) -> list[str]:
        notes = self.service.session.notes
        return [notes[note].text for note in self.notebook.find(looked_for).notes]


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_notes_are_listed_by_speech_and_theme_and_follow_each_act(heard: Heard) -> None:
    heard.do(c.GiveFloor())
    one, two = heard.note("one", 0), heard.note("two", 0, 1)
    first = heard.service.session.speaking
    heard.do(c.EndAndNext())
    three = heard.note("three")
    assert list(heard.notebook.notes_on_theme(heard.themes[0])) == [one, two]
    assert list(heard.notebook.notes_on_theme(None)) == [three]
    heard.do(c.MoveNote(three, first), c.SetNoteThemes(three, (heard.themes[0],)), c.DeleteNote(one))
    assert list(heard.notebook.notes_of_speech(first)) == [two, three]
    assert list(heard.notebook.notes_on_theme(heard.themes[0])) == [two, three]
    heard.service.undo()
    assert list(heard.notebook.all_notes) == [one, two, three]
    heard.do(c.MergeThemes(heard.themes[0], heard.themes[1]))
    assert list(heard.notebook.notes_on_theme(heard.themes[1])) == [one, two, three]


def test_what_is_counted_follows_each_act(heard: Heard) -> None:
    def agrees() -> bool:
        return heard.notebook.theme_counts == count_notes(heard.service.session.notes.values())

    heard.do(c.GiveFloor())
    one, two = heard.note("one", 0), heard.note("two", 0, 1, kind=NoteKind.PROPOSAL)
    heard.do(c.EndAndNext())
    for command in (
        c.MoveNote(one, heard.service.session.speaking),
        c.EditNote(two, "two", NoteKind.QUESTION),
        c.SetNoteThemes(two, ()),
        c.MergeThemes(heard.themes[0], heard.themes[1]),
        c.DeleteNote(one),
    ):
        heard.do(command)
        assert agrees()
    assert heard.notebook.theme_counts == {}
    for _ in range(6):
        heard.service.undo()
        assert agrees()


def test_the_parts_of_a_note_stand_together(heard: Heard) -> None:
    heard.do(c.GiveFloor())
    one, two = heard.note("one and more"), heard.note("two")
    heard.do(c.SplitNote(one, "one", "and more"))
    part = max(heard.service.session.notes)
    assert list(heard.notebook.all_notes) == [one, part, two]


def test_each_word_may_be_begun_in_any_order_without_accents_and_case(heard: Heard) -> None:
    heard.do(c.GiveFloor())
    heard.note("L\u2019\u00c9ducation des filles d\u2019abord")
    heard.note("girls first")
    assert heard.texts("FILL educ") == ["L\u2019\u00c9ducation des filles d\u2019abord"]
    assert heard.texts("ducation") == []


def test_arabic_is_found_without_vowel_signs_and_with_or_without_the_article(heard: Heard) -> None:
    heard.do(c.GiveFloor())
    heard.note("التعليمُ للجميع")
    for typed in ("التعليم", "تعليم", "تعل"):
        assert heard.texts(typed) == ["التعليمُ للجميع"]


def test_a_name_finds_what_was_said_in_its_name_in_four_languages(heard: Heard) -> None:
    for text in ("of Kenya", "of Peru", "of Ivory Coast"):
        heard.do(c.EndAndNext() if heard.service.session.speaking else c.GiveFloor())
        heard.note(text)
    assert heard.texts("P\u00e9rou") == ["of Peru"]
    assert heard.texts("cote of") == ["of Ivory Coast"]
    speech = heard.service.session.speaking
    assert speech is not None
    heard.do(c.AttributeIntervention(speech, person("JP", "Sato")))
    assert heard.texts("sato") == ["of Ivory Coast"]


def test_what_was_corrected_and_struck_out_is_found_as_it_stands(heard: Heard) -> None:
    heard.do(c.GiveFloor())
    note = heard.note("before")
    assert heard.texts("bef") == ["before"]
    heard.do(c.EditNote(note, "after", NoteKind.POINT))
    assert (heard.texts("bef"), heard.texts("aft")) == ([], ["after"])
    heard.do(c.DeleteNote(note))
    assert heard.texts("aft") == []
    heard.service.undo()
    assert heard.texts("aft") == ["after"]


@pytest.mark.parametrize("typed", ['"', "*", "AND", "a AND", "NEAR(", "text:", "x\0y", "\ud800", "(", "-", "'"])
def test_nothing_typed_is_a_query_of_its_own(heard: Heard, typed: str) -> None:
    heard.do(c.GiveFloor())
    heard.note("sober words")
    assert heard.texts(typed) in ([], ["sober words"])


def test_signs_that_are_no_words_are_found_as_they_are(heard: Heard) -> None:
    heard.do(c.GiveFloor())
    heard.note("a \U0001f600 face")
    assert heard.texts("\U0001f600") == ["a \U0001f600 face"]


def test_only_the_latest_are_shown_when_very_many_are_found(heard: Heard) -> None:
    heard.do(c.GiveFloor())
    notes = [heard.note(f"word {n}") for n in range(MAX_RESULTS + 2)]
    found = heard.notebook.find("word")
    assert (found.notes, found.is_truncated) == (tuple(notes[-MAX_RESULTS:]), True)


def test_a_long_record_is_fed_piece_by_piece(heard: Heard) -> None:
    heard.do(c.GiveFloor(), *[c.TakeNote("long ago")] * 1_001)
    notes = [heard.note(f"word {n}") for n in range(5)]
    again = NotesProjection(heard.service.session, SqliteTextIndex(), SqliteTextIndex())
    assert again.find("word").notes == ()
    assert again.index_more(3)
    assert again.find("word").notes == tuple(notes[2:])
    assert again.index_more(2)
    assert again.find("word").notes == tuple(notes)
    assert again.find("long").notes == ()
    assert not again.index_more(1_001)
    assert len(again.find("long").notes) == MAX_RESULTS


def test_a_page_pasted_into_find_is_looked_for_by_its_first_words(heard: Heard) -> None:
    wanted = heard.note(" ".join(f"word{n}" for n in range(40)))
    heard.note("word1 and others")
    pasted = " ".join(f"word{n}" for n in range(35)) + " absent" * 100_000
    assert heard.notebook.find(pasted).notes == (wanted,)
