"""What delegations are called besides their names in the directory: a table, by code (docs/decisions/0044).

The table is data of the package, ``load_other_names.csv``: short, former and formal names, abbreviations, other
spellings. A name that stands in two rows is ambiguous and means neither.
"""

import csv
import io
import pkgutil
from dataclasses import dataclass
from functools import cache

_TABLE = "other_names.csv"
_NAME_SEPARATOR = "|"
_FORMAL_LISTED_ONLY = "listed"


@dataclass(frozen=True, slots=True)
class OtherNames:
    """The other names of one delegation."""

    names: tuple[str, ...] = ()
    is_formal_listed_only: bool = False
    """Formal names count only if they stand here: the Republic of China is not China."""


@cache
def load_other_names() -> dict[str, OtherNames]:
    """Return the other names by ISO code, in capitals, or by the slug of a delegation without one."""
    text = (pkgutil.get_data(__name__, _TABLE) or b"").decode("utf-8")
    return {row["code"]: _parse_row(row) for row in csv.DictReader(io.StringIO(text), delimiter=";")}


def _parse_row(row: dict[str, str]) -> OtherNames:
    names = (name.strip() for name in row["names"].split(_NAME_SEPARATOR))
    return OtherNames(tuple(filter(None, names)), row["formal"] == _FORMAL_LISTED_ONLY)
