"""Why a file of somebody else cannot be read. The screen and the command line make sentences of it."""

from enum import StrEnum

from ipu_session.domain.user_facing_error import UserFacingError


class InputErrorCode(StrEnum):
    """One value for each thing that the user can be told about a file."""

    MISSING = "missing"
    IS_A_DIRECTORY = "is-a-directory"
    NOT_A_FILE = "not-a-file"
    """A pipe, a device, a socket: reading it might never end."""
    NOT_PERMITTED = "not-permitted"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_TEXT = "not-text"
    WRONG_KIND = "wrong-kind"
    """``found`` says what the file is in truth."""
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    DTD = "dtd"
    """A part of the file defines words of its own, as only hostile or broken files do."""
    ENCODING_UNKNOWN = "encoding-unknown"
    NO_CIPHER = "no-cipher"
    """Encrypted in a way that this program cannot undo, perhaps without any password."""
    NO_HEADING_ROW = "no-heading-row"
    NO_SPEAKERS = "no-speakers"
    NOT_A_LIST = "not-a-list"
    """``found`` says what the file is; a speakers list is wanted."""
    NO_SUCH_SHEET = "no-such-sheet"
    """``found`` names the sheets that there are."""
    NO_TABLE = "no-table"
    """A Word document without a table."""


class InputFileError(UserFacingError):
    """A foreign file cannot be read."""
