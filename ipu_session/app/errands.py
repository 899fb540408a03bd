"""The readers of foreign files and the writers of records, as the window and the command line use them.

The window finds these by name (app/later.py).
"""

from pathlib import Path

from ipu_session.app import paths
from ipu_session.app.record import Record, compared
from ipu_session.domain.basis import Basis, final_of
from ipu_session.domain.ids import Moment
from ipu_session.domain.preview import Preview
from ipu_session.domain.report_choice import ReportChoice
from ipu_session.domain.state import Delegation, Session
from ipu_session.intake.concept_note import read_concept_note, understand
from ipu_session.intake.contribution import read_contribution
from ipu_session.intake.directory import read_directory
from ipu_session.intake.encodings import encoding_candidates
from ipu_session.intake.speakers_list import read_pasted_speakers, read_speakers
from ipu_session.report.build import build_report
from ipu_session.report.build.check import faults_of
from ipu_session.report.docx_writer import docx_bytes
from ipu_session.report.errors import ReportError, ReportTrouble
from ipu_session.report.preview import preview_of
from ipu_session.report.safe_write import replace_file
from ipu_session.report.tables_out import to_csv, to_json, write_xlsx
from ipu_session.report.wording import Wording, load_wording
from ipu_session.ui.errands import Progress

__all__ = [
    "Reports",
    "directory",
    "encoding_candidates",
    "export",
    "preview",
    "read_concept_note",
    "read_contribution",
    "read_pasted_speakers",
    "read_speakers",
    "replace_file",
    "report_bytes",
    "understand",
]


def directory() -> tuple[Delegation, ...]:
    """Return the delegations that a new session starts with."""
    return read_directory(paths.resources() / "data" / "members.csv")


def report_bytes(
    session: Session,
    moment: Moment,
    choice: ReportChoice,
    progress: Progress | None = None,
    basis: Basis | None = None,
) -> bytes:
    """Return the report as a Word file; ReportError for a language there is not, or sums that disagree."""
    wording = _wording(choice)
    moment = drawn_up(session, moment)
    report = build_report(session, moment, wording, choice, basis)
    faults = faults_of(report, session, moment.utc_ms, wording, choice)
    if faults:
        # Our own fault: better no report than one that does not add up.
        raise ReportError(ReportTrouble.DOES_NOT_ADD_UP, place="; ".join(faults))
    return docx_bytes(report, paths.resources() / "templates" / "report.docx", progress)


def preview(session: Session, moment: Moment, choice: ReportChoice) -> Preview:
    """Return the report as lines to look through; ReportError for a language there is not."""
    return preview_of(build_report(session, drawn_up(session, moment), _wording(choice), choice))


def drawn_up(session: Session, moment: Moment) -> Moment:
    """Return when a report is drawn up: a final version when it was made final, whenever it is written."""
    final = final_of(session)
    return moment if final is None else Moment(final.at_ms, session.sittings[-1].offset_min)


def final_bytes(record: Record, number: int, choice: ReportChoice, progress: Progress | None = None) -> bytes:
    """Return a final version of the report with the corrections received since; ReportError if none."""
    final = record.final(number)
    session = record.timeline.state_at(final.version)
    basis = record.basis(final.version, record.timeline.now.version)
    return report_bytes(session, Moment(final.at_ms), choice, progress, basis)


class Reports:
    """Writes the reports of one session file; what the file says is folded anew before, and compared."""

    def __init__(self, source: Path) -> None:
        self._source = source

    def write(
        self, session: Session, moment: Moment, choice: ReportChoice, path: Path, progress: Progress
    ) -> None:
        """Write the report; ReportError if the file or the machine says no, and then nothing has changed."""
        basis = compared(session, self._source).basis(session.version)
        replace_file(path, report_bytes(session, moment, choice, progress, basis))

    def write_final(
        self, session: Session, number: int, choice: ReportChoice, path: Path, progress: Progress
    ) -> None:
        """Write a final version of the report, as the record stood then; ReportError as above."""
        record = compared(session, self._source)
        replace_file(path, final_bytes(record, number, choice, progress))


def _wording(choice: ReportChoice) -> Wording:
    return load_wording(choice.language, paths.resources() / "report")


def export(session: Session, moment: Moment, form: str, path: Path) -> None:
    """Write the record as ``xlsx``, ``json`` or ``csv``; ReportError if the machine says no.

    ``csv`` is the interventions, ``csv-notes`` the notes, and so on for every sheet of the workbook.
    """
    now_ms = moment.utc_ms
    if form == "xlsx":
        write_xlsx(session, now_ms, path)
    elif form == "json":
        replace_file(path, to_json(session, now_ms).encode("utf-8"))
    else:
        table = form.partition("-")[2] or "interventions"
        replace_file(path, to_csv(session, now_ms, table).encode("utf-8"))
