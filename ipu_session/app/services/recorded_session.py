"""The record on the disk, folded anew: what a report rests on and is compared with (product.md, R2)."""

from dataclasses import dataclass
from pathlib import Path

from ipu_session.app.gc_tuning import gc_frozen
from ipu_session.domain.history import History, JournalRow
from ipu_session.domain.model.report_versions import FinalVersion
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import ReportBasis, has_same_content, later_corrections
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.store.errors import translate_errors
from ipu_session.store.journal.open_session import open_journal, open_second_connection
from ipu_session.store.journal.sqlite_journal import SqliteJournal


@dataclass(frozen=True, slots=True)
class RecordedSession:
    """The events of a session file with their hashes, and what they make."""

    path: Path
    rows: tuple[JournalRow, ...]
    digests: tuple[str, ...]
    history: History

    def build_report_basis(self, version: int, register: int = 0) -> ReportBasis:
        """Return what a report of the record at ``version`` rests on, its register as it was at another."""
        read_at = max(version, register)
        later = later_corrections(self.history.state_at(version), self.history.state_at(read_at))
        return ReportBasis(version, self.digests[version - 1], read_at if later else version, later)

    def get_final_version(self, number: int) -> FinalVersion:
        """Return a final version; ReportError if there is none of that number."""
        for final in self.session.final_versions:
            if final.number == number:
                return final
        raise ReportError(ReportErrorCode.NO_SUCH_VERSION, str(self.path), f"version {number}")

    @property
    def session(self) -> Session:
        """The session as it stands at the end of the file."""
        return self.history.state

    @property
    def is_unchanged_since_final(self) -> bool:
        """Whether the record says what the last final version says."""
        now = self.session
        return bool(now.final_versions) and has_same_content(self.history.state_at(now.final_versions[-1].version), now)


def read_recorded_session(path: Path) -> RecordedSession:
    """Return to a command the record of a file, which a window may have open; StoreError if it is none."""
    with gc_frozen():
        return _replay(path, open_journal(path, read_only=True))


def verify_against_file(session: Session, path: Path) -> RecordedSession:
    """Return the record of a file that is open here; ReportError if it does not make this very session."""
    record = _replay(path, open_second_connection(path))
    if session.version > record.session.version:
        raise ReportError(ReportErrorCode.NOT_ON_DISK, str(path), f"event {session.version}")
    made = record.history.state_at(session.version)
    if made != session:
        different = [name for name in Session._fields if getattr(made, name) != getattr(session, name)]
        raise ReportError(ReportErrorCode.DIFFERS_FROM_FILE, str(path), ", ".join(different))
    return record


def _replay(path: Path, journal: SqliteJournal) -> RecordedSession:
    try:
        with translate_errors(path):
            rows = tuple(journal.replay())
            return RecordedSession(path, rows, journal.digests()[: len(rows)], History(rows))
    finally:
        journal.close()
