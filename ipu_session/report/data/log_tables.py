"""Tables of session details, sittings, and recorded changes."""

from collections.abc import Iterator

from ipu_session.domain.model.session import Session
from ipu_session.report.data.records import Record, Value, iso_utc, session_record, to_seconds
from ipu_session.report.data.records import intervention_records as interventions
from ipu_session.report.data.tables import DataTable, table_from_records

_SITTING_COLUMNS = ("id", "number", "what", "from", "to", "offset_minutes", "reason")
_CHANGE_COLUMNS = ("at", "what", "id", "field", "before", "after", "remark")
_NESTED_RECORDS = ("rules", "present")
"""Nested records whose fields become rows of their own."""


def session_table(session: Session, now_ms: int) -> DataTable:
    """Return a row for each value of the session's details; lists of records, such as sittings, are not in it."""
    rows: list[Record] = []
    for key, value in session_record(session, now_ms).items():
        if isinstance(value, dict) and key in _NESTED_RECORDS:
            rows += [{"field": f"{key}.{inner}", "value": each} for inner, each in value.items()]
        elif isinstance(value, list) and all(isinstance(part, str) for part in value):
            rows += [{"field": key, "value": part} for part in value]
        elif not isinstance(value, (list, dict)):
            rows.append({"field": key, "value": value})
    return table_from_records(("field", "value"), rows)


def sittings_table(session: Session, now_ms: int) -> DataTable:
    """Return one row for each sitting, followed by one for each of its suspensions."""
    rows: list[Record] = []
    for number, sitting in enumerate(session.sittings, start=1):
        common: Record = {"id": sitting.id, "number": number, "offset_minutes": sitting.offset_min}
        stretch = _period_fields("sitting", sitting.opened_ms, sitting.closed_ms, "")
        rows.append({**common, **stretch})
        for each in sitting.suspensions:
            rows.append({**common, **_period_fields("suspension", each.from_ms, each.to_ms, each.reason)})
    return table_from_records(_SITTING_COLUMNS, rows)


def changes_table(session: Session, now_ms: int) -> DataTable:
    """Return, by time: new time limits, closing of the list, motions, lots, corrections, deletions and timing gaps."""
    rows = [
        *_limit_rows(session),
        *_list_rows(session),
        *_motion_rows(session),
        *_lots_rows(session),
        *_correction_rows(session, now_ms),
        *_interruption_rows(session),
    ]
    return table_from_records(_CHANGE_COLUMNS, sorted(rows, key=lambda row: str(row["at"])))


def _period_fields(what: str, from_ms: int, to_ms: int | None, reason: str) -> Record:
    return {"what": what, "from": iso_utc(from_ms), "to": iso_utc(to_ms), "reason": reason}


def _change_row(at_ms: int | None, what: str, field: str, after: Value, **more: Value) -> Record:
    blank: Record = {"id": None, "before": None, "remark": ""}
    return {"at": iso_utc(at_ms), "what": what, "field": field, "after": after, **blank, **more}


def _limit_rows(session: Session) -> Iterator[Record]:
    before = None
    for limit in session.limits:
        after = to_seconds(limit.delegate_ms)
        yield _change_row(limit.at_ms, "limit", "delegate_seconds", after, before=before)
        before = after


def _list_rows(session: Session) -> Iterator[Record]:
    for change in session.list_changes:
        what = "list-closed" if change.closed else "list-reopened"
        yield _change_row(change.at_ms, what, "remaining", change.remaining)


def _motion_rows(session: Session) -> Iterator[Record]:
    for each in session.motions:
        kind, decision = each.kind.value, each.decision.value
        yield _change_row(each.moved_ms, "motion", kind, decision, id=each.id, remark=each.subject)


def _lots_rows(session: Session) -> Iterator[Record]:
    for drawing in session.drawings:
        order = ", ".join(str(request) for request in drawing.order)
        yield _change_row(drawing.at_ms, "lots", "seed", drawing.seed, remark=order)


def _correction_rows(session: Session, now_ms: int) -> Iterator[Record]:
    """Yield a row for each corrected field and each deleted intervention (``struck``)."""
    for record in interventions(session, now_ms):
        for each in _records_in(record["corrected"]):
            before, after = each["before"], each["after"]
            if not isinstance(before, dict) or not isinstance(after, dict):
                continue
            for field in sorted({*before, *after}):
                if before.get(field) != after.get(field):
                    both: Record = {"before": before.get(field), "after": after.get(field)}
                    yield {**_change_row(None, "correction", field, None), "at": each["at"], "id": record["id"], **both}
    for deleted in session.deleted_interventions.values():
        spoken = to_seconds(deleted.spoken_ms(now_ms))
        yield _change_row(deleted.started_ms, "struck", "spoken_seconds", None, id=deleted.id, before=spoken)


def _interruption_rows(session: Session) -> Iterator[Record]:
    for gap in session.gaps:
        counted = "" if gap.counted is None else "counted" if gap.counted else "left-out"
        before, after = to_seconds(gap.other_ms), to_seconds(gap.spoken_ms)
        yield {
            **_change_row(gap.from_ms, "gap", "spoken_seconds", after, before=before),
            "id": gap.id,
            "remark": ", ".join(part for part in (gap.cause.value, counted) if part),
        }


def _records_in(value: Value) -> Iterator[Record]:
    if isinstance(value, list):
        yield from (part for part in value if isinstance(part, dict))
