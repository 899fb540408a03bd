"""The synthesis: passages, each in a section and based on notes (decision 0013)."""

from enum import StrEnum

from ipu_session.domain.model.ids import DelegationId, NoteId, PassageId, ThemeId
from ipu_session.domain.model.value import Value


class SynthesisSection(StrEnum):
    """Section of a passage: in the synthesis of a theme, or among the elements for the resolution."""

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
"""Elements for the resolution belong to no theme (docs/rules.md#practice-6)."""


class Passage(Value, frozen=True):
    """A text of the synthesis; ``notes`` are the notes that it is based on.

    An empty line in the text starts a new paragraph; the text has the markup of `domain.text.inline_markup`.
    """

    id: PassageId
    section: SynthesisSection
    theme: ThemeId | None
    text: str
    notes: tuple[NoteId, ...] = ()
    supporters: tuple[DelegationId, ...] = ()
    """Delegations that support an element, besides those whose notes it is based on."""


def passages_of_theme(passages: tuple[Passage, ...], theme: ThemeId | None) -> tuple[Passage, ...]:
    """Return the passages of a theme, or for None the elements for the resolution, sorted by section."""
    order = list(SynthesisSection)
    chosen = (passage for passage in passages if passage.theme == theme)
    return tuple(sorted(chosen, key=lambda passage: order.index(passage.section)))


def notes_in_passages(passages: tuple[Passage, ...]) -> frozenset[NoteId]:
    """Return the notes that at least one passage is based on."""
    return frozenset(note for passage in passages for note in passage.notes)
