"""An imported speakers list under review: accepted rows, doubts and corrections."""

from collections.abc import Iterable, Iterator

from msgspec import field
from msgspec.structs import replace

from ipu_session.domain.exchange.import_results import ImportDoubt, ImportedSpeaker, RefusedRow, SpeakersList
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.model.value import Value
from ipu_session.domain.text.person_identity import identity_of

EXCLUDED = "left-out"
"""Reason of a row that the user excluded."""


class DraftRow(Value, frozen=True):
    """One row with its speaker; if it is not accepted, ``reason`` is a code and ``value`` the value concerned."""

    line: int
    text: str
    speaker: ImportedSpeaker
    is_accepted: bool
    reason: str = ""
    value: str = ""
    is_corrected: bool = False
    proposed_delegations: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[ImportDoubt, ...]:
        """The doubts of a row that is accepted without a correction."""
        return self.speaker.doubts if self.is_accepted and not self.is_corrected else ()


class SpeakersListDraft(Value, frozen=True):
    """The imported list, with the user's corrections by line and the excluded lines."""

    imported: SpeakersList
    corrections: dict[int, Person] = field(default_factory=dict)
    excluded_lines: frozenset[int] = frozenset()

    def rows(self) -> tuple[DraftRow, ...]:
        """Return the rows in the order of the list, with corrections and exclusions applied."""
        return tuple(sorted(self._edited_rows(), key=_line_number))

    def accepted_speakers(self) -> tuple[ImportedSpeaker, ...]:
        """Return the speakers to import, in the order of the list."""
        return tuple(row.speaker for row in self.rows() if row.is_accepted)

    def correct(self, line: int, person: Person) -> "SpeakersListDraft":
        """Return the draft with ``person`` in the row of this line, which is then accepted."""
        return replace(
            self, corrections={**self.corrections, line: person}, excluded_lines=self.excluded_lines - {line}
        )

    def exclude(self, line: int) -> "SpeakersListDraft":
        """Return the draft with the row of this line excluded: it stays in `rows` but is not accepted."""
        return replace(self, excluded_lines=self.excluded_lines | {line})

    def _edited_rows(self) -> Iterator[DraftRow]:
        for speaker in self.imported.speakers:
            yield self._apply_edits(DraftRow(speaker.line, speaker.person.titled_name, speaker, is_accepted=True))
        for row in self.imported.refused:
            yield self._apply_edits(_draft_of_refused(row))

    def _apply_edits(self, row: DraftRow) -> DraftRow:
        if row.line in self.excluded_lines:
            return replace(row, is_accepted=False, reason=EXCLUDED, value="")
        if row.line in self.corrections:
            speaker = replace(row.speaker, person=self.corrections[row.line])
            return replace(row, speaker=speaker, is_accepted=True, is_corrected=True)
        return row


def count_waiting(session: Session, speakers: Iterable[ImportedSpeaker]) -> int:
    """Return the number of speakers who are already waiting for a speech: an import skips them."""
    waiting = {
        identity_of(session.person(request.delegate))
        for request in map(session.requests.__getitem__, session.queue)
        if request.kind is Kind.SPEECH
    }
    return sum(bool(each.person.name.strip()) and identity_of(each.person) in waiting for each in speakers)


def _draft_of_refused(row: RefusedRow) -> DraftRow:
    draft = row.draft or ImportedSpeaker(row.line, Person())
    return DraftRow(
        row.line,
        row.text,
        draft,
        is_accepted=False,
        reason=row.reason,
        value=row.value,
        proposed_delegations=row.proposed_delegations,
    )


def _line_number(row: DraftRow) -> int:
    return row.line
