"""A finished file never takes another file's place, on a disk with links or without."""

import errno
import os

import pytest

from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.files.atomic_rename import rename_no_replace


@pytest.fixture(params=["links", "no links"])
def finished(request, tmp_path, monkeypatch):
    """A file that waits for its name."""
    if request.param == "no links":

        def refuse(source, target):
            raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(target))

        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / ".finished"
    path.write_text("new")
    return path


def test_it_gets_its_name_where_nothing_is(finished, tmp_path):
    rename_no_replace(finished, tmp_path / "named")
    assert (tmp_path / "named").read_text() == "new"


def test_what_lies_there_already_stays(finished, tmp_path):
    (tmp_path / "named").write_text("old")
    with pytest.raises(StoreError) as refusal:
        rename_no_replace(finished, tmp_path / "named")
    assert refusal.value.code is StoreErrorCode.EXISTS
    assert (tmp_path / "named").read_text() == "old"
    assert finished.read_text() == "new"
