"""The record on the disk, folded anew: what a report rests on and is compared with (product.md, R2)."""

from dataclasses import dataclass
from pathlib import Path

from ipu_session.app.gc_tuning import lasting
from ipu_session.domain.history import Row, Timeline
from ipu_session.domain.model.report_versions import Final
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import Basis, later_corrections, same_content
from ipu_session.report.errors import ReportError, ReportTrouble
from ipu_session.store.errors import known_troubles
from ipu_session.store.journal.open_session import open_again, open_journal
from ipu_session.store.journal.sqlite_journal import SqliteJournal


@dataclass(frozen=True, slots=True)
class Record:
    """The events of a session file with their hashes, and what they make."""

    path: Path
    rows: tuple[Row, ...]
    digests: tuple[str, ...]
    timeline: Timeline

    def basis(self, version: int, register: int = 0) -> Basis:
        """Return what a report of the record at ``version`` rests on, its register as it was at another."""
        read_at = max(version, register)
        later = later_corrections(self.timeline.state_at(version), self.timeline.state_at(read_at))
        return Basis(version, self.digests[version - 1], read_at if later else version, later)

    def final(self, number: int) -> Final:
        """Return a final version; ReportError if there is none of that number."""
        for final in self.session.finals:
            if final.number == number:
                return final
        raise ReportError(ReportTrouble.NO_SUCH_VERSION, str(self.path), f"version {number}")

    @property
    def session(self) -> Session:
        """The session as it stands at the end of the file."""
        return self.timeline.now

    @property
    def is_final(self) -> bool:
        """Whether the record says what the last final version says."""
        now = self.session
        return bool(now.finals) and same_content(self.timeline.state_at(now.finals[-1].version), now)


def read_record(path: Path) -> Record:
    """Return to a command the record of a file, which a window may have open; StoreError if it is none."""
    with lasting():
        return _read(path, open_journal(path, read_only=True))


def compared(session: Session, path: Path) -> Record:
    """Return the record of a file that is open here; ReportError if it does not make this very session."""
    record = _read(path, open_again(path))
    if session.version > record.session.version:
        raise ReportError(ReportTrouble.NOT_ON_DISK, str(path), f"event {session.version}")
    made = record.timeline.state_at(session.version)
    if made != session:
        different = [name for name in Session._fields if getattr(made, name) != getattr(session, name)]
        raise ReportError(ReportTrouble.DIFFERS_FROM_FILE, str(path), ", ".join(different))
    return record


def _read(path: Path, journal: SqliteJournal) -> Record:
    try:
        with known_troubles(path):
            rows = tuple(journal.replay())
            return Record(path, rows, journal.digests()[: len(rows)], Timeline(rows))
    finally:
        journal.close()
