"""The readers of foreign files and the writers of records, as the window and the command line use them.

The window finds these by name (app/lazy_imports.py).
"""

from pathlib import Path

from ipu_session.app import paths
from ipu_session.app.services.recorded_session import Record, compared
from ipu_session.app.services.report_export import drawn_up, export_report, report_bytes, report_of
from ipu_session.domain.exchange.export_result import Exported
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.exchange.report_preview import Preview
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Delegation, Session
from ipu_session.importers.concept_note.reader import read_concept_note, understand
from ipu_session.importers.contribution import read_contribution
from ipu_session.importers.delegations import read_directory
from ipu_session.importers.files.encodings import encoding_candidates
from ipu_session.importers.speakers.reader import read_pasted_speakers, read_speakers
from ipu_session.report.atomic_write import replace_file
from ipu_session.report.content import build_report
from ipu_session.report.data.export import to_csv, to_json, write_xlsx
from ipu_session.report.language.catalog import load_wording
from ipu_session.report.preview import preview_of
from ipu_session.ui.core.app_services import Target

__all__ = [
    "Reports",
    "directory",
    "encoding_candidates",
    "export",
    "export_restricted",
    "preview",
    "read_concept_note",
    "read_contribution",
    "read_pasted_speakers",
    "read_speakers",
    "replace_file",
    "report_bytes",
    "understand",
    "write_final",
]


def directory() -> tuple[Delegation, ...]:
    """Return the delegations that a new session starts with."""
    return read_directory(paths.resources() / "data" / "members.csv")


def preview(session: Session, moment: Moment, choice: ReportChoice) -> Preview:
    """Return the report as lines to look through; ReportError for a language there is not."""
    wording = load_wording(choice.language, paths.resources() / "report")
    return preview_of(build_report(session, drawn_up(session, moment), wording, choice))


def write_final(
    record: Record, number: int, choice: ReportChoice, target: Target, progress: Progress | None = None
) -> Exported:
    """Write a final version of the report with the corrections received since; ReportError if none."""
    final = record.final(number)
    session = record.timeline.state_at(final.version)
    basis = record.basis(final.version, record.session.version)
    made = report_of(session, Moment(final.at_ms), choice, basis)
    return export_report(made, session, choice, target, progress)


class Reports:
    """Writes the reports of one session file; what the file says is folded anew before, and compared."""

    def __init__(self, source: Path) -> None:
        self._source = source

    def write(
        self, session: Session, moment: Moment, choice: ReportChoice, target: Target, progress: Progress
    ) -> Exported:
        """Write the report; ReportError if the file or the machine says no, and then nothing has changed."""
        basis = compared(session, self._source).basis(session.version)
        made = report_of(session, moment, choice, basis)
        return export_report(made, session, choice, target, progress)

    def write_final(
        self, session: Session, number: int, choice: ReportChoice, target: Target, progress: Progress
    ) -> Exported:
        """Write a final version of the report, as the record stood then; ReportError as above."""
        return write_final(compared(session, self._source), number, choice, target, progress)


def export(session: Session, moment: Moment, form: str, path: Path, *, restricted: bool = False) -> None:
    """Write the record as ``xlsx``, ``json`` or ``csv``; ReportError if the machine says no.

    ``csv`` is the interventions, ``csv-notes`` the notes, and so on for every sheet of the workbook. What
    stays in the house (`domain.redaction`) is in it only if it is to be ``restricted``.
    """
    now_ms = moment.utc_ms
    if form == "xlsx":
        write_xlsx(session, now_ms, path, restricted=restricted)
    elif form == "json":
        replace_file(path, to_json(session, now_ms, restricted=restricted).encode("utf-8"))
    else:
        table = form.partition("-")[2] or "interventions"
        replace_file(path, to_csv(session, now_ms, table, restricted=restricted).encode("utf-8"))


def export_restricted(session: Session, moment: Moment, form: str, path: Path) -> None:
    """Write the record with everything, for the secretariat alone; ReportError as above."""
    export(session, moment, form, path, restricted=True)
