"""What can go wrong when the record is written out, and is no fault of ours."""

from enum import StrEnum

from ipu_session.domain.user_facing_error import UserFacingError


class ReportErrorCode(StrEnum):
    """One value for each way a file can refuse to be written; the screen turns it into a sentence."""

    NOT_WRITABLE = "not-writable"
    DISK_FULL = "disk-full"
    IN_USE = "in-use"
    IS_A_DIRECTORY = "is-a-directory"
    FOLDER_MISSING = "folder-missing"
    IS_A_SESSION = "is-a-session"
    """A record must never be written over a debate."""
    DIFFERS_FROM_FILE = "differs-from-file"
    """What the program shows is not what the journal on disk makes."""
    NOT_ON_DISK = "not-on-disk"
    """Acts wait for the disk; a report rests on the file."""
    SELF_CHECK_FAILED = "does-not-add-up"
    """The report's own count anew found another figure."""
    NO_SUCH_VERSION = "no-such-version"
    NO_SUCH_LANGUAGE = "no-such-language"
    NO_NAMES_BY_SPEAKER = "no-names-by-speaker"
    DAMAGED = "damaged"
    TEMPLATE_NOT_WORD = "template-not-word"
    TEMPLATE_MACROS = "template-macros"
    TEMPLATE_LINKED_IMAGE = "template-linked-image"
    TEMPLATE_LINKS = "template-links"
    TEMPLATE_OBJECTS = "template-objects"
    TEMPLATE_FIELDS = "template-fields"
    """Fields in a header or footer that fetch something from elsewhere, or run it."""


class ReportError(UserFacingError):
    """The record could not be written; what stood in its place before is as it was."""
