"""A speakers list while it is looked over: what comes in, what is asked about, what was corrected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ipu_session.domain.exchange.import_results import Doubt, ListedSpeaker, RefusedRow, SpeakersList
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.text.person_identity import identity_of

LEFT_OUT = "left-out"
"""The reason of a row that the user does not want."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row: who comes in if it is ``taken``, else why not (a code and a value)."""

    line: int
    text: str
    speaker: ListedSpeaker
    taken: bool
    reason: str = ""
    value: str = ""
    corrected: bool = False
    proposed: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is asked about in a row that comes in."""
        return self.speaker.doubts if self.taken and not self.corrected else ()


@dataclass(frozen=True, slots=True)
class ListDraft:
    """The rows of a list in their order, and the corrections by line."""

    found: SpeakersList
    corrected: dict[int, Person] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()

    def rows(self) -> tuple[DraftRow, ...]:
        """Return the rows as they are now."""
        return tuple(sorted(self._rows(), key=_line))

    def taken(self) -> tuple[ListedSpeaker, ...]:
        """Return who comes in, in the order of the list."""
        return tuple(row.speaker for row in self.rows() if row.taken)

    def correct(self, line: int, person: Person) -> "ListDraft":
        """Return the draft with another person in a row, which comes in then."""
        return replace(self, corrected={**self.corrected, line: person}, left_out=self.left_out - {line})

    def leave_out(self, line: int) -> "ListDraft":
        """Return the draft without a row."""
        return replace(self, left_out=self.left_out | {line})

    def _rows(self) -> Iterator[DraftRow]:
        for speaker in self.found.speakers:
            yield self._row(DraftRow(speaker.line, speaker.person.titled_name, speaker, taken=True))
        for row in self.found.refused:
            yield self._row(_asked(row))

    def _row(self, row: DraftRow) -> DraftRow:
        if row.line in self.left_out:
            return replace(row, taken=False, reason=LEFT_OUT, value="")
        if row.line in self.corrected:
            speaker = replace(row.speaker, person=self.corrected[row.line])
            return replace(row, speaker=speaker, taken=True, corrected=True)
        return row


def count_waiting(session: Session, speakers: Iterable[ListedSpeaker]) -> int:
    """Return how many of a list wait for a speech already: they would not be put on it again."""
    waiting = {
        identity_of(session.person(request.delegate))
        for request in map(session.requests.__getitem__, session.queue)
        if request.kind is Kind.SPEECH
    }
    return sum(bool(each.person.name.strip()) and identity_of(each.person) in waiting for each in speakers)


def _asked(row: RefusedRow) -> DraftRow:
    draft = row.draft or ListedSpeaker(row.line, Person())
    return DraftRow(
        row.line, row.text, draft, taken=False, reason=row.reason, value=row.value, proposed=row.proposed
    )


def _line(row: DraftRow) -> int:
    return row.line
