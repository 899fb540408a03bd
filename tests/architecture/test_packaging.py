"""What is packed, what it is made with, and what is written about it."""

import os
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import ipu_session
from tests.architecture.source import ROOT, settings

PROJECT = settings()["project"]
LOCKED = re.sub(r"^#.*\n", "", (ROOT / "requirements.lock").read_text("utf-8"), flags=re.MULTILINE)
ENTRIES = [entry.split(" --hash=") for entry in LOCKED.replace("\\\n", "").splitlines()]
PINS = [Requirement(" ".join(entry[0].split())) for entry in ENTRIES]
LOCK = {
    canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
    for pin in PINS
    if pin.marker is None or pin.marker.evaluate()
}
RESOURCES = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]


def requirements(python: str) -> list[Requirement]:
    """What pyproject.toml asks for on that Python, for use and for the checks."""
    asked = [Requirement(text) for text in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]
    return [r for r in asked if r.marker is None or r.marker.evaluate({"python_version": python})]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture
def unpacked(wheel: Path, tmp_path: Path) -> Path:
    """The wheel as an installer lays it down, in a folder with a space and an accent."""
    folder = tmp_path / "programmes installés"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_every_resource_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = [path.relative_to(ROOT / "resources").as_posix() for path in RESOURCES]
    assert {f"ipu_session/_resources/{path}" for path in wanted} <= names


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert tops == {"ipu_session", f"ipu_session-{ipu_session.__version__}.dist-info"}


def test_the_installed_program_finds_its_own_resources(unpacked: Path, tmp_path: Path) -> None:
    code = "from ipu_session.app import paths; print(paths.resources_dir())"
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == str(unpacked / "ipu_session" / "_resources")


def test_the_command_leads_to_the_program() -> None:
    assert PROJECT["scripts"] == {"ipu-session": "ipu_session.app.main:main"}


@pytest.mark.parametrize(
    ("python", "release", "sound"),
    [
        ("3.11", "6.8.3", True),
        ("3.11", "6.10.1", False),
        ("3.11", "6.11.3", True),
        ("3.11", "6.12.0", False),
        ("3.12", "6.10.1", False),
        ("3.12", "6.12.0", True),
        ("3.13", "6.8.2", False),
    ],
)
def test_releases_of_pyside_that_abort_are_refused(python: str, release: str, sound: bool) -> None:
    asked = [r for r in requirements(python) if r.name == "PySide6-Essentials"]
    assert len(asked) == 1
    assert asked[0].specifier.contains(release) is sound


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_has_an_exact_version_of_all_that_is_asked_for(python: str) -> None:
    for asked in requirements(python):
        version = LOCK[canonicalize_name(asked.name)]
        assert asked.specifier.contains(version), f"{asked} is locked at {version}"


def test_the_lock_has_the_hashes_of_every_package_and_pip_is_told_to_ask_for_them() -> None:
    assert len(ENTRIES) > 40
    for (pinned, *hashes), pin in zip(ENTRIES, PINS, strict=True):
        assert len(pin.specifier) == 1, pinned
        assert str(pin.specifier).startswith("=="), pinned
        assert hashes, pinned
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each.strip()) for each in hashes), pinned
    assert "--require-hashes -r requirements.lock" in (ROOT / "tools" / "setup.sh").read_text("utf-8")


def test_the_wheel_carries_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [each for each in archive.namelist() if each.endswith(".dist-info/METADATA")]
        told = archive.read(name).decode("utf-8").partition("\n\n")[0].splitlines()
        text = archive.read(name.replace("METADATA", "licenses/LICENSE"))
    assert {"License-Expression: MIT", "License-File: LICENSE"} <= set(told)
    assert text == (ROOT / "LICENSE").read_bytes()


def test_the_lock_is_complete() -> None:
    """But for pip, which comes with the virtual environment."""
    for name in LOCK:
        for text in metadata.requires(name) or ():
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert canonicalize_name(needed.name) in {*LOCK, "pip"}, f"{name} needs {needed}"


def test_these_tests_ran_with_what_the_lock_says() -> None:
    assert {name: metadata.version(name) for name in LOCK} == LOCK


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    heads = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", text, re.MULTILINE)
    assert heads[0] == ("Unreleased", "")
    released = [Version(name) for name, day in heads[1:] if day]
    assert released == sorted(released, reverse=True)
    # The version of the code is the one being worked on, or the one just released.
    assert not released or released[0] <= Version(ipu_session.__version__)


def test_decisions_are_numbered_without_gap_and_named_by_their_number() -> None:
    notes = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(note.name[:4]) for note in notes] == list(range(1, len(notes) + 1))
    for note in notes:
        assert note.read_text("utf-8").startswith(f"# {note.name[:4]} "), note.name


def test_the_index_of_decisions_has_each_note_with_its_title_and_status() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    for note in sorted(folder.glob("[0-9]*.md")):
        title = note.read_text("utf-8").partition("\n")[0].removeprefix(f"# {note.name[:4]} ")
        assert f"[{note.name[:4]}]({note.name})" in index, note.name
        assert title in index, note.name


def test_links_between_the_documents_lead_somewhere() -> None:
    link = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
        for target in link.findall(page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []
