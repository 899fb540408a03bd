"""The file attached to the contribution form."""

from dataclasses import dataclass

from ipu_session.domain.exchange.import_results import ReceivedFile


@dataclass(frozen=True, slots=True)
class FormFile:
    """File in the form; ``sent`` is None for a file stored in the session or still being read."""

    name: str = ""
    digest: str = ""
    text: str = ""
    path: str = ""
    sent: ReceivedFile | None = None


def form_file(path: str, sent: ReceivedFile) -> FormFile:
    """Return a received file as a `FormFile`."""
    return FormFile(sent.name, sent.digest, sent.text, path, sent)
