"""What follows from events about the synthesis."""

from dataclasses import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import changed
from ipu_session.domain.ids import NoteId, PassageId
from ipu_session.domain.state import Session
from ipu_session.domain.synthesis import Passage, Section


def synthesis_written(session: Session, event: e.SynthesisWritten, at_ms: int) -> Session:
    """The summary of a theme is one passage; an empty text takes it away."""
    rest = tuple(p for p in session.passages if (p.theme, p.section) != (event.theme, Section.SUMMARY))
    passage = Passage(PassageId(session.version + 1), Section.SUMMARY, event.theme, event.text)
    return changed(session, passages=(*rest, passage) if event.text.strip() else rest)


def passage_written(session: Session, event: e.PassageWritten, at_ms: int) -> Session:
    """A passage is there, or reads otherwise."""
    new = event.passage
    if any(passage.id == new.id for passage in session.passages):
        return changed(session, passages=tuple(new if p.id == new.id else p for p in session.passages))
    return changed(session, passages=(*session.passages, new))


def passages_ordered(session: Session, event: e.PassagesOrdered, at_ms: int) -> Session:
    """The passages stand in another order."""
    by_id = {passage.id: passage for passage in session.passages}
    return changed(session, passages=tuple(by_id[passage] for passage in event.order))


def passage_removed(session: Session, event: e.PassageRemoved, at_ms: int) -> Session:
    """There is one passage less."""
    return changed(session, passages=tuple(p for p in session.passages if p.id != event.passage))


def resting_otherwise(
    passages: tuple[Passage, ...], gone: NoteId, instead: NoteId | None
) -> tuple[Passage, ...]:
    """Return the passages without a note that is gone; what rested on it rests on ``instead``."""
    if not any(gone in passage.notes for passage in passages):
        return passages
    return tuple(_resting_otherwise(passage, gone, instead) for passage in passages)


def _resting_otherwise(passage: Passage, gone: NoteId, instead: NoteId | None) -> Passage:
    notes = (instead if note == gone else note for note in passage.notes)
    return replace(passage, notes=tuple(dict.fromkeys(note for note in notes if note is not None)))
