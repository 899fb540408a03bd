"""Fields added to the file format after its first release (docs/file-format.md).

Such a field is omitted from a payload while it has its default value, and read as the default where it is
missing: a payload of the first release is reproduced byte for byte.
"""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import fields

from ipu_session.domain.events import NoteTaken, TimeGranted
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Contribution, Details

LATER_FIELDS: Mapping[type[Struct], frozenset[str]] = {
    Rules: frozenset(
        {
            "young_extra_ms",
            "motion_ms",
            "grace_ms",
            "announcement_ms",
            "lots_cap",
            "consecutive",
            "shared_by_delegation",
            "change_goes_to_the_end",
        }
    ),
    Details: frozenset({"earlier_resolutions"}),
    TimeGranted: frozenset({"reason"}),
    NoteTaken: frozenset({"contribution"}),
    Contribution: frozenset({"words", "file", "digest", "text"}),
}
"""Field names by class; each of these fields has a default."""


@cache
def later_defaults(cls: type[Struct]) -> Mapping[str, object]:
    """Return the defaults, by name, of the fields that were added to a class after the first release."""
    later = LATER_FIELDS.get(cls, frozenset())
    return {field.name: field.default for field in fields(cls) if field.name in later}
