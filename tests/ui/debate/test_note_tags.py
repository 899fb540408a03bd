"""Kind and themes of the note line, and its drafts on disk."""

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.service.session_service import SessionService
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.notes.note_draft import LineDraft, NoteDrafts, NoteTarget
from ipu_session.ui.debate.notes.note_tags import NoteTags
from tests.builders import a_session


def _speech(service: SessionService) -> InterventionId:
    """Give the floor to the next speaker and return the intervention."""
    service.execute(c.EndIntervention() if service.session.floor is not None else c.GiveFloor())
    if service.session.floor is None:
        service.execute(c.GiveFloor())
    assert service.session.speaking is not None
    return service.session.speaking


def _themes(session: Session) -> tuple[ThemeId, ...]:
    return tuple(theme.id for theme in session.themes)


@pytest.fixture
def service() -> SessionService:
    made = a_session("KE", "PE")
    made.execute(c.OpenSitting())
    return made


def test_a_new_speech_begins_with_points_and_a_former_one_resumes_its_tags(service: SessionService) -> None:
    tags, first = NoteTags(), _speech(service)
    theme, *_ = _themes(service.session)
    assert tags.switch_to_speech(service.session, first)
    tags.set_from_note(NoteKind.PROPOSAL, (theme,))
    second = _speech(service)
    assert tags.switch_to_speech(service.session, second)
    assert (tags.kind, tags.themes) == (NoteKind.POINT, ())
    assert not tags.switch_to_speech(service.session, second)
    assert tags.switch_to_speech(service.session, first)
    assert (tags.kind, tags.themes) == (NoteKind.PROPOSAL, (theme,))


def test_themes_chosen_while_nobody_speaks_are_those_of_the_next_speech(service: SessionService) -> None:
    tags = NoteTags()
    theme, *_ = _themes(service.session)
    tags.toggle_theme(theme, is_pending=True)
    speech = _speech(service)
    tags.switch_to_speech(service.session, speech)
    assert tags.themes == (theme,)
    tags.toggle_theme(theme, is_pending=False)
    assert not tags.themes


def test_a_snapshot_is_taken_over_by_another_line(service: SessionService) -> None:
    tags, other = NoteTags(), NoteTags()
    speech = _speech(service)
    tags.switch_to_speech(service.session, speech)
    tags.set_from_note(NoteKind.QUESTION, _themes(service.session))
    other.restore(tags.snapshot())
    assert other.snapshot() == tags.snapshot()


def test_a_theme_that_was_removed_is_forgotten(service: SessionService) -> None:
    tags = NoteTags()
    first, *rest = _themes(service.session)
    tags.set_from_note(NoteKind.POINT, (first, *rest))
    service.execute(c.RemoveTheme(first))
    tags.drop_removed_themes(service.session)
    assert tags.themes == tuple(rest)


def test_a_theme_removed_before_the_next_speech_is_not_among_its_themes(service: SessionService) -> None:
    tags, (theme, *_) = NoteTags(), _themes(service.session)
    tags.toggle_theme(theme, is_pending=True)
    service.execute(c.RemoveTheme(theme))
    tags.switch_to_speech(service.session, _speech(service))
    assert tags.themes == ()


def test_a_line_is_read_back_with_its_speech_kind_and_themes(service: SessionService) -> None:
    drafts, speech = NoteDrafts(SessionBridge(service)), _speech(service)
    line = LineDraft("half a thought", NoteTarget(speech, 1500), NoteKind.PROPOSAL, _themes(service.session))
    drafts.save_line(line)
    assert drafts.load_line() == line
    drafts.save_line(line._replace(text=""))
    assert drafts.load_line() is None


def test_a_line_that_goes_to_another_speech_is_read_back_with_that_one(service: SessionService) -> None:
    drafts, speech = NoteDrafts(SessionBridge(service)), _speech(service)
    line = LineDraft("half a thought", NoteTarget(), NoteKind.POINT, ())
    drafts.save_line(line)
    moved = line._replace(target=NoteTarget(speech, 1500))
    drafts.save_line(moved)
    assert drafts.load_line() == moved


def test_what_the_session_does_not_know_is_left_out(service: SessionService) -> None:
    drafts = NoteDrafts(SessionBridge(service))
    drafts.save_line(LineDraft("x", NoteTarget(InterventionId(999), 5), NoteKind.QUESTION, (ThemeId(998),)))
    assert drafts.load_line() == LineDraft("x", NoteTarget(), NoteKind.QUESTION, ())


def test_a_correction_is_read_back_while_its_note_exists(service: SessionService) -> None:
    drafts, speech = NoteDrafts(SessionBridge(service)), _speech(service)
    service.execute(c.TakeNote("first", NoteKind.POINT, (), speech))
    note = max(service.session.notes)
    drafts.save_correction(note, "first and better")
    assert drafts.load_correction() == (NoteId(note), "first and better")
    service.execute(c.DeleteNote(note))
    assert drafts.load_correction() is None
    drafts.save_correction(None, "anything")
    assert drafts.load_correction() is None
