"""The session as tables, one for each type of entity; `log_tables` has details, sittings and changes.

Column names are those of the JSON export in every language, because programs and formulas rely on them.
"""

from collections.abc import Sequence

from msgspec import Struct

from ipu_session.domain.model.ids import DelegateId, DelegationId
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.queries import parties, statistics
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


class DataTable(Struct, frozen=True):
    """Column names and rows; each value is a string, a number, a boolean or None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def table_from_records(columns: Sequence[str], records: Sequence[Record]) -> DataTable:
    """Return records as a table; lists are joined to strings."""
    return DataTable(tuple(columns), tuple(tuple(_flatten(record[key]) for key in columns) for record in records))


def speakers_table(session: Session, now_ms: int) -> DataTable:
    """Return one row for each request, whatever its state."""
    return table_from_records(
        _SPEAKER_COLUMNS, [_speaker_record(session, record, now_ms) for record in request_records(session)]
    )


def interventions_table(session: Session, now_ms: int) -> DataTable:
    """Return one row for each intervention, with its speaker and its time account."""
    rows: list[Record] = []
    for record in intervention_records(session, now_ms):
        delegate = record["delegate"]
        person = session.person(DelegateId(delegate) if isinstance(delegate, int) else None)
        rows.append({**_person_fields(session, person), **record})
    return table_from_records(_INTERVENTION_COLUMNS, rows)


def notes_table(session: Session, now_ms: int) -> DataTable:
    """Return one row for each note, with the name of its speaker and the delegation that said or wrote it."""
    rows: list[Record] = []
    for record, note in zip(note_records(session), statistics.notes_in_order(session), strict=True):
        spoken = None if note.intervention is None else session.interventions.get(note.intervention)
        person = session.person(spoken.delegate) if spoken else Person()
        delegation = parties.party_of_note(session, note).delegation
        author: Record = {"speaker": person.titled_name, "delegation_name": _delegation_name(session, delegation)}
        rows.append({**record, **author})
    return table_from_records(_NOTE_COLUMNS, rows)


def themes_table(session: Session, now_ms: int) -> DataTable:
    """Return one row for each theme."""
    return table_from_records(_THEME_COLUMNS, [theme_record(session, theme) for theme in session.themes])


def synthesis_table(session: Session, now_ms: int) -> DataTable:
    """Return one row for each passage of the synthesis, then the elements for the resolution."""
    return table_from_records(_SYNTHESIS_COLUMNS, passage_records(session))


def contributions_table(session: Session, now_ms: int) -> DataTable:
    """Return one row for each written contribution."""
    rows: list[Record] = []
    for record in contribution_records(session):
        delegation = DelegationId(str(record["delegation"]))
        rows.append({**record, "delegation_name": _delegation_name(session, delegation)})
    return table_from_records(_CONTRIBUTION_COLUMNS, rows)


_PERSON_COLUMNS = (
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
_SPEAKER_COLUMNS = (
    "id",
    "position",
    "state",
    "kind",
    *_PERSON_COLUMNS,
    "counts_as_young",
    "made",
    "absences",
    "reserve",
    "theme_numbers",
    "speeches",
    "spoken_seconds",
)
_INTERVENTION_COLUMNS = (
    "id",
    "kind",
    "started",
    "ended",
    *_PERSON_COLUMNS,
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
_NOTE_COLUMNS = (
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
_SYNTHESIS_COLUMNS = ("id", "theme_number", "section", "text", "notes", "supporters")
_THEME_COLUMNS = ("id", "number", "title", "source", "synthesis")
_CONTRIBUTION_COLUMNS = (
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


def _flatten(value: Value) -> Value:
    return ", ".join(str(part) for part in value) if isinstance(value, list) else value


def _person_fields(session: Session, person: Person) -> Record:
    return {
        **delegate_record(session, person),
        "delegation_name": _delegation_name(session, person.delegation),
        "groups": list(parties.groups_of(session, person)),
    }


def _delegation_name(session: Session, delegation: DelegationId) -> str:
    match = session.delegations.get(delegation)
    return match.name_en if match else ""


def _speaker_record(session: Session, request: Record, now_ms: int) -> Record:
    interventions = [each for each in session.interventions.values() if each.request == request["id"]]
    delegate = request["delegate"]
    person = session.person(DelegateId(delegate) if isinstance(delegate, int) else None)
    spoken_ms = sum(intervention.spoken_ms(now_ms) for intervention in interventions)
    counted: Record = {"speeches": len(interventions), "spoken_seconds": spoken_ms / 1000}
    return {**_person_fields(session, person), **request, **counted}
