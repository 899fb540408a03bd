"""The built-in directory of delegations."""

from pathlib import Path

import pytest

from ipu_session.domain.model.rules import Category
from ipu_session.importers.delegations import read_delegations
from ipu_session.importers.files.errors import InputFileError
from tests.importers.makers import DIRECTORY, MEMBERS


def test_the_directory_has_every_row_of_the_file_and_no_identity_twice() -> None:
    assert len(DIRECTORY) == len(MEMBERS.read_text("utf-8").splitlines()) - 1
    assert len({delegation.id for delegation in DIRECTORY}) == len(DIRECTORY)


def test_a_delegation_has_its_names_codes_and_groups() -> None:
    [kenya] = [d for d in DIRECTORY if d.iso2 == "KE"]
    assert (kenya.id, kenya.iso3, kenya.name_en, kenya.name_es) == ("KE", "KEN", "Kenya", "Kenya")
    assert kenya.groups == ("African",)
    assert kenya.category is Category.MEMBER


def test_some_parliaments_sit_in_two_groups() -> None:
    assert any(len(delegation.groups) == 2 for delegation in DIRECTORY)


def test_associates_have_a_readable_identity() -> None:
    associates = [d for d in DIRECTORY if d.category is Category.ASSOCIATE]
    assert associates
    assert all(d.id and d.id.isascii() and " " not in d.id for d in associates)


def test_everybody_has_a_name_of_their_own_in_each_language() -> None:
    for language in ("name_en", "name_fr", "name_es", "name_ar"):
        names = [getattr(delegation, language) for delegation in DIRECTORY]
        assert all(names)
        assert len(set(names)) == len(names)


def test_a_row_that_cannot_be_is_named(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("iso2,name_en,status\nKE,Kenya,member\nXX,Nowhere,emperor\n", "utf-8")
    with pytest.raises(InputFileError) as refused:
        read_delegations(path)
    assert (refused.value.code.value, refused.value.location) == ("damaged", "line 3")
