"""Events to JSON and back, every kind, whatever the texts hold."""

import json
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from ipu_session.domain import events as e
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.ids import DelegateId, InterventionId, NoteId, RequestId
from ipu_session.domain.model.intervention import GrantReason
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Details, NoteKind, Presence
from ipu_session.store.errors import StoreError
from ipu_session.store.journal.event_codec import KINDS, UnknownKindError, decode, decode_row, encode, row_payload
from ipu_session.store.journal.jsonl import dump_lines, format_iso_ms, parse_lines
from ipu_session.store.journal.upcasting import LATER_FIELDS
from tests.store.files import a_file, rows_of

FILES = Path(__file__).parents[1] / "files"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(int, st.integers(-(2**53), 2**53))
EVENTS = st.one_of([st.from_type(kind) for kind in get_args(e.Event)])


@given(EVENTS)
def test_every_event_comes_back_as_it_was(event: e.Event) -> None:
    kind, payload = encode(event)
    assert payload.isascii()
    assert decode(kind, payload) == event


@given(st.lists(EVENTS, max_size=5), st.integers(0, 4_000_000_000_000))
def test_lines_come_back_as_they_were(events: list[e.Event], at_ms: int) -> None:
    rows = [JournalRow(n, at_ms + n, n, event) for n, event in enumerate(events, start=1)]
    lines = list(dump_lines(rows))
    assert all(line.isascii() and "\n" not in line for line in lines)
    assert list(parse_lines(lines, "x")) == rows
    assert list(dump_lines(parse_lines(lines, "x"))) == lines


def test_every_kind_that_was_ever_written_is_there_and_no_other() -> None:
    """The kinds are on disk: a class may be renamed, its kind may not. A new event adds a line."""
    assert sorted(KINDS) == (FILES / "event-kinds.txt").read_text("utf-8").split()
    assert all(issubclass(kind, Struct) for kind in KINDS.values())
    assert {kind.event_kind: kind for kind in get_args(e.Event)} == KINDS


def test_the_fields_stand_in_the_order_of_the_event() -> None:
    _, payload = encode(e.FloorGiven(InterventionId(7), RequestId(3), DelegateId(2), Kind.SPEECH, 180_000, None))
    assert list(json.loads(payload)) == list(e.FloorGiven.__struct_fields__)
    assert payload == (
        '{"intervention":7,"request":3,"delegate":2,"kind":"speech","allotted_ms":180000,"interrupts":null}'
    )


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("ListReopened", "[]"),
        ("ListReopened", "nonsense"),
        ("ListReopened", '{"more":1}'),
        ("ListClosed", "{}"),
        ("ListClosed", '{"remaining":"3"}'),
        ("ListClosed", '{"remaining":true}'),
        ("ListClosed", '{"remaining":1.0}'),
        ("ThemesOrdered", '{"order":3}'),
        ("PointOfOrderRuled", '{"intervention":1,"ruling":"perhaps"}'),
        ("DelegationChanged", '{"delegation":null}'),
        ("ListClosed", "[" * 100_000),
    ],
)
def test_what_is_no_event_of_ours_is_refused(kind: str, payload: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(kind, payload)


def test_an_event_of_a_newer_program_is_told_apart() -> None:
    with pytest.raises(UnknownKindError):
        decode("FloorTeleported", "{}")


GOOD = '{"version":1,"at":"2022-03-22T01:00:00.000Z","act":1,"kind":"ListReopened","data":{}}'


@pytest.mark.parametrize(
    ("lines", "trouble", "place"),
    [
        (["{"], "bad-line", "line 1"),
        (["[]"], "bad-line", "line 1"),
        ([GOOD, GOOD], "bad-line", "line 2"),
        ([GOOD, "", GOOD.replace('"version":1', '"version":3')], "bad-line", "line 3"),
        ([GOOD.replace("01:00", "25:00")], "bad-line", "line 1"),
        ([GOOD.replace(".000Z", "Z")], "bad-line", "line 1"),
        ([GOOD.replace("ListReopened", "ListTeleported")], "newer-line", "line 1"),
        ([GOOD.replace('"act":1', '"act":2')], "bad-line", "line 1"),
        ([GOOD.replace('"data":{}', '"data":{},"more":1')], "bad-line", "line 1"),
        ([GOOD.replace('"act":1', '"act":' + "9" * 5000)], "bad-line", "line 1"),
    ],
)
def test_a_line_that_is_none_is_named(lines: list[str], trouble: str, place: str) -> None:
    with pytest.raises(StoreError) as refused:
        list(parse_lines(lines, "x.jsonl"))
    error = refused.value
    assert (error.code.value, error.path, error.location) == (trouble, "x.jsonl", place)


def test_a_whole_session_comes_back_from_its_lines(tmp_path: Path) -> None:
    rows = rows_of(a_file(tmp_path / "d.ipusession"))
    assert list(parse_lines(dump_lines(rows), "x")) == rows


def test_moments_are_written_in_utc_with_milliseconds() -> None:
    assert format_iso_ms(1_647_910_800_007) == "2022-03-22T01:00:00.007Z"
    assert format_iso_ms(0) == "1970-01-01T00:00:00.000Z"
    assert sys.float_info.dig >= 15


def test_what_the_first_release_did_not_know_is_left_out_while_it_stands_at_its_default() -> None:
    old = '{"intervention":7,"granted_ms":30000}'
    granted = decode("TimeGranted", old)
    assert granted == e.TimeGranted(InterventionId(7), 30_000)
    assert encode(granted) == ("TimeGranted", old)
    newer = e.TimeGranted(InterventionId(7), 30_000, GrantReason.YOUNG)
    assert encode(newer) == ("TimeGranted", old[:-1] + ',"reason":"young"}')
    assert decode(*encode(newer)) == newer


def test_every_later_field_has_a_default() -> None:
    for cls, later in LATER_FIELDS.items():
        defaults = {field.name: field.default for field in fields(cls)}
        assert later <= set(defaults), cls
        assert all(defaults[field] is not NODEFAULT for field in later), cls


def test_details_of_the_first_release_know_no_earlier_resolutions_and_newer_ones_come_back() -> None:
    kind, old = encode(e.DetailsChanged(Details(title="Water")))
    assert "earlier_resolutions" not in old
    assert decode(kind, old) == e.DetailsChanged(Details(title="Water"))
    newer = e.DetailsChanged(Details(earlier_resolutions=("Water for all (2018)",)))
    assert decode(*encode(newer)) == newer


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        (
            e.NoteSplit(NoteId(4), "é نص 🗳", NoteId(9), '"quoted": \\ and\nlines'),
            '{"note":4,"text":"\\u00e9 \\u0646\\u0635 \\ud83d\\uddf3","new":9,"rest":"\\"quoted\\": \\\\ and\\nlines"}',
        ),
        (e.LotsDrawn(2**40, (RequestId(3), RequestId(1)), (RequestId(1), RequestId(3)), 0), None),
        (e.NoteTaken(NoteId(7), "", NoteKind.POINT, (), None, None), None),
        (e.PresenceCounted(Presence(120, 41, 18)), '{"presence":{"delegates":120,"women":41,"young":18}}'),
    ],
)
def test_what_is_written_is_ascii_json_in_the_order_of_the_fields(event: e.Event, payload: str | None) -> None:
    kind, written = encode(event)
    assert written == json.dumps(json.loads(written), separators=(",", ":"))
    assert payload in {None, written}
    assert decode(kind, written) == event


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("ListClosed", '{"remaining":3,"remaining":3}'),
        ("NoteTaken", '{"note":7,"text":"","note_kind":"point","themes":[],"intervention":null,"intervention":null}'),
        ("TimeGranted", '{"intervention":7,"granted_ms":1,"granted_ms":1}'),
        ("PresenceCounted", '{"presence":{"delegates":1,"women":1,"women":1,"young":0}}'),
        ("PresenceCounted", '{"presence":{"delegates":1,"women":1}}'),
        ("PresenceCounted", '{"presence":{"delegates":1,"women":1,"young":0,"more":0}}'),
    ],
)
def test_a_field_twice_missing_or_unknown_is_refused(kind: str, payload: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(kind, payload)


@pytest.mark.parametrize("escape", [r"\ud800", r"\udc00", r"\uD83D"])
def test_half_a_surrogate_pair_is_read_as_a_replacement_character_and_the_row_keeps_its_payload(escape: str) -> None:
    payload = f'{{"note":7,"text":"half {escape}","note_kind":"point"}}'
    row = decode_row(3, 0, 2, "NoteEdited", payload)
    assert row.event == e.NoteEdited(NoteId(7), "half \ufffd", NoteKind.POINT)
    assert row_payload(row) == payload
    [line] = dump_lines([row])
    assert payload in line


def test_a_row_whose_event_gives_its_payload_again_does_not_keep_it() -> None:
    kind, payload = encode(e.NoteEdited(NoteId(7), "whole 🗳", NoteKind.POINT))
    assert decode_row(3, 0, 2, kind, payload).payload == ""
