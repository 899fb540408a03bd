"""Data exports of the record: everything as JSON or XLSX, one table as CSV (docs/rules.md#r6)."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.redaction import redact
from ipu_session.domain.queries.timezone import utc_offset_at
from ipu_session.report.data import log_tables as log
from ipu_session.report.data import tables as s
from ipu_session.report.data.records import Value, session_records
from ipu_session.report.data.tables import DataTable
from ipu_session.report.data.xlsx import build_workbook
from ipu_session.report.output_file import replace_file
from ipu_session.report.sanitize import repair_surrogates, sanitize_text

TABLE_BUILDERS: Mapping[str, Callable[[Session, int], DataTable]] = {
    "session": log.session_table,
    "speakers": s.speakers_table,
    "interventions": s.interventions_table,
    "notes": s.notes_table,
    "themes": s.themes_table,
    "synthesis": s.synthesis_table,
    "contributions": s.contributions_table,
    "sittings": log.sittings_table,
    "changes": log.changes_table,
}
"""The tables by name, in the order of the workbook's sheets."""

# Start of a cell that spreadsheets evaluate as a formula (CSV injection). Some spreadsheets skip leading blanks, line
# breaks and invisible marks, and accept the full-width signs of East Asian keyboards.
_FORMULA_START = re.compile("[\t\r]|[\\s\ufeff\u200b-\u200f\u2060]*[=+\\-@＝＋－＠]")


def to_json(session: Session, now_ms: int, *, restricted: bool = False) -> str:
    """Return the session's records (`session_records`) as JSON; running clocks are read at ``now_ms``.

    In all exports, data that `redact` removes is included only if ``restricted``.
    """
    return repair_surrogates(_dump_json(session_records(session if restricted else redact(session), now_ms)))


def to_csv(session: Session, now_ms: int, table_name: str = "interventions", *, restricted: bool = False) -> str:
    """Return a table of `TABLE_BUILDERS` as CSV with a byte order mark; formulas get an apostrophe in front."""
    table = TABLE_BUILDERS[table_name](session if restricted else redact(session), now_ms)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows([_format_csv_cell(value) for value in row] for row in table.rows)
    return "\ufeff" + out.getvalue()


def write_xlsx(session: Session, now_ms: int, out: Path | BinaryIO, *, restricted: bool = False) -> None:
    """Write a workbook of typed cells with one sheet for each table; ReportError if writing to a path fails."""
    created = datetime.fromtimestamp(now_ms // 1000, UTC)
    shown = session if restricted else redact(session)
    tables = {name: build(shown, now_ms) for name, build in TABLE_BUILDERS.items()}
    data = build_workbook(tables, session.details.title, created, lambda at_ms: utc_offset_at(session, at_ms, 0))
    if isinstance(out, Path):
        replace_file(out, data)
    else:
        out.write(data)


def _dump_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _format_csv_cell(value: Value) -> str:
    if isinstance(value, str):
        text = sanitize_text(value)
        return f"'{text}" if _FORMULA_START.match(value) or _FORMULA_START.match(text) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
