"""The schema of the events is what the types say, and every example follows it."""

import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # jsonschema 4.26 ships no types
import pytest

from ipu_session.store.journal.event_codec import KINDS
from tools.event_schema import SCHEMA_FILE, schema_text

DOCS = Path(__file__).parents[2] / "docs"
LINES = re.findall(r"^```json\n(.*?)\n```$", (DOCS / "events.md").read_text("utf-8"), re.MULTILINE)
FILES = sorted((Path(__file__).parents[1] / "files").glob("format-*.jsonl"))
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA_FILE.read_text("utf-8")))


def test_the_published_schema_is_generated_from_the_types() -> None:
    assert SCHEMA_FILE.read_text("utf-8") == schema_text()


def test_an_example_of_every_kind_follows_the_schema() -> None:
    assert {json.loads(line)["kind"] for line in LINES} == set(KINDS)
    assert [error.message for line in LINES for error in VALIDATOR.iter_errors(json.loads(line))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_journal_of_every_format_follows_the_schema(path: Path) -> None:
    lines = path.read_text("ascii").splitlines()
    assert lines
    assert all(VALIDATOR.is_valid(json.loads(line)) for line in lines)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "ListTeleported"},
        {"data": {}},
        {"data": {"remaining": "3"}},
        {"data": {"remaining": 3, "more": 1}},
        {"version": 0},
        {"at": "yesterday"},
    ],
)
def test_the_schema_refuses_what_the_program_refuses(changed: dict[str, object]) -> None:
    line = {"version": 1, "at": "2022-03-22T01:00:00.000Z", "act": 1, "kind": "ListClosed", "data": {"remaining": 3}}
    assert VALIDATOR.is_valid(line)
    assert not VALIDATOR.is_valid({**line, **changed})
