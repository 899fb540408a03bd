"""What a user meets in a folder of somebody else's; run by test_two_users.

Whoever is root becomes nobody for it; to anybody else the files are closed by their own permissions.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from ipu_session.app.error_lines import format_error
from ipu_session.store.errors import StoreError
from ipu_session.store.files.lock import is_session_locked, lock_path, remove_lock
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.maintenance.backups import Backups
from ipu_session.store.maintenance.integrity import check_file
from tests.store.files import a_file

ROOT = os.geteuid() == 0
NOBODY = 65534

Act = tuple[Callable[..., object], *tuple[object, ...]]
"""A function and its arguments."""


def as_another(*acts: Act) -> list[list[str]]:
    """Do these as another user; return what was said of each, with its trouble."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if ROOT:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.write(writer, json.dumps([said(*act) for act in acts]).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        text = told.read()
    assert os.waitpid(child, 0)[1] == 0
    answers: list[list[str]] = json.loads(text)
    return answers


def said(act: Callable[..., object], *arguments: object) -> list[str]:
    try:
        found = act(*arguments)
    except StoreError as error:
        return [error.code.value, format_error(error)]
    return ["", str(found)]


def closed(path: Path, mode: int) -> None:
    """Leave another user so much of a file or folder; where we are the same user, as much of our own."""
    path.chmod(mode if ROOT else (mode & 0o7) << 6)


def a_lock(folder: Path, path: Path) -> list[list[str]]:
    """Somebody has the session open."""
    journal = open_journal(path)
    closed(path, 0o666)
    closed(lock_path(path), 0o600)
    told = as_another((open_journal, path), (remove_lock, path), (is_session_locked, path), (check_file, path))
    lock_path(path).chmod(0o600)
    journal.close()
    return told


def a_file_that_may_not_be_read(folder: Path, path: Path) -> list[list[str]]:
    closed(path, 0o600)
    folder.chmod(0o777)
    return as_another((open_journal, path), (check_file, path), (create_session_file, path))


def a_file_that_may_only_be_read(folder: Path, path: Path) -> list[list[str]]:
    closed(path, 0o644)
    folder.chmod(0o777)
    return as_another((open_journal, path), (check_file, path))


def a_folder_that_may_only_be_read(folder: Path, path: Path) -> list[list[str]]:
    [backup] = Backups(folder.parent, path).list_all()
    closed(path, 0o666)
    closed(folder, 0o755)
    told = as_another(
        (open_journal, path),
        (check_file, path),
        (create_session_file, folder / "new.ipusession"),
        (Backups(folder.parent, path).restore, backup, 0),
    )
    folder.chmod(0o755)
    return told


def a_folder_that_may_not_be_entered(folder: Path, path: Path) -> list[list[str]]:
    closed(folder, 0o700)
    told = as_another((open_journal, path), (create_session_file, folder / "new.ipusession"))
    folder.chmod(0o755)
    return told


PLACES = (
    a_lock,
    a_file_that_may_not_be_read,
    a_file_that_may_only_be_read,
    a_folder_that_may_only_be_read,
    a_folder_that_may_not_be_entered,
)


def met(place: Callable[[Path, Path], list[list[str]]], folder: Path) -> tuple[list[list[str]], bool]:
    """What was said there, and whether everything was as before."""
    folder.mkdir()
    path = a_file(folder / "d.ipusession")
    Backups(folder.parent, path).create_backup(0)
    if ROOT:
        for found in (folder.parent / "backups").rglob("*"):
            os.chown(found, NOBODY, NOBODY)
    before = path.read_bytes()
    told = place(folder, path)
    path.chmod(0o600)
    same = path.read_bytes() == before and [found.name for found in folder.iterdir()] == [path.name]
    return told, same


if __name__ == "__main__":
    top = Path(sys.argv[1])
    print(json.dumps({place.__name__: met(place, top / place.__name__) for place in PLACES}))
