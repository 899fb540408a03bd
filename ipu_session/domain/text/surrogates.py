"""Unpaired surrogates: a paste or a file may hold half of a UTF-16 pair, which is not text."""

from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

ValueT = TypeVar("ValueT")


def replace_surrogates(value: ValueT) -> ValueT:
    """Return ``value`` with U+FFFD for each unpaired surrogate, in every text that it holds."""
    return cast("ValueT", _replace(value))


def _replace(value: object) -> object:
    if isinstance(value, str):
        return value if value.isascii() else _replace_in_text(value)
    if isinstance(value, Struct):
        changed = {
            name: new for name in value.__struct_fields__ if (new := _replace(old := getattr(value, name))) is not old
        }
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple | list):
        items = [_replace(item) for item in value]
        return value if all(map(_is_same, items, value)) else type(value)(items)
    if isinstance(value, dict):
        replaced = {key: _replace(item) for key, item in value.items()}
        return value if all(map(_is_same, replaced.values(), value.values())) else replaced
    return value


def _replace_in_text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _is_same(new: object, old: object) -> bool:
    return new is old
