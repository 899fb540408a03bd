"""Benchmark of the Word report against python-docx's API writing the same numbers of paragraphs and table rows."""

import io
from functools import partial
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import BenchmarkResult, measure_medians
from ipu_session.app.services.file_services import report_bytes
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session


def measure(folder: Path) -> list[BenchmarkResult]:
    rows = []
    for interventions in (50, 500, 5_000):
        session = sessions.play_session(interventions, 3).session
        runs = {50: 7, 500: 5, 5_000: 1}[interventions]
        floor, ours = measure_medians(
            partial(_write_with_python_docx, interventions), partial(_write_report, session), runs
        )
        rows.append(
            BenchmarkResult(
                f"Word report, {interventions:,} interventions", "python-docx's API", floor, ours, "≤ 0.25 ×"
            )
        )
    return rows


def _write_report(session: Session) -> None:
    report_bytes(session, Timestamp(sessions.START_MS, 480), ReportOptions())


def _write_with_python_docx(interventions: int) -> None:
    import docx

    document = docx.Document()
    for n in range(interventions):
        for _ in range(3):
            document.add_paragraph(f"a statement of speaker {n} about what parliaments can do", style="List Bullet")
    table = document.add_table(rows=interventions + 1, cols=7)
    for n, row in enumerate(table.rows):
        for m, cell in enumerate(row.cells):
            cell.text = f"{n}.{m}"
    document.save(io.BytesIO())
