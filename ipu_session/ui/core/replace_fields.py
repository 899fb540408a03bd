"""Copy of a record with the values of a form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

RecordT = TypeVar("RecordT", bound="DataclassInstance")


def replace_fields(record: RecordT, values: Mapping[str, object]) -> RecordT:
    """Return a copy of a dataclass instance with ``values`` (by field name); their types are not checked."""
    return replace(record, **values)
