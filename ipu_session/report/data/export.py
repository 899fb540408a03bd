"""The record in other forms: all of it as JSON or XLSX, one sheet as CSV (product.md, R6)."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.redaction import redacted
from ipu_session.domain.queries.timezone import offset_at
from ipu_session.report.atomic_write import replace_file
from ipu_session.report.data import log_tables as log
from ipu_session.report.data import tables as s
from ipu_session.report.data.records import Value, records
from ipu_session.report.data.tables import Sheet
from ipu_session.report.data.xlsx import workbook
from ipu_session.report.sanitize import clean, encodable

SHEETS: Mapping[str, Callable[[Session, int], Sheet]] = {
    "session": log.session_sheet,
    "speakers": s.speaker_sheet,
    "interventions": s.intervention_sheet,
    "notes": s.note_sheet,
    "themes": s.theme_sheet,
    "synthesis": s.synthesis_sheet,
    "contributions": s.contribution_sheet,
    "sittings": log.sitting_sheet,
    "changes": log.change_sheet,
}
"""The sheets by name, in the order of the workbook."""

# A spreadsheet takes a cell that begins so for a formula; some skip blanks, line breaks and marks that nobody
# sees before it, and take the wide signs of East Asian keyboards for the narrow ones.
_FORMULA = re.compile("[\t\r]|[\\s\ufeff\u200b-\u200f\u2060]*[=+\\-@＝＋－＠]")


def to_json(session: Session, now_ms: int, *, restricted: bool = False) -> str:
    """Return every recorded field of the session as JSON; running clocks are read at ``now_ms``.

    Here and below, only ``restricted`` includes what `redacted` leaves out.
    """
    return encodable(_dump(records(session if restricted else redacted(session), now_ms)))


def to_csv(session: Session, now_ms: int, sheet: str = "interventions", *, restricted: bool = False) -> str:
    """Return one sheet; it begins with a byte order mark, and formulas are neutralised."""
    found = SHEETS[sheet](session if restricted else redacted(session), now_ms)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(found.columns)
    writer.writerows([_csv_cell(value) for value in row] for row in found.rows)
    return "\ufeff" + out.getvalue()


def write_xlsx(session: Session, now_ms: int, out: Path | BinaryIO, *, restricted: bool = False) -> None:
    """Write a workbook of typed cells, one sheet for each sort of thing; ReportError if it cannot be."""
    made = datetime.fromtimestamp(now_ms // 1000, UTC)
    told = session if restricted else redacted(session)
    found = {name: sheet(told, now_ms) for name, sheet in SHEETS.items()}
    data = workbook(found, session.details.title, made, lambda at_ms: offset_at(session, at_ms, 0))
    if isinstance(out, Path):
        replace_file(out, data)
    else:
        out.write(data)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _csv_cell(value: Value) -> str:
    if isinstance(value, str):
        text = clean(value)
        return f"'{text}" if _FORMULA.match(value) or _FORMULA.match(text) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
