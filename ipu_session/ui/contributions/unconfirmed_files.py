"""The files that wait to be confirmed, by digest, each with where it was found."""

from collections.abc import Iterator

from ipu_session.domain.exchange.import_results import SentFile
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.ui.core.session_bridge import Bridge


class Unconfirmed:
    """Files leave it when they are registered, and come back when that is undone."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._sent: dict[str, tuple[str, SentFile]] = {}
        self._paths: dict[str, str] = {}
        """Where every file that ever waited was found."""
        self._entries = tuple(bridge.session.contributions.values())

    def __contains__(self, digest: object) -> bool:
        return digest in self._sent

    @property
    def files(self) -> list[SentFile]:
        """The files, as they came."""
        return [sent for _, sent in self._sent.values()]

    @property
    def paths(self) -> list[str]:
        """Where they were found; those that came back from the session itself lie nowhere."""
        return [where for where, _ in self._sent.values() if where]

    def add(self, where: str, sent: SentFile) -> None:
        """Let a file wait."""
        self._paths[sent.digest] = where
        self._sent[sent.digest] = (where, sent)

    def get(self, digest: str) -> tuple[str, SentFile] | None:
        """Return a file that waits, with where it was found."""
        return self._sent.get(digest)

    def remove(self, digest: str) -> None:
        """Let a file wait no more."""
        del self._sent[digest]

    def first(self) -> Iterator[tuple[str, SentFile]]:
        """Yield the file that waits the longest, if one does."""
        yield from list(self._sent.values())[:1]

    def follow(self, session: Session, *, rewound: bool) -> list[str]:
        """Drop what the register has now; take back what an undo took out of it, and return its digests."""
        known = {each.digest for each in session.contributions.values()}
        self._sent = {digest: each for digest, each in self._sent.items() if digest not in known}
        gone = [each for each in self._entries if each.digest and each.digest not in known] if rewound else []
        self._entries = tuple(session.contributions.values())
        return [each.digest for each in gone if each.digest not in self._sent and self._take_back(each)]

    def _take_back(self, entry: Contribution) -> bool:
        data = self._bridge.kept_file(entry.digest)
        if data is None:
            return False
        sent = SentFile(
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
        self._sent[entry.digest] = (self._paths.get(entry.digest, ""), sent)
        return True
