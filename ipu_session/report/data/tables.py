"""The session as sheets of rows, one for each sort of thing; `log_sheets` has those on how it went.

The names of columns are those of the JSON export, whatever the language: programs and formulas rely on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ipu_session.domain.model.ids import DelegateId, DelegationId
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.queries import statistics
from ipu_session.report.data.records import (
    Record,
    Value,
    contribution_records,
    delegate_record,
    intervention_records,
    note_records,
    passage_records,
    request_records,
    theme_record,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading row and the rows below it; every value is a text, a number, a truth or nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet_of(columns: Sequence[str], found: Sequence[Record]) -> Sheet:
    """Return records as rows; lists become texts."""
    return Sheet(tuple(columns), tuple(tuple(_flat(record[key]) for key in columns) for record in found))


def speaker_sheet(session: Session, now_ms: int) -> Sheet:
    """Return one row for each request on the speakers list, whatever became of it."""
    return sheet_of(_SPEAKERS, [_speaker(session, record, now_ms) for record in request_records(session)])


def intervention_sheet(session: Session, now_ms: int) -> Sheet:
    """Return one row for each intervention, with who spoke and the ledgers."""
    rows: list[Record] = []
    for record in intervention_records(session, now_ms):
        delegate = record["delegate"]
        person = session.person(DelegateId(delegate) if isinstance(delegate, int) else None)
        rows.append({**_described(session, person), **record})
    return sheet_of(_INTERVENTIONS, rows)


def note_sheet(session: Session, now_ms: int) -> Sheet:
    """Return one row for each note, with on whose behalf it was said."""
    rows: list[Record] = []
    for record, note in zip(note_records(session), statistics.notes_in_order(session), strict=True):
        spoken = None if note.intervention is None else session.interventions.get(note.intervention)
        person = session.person(spoken.delegate) if spoken else Person()
        delegation = statistics.party_of_note(session, note).delegation
        who: Record = {"speaker": person.titled_name, "delegation_name": _name(session, delegation)}
        rows.append({**record, **who})
    return sheet_of(_NOTES, rows)


def theme_sheet(session: Session, now_ms: int) -> Sheet:
    """Return one row for each theme."""
    return sheet_of(_THEMES, [theme_record(session, theme) for theme in session.themes])


def synthesis_sheet(session: Session, now_ms: int) -> Sheet:
    """Return one row for each passage of the synthesis, then the elements for the resolution."""
    return sheet_of(_SYNTHESIS, passage_records(session))


def contribution_sheet(session: Session, now_ms: int) -> Sheet:
    """Return the register of written contributions."""
    rows: list[Record] = []
    for record in contribution_records(session):
        delegation = DelegationId(str(record["delegation"]))
        rows.append({**record, "delegation_name": _name(session, delegation)})
    return sheet_of(_CONTRIBUTIONS, rows)


_PERSON = (
    "delegation",
    "delegation_name",
    "organization",
    "title",
    "name",
    "gender",
    "function",
    "category",
    "young",
    "born",
    "language",
    "groups",
)
_SPEAKERS = (
    "id",
    "position",
    "state",
    "kind",
    *_PERSON,
    "counts_as_young",
    "made",
    "absences",
    "reserve",
    "theme_numbers",
    "speeches",
    "spoken_seconds",
)
_INTERVENTIONS = (
    "id",
    "kind",
    "started",
    "ended",
    *_PERSON,
    "allotted_seconds",
    "granted_seconds",
    "spoken_seconds",
    "paused_seconds",
    "held_seconds",
    "overtime_seconds",
    "ruling",
    "phase",
    "sitting",
    "request",
    "delegate",
    "interrupts",
    "on_paper",
    "corrections",
)
_NOTES = (
    "id",
    "taken",
    "speaker",
    "delegation_name",
    "kind",
    "theme_numbers",
    "text",
    "restricted",
    "second",
    "intervention",
    "contribution",
)
_SYNTHESIS = ("id", "theme_number", "section", "text", "notes", "supporters")
_THEMES = ("id", "number", "title", "source", "synthesis")
_CONTRIBUTIONS = (
    "id",
    "received",
    "delegation",
    "delegation_name",
    "title",
    "pages",
    "language",
    "theme_numbers",
    "words",
    "file",
    "sha256",
)


def _flat(value: Value) -> Value:
    return ", ".join(str(part) for part in value) if isinstance(value, list) else value


def _described(session: Session, person: Person) -> Record:
    return {
        **delegate_record(session, person),
        "delegation_name": _name(session, person.delegation),
        "groups": list(statistics.groups_of(session, person)),
    }


def _name(session: Session, delegation: DelegationId) -> str:
    found = session.delegations.get(delegation)
    return found.name_en if found else ""


def _speaker(session: Session, request: Record, now_ms: int) -> Record:
    mine = [i for i in session.interventions.values() if i.request == request["id"]]
    delegate = request["delegate"]
    person = session.person(DelegateId(delegate) if isinstance(delegate, int) else None)
    spoken_ms = sum(intervention.spoken_ms(now_ms) for intervention in mine)
    counted: Record = {"speeches": len(mine), "spoken_seconds": spoken_ms / 1000}
    return {**_described(session, person), **request, **counted}
