"""Detection of the storage location of a session: local folder, network drive or folder of a sync service."""

import os
import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK_FILE_SYSTEMS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs", "ceph", "glusterfs", "lustre"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs"),
    }
)
_SYNC_MARKER_FILES = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".stfolder", "Syncthing"),
)
"""(file name, service): files that a sync client leaves in the folder that it synchronizes."""
_SYNC_ROOT_VARIABLES = (("OneDrive", "OneDrive"), ("OneDriveCommercial", "OneDrive"), ("OneDriveConsumer", "OneDrive"))
_SYNC_FOLDER_NAMES = re.compile(
    r"(onedrive)(?: - .+)?|(dropbox)(?: \(.+\))?|(google ?drive|my drive|googledrive-.+)|(nextcloud)"
    r"|(owncloud)|(icloud ?drive|mobile documents|com~apple~clouddocs)",
    re.IGNORECASE,
)
_SYNC_SERVICES = ("OneDrive", "Dropbox", "Google Drive", "Nextcloud", "ownCloud", "iCloud Drive")
_REMOTE_DRIVE = 4
"""``DRIVE_REMOTE``, a return value of ``GetDriveTypeW``."""


class StorageKind(StrEnum):
    """Kind of storage: local disk, network drive, or folder of a sync service."""

    LOCAL = "local"
    NETWORK = "network"
    SYNC = "sync"


class StorageLocation(Struct, frozen=True):
    """Kind of a folder's storage, and the name of the network file system, network drive or sync service."""

    kind: StorageKind
    name: str = ""


def detect_storage_location(
    session: Path, mounts: str | None = None, environment: Mapping[str, str] = os.environ
) -> StorageLocation:
    """Return the storage location of a session's folder; LOCAL if no network drive or sync service is recognized.

    ``mounts``, if not None, is used instead of the content of ``/proc/self/mountinfo``.
    """
    folder = session.resolve().parent
    service = _detect_sync_service(folder, environment)
    if service:
        return StorageLocation(StorageKind.SYNC, service)
    if sys.platform == "win32":
        network = _detect_windows_network_drive(folder)
    else:
        network = _detect_network_file_system(folder, _read_mounts() if mounts is None else mounts)
    return StorageLocation(StorageKind.NETWORK, network) if network else StorageLocation(StorageKind.LOCAL)


def find_conflict_copies(session: Path) -> tuple[Path, ...]:
    """Return the files beside a session whose names are those of its conflict copies, sorted.

    A sync service makes a conflict copy when two machines have changed the same file.
    """
    stem, suffix = re.escape(session.stem), re.escape(session.suffix)
    pattern = re.compile(
        rf"{stem}[ ._(-]*(?:.*\b(?:conflict|conflicted copy|sync-conflict|copie en conflit)\b.*){suffix}"
        rf"|{stem}-[A-Za-z0-9-]*(?:PC|LAPTOP|DESKTOP)[A-Za-z0-9-]*(?:-\d+)?{suffix}",
        re.IGNORECASE,
    )
    try:
        return tuple(sorted(path for path in session.parent.iterdir() if pattern.fullmatch(path.name)))
    except OSError:
        return ()


def _detect_sync_service(folder: Path, environment: Mapping[str, str]) -> str:
    for variable, service in _SYNC_ROOT_VARIABLES:
        root = environment.get(variable)
        if root and folder.is_relative_to(root):
            return service
    for part in (folder, *folder.parents):
        match = _SYNC_FOLDER_NAMES.fullmatch(part.name)
        if match is not None:
            return next(name for name, group in zip(_SYNC_SERVICES, match.groups(), strict=True) if group)
        for marker, service in _SYNC_MARKER_FILES:
            if part != part.parent and os.path.lexists(part / marker):
                return service
    return ""


def _read_mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""


def _detect_network_file_system(folder: Path, mounts: str) -> str:
    """Return the network file system of the longest mount point that contains ``folder``; "" if it is local."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        mount = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4]))
        if folder.is_relative_to(mount) and len(mount.parts) >= best:
            best, kind = len(mount.parts), after.split(" ")[0]
    return kind if kind in _NETWORK_FILE_SYSTEMS else ""


def _detect_windows_network_drive(folder: Path) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    if folder.drive.startswith("\\\\"):
        return folder.drive
    remote = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == _REMOTE_DRIVE
    return folder.drive if remote else ""
