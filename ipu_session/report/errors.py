"""Errors in writing reports and exports that are not caused by a defect of the program."""

from enum import StrEnum

from ipu_session.domain.user_facing_error import UserFacingError


class ReportErrorCode(StrEnum):
    """Reasons why a report or export cannot be written; the UI translates each to a sentence."""

    NOT_WRITABLE = "not-writable"
    DISK_FULL = "disk-full"
    IN_USE = "in-use"
    IS_A_DIRECTORY = "is-a-directory"
    FOLDER_MISSING = "folder-missing"
    IS_A_SESSION = "is-a-session"
    """A report must never replace a session file."""
    DIFFERS_FROM_FILE = "differs-from-file"
    """The session in memory differs from the journal on disk."""
    NOT_ON_DISK = "not-on-disk"
    """Events are not written to disk yet, and a report is based on the session file."""
    SELF_CHECK_FAILED = "does-not-add-up"
    """The self-check found a difference between report and session."""
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
    """A field in a header or footer that fetches content or runs code."""


class ReportError(UserFacingError):
    """A report or export cannot be written; an existing file in its place is unchanged."""
