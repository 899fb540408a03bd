"""Troubles of the machine and of other people's files: no fault of ours, and something the user can mend."""

from enum import StrEnum


class UserFacingError(Exception):
    """The machine or a foreign file said no; nothing half-done was left behind.

    ``trouble`` is a code that the screen and the command line turn into a sentence, ``path`` the file it is
    about, ``place`` where in it (such as "line 12"), ``found`` what it is in truth ("xlsx"); each may be
    empty.
    """

    def __init__(self, trouble: StrEnum, path: str = "", place: str = "", found: str = "") -> None:
        super().__init__(f"{trouble.value}: {path} {place}".strip())
        self.code = trouble
        self.path = path
        self.location = place
        self.detail = found
