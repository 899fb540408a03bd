"""Copy of a record with the values of a form."""

from collections.abc import Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

RecordT = TypeVar("RecordT", bound=Struct)


def replace_fields(record: RecordT, values: Mapping[str, object]) -> RecordT:
    """Return a copy of a value with ``values`` (by field name); their types are not checked."""
    return replace(record, **values)
