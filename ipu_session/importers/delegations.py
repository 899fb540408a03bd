"""Reader of the directory of delegations, ``members.csv`` (docs/rules.md#p2)."""

import csv
import io
from pathlib import Path

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.encodings import decode
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.input_guard import read_bytes

_CATEGORIES = {
    "member": Category.MEMBER,
    "associate_member": Category.ASSOCIATE,
    "associate": Category.ASSOCIATE,
    "observer": Category.OBSERVER,
}


def read_delegations(path: Path) -> tuple[Delegation, ...]:
    """Return the delegations of a CSV file in UTF-8; InputFileError names the invalid line."""
    name = str(path)
    reader = csv.DictReader(io.StringIO(decode(read_bytes(path), name).text, newline=""), strict=True)
    try:
        if "name_en" not in (reader.fieldnames or ()):
            raise InputFileError(InputErrorCode.NO_HEADING_ROW, name)
        return tuple(_parse_delegation(row) for row in reader)
    except (csv.Error, KeyError) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name, f"line {reader.line_num}") from error


def _parse_delegation(row: dict[str, str | None]) -> Delegation:
    """Return the delegation of a row; KeyError for an unknown status."""
    cells = {heading: (value or "").strip() for heading, value in row.items() if isinstance(heading, str)}
    return Delegation(
        DelegationId(cells.get("iso2") or fold(cells["name_en"]).replace(" ", "-")),
        _CATEGORIES[cells.get("status") or "member"],
        name_en=cells["name_en"],
        name_fr=cells.get("name_fr", ""),
        name_es=cells.get("name_es", ""),
        name_ar=cells.get("name_ar", ""),
        iso2=cells.get("iso2", ""),
        iso3=cells.get("iso3", ""),
        groups=tuple(group.strip() for group in cells.get("geopolitical_group(s)", "").split(";") if group.strip()),
        group_basis=cells.get("group_basis", ""),
    )
