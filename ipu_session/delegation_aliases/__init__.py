"""Other names of delegations, besides those in the directory (docs/decisions/0044).

The table ``other_names.csv`` in this package has short, former and formal names, abbreviations and other spellings, by
the delegation's code. A name in two rows is ambiguous: it identifies neither delegation.
"""

import csv
import io
import pkgutil
from functools import cache

from msgspec import Struct

_TABLE = "other_names.csv"
_NAME_SEPARATOR = "|"
_FORMAL_LISTED_ONLY = "listed"


class OtherNames(Struct, frozen=True):
    """The other names of one delegation."""

    names: tuple[str, ...] = ()
    is_formal_listed_only: bool = False
    """Whether a formal name is recognized only if it is in ``names``: "Republic of China" does not mean China."""


@cache
def load_other_names() -> dict[str, OtherNames]:
    """Return the other names by ISO code (capitals), or by the id of a delegation that has no ISO code."""
    text = (pkgutil.get_data(__name__, _TABLE) or b"").decode("utf-8")
    return {row["code"]: _parse_row(row) for row in csv.DictReader(io.StringIO(text), delimiter=";")}


def _parse_row(row: dict[str, str]) -> OtherNames:
    names = (name.strip() for name in row["names"].split(_NAME_SEPARATOR))
    return OtherNames(tuple(filter(None, names)), row["formal"] == _FORMAL_LISTED_ONLY)
