"""What is written about the file and its events is true."""

import hashlib
import json
import re
import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import get_type_hints

from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.list_positions import OrderEntry
from ipu_session.domain.model.passages import Passage
from ipu_session.domain.model.report_versions import CorrectionRequest
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Contribution, Delegation, Details, Person, Presence
from ipu_session.store.files.lock import lock_path
from ipu_session.store.files.migrations import APPLICATION_ID, MIGRATION_STEPS
from ipu_session.store.files.validation import expected_tables
from ipu_session.store.journal.event_codec import KINDS
from ipu_session.store.journal.jsonl import dump_lines, parse_lines
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.journal.upcasting import LATER_FIELDS
from tests.store.files import a_file

DOCS = Path(__file__).parents[2] / "docs"
EVENTS = (DOCS / "events.md").read_text(encoding="utf-8")
FILE_FORMAT = (DOCS / "file-format.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", EVENTS, re.MULTILINE | re.DOTALL))
VALUES = (
    Details,
    Rules,
    Delegation,
    Person,
    TimeAccount,
    OrderEntry,
    Presence,
    Contribution,
    CorrectionRequest,
    Passage,
)
EXAMPLES = re.findall(r"^```json\n(.*?)\n```$", EVENTS, re.MULTILINE)


def test_every_kind_of_event_is_described_and_no_other() -> None:
    values = {cls.__name__ for cls in VALUES}
    assert SECTIONS.keys() == KINDS.keys() | values


def test_the_fields_of_each_are_described_in_their_order() -> None:
    described = {name: re.findall(r"^- `(\w+)`: .", text, re.MULTILINE) for name, text in SECTIONS.items()}
    for name, cls in {**KINDS, **{value.__name__: value for value in VALUES}}.items():
        assert described[name] == list(cls.__struct_fields__)


def test_each_kind_has_an_example_under_its_name_that_is_read_and_written_alike() -> None:
    assert [json.loads(line)["kind"] for line in EXAMPLES] == [name for name in SECTIONS if name in KINDS]
    for line in EXAMPLES:
        # Each example stands for itself: read as the first line of a journal.
        first = json.dumps(json.loads(line) | {"version": 1, "act": 1}, separators=(",", ":"))
        assert list(dump_lines(parse_lines([first], "events.md"))) == [first]


def test_the_fields_that_came_after_the_first_release_are_marked() -> None:
    for name, cls in {**KINDS, **{value.__name__: value for value in VALUES}}.items():
        marked = set(re.findall(r"^- `(\w+)`: .*\*\(later\)\*", SECTIONS[name], re.MULTILINE))
        assert marked == LATER_FIELDS.get(cls, frozenset()), name


def test_the_values_described_are_those_of_the_enumeration() -> None:
    described = 0
    for name, cls in {**KINDS, **{value.__name__: value for value in VALUES}}.items():
        lines = dict(re.findall(r"^- `(\w+)`: (.*)", SECTIONS[name], re.MULTILINE))
        for field, hint in get_type_hints(cls).items():
            if isinstance(hint, type) and issubclass(hint, StrEnum):
                values = set(re.findall(r"`([\w-]+)`", lines[field])) - {hint.__name__}
                assert values <= set(hint), f"{name}.{field}"
                described += len(values)
    assert described > 30


def test_the_tables_are_described() -> None:
    for name, columns in expected_tables(len(MIGRATION_STEPS)).items():
        assert f"`{name}`" in FILE_FORMAT
        assert all(f"`{column}`" in FILE_FORMAT for column in columns)
    assert f"0x{APPLICATION_ID:X}" in FILE_FORMAT
    assert f"number of steps taken: {len(MIGRATION_STEPS)}." in FILE_FORMAT


def test_the_hash_is_the_one_described(tmp_path: Path) -> None:
    database = sqlite3.connect(a_file(tmp_path / "d.ipusession"))
    before = ""
    for *values, previous, said in database.execute("select * from journal order by version"):
        assert previous == before
        text = "\n".join(str(value) for value in (previous, *values))
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == said
        before = said
    database.close()


def test_the_lock_says_what_is_described(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    journal = open_journal(path)
    says = lock_path(path).read_text()
    journal.close()
    assert lock_path(path).name == "d.ipusession.lock"
    assert all(f'"{key}"' in says and f"`{key}`" in FILE_FORMAT for key in ("program", "pid", "host"))
