"""A network or sync folder is recognised, and the conflict copies of a session in it."""

from pathlib import Path

import pytest

from ipu_session.store.files.storage_kind import (
    StorageKind,
    StorageLocation,
    detect_storage_location,
    find_conflict_copies,
)

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / {net} rw,relatime shared:2 - {kind} server:/share rw
41 22 0:41 / {other} rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_mount_of_the_network_is_recognised(tmp_path: Path, kind: str) -> None:
    net = tmp_path / "with space"
    inside = net / "debates"
    inside.mkdir(parents=True)
    mounts = MOUNTS.format(net=str(net).replace(" ", "\\040"), kind=kind, other=tmp_path / "other")
    assert detect_storage_location(inside / "d.ipusession", mounts, {}) == StorageLocation(StorageKind.NETWORK, kind)
    assert detect_storage_location(tmp_path / "d.ipusession", mounts, {}) == StorageLocation(StorageKind.LOCAL)


def test_a_local_disk_below_a_network_mount_is_local(tmp_path: Path) -> None:
    mounts = MOUNTS.format(net=tmp_path, kind="nfs4", other=tmp_path / "local")
    (tmp_path / "local").mkdir()
    assert detect_storage_location(tmp_path / "local" / "d.ipusession", mounts, {}).kind is StorageKind.LOCAL


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive - Parliament", "OneDrive"),
        ("Dropbox (IPU)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Mobile Documents", "iCloud Drive"),
    ],
)
def test_a_sync_folder_is_recognised_by_its_name(tmp_path: Path, name: str, service: str) -> None:
    (tmp_path / name / "debates").mkdir(parents=True)
    assert detect_storage_location(tmp_path / name / "debates" / "d.ipusession", "", {}) == StorageLocation(
        StorageKind.SYNC, service
    )


@pytest.mark.parametrize(("marker", "service"), [(".dropbox.cache", "Dropbox"), (".nextcloudsync.log", "Nextcloud")])
def test_a_sync_folder_is_recognised_by_what_lies_in_it(tmp_path: Path, marker: str, service: str) -> None:
    (tmp_path / marker).touch()
    assert detect_storage_location(tmp_path / "d.ipusession", "", {}).name == service


def test_a_sync_folder_is_recognised_by_the_environment(tmp_path: Path) -> None:
    assert detect_storage_location(tmp_path / "d.ipusession", "", {"OneDrive": str(tmp_path)}).name == "OneDrive"
    assert detect_storage_location(tmp_path / "d.ipusession", "", {"OneDrive": "/elsewhere"}).kind is StorageKind.LOCAL


def test_conflict_copies_are_told_from_other_sessions(tmp_path: Path) -> None:
    names = (
        "d (conflicted copy 2026-11-27 101112).ipusession",
        "d (Anna's conflicted copy).ipusession",
        "d.sync-conflict-20261127-101112-ABCDEFG.ipusession",
        "d-LAPTOP-7.ipusession",
        "d (copie en conflit).ipusession",
    )
    for name in (*names, "d.ipusession", "dear.ipusession", "d-2.ipusession", "conflict.ipusession"):
        (tmp_path / name).touch()
    assert {found.name for found in find_conflict_copies(tmp_path / "d.ipusession")} == set(names)
