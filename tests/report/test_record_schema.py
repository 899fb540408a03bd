"""The published schema of the JSON export: every session follows it, and it knows every field."""

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema 4.26 ships no types
import pytest
from hypothesis import settings

from ipu_session.app.demo.example import write_example
from ipu_session.domain.history import History
from ipu_session.domain.model import intervention, list_positions, motions, passages, report_versions, rules
from ipu_session.domain.model import session as state
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.report.data.records import session_records
from tests.report.sessions import MINUTE, OPENED_MS, empty_session, made_session
from tests.service.test_consistency import AnySession
from tests.store.files import rows_of

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "record.schema.json"


def closed(schema: Any) -> Any:
    """The schema without room for fields that it does not describe."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: closed(value) for key, value in schema.items()}
    return {**strict, "additionalProperties": False} if "properties" in schema else strict


SCHEMA = json.loads(PUBLISHED.read_text("utf-8"))
VALID = jsonschema.Draft202012Validator(closed(SCHEMA))


def faults(told: Mapping[str, object]) -> list[str]:
    """What does not follow the schema in a record, once it is JSON."""
    return [error.json_path for error in VALID.iter_errors(json.loads(json.dumps(told)))]


def test_it_is_a_schema_and_the_one_that_is_shipped() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert PUBLISHED.read_bytes() == (ROOT / "resources" / "record.schema.json").read_bytes()


@pytest.mark.parametrize("session", [empty_session(), made_session(20), made_session(3, closed=False)])
def test_made_sessions_follow_it(session: state.Session) -> None:
    assert faults(session_records(session, OPENED_MS + 200 * MINUTE)) == []


def test_the_example_follows_it(tmp_path: Path) -> None:
    path = tmp_path / "example.ipusession"
    write_example(path)
    session = History(rows_of(path)).state
    assert faults(session_records(session, OPENED_MS + 500 * MINUTE)) == []


@pytest.mark.parametrize(
    ("spoilt", "value"),
    [("kind", "sermon"), ("started", "2022-03-21 01:09"), ("spoken_seconds", "127"), ("id", None), ("mood", 1)],
)
def test_what_does_not_follow_it_is_found(spoilt: str, value: str | int | None) -> None:
    told: dict[str, Any] = session_records(made_session(2), OPENED_MS)
    assert faults(told) == []
    told["interventions"][0][spoilt] = value
    assert len(faults(told)) == 1


def listed(found: object) -> Iterator[frozenset[str]]:
    """Every list of values in the schema."""
    if isinstance(found, dict):
        if "enum" in found:
            yield frozenset(found["enum"])
        found = list(found.values())
    if isinstance(found, list):
        for part in found:
            yield from listed(part)


@pytest.mark.parametrize(
    "values",
    [
        rules.Category,
        rules.Kind,
        intervention.Ruling,
        motions.MotionDecision,
        motions.MotionKind,
        list_positions.MoveCause,
        state.Gender,
        state.NoteKind,
        state.RequestState,
        report_versions.CorrectionOutcome,
        passages.SynthesisSection,
        TimingGapCause,
        Phase,
    ],
)
def test_it_knows_every_value(values: type[StrEnum]) -> None:
    assert frozenset(each.value for each in values) in set(listed(SCHEMA))


class AnyRecord(AnySession):
    def teardown(self) -> None:
        told = session_records(self.service.session, self.service.now().utc_ms)
        assert faults(told) == []
        super().teardown()


TestAnyRecord = AnyRecord.TestCase
TestAnyRecord.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
