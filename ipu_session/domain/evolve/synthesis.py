"""Event handlers for the synthesis."""

from itertools import chain

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.ids import NoteId, PassageId
from ipu_session.domain.model.passages import Passage, SynthesisSection
from ipu_session.domain.model.session import Session


@evolves(e.SynthesisWritten)
def synthesis_written(session: Session, event: e.SynthesisWritten, at_ms: int) -> Session:
    """Replace the summary of a theme by one passage; an empty text removes the summary."""
    others = tuple(
        each for each in session.passages if (each.theme, each.section) != (event.theme, SynthesisSection.SUMMARY)
    )
    passage = Passage(PassageId(session.version + 1), SynthesisSection.SUMMARY, event.theme, event.text)
    return with_next_version(session, passages=(*others, passage) if event.text.strip() else others)


@evolves(e.PassageWritten)
def passage_written(session: Session, event: e.PassageWritten, at_ms: int) -> Session:
    """Add or replace a passage."""
    new = event.passage
    if any(passage.id == new.id for passage in session.passages):
        return with_next_version(
            session, passages=tuple(new if each.id == new.id else each for each in session.passages)
        )
    return with_next_version(session, passages=(*session.passages, new))


@evolves(e.PassagesOrdered)
def passages_ordered(session: Session, event: e.PassagesOrdered, at_ms: int) -> Session:
    """Reorder the passages."""
    by_id = {passage.id: passage for passage in session.passages}
    return with_next_version(session, passages=tuple(by_id[passage] for passage in event.order))


@evolves(e.PassageRemoved)
def passage_removed(session: Session, event: e.PassageRemoved, at_ms: int) -> Session:
    """Remove a passage."""
    return with_next_version(session, passages=tuple(each for each in session.passages if each.id != event.passage))


def rebind_passages(passages: tuple[Passage, ...], note: NoteId, instead: tuple[NoteId, ...]) -> tuple[Passage, ...]:
    """Return the passages with ``note`` replaced by ``instead`` among the notes that they are based on."""
    return tuple(
        replace(passage, notes=_swap_note(passage.notes, note, instead)) if note in passage.notes else passage
        for passage in passages
    )


def _swap_note(notes: tuple[NoteId, ...], old: NoteId, new: tuple[NoteId, ...]) -> tuple[NoteId, ...]:
    replaced = chain.from_iterable(new if note == old else (note,) for note in notes)
    return tuple(dict.fromkeys(replaced))
