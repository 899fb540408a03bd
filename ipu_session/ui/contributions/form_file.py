"""The file of a contribution while it stands in the form."""

from dataclasses import dataclass

from ipu_session.domain.exchange.import_results import ReceivedFile


@dataclass(frozen=True, slots=True)
class FormFile:
    """The file in the form; ``sent`` is None for one that is in the session, or is being read again."""

    name: str = ""
    digest: str = ""
    text: str = ""
    path: str = ""
    sent: ReceivedFile | None = None


def form_file(path: str, sent: ReceivedFile) -> FormFile:
    """Return a file that was read, as the form holds it."""
    return FormFile(sent.name, sent.digest, sent.text, path, sent)
