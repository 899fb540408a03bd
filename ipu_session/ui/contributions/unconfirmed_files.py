"""The files that wait to be confirmed, by digest, each with where it was found."""

from collections.abc import Iterator

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.ui.core.session_bridge import SessionBridge


class UnconfirmedFiles:
    """Files leave it when they are registered, and come back when that is undone."""

    def __init__(self, bridge: SessionBridge) -> None:
        self._bridge = bridge
        self._files: dict[str, tuple[str, ReceivedFile]] = {}
        self._known_paths: dict[str, str] = {}
        """Where every file that ever waited was found."""
        self._last_entries = tuple(bridge.session.contributions.values())

    def __contains__(self, digest: object) -> bool:
        return digest in self._files

    @property
    def files(self) -> list[ReceivedFile]:
        """The files, as they came."""
        return [sent for _, sent in self._files.values()]

    @property
    def paths(self) -> list[str]:
        """Where they were found; those that came back from the session itself lie nowhere."""
        return [where for where, _ in self._files.values() if where]

    def add(self, where: str, sent: ReceivedFile) -> None:
        """Let a file wait."""
        self._known_paths[sent.digest] = where
        self._files[sent.digest] = (where, sent)

    def get(self, digest: str) -> tuple[str, ReceivedFile] | None:
        """Return a file that waits, with where it was found."""
        return self._files.get(digest)

    def remove(self, digest: str) -> None:
        """Let a file wait no more."""
        del self._files[digest]

    def oldest(self) -> Iterator[tuple[str, ReceivedFile]]:
        """Yield the file that waits the longest, if one does."""
        yield from list(self._files.values())[:1]

    def sync_with(self, session: Session, *, rewound: bool) -> list[str]:
        """Drop what the register has now; take back what an undo took out of it, and return its digests."""
        known = {each.digest for each in session.contributions.values()}
        self._files = {digest: each for digest, each in self._files.items() if digest not in known}
        gone = [each for each in self._last_entries if each.digest and each.digest not in known] if rewound else []
        self._last_entries = tuple(session.contributions.values())
        return [each.digest for each in gone if each.digest not in self._files and self._restore(each)]

    def _restore(self, entry: Contribution) -> bool:
        data = self._bridge.load_attachment(entry.digest)
        if data is None:
            return False
        sent = ReceivedFile(
            entry.file,
            data,
            entry.digest,
            entry.text,
            entry.words,
            entry.pages,
            language=entry.language,
            title=entry.title,
            delegation=entry.delegation,
        )
        self._files[entry.digest] = (self._known_paths.get(entry.digest, ""), sent)
        return True
