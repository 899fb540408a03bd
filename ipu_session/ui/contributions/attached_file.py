"""The file attached to the contribution form."""

from typing import Self

from msgspec import Struct

from ipu_session.domain.exchange.import_results import ReceivedFile


class AttachedFile(Struct, frozen=True):
    """File in the form (empty without one); ``received`` is None if it is being read or stored in the session."""

    name: str = ""
    digest: str = ""
    text: str = ""
    path: str = ""
    received: ReceivedFile | None = None

    @classmethod
    def from_received(cls, path: str, received: ReceivedFile) -> Self:
        """Return the AttachedFile of a file read from ``path``."""
        return cls(received.name, received.digest, received.text, path, received)

    @property
    def is_being_read(self) -> bool:
        """Whether there is a file that has not been read yet."""
        return bool(self.path) and self.received is None
