"""Errors of the machine or of a foreign file, which the user can do something about."""

from enum import StrEnum


class UserFacingError(Exception):
    """An operation failed because of the machine or a foreign file, and left nothing half-done.

    ``code`` is turned into a sentence by the user interface and the command line. ``path`` is the file concerned,
    ``location`` the place in it (such as "line 12"), ``detail`` further data, such as the kind of file found ("xlsx");
    each may be empty.
    """

    def __init__(self, code: StrEnum, path: str = "", location: str = "", detail: str = "") -> None:
        super().__init__(f"{code.value}: {path} {location}".strip())
        self.code = code
        self.path = path
        self.location = location
        self.detail = detail
