"""The record of a session file, replayed from disk: the basis of reports and of their checks (docs/rules.md#r2)."""

from pathlib import Path

from msgspec import Struct

from ipu_session.app.gc_tuning import gc_frozen
from ipu_session.domain.history import History, JournalRow
from ipu_session.domain.model.report_versions import FinalVersion
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import ReportBasis, has_same_content, later_corrections
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.store.errors import translate_errors
from ipu_session.store.journal.open_session import open_journal, open_second_connection
from ipu_session.store.journal.sqlite_journal import SqliteJournal


class RecordedSession(Struct, frozen=True):
    """The rows of a session file with their hashes, and the history replayed from them."""

    path: Path
    rows: tuple[JournalRow, ...]
    digests: tuple[str, ...]
    history: History

    def build_report_basis(self, version: int, register: int = 0) -> ReportBasis:
        """Return the basis of a report of the record at ``version``, with corrections up to version ``register``."""
        read_at = max(version, register)
        later = later_corrections(self.history.state_at(version), self.history.state_at(read_at))
        return ReportBasis(version, self.digests[version - 1], read_at if later else version, later)

    def get_final_version(self, number: int) -> FinalVersion:
        """Return a final version; ReportError if there is none with this number."""
        for final in self.session.final_versions:
            if final.number == number:
                return final
        raise ReportError(ReportErrorCode.NO_SUCH_VERSION, str(self.path), f"version {number}")

    @property
    def session(self) -> Session:
        """The session after the last event of the file."""
        return self.history.state

    @property
    def is_unchanged_since_final(self) -> bool:
        """Whether the record has the same content as the last final version; False if there is none."""
        now = self.session
        return bool(now.final_versions) and has_same_content(self.history.state_at(now.final_versions[-1].version), now)


def read_recorded_session(path: Path) -> RecordedSession:
    """Return the record of a session file, which may be open in a window; StoreError if it is damaged or unreadable."""
    with gc_frozen():
        return _replay(path, open_journal(path, read_only=True))


def verify_against_file(session: Session, path: Path) -> RecordedSession:
    """Return the record of a session file that is open in this process, after comparing it with ``session``.

    ReportError if the file, replayed up to the version of ``session``, is not equal to it or has fewer events;
    StoreError if it is damaged or unreadable.
    """
    record = _replay(path, open_second_connection(path))
    if session.version > record.session.version:
        raise ReportError(ReportErrorCode.NOT_ON_DISK, str(path), f"event {session.version}")
    recorded = record.history.state_at(session.version)
    if recorded != session:
        different = [name for name in Session.__struct_fields__ if getattr(recorded, name) != getattr(session, name)]
        raise ReportError(ReportErrorCode.DIFFERS_FROM_FILE, str(path), ", ".join(different))
    return record


def _replay(path: Path, journal: SqliteJournal) -> RecordedSession:
    try:
        with translate_errors(path):
            rows = tuple(journal.replay())
            return RecordedSession(path, rows, journal.digests()[: len(rows)], History(rows))
    finally:
        journal.close()
