"""The file attached to the contribution form."""

from dataclasses import dataclass
from typing import Self

from ipu_session.domain.exchange.import_results import ReceivedFile


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """File in the form; ``received`` is None for a file stored in the session or still being read."""

    name: str = ""
    digest: str = ""
    text: str = ""
    path: str = ""
    received: ReceivedFile | None = None

    @classmethod
    def from_received(cls, path: str, received: ReceivedFile) -> Self:
        """Return the form's value of a received file."""
        return cls(received.name, received.digest, received.text, path, received)

    @property
    def is_being_read(self) -> bool:
        """Whether the file has not been read yet."""
        return bool(self.path) and self.received is None
