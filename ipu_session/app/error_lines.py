"""Error messages as one line for the terminal; the texts are those of the window."""

import sys
from typing import NoReturn

from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.strings import list_import_messages
from ipu_session.ui.strings.message_tables import ERROR_MESSAGES, REJECTION_MESSAGES


def exit_with_error(line: str) -> NoReturn:
    """Write "ipu-session: ``line``" to standard error, as one line, and exit with status 1."""
    sys.stderr.write(f"ipu-session: {to_single_line(line)}\n")
    sys.exit(1)


def format_error(error: UserFacingError | RejectedError) -> str:
    """Return the message of an error as one line, after the file and the place in it, if the error has them."""
    if isinstance(error, RejectedError):
        return REJECTION_MESSAGES[error.reason.value]
    sentence = list_import_messages.format_list_error(error, str) or ERROR_MESSAGES.get(
        error.code.value, ERROR_MESSAGES["unknown"]
    )
    place = ", ".join(part for part in (error.path, error.location) if part)
    return to_single_line(f"{place}: {sentence}" if place else sentence)


def to_single_line(text: str) -> str:
    """Return the text as one line: unprintable characters become spaces, lone surrogates question marks."""
    return (
        "".join(character if character.isprintable() else " " for character in text).encode("utf-8", "replace").decode()
    )
