"""The Word report against python-docx's own API writing the same paragraphs and rows."""

import io
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import Result, pair
from ipu_session.app.services.file_services import report_bytes
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.model.ids import Moment


def measure(folder: Path) -> list[Result]:
    rows = []
    for interventions in (50, 500, 5_000):
        session = sessions.play(interventions, 3).session
        runs = {50: 7, 500: 5, 5_000: 1}[interventions]
        floor, ours = pair(lambda n=interventions: _plain(n), lambda s=session: _ours(s), runs)
        rows.append(
            Result(
                f"Word report, {interventions:,} interventions", "python-docx's API", floor, ours, "≤ 0.25 ×"
            )
        )
    return rows


def _ours(session) -> None:
    report_bytes(session, Moment(sessions.START_MS, 480), ReportChoice())


def _plain(interventions: int) -> None:
    import docx

    document = docx.Document()
    for n in range(interventions):
        for _ in range(3):
            document.add_paragraph(
                f"a statement of speaker {n} about what parliaments can do", style="List Bullet"
            )
    table = document.add_table(rows=interventions + 1, cols=7)
    for n, row in enumerate(table.rows):
        for m, cell in enumerate(row.cells):
            cell.text = f"{n}.{m}"
    document.save(io.BytesIO())
