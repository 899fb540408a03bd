"""The synthesis as it is written: passages, each in its section and resting on notes (decision 0013)."""

from dataclasses import dataclass
from enum import StrEnum

from ipu_session.domain.model.ids import DelegationId, NoteId, PassageId, ThemeId


class SynthesisSection(StrEnum):
    """Where a passage stands: in the summary of a theme, or among the elements for the resolution."""

    SUMMARY = "summary"
    CONVERGENCE = "convergence"
    DIFFERENCES = "differences"
    PROPOSALS = "proposals"
    GOOD_PRACTICES = "good-practices"
    QUESTIONS = "questions"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"


THEME_SECTIONS = (
    SynthesisSection.SUMMARY,
    SynthesisSection.CONVERGENCE,
    SynthesisSection.DIFFERENCES,
    SynthesisSection.PROPOSALS,
    SynthesisSection.GOOD_PRACTICES,
    SynthesisSection.QUESTIONS,
)
RESOLUTION_SECTIONS = (SynthesisSection.PREAMBULAR, SynthesisSection.OPERATIVE)
"""Elements for the resolution belong to no theme (practice.md §6)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the synthesis; ``notes`` are what it rests on, in the order they were gathered.

    An empty line in the text begins a new paragraph; marks in it are those of `domain.marks`.
    """

    id: PassageId
    section: SynthesisSection
    theme: ThemeId | None
    text: str
    notes: tuple[NoteId, ...] = ()
    supporters: tuple[DelegationId, ...] = ()
    """Who supports an element, beside those whose notes it rests on."""


def passages_of_theme(passages: tuple[Passage, ...], theme: ThemeId | None) -> tuple[Passage, ...]:
    """Return the passages of a theme, or the elements for the resolution, section by section."""
    order = list(SynthesisSection)
    chosen = (passage for passage in passages if passage.theme == theme)
    return tuple(sorted(chosen, key=lambda passage: order.index(passage.section)))


def notes_in_passages(passages: tuple[Passage, ...]) -> frozenset[NoteId]:
    """Return the notes that some passage rests on."""
    return frozenset(note for passage in passages for note in passage.notes)
