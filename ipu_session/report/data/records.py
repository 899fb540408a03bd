"""The session as plain records, one for each entity, with every recorded field.

Times are ISO 8601 in UTC to the millisecond, durations are seconds to the millisecond, themes are given by id and by
number. Restricted data is not omitted here: `data.export` redacts the session first, unless the user asks for the
restricted export. The fields are specified in
`resources/record.schema.json` (decision 0022).
"""

from datetime import UTC, datetime, timedelta

from msgspec.structs import asdict

from ipu_session.domain.model.ids import RequestId, ThemeId
from ipu_session.domain.model.intervention import Correction, Intervention, TimeAccount
from ipu_session.domain.model.list_positions import LotDrawing
from ipu_session.domain.model.motions import Motion
from ipu_session.domain.model.passages import passages_of_theme
from ipu_session.domain.model.session import Contribution, Delegation, Note, Person, Request, Session, Sitting, Theme
from ipu_session.domain.model.timing_gaps import TimingGap
from ipu_session.domain.queries import ages, statistics
from ipu_session.domain.queries.contribution_limits import contributions_by_date

Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | None
Record = dict[str, Value]

FORMAT_URN = "urn:ipu-session:record:1"
"""Schema of the records; removing a field or changing its meaning requires a new URN."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def session_records(session: Session, now_ms: int) -> dict[str, str | Record | list[Record]]:
    """Return the records of all entities by type, and their URN; running clocks are read at ``now_ms``."""
    return {
        "format": FORMAT_URN,
        "session": session_record(session, now_ms),
        "themes": [theme_record(session, theme) for theme in session.themes],
        "delegations": [
            _delegation_record(each)
            for each in sorted(session.delegations.values(), key=lambda each: (each.name_en, each.id))
        ],
        "delegates": [
            {"id": each.id, **delegate_record(session, each.person)}
            for each in sorted(session.delegates.values(), key=lambda each: each.id)
        ],
        "requests": request_records(session),
        "interventions": intervention_records(session, now_ms),
        "struck": [
            _intervention_record(session, deleted, now_ms) for deleted in session.deleted_interventions.values()
        ],
        "notes": note_records(session),
        "synthesis": passage_records(session),
        "contributions": contribution_records(session),
    }


def iso_utc(utc_ms: int | None) -> str | None:
    """Return a moment as ISO 8601 in UTC to the millisecond; None for None."""
    if utc_ms is None:
        return None
    moment = _EPOCH + timedelta(milliseconds=utc_ms)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def to_seconds(duration_ms: int) -> float:
    """Return a duration in seconds, to the millisecond."""
    return duration_ms / 1000


def session_record(session: Session, now_ms: int) -> Record:
    """Return the details of the session: masthead, rules, limits, sittings, list changes, order."""
    rules = asdict(session.rules)
    details = asdict(session.details)
    details["co_rapporteurs"] = list(session.details.co_rapporteurs)
    details["earlier_resolutions"] = list(session.details.earlier_resolutions)
    return {
        **details,
        "version": session.version,
        "exported": iso_utc(now_ms),
        "closed": session.is_closed,
        "rules": {_seconds_key(key): _seconds_value(key, value) for key, value in rules.items()},
        "limits": [
            {"at": iso_utc(limit.at_ms), "delegate_seconds": to_seconds(limit.delegate_ms)} for limit in session.limits
        ],
        "list_closed": session.is_list_closed,
        "list_changes": [
            {"at": iso_utc(change.at_ms), "closed": change.closed, "remaining": change.remaining}
            for change in session.list_changes
        ],
        "sittings": [_sitting_record(sitting) for sitting in session.sittings],
        "speaking": session.speaking,
        "held": list(session.held),
        "waiting": list(session.queue),
        "closing_announced": iso_utc(session.closing_announced_ms),
        "present": dict(asdict(session.presence)),
        "motions": [_motion_record(motion) for motion in session.motions],
        "drawings": [_drawing_record(drawing) for drawing in session.drawings],
        "gaps": [_interruption_record(gap) for gap in session.gaps],
        "final_versions": [
            {"number": final.number, "at": iso_utc(final.at_ms), "version": final.version}
            for final in session.final_versions
        ],
        "corrections_received": [
            dict(asdict(entry)) for entry in sorted(session.correction_requests.values(), key=lambda entry: entry.id)
        ],
    }


def request_records(session: Session) -> list[Record]:
    """Return the requests; waiting ones have a ``position``, counted from 1."""
    positions = {request: position for position, request in enumerate(session.queue, 1)}
    ordered = sorted(session.requests.values(), key=lambda request: request.id)
    return [_request_record(session, request, positions) for request in ordered]


def intervention_records(session: Session, now_ms: int) -> list[Record]:
    """Return the interventions of every kind, ordered by start time."""
    ordered = sorted(session.interventions.values(), key=lambda each: (each.started_ms, each.id))
    return [_intervention_record(session, intervention, now_ms) for intervention in ordered]


def note_records(session: Session) -> list[Record]:
    """Return the notes by the time at which they were taken."""
    return [_note_record(session, note) for note in statistics.notes_in_order(session)]


def contribution_records(session: Session) -> list[Record]:
    """Return the written contributions by date."""
    return [_contribution_record(session, contribution) for contribution in contributions_by_date(session)]


def theme_record(session: Session, theme: Theme) -> Record:
    """Return a theme with the text of its synthesis."""
    return {
        "id": theme.id,
        "number": theme.number,
        "title": theme.title,
        "source": theme.source,
        "synthesis": "\n\n".join(passage.text for passage in passages_of_theme(session.passages, theme.id)),
    }


def passage_records(session: Session) -> list[Record]:
    """Return the synthesis by theme, then the elements for the resolution."""
    numbers = {theme.id: theme.number for theme in session.themes}
    return [
        {
            "id": passage.id,
            "theme": theme,
            "theme_number": None if theme is None else numbers[theme],
            "section": passage.section.value,
            "text": passage.text,
            "notes": list(passage.notes),
            "supporters": list(passage.supporters),
        }
        for theme in (*numbers, None)
        for passage in passages_of_theme(session.passages, theme)
    ]


def delegate_record(session: Session, person: Person) -> Record:
    """Return the recorded data of a person, and whether the person counts as young on the day of the session."""
    day = ages.session_day(session)
    return {
        "delegation": person.delegation,
        "organization": person.organization,
        "name": person.name,
        "title": person.title,
        "gender": person.gender.value,
        "function": person.function,
        "category": person.category.value,
        "young": person.young,
        "born": person.born,
        "counts_as_young": ages.is_young(person, session.rules.young_under, day),
        "language": person.language,
    }


def _seconds_key(key: str) -> str:
    return f"{key.removesuffix('_ms')}_seconds" if key.endswith("_ms") else key


def _seconds_value(key: str, value: Value) -> Value:
    return to_seconds(value) if key.endswith("_ms") and isinstance(value, int) else value


def _sitting_record(sitting: Sitting) -> Record:
    return {
        "id": sitting.id,
        "opened": iso_utc(sitting.opened_ms),
        "closed": iso_utc(sitting.closed_ms),
        "offset_minutes": sitting.offset_min,
        "suspensions": [
            {"from": iso_utc(s.from_ms), "to": iso_utc(s.to_ms), "reason": s.reason} for s in sitting.suspensions
        ],
    }


def _motion_record(motion: Motion) -> Record:
    return {
        "id": motion.id,
        "moved": iso_utc(motion.moved_ms),
        "kind": motion.kind.value,
        "subject": motion.subject,
        "decision": motion.decision.value,
        "decided": iso_utc(motion.decided_ms),
    }


def _drawing_record(drawing: LotDrawing) -> Record:
    return {
        "at": iso_utc(drawing.at_ms),
        "seed": drawing.seed,
        "before": list(drawing.before),
        "order": list(drawing.order),
        "cap": drawing.cap,
    }


def _interruption_record(gap: TimingGap) -> Record:
    return {
        "id": gap.id,
        "cause": gap.cause.value,
        "from": iso_utc(gap.from_ms),
        "to": iso_utc(gap.to_ms),
        "intervention": gap.intervention,
        "spoken_seconds": to_seconds(gap.spoken_ms),
        "otherwise_seconds": to_seconds(gap.other_ms),
        "counted": gap.counted,
    }


def _delegation_record(delegation: Delegation) -> Record:
    return {
        "id": delegation.id,
        "category": delegation.category.value,
        "name_en": delegation.name_en,
        "name_fr": delegation.name_fr,
        "name_es": delegation.name_es,
        "name_ar": delegation.name_ar,
        "iso2": delegation.iso2,
        "iso3": delegation.iso3,
        "groups": list(delegation.groups),
        "group_basis": delegation.group_basis,
    }


def _request_record(session: Session, request: Request, places: dict[RequestId, int]) -> Record:
    return {
        "id": request.id,
        "delegate": request.delegate,
        "kind": request.kind.value,
        "state": request.state.value,
        "position": places.get(request.id),
        "made": iso_utc(request.made_ms),
        "absences": request.absences,
        "reserve": request.reserve,
        "stands_by": request.position_reason.cause.value,
        "stands_since": iso_utc(request.position_reason.at_ms),
        **_theme_fields(session, request.themes),
    }


def _intervention_record(session: Session, intervention: Intervention, now_ms: int) -> Record:
    person, stopwatch = session.person(intervention.delegate), intervention.stopwatch
    return {
        "id": intervention.id,
        "delegate": intervention.delegate,
        "request": intervention.request,
        "kind": intervention.kind.value,
        "sitting": intervention.sitting,
        "started": iso_utc(intervention.started_ms),
        "ended": iso_utc(intervention.ended_ms),
        "phase": stopwatch.phase.value,
        "allotted_seconds": to_seconds(intervention.allotted_ms),
        "granted_seconds": to_seconds(intervention.granted_ms),
        "spoken_seconds": to_seconds(intervention.spoken_ms(now_ms)),
        "paused_seconds": to_seconds(stopwatch.total_paused_ms(now_ms)),
        "held_seconds": to_seconds(stopwatch.total_held_ms(now_ms)),
        "overtime_seconds": to_seconds(intervention.overtime_ms(now_ms)),
        "ruling": intervention.ruling.value,
        "interrupts": intervention.interrupts,
        "on_paper": intervention.on_paper,
        "corrections": len(intervention.corrections),
        "corrected": [_correction_record(each) for each in intervention.corrections],
        "delegation": person.delegation,
        "speaker": person.titled_name,
    }


def _correction_record(correction: Correction) -> Record:
    return {
        "at": iso_utc(correction.at_ms),
        "before": _corrected_fields(correction.before),
        "after": _corrected_fields(correction.after),
    }


def _corrected_fields(value: TimeAccount | int | None) -> Record:
    """Return a side of a correction: the times of a time account, or the delegate."""
    if not isinstance(value, TimeAccount):
        return {"delegate": value}
    return {
        "started": iso_utc(value.started_ms),
        "allotted_seconds": to_seconds(value.allotted_ms),
        "granted_seconds": to_seconds(value.granted_ms),
        "spoken_seconds": to_seconds(value.spoken_ms),
        "paused_seconds": to_seconds(value.paused_ms),
    }


def _note_record(session: Session, note: Note) -> Record:
    return {
        "id": note.id,
        "text": note.text,
        "kind": note.kind.value,
        "taken": iso_utc(note.taken_ms),
        "intervention": note.intervention,
        "second": None if note.second_ms is None else to_seconds(note.second_ms),
        "restricted": note.restricted,
        "contribution": note.contribution,
        **_theme_fields(session, note.themes),
    }


def _contribution_record(session: Session, contribution: Contribution) -> Record:
    return {
        "id": contribution.id,
        "delegation": contribution.delegation,
        "received": contribution.received,
        "pages": contribution.pages,
        "language": contribution.language,
        "title": contribution.title,
        "words": contribution.words,
        "file": contribution.file,
        "sha256": contribution.digest,
        "text": contribution.text,
        **_theme_fields(session, contribution.themes),
    }


def _theme_fields(session: Session, ids: tuple[ThemeId, ...]) -> Record:
    numbers = {theme.id: theme.number for theme in session.themes}
    return {"themes": list(ids), "theme_numbers": [numbers[t] for t in ids if t in numbers]}
