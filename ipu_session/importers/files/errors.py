"""Error codes of input files; the window and the command line have a message for each."""

from enum import StrEnum

from ipu_session.domain.user_facing_error import UserFacingError


class InputErrorCode(StrEnum):
    """Reason why an input file cannot be read; for some reasons the error's ``detail`` says more."""

    MISSING = "missing"
    IS_A_DIRECTORY = "is-a-directory"
    NOT_A_FILE = "not-a-file"
    """A pipe, a device or a socket: reading it may block for ever."""
    NOT_PERMITTED = "not-permitted"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_TEXT = "not-text"
    WRONG_KIND = "wrong-kind"
    """The kind of the file is not accepted, or its extension is that of another kind; ``detail`` is the kind."""
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    DTD = "dtd"
    """An XML part has, or may hide, a document type definition, which only hostile or broken files have."""
    ENCODING_UNKNOWN = "encoding-unknown"
    NO_CIPHER = "no-cipher"
    """Encrypted with a cipher that this program does not support, possibly with an empty password."""
    NO_HEADING_ROW = "no-heading-row"
    NO_SPEAKERS = "no-speakers"
    NOT_A_LIST = "not-a-list"
    """A speakers list is expected; ``detail`` is the kind of the file."""
    NO_SUCH_SHEET = "no-such-sheet"
    """``detail`` lists the names of the visible sheets."""
    NO_TABLE = "no-table"
    """The Word document has no table."""


class InputFileError(UserFacingError):
    """An input file cannot be read."""
