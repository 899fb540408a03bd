"""What went wrong, as one line for the terminal; the sentences are the window's own."""

import sys
from typing import NoReturn

from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.strings import list_import_messages
from ipu_session.ui.strings.label_tables import REASONS, TROUBLES


def refuse(line: str) -> NoReturn:
    """Say no in one line, and end."""
    sys.stderr.write(f"ipu-session: {one_line(line)}\n")
    sys.exit(1)


def line_of(error: TroubleError | RejectedError) -> str:
    """Return one line that names the file, the place, and what to do."""
    if isinstance(error, RejectedError):
        return REASONS[error.reason.value]
    sentence = list_import_messages.trouble(error, str) or TROUBLES.get(
        error.trouble.value, TROUBLES["unknown"]
    )
    place = ", ".join(part for part in (error.path, error.place) if part)
    return one_line(f"{place}: {sentence}" if place else sentence)


def one_line(text: str) -> str:
    """Return text that is one line and that every terminal takes."""
    return "".join(c if c.isprintable() else " " for c in text).encode("utf-8", "replace").decode()
