"""Events to JSON and back. A kind is the name of the event's class and is kept for ever (docs/events.md).

Readers and writers are put together once for each kind, from its fields and their types. The text is ASCII,
so that anything a paste can bring, half a surrogate pair included, comes back as it was.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from ipu_session.domain.events import Event
from ipu_session.store.upcast import LATER_FIELDS

Writer = Callable[[Any], Any]
Reader = Callable[[Any], Any]


class UnknownKindError(ValueError):
    """A newer version of the program wrote this event."""


def encode(event: Event) -> tuple[str, str]:
    """Return (kind, payload)."""
    kind = type(event).__name__
    return kind, json.dumps(_WRITERS[kind](event), separators=(",", ":"))


def decode(kind: str, payload: str) -> Event:
    """Return the event that ``encode`` made these from; ValueError if they are not of its making."""
    try:
        data = json.loads(payload)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return from_data(kind, data)


def to_data(event: Event) -> dict[str, Any]:
    """Return an event's fields as plain values."""
    data: dict[str, Any] = _WRITERS[type(event).__name__](event)
    return data


def from_data(kind: str, data: object) -> Event:
    """Return the event of plain values; UnknownKindError, or ValueError if a field is missing or wrong."""
    reader = _READERS.get(kind)
    if reader is None:
        raise UnknownKindError(kind)
    event: Event = reader(data)
    return event


def _plain(value: Any) -> Any:
    return value


def _many(write: Writer) -> Writer:
    return lambda values: [write(value) for value in values]


def _perhaps(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _record_writer(cls: type) -> Writer:
    write = _all_fields_writer(cls)
    defaults = _later(cls)
    if not defaults:
        return write

    def write_known(value: Any) -> Any:
        data = write(value)
        for name, default in defaults.items():
            if getattr(value, name) == default:
                del data[name]
        return data

    return write_known


def _later(cls: type) -> dict[str, Any]:
    """Return the fields of a class that came after the first release, with their defaults."""
    later = LATER_FIELDS.get(cls.__name__, frozenset())
    return {field.name: field.default for field in fields(cls) if field.name in later}


def _all_fields_writer(cls: type) -> Writer:
    parts = [(name, _writer(hint)) for name, hint in get_type_hints(cls).items()]
    if all(write is _plain for _, write in parts):
        names = [name for name, _ in parts]
        return lambda value: {name: getattr(value, name) for name in names}
    return lambda value: {name: write(getattr(value, name)) for name, write in parts}


def _writer(hint: Any) -> Writer:
    hint = _bare(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_writer(hint)
    if get_origin(hint) is tuple:
        inner = _writer(get_args(hint)[0])
        return list if inner is _plain else _many(inner)
    if _optional(hint):
        inner = _writer(_optional(hint))
        return _plain if inner is _plain else _perhaps(inner)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str
    return _plain


def _record_reader(cls: type) -> Reader:
    hints = get_type_hints(cls)
    parts = [(field.name, _reader(hints[field.name])) for field in fields(cls)]
    count = len(parts)
    defaults = {n: list(d) if isinstance(d, tuple) else d for n, d in _later(cls).items()}

    def read(data: Any) -> Any:
        if type(data) is dict and defaults:
            data = defaults | data
        if type(data) is not dict or len(data) != count:
            raise ValueError(f"{cls.__name__} needs {count} fields")
        try:
            return cls(*[reader(data[name]) for name, reader in parts])
        except KeyError as error:
            raise ValueError(f"{cls.__name__} has no field {error}") from error

    return read


def _reader(hint: Any) -> Reader:
    hint = _bare(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    if get_origin(hint) is tuple:
        return _list_reader(_reader(get_args(hint)[0]))
    if _optional(hint):
        return _perhaps(_reader(_optional(hint)))
    return _exactly(hint) if not issubclass(hint, StrEnum) else _value_of(hint)


def _list_reader(inner: Reader) -> Reader:
    def read(data: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            raise ValueError("a list is needed")
        return tuple([inner(value) for value in data])

    return read


def _exactly(cls: type) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not cls:
            raise ValueError(f"{cls.__name__} is needed, not {type(data).__name__}")
        return data

    return read


def _value_of(cls: type[StrEnum]) -> Reader:
    return cls


def _bare(hint: Any) -> Any:
    return hint.__supertype__ if isinstance(hint, NewType) else hint


def _optional(hint: Any) -> Any:
    """Return X of ``X | None``, or None."""
    if get_origin(hint) not in {UnionType, Union}:
        return None
    [inner] = [part for part in get_args(hint) if part is not NoneType]
    return inner


KINDS: dict[str, type] = {cls.__name__: cls for cls in get_args(Event)}
"""Every kind of event there is."""

_WRITERS = {kind: _record_writer(cls) for kind, cls in KINDS.items()}
_READERS = {kind: _record_reader(cls) for kind, cls in KINDS.items()}
