"""Received files that the user has not yet confirmed, by SHA-256, each with its path."""

from collections.abc import Iterator

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.ui.core.session_bridge import SessionBridge


class UnconfirmedFiles:
    """Files not yet confirmed; a file is removed when it is registered, and added again when that is undone."""

    def __init__(self, bridge: SessionBridge) -> None:
        self._bridge = bridge
        self._files: dict[str, tuple[str, ReceivedFile]] = {}
        self._known_paths: dict[str, str] = {}
        """Path of each file added, by SHA-256, also after its registration."""
        self._last_entries = tuple(bridge.session.contributions.values())

    def __contains__(self, digest: object) -> bool:
        return digest in self._files

    @property
    def files(self) -> list[ReceivedFile]:
        """The files, in the order in which they were added."""
        return [file for _, file in self._files.values()]

    @property
    def paths(self) -> list[str]:
        """The paths of the files; undo may add a file whose path is not known."""
        return [path for path, _ in self._files.values() if path]

    def add(self, path: str, file: ReceivedFile) -> None:
        """Add a file that was read from ``path``."""
        self._known_paths[file.digest] = path
        self._files[file.digest] = (path, file)

    def get(self, digest: str) -> tuple[str, ReceivedFile] | None:
        """Return path and file with this SHA-256; None if there is none."""
        return self._files.get(digest)

    def remove(self, digest: str) -> None:
        """Remove the file with this SHA-256; KeyError if there is none."""
        del self._files[digest]

    def oldest(self) -> Iterator[tuple[str, ReceivedFile]]:
        """Yield path and file of the file that was added first, if there is one."""
        yield from list(self._files.values())[:1]

    def sync_with(self, session: Session, *, rewound: bool) -> list[str]:
        """Remove files that are registered now; if ``rewound``, add files whose registration was undone.

        Return the SHA-256 of each file added.
        """
        registered = {each.digest for each in session.contributions.values()}
        self._files = {digest: each for digest, each in self._files.items() if digest not in registered}
        removed = (
            [each for each in self._last_entries if each.digest and each.digest not in registered] if rewound else []
        )
        self._last_entries = tuple(session.contributions.values())
        return [each.digest for each in removed if each.digest not in self._files and self._restore(each)]

    def _restore(self, entry: Contribution) -> bool:
        data = self._bridge.load_attachment(entry.digest)
        if data is None:
            return False
        file = ReceivedFile(
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
        self._files[entry.digest] = (self._known_paths.get(entry.digest, ""), file)
        return True
