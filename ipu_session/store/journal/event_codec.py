"""Event serialization: to JSON and back. The kind of an event is a class attribute, and permanent (docs/events.md).

The JSON is ASCII without spaces, its fields in the order of the class; fields that were added after the first
release are omitted while they have their default (upcasting.py).
"""

import json
from functools import cache
from typing import get_args, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.json import Decoder

from ipu_session.domain.events import Event
from ipu_session.domain.history import JournalRow
from ipu_session.domain.text.surrogates import replace_surrogates
from ipu_session.store.journal.upcasting import later_defaults

JsonObject = dict[str, object]

KINDS: dict[str, type[Event]] = {cls.event_kind: cls for cls in get_args(Event)}
"""Every event class, by its kind."""


class UnknownKindError(ValueError):
    """The kind of this event is unknown: a newer version of the program wrote it."""


def encode(event: Event) -> tuple[str, str]:
    """Return (kind, payload); the payload is JSON text without spaces."""
    return event.event_kind, json.dumps(to_data(event), separators=(",", ":"))


def decode(kind: str, payload: str) -> Event:
    """Return the event that `encode` gave this kind and payload; UnknownKindError, or ValueError if invalid.

    Half a surrogate pair, which earlier versions of the program wrote, is read as U+FFFD.
    """
    return _decode_flat(kind, payload) or from_data(kind, parse_json(payload))


def decode_row(version: int, at_ms: int, transaction: int, kind: str, payload: str) -> JournalRow:
    """Return the row of a file; raises what `decode` raises. The row keeps a payload that its event would not give."""
    event = _decode_flat(kind, payload)
    if event is not None:
        return JournalRow(version, at_ms, transaction, event)
    data = parse_json(payload)
    is_replaced = replace_surrogates(data) is not data
    return JournalRow(version, at_ms, transaction, from_data(kind, data), payload if is_replaced else "")


def row_payload(row: JournalRow) -> str:
    """Return the payload of a row as it is stored, or will be."""
    return row.payload or encode(row.event)[1]


def parse_json(text: str) -> object:
    """Return the value of a JSON text; ValueError if it is invalid or has a key twice."""
    try:
        return json.loads(text, object_pairs_hook=_unique_keys)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def to_data(event: Event) -> JsonObject:
    """Return the fields of an event as JSON-compatible values."""
    data: JsonObject = msgspec.to_builtins(event)
    _delete_omitted_fields(event, data)
    for name in _nested_values(type(event)):
        nested = data[name]
        if isinstance(nested, dict):
            _delete_omitted_fields(getattr(event, name), nested)
    return data


def from_data(kind: str, data: object) -> Event:
    """Return the event with these field values; UnknownKindError, or ValueError if a field is missing or invalid."""
    cls = KINDS.get(kind)
    if cls is None:
        raise UnknownKindError(kind)
    data = replace_surrogates(data)
    try:
        event = msgspec.convert(data, cls)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    _check_complete(event, data)
    return event


def _decode_flat(kind: str, payload: str) -> Event | None:
    """Return the event of a kind without values inside values; None if only `from_data` can tell what is in it."""
    flat = _flat_kind(kind)
    if flat is None:
        return None
    decoder, field_count, later = flat
    try:
        event = decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeEncodeError):
        # Half a surrogate pair is an error to msgspec.
        return None
    for name, default in later:
        if getattr(event, name) == default:
            field_count -= 1
    key_count = payload.count('":')
    # Inside a text a quotation mark is escaped.
    return event if key_count == field_count or key_count - payload.count('\\":') == field_count else None


def _unique_keys(pairs: list[tuple[str, object]]) -> JsonObject:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError("a key twice")
    return data


def _delete_omitted_fields(value: object, data: JsonObject) -> None:
    if isinstance(value, Struct):
        for name in _omitted_fields(value):
            del data[name]


def _omitted_fields(value: Struct) -> list[str]:
    """Return the names of the later fields that have their default."""
    later = later_defaults(type(value))
    return [name for name, default in later.items() if getattr(value, name) == default]


def _check_complete(value: object, data: object) -> None:
    """Raise ValueError if a field that every release wrote is missing: msgspec takes the default for it."""
    if isinstance(value, Struct) and isinstance(data, dict):
        missing = set(value.__struct_fields__) - data.keys() - later_defaults(type(value)).keys()
        if missing:
            raise ValueError(f"{type(value).__name__} has no {', '.join(sorted(missing))}")
        for name, part in data.items():
            _check_complete(getattr(value, name), part)
    elif isinstance(value, tuple) and isinstance(data, list):
        for item, part in zip(value, data, strict=True):
            _check_complete(item, part)


@cache
def _flat_kind(kind: str) -> tuple[Decoder[Event], int, tuple[tuple[str, object], ...]] | None:
    """Return decoder, number of fields and later fields of a kind without values inside values; None for any other."""
    cls = KINDS.get(kind)
    if cls is None or _nested_values(cls):
        return None
    return Decoder(cls), len(cls.__struct_fields__), tuple(later_defaults(cls).items())


@cache
def _nested_values(cls: type[Event]) -> frozenset[str]:
    """Return the names of the fields that hold values with fields of their own."""
    hints = get_type_hints(cls)
    return frozenset(name for name in cls.__struct_fields__ if _holds_struct(hints[name]))


def _holds_struct(hint: object) -> bool:
    return (isinstance(hint, type) and issubclass(hint, Struct)) or any(map(_holds_struct, get_args(hint)))
