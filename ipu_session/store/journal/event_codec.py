"""Event serialization: to JSON and back. An event's kind, ``event_kind`` of its class, never changes (docs/events.md).

A reader and a writer are built once for each kind, from the types of its fields. The JSON is ASCII, so that any
pasted text, a lone surrogate included, survives the round trip.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from operator import itemgetter
from types import NoneType, UnionType
from typing import NewType, Union, cast, get_args, get_origin, get_type_hints

from ipu_session.domain.events import Event
from ipu_session.store.journal.upcasting import LATER_FIELDS

Writer = Callable[[object], object]
Reader = Callable[[object], object]
FieldsWriter = Callable[[object], dict[str, object]]
_DECODER = json.JSONDecoder()


class UnknownKindError(ValueError):
    """The kind of this event is unknown: a newer version of the program wrote it."""


def encode(event: Event) -> tuple[str, str]:
    """Return (kind, payload); the payload is JSON text without spaces."""
    return event.event_kind, json.dumps(_WRITERS[event.event_kind](event), separators=(",", ":"))


def decode(kind: str, payload: str) -> Event:
    """Return the event with this kind and payload, as returned by `encode`.

    UnknownKindError if the kind is unknown; ValueError if the payload is invalid.
    """
    try:
        # Takes half the time of json.loads(), which also accepts whitespace around the value.
        data, end = _DECODER.raw_decode(payload)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if end != len(payload):
        raise ValueError("something stands after it")
    return from_data(kind, data)


def to_data(event: Event) -> dict[str, object]:
    """Return the fields of an event as JSON-compatible values."""
    return _WRITERS[event.event_kind](event)


def from_data(kind: str, data: object) -> Event:
    """Return the event with these field values.

    UnknownKindError if the kind is unknown; ValueError if a field is missing, invalid or not of this kind.
    """
    reader = _READERS.get(kind)
    if reader is None:
        raise UnknownKindError(kind)
    return cast("Event", reader(data))


def _unchanged(value: object) -> object:
    return value


def _list_writer(write: Writer) -> Writer:
    def write_list(values: object) -> object:
        if not isinstance(values, tuple):
            raise TypeError(values)
        return list(values) if write is _unchanged else [write(value) for value in values]

    return write_list


def _optional_converter(convert: Callable[[object], object]) -> Callable[[object], object]:
    return lambda value: None if value is None else convert(value)


def _dataclass_writer(cls: type) -> FieldsWriter:
    write = _all_fields_writer(cls)
    defaults = _later_fields(cls)
    if not defaults:
        return write

    def write_known(value: object) -> dict[str, object]:
        data = write(value)
        for name, default in defaults.items():
            if getattr(value, name) == default:
                del data[name]
        return data

    return write_known


def _later_fields(cls: type) -> dict[str, object]:
    """Return the defaults, by name, of the fields that were added to a class after the first release."""
    later = LATER_FIELDS.get(cls, frozenset())
    return {field.name: field.default for field in fields(cls) if field.name in later}


def _all_fields_writer(cls: type) -> FieldsWriter:
    hints = get_type_hints(cls)
    parts = [(field.name, _writer(hints[field.name])) for field in fields(cls)]
    if all(write is _unchanged for _, write in parts):
        names = [name for name, _ in parts]
        return lambda value: {name: getattr(value, name) for name in names}
    return lambda value: {name: write(getattr(value, name)) for name, write in parts}


def _writer(hint: object) -> Writer:
    hint = _unwrap_newtype(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_writer(hint)
    if get_origin(hint) is tuple:
        return _list_writer(_writer(get_args(hint)[0]))
    if _optional_inner_type(hint):
        inner = _writer(_optional_inner_type(hint))
        return _unchanged if inner is _unchanged else _optional_converter(inner)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str
    return _unchanged


def _dataclass_reader(cls: type) -> Reader:
    hints = get_type_hints(cls)
    names = [field.name for field in fields(cls)]
    readers = [_reader(hints[name]) for name in names]
    made = [(place, reader) for place, reader in enumerate(readers) if not isinstance(reader, _ScalarReader)]
    count, values_of = len(names), _values_getter(names)
    defaults = {n: list(d) if isinstance(d, tuple) else d for n, d in _later_fields(cls).items()}
    good: set[tuple[type, ...]] = set()
    """Types of the values, in field order, of objects read before: scalars of these types are not checked again."""

    def read(data: object) -> object:
        if type(data) is dict and defaults:
            data = defaults | data
        if type(data) is not dict or len(data) != count:
            raise ValueError(f"{cls.__name__} needs {count} fields")
        try:
            values = values_of(data)
        except KeyError as error:
            raise ValueError(f"{cls.__name__} has no field {error}") from error
        types = tuple(map(type, values))
        if types in good:
            for place, reader in made:
                values[place] = reader(values[place])
        else:
            values = [reader(value) for reader, value in zip(readers, values, strict=True)]
            good.add(types)
        return cls(*values)

    return read


def _values_getter(names: Sequence[str]) -> Callable[[dict[str, object]], list[object]]:
    """Return a function that gets the values of a dict in the order of ``names``, or raises KeyError."""
    if len(names) < 2:
        return lambda data: [data[name] for name in names]
    getter = itemgetter(*names)
    return lambda data: list(getter(data))


def _reader(hint: object) -> Reader:
    hint = _unwrap_newtype(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_reader(hint)
    if get_origin(hint) is tuple:
        return _list_reader(_reader(get_args(hint)[0]))
    if _optional_inner_type(hint):
        return _optional_reader(_reader(_optional_inner_type(hint)))
    if not isinstance(hint, type):
        raise TypeError(hint)
    return _enum_reader(hint) if issubclass(hint, StrEnum) else _ScalarReader(hint)


def _list_reader(inner: Reader) -> Reader:
    plain = inner.types if isinstance(inner, _ScalarReader) else frozenset()

    def read(data: object) -> tuple[object, ...]:
        if type(data) is not list:
            raise ValueError("a list is needed")
        if plain.issuperset(map(type, data)):
            return tuple(data)
        return tuple([inner(value) for value in data])

    return read


class _ScalarReader:
    """Reader that returns a value unchanged if its type is one of ``types``."""

    def __init__(self, *types: type) -> None:
        self.types = frozenset(types)
        self._expected_type_name = types[0].__name__

    def __call__(self, data: object) -> object:
        """Return the value; ValueError if it has another type."""
        if type(data) not in self.types:
            raise ValueError(f"{self._expected_type_name} is needed, not {type(data).__name__}")
        return data

    def allowing_none(self) -> "_ScalarReader":
        """Return a reader that also accepts None."""
        return _ScalarReader(*self.types, NoneType)


def _optional_reader(inner: Reader) -> Reader:
    return inner.allowing_none() if isinstance(inner, _ScalarReader) else _optional_converter(inner)


def _enum_reader(cls: type[StrEnum]) -> Reader:
    members: dict[object, StrEnum] = {member.value: member for member in cls}

    def read(data: object) -> object:
        try:
            return members[data]
        except (KeyError, TypeError) as error:
            raise ValueError(f"{data!r} is not a {cls.__name__}") from error

    return read


def _unwrap_newtype(hint: object) -> object:
    return hint.__supertype__ if isinstance(hint, NewType) else hint


def _optional_inner_type(hint: object) -> object:
    """Return X for ``X | None``; None for any other type."""
    if get_origin(hint) not in {UnionType, Union}:
        return None
    [inner] = [part for part in get_args(hint) if part is not NoneType]
    return inner


KINDS: dict[str, type] = {cls.event_kind: cls for cls in get_args(Event)}
"""Every event class, by its kind."""

_WRITERS = {kind: _dataclass_writer(cls) for kind, cls in KINDS.items()}
_READERS = {kind: _dataclass_reader(cls) for kind, cls in KINDS.items()}
