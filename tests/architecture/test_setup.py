"""What `make` does where something is lacking: it says what and why, asks nothing, and installs only that."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.narrowing import not_none

_PLAIN_TOOLS = ("cat", "cksum", "dirname", "env", "find", "grep", "head", "rm", "sh")
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}


class Machine:
    """A machine with a few commands, which writes down what it was told to install."""

    def __init__(self, folder: Path) -> None:
        self.commands = folder / "bin"
        self.commands.mkdir()
        self.told = folder / "told"
        self.clone = folder / "a clone"
        shutil.copytree(ROOT / "tools", self.clone / "tools")
        for name in _PLAIN_TOOLS:
            (self.commands / name).symlink_to(not_none(shutil.which(name)))
        self.answers("id", "echo 0")
        self.answers("python3", "exit 1")
        self.has_libraries(_LIBRARIES)

    def answers(self, name: str, line: str) -> None:
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        path.chmod(0o755)

    def has_libraries(self, names: Iterable[str]) -> None:
        self.answers("ldconfig", "\n".join(f"echo '{name} (libc6) => /lib/{name}'" for name in names))

    def has_apt(self, line: str = ":") -> None:
        self.answers("apt-get", f'echo "$@" >> "{self.told}"\n{line}')

    def setup(self, purpose: str = "run", **environment: str) -> tuple[int, str, str]:
        done = subprocess.run(
            ["sh", "tools/setup.sh", purpose],
            cwd=self.clone,
            env={"PATH": str(self.commands), "HOME": str(self.clone), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def installed(self) -> list[str]:
        """The packages that apt-get was told to install, without any question."""
        lines = [line.split() for line in self.told.read_text("utf-8").splitlines() if " install " in line]
        assert all("-y" in line and "--no-install-recommends" in line for line in lines)
        return [word for line in lines for word in line[line.index("install") + 1 :]]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """It lacks nothing but a Python of its own."""
    return Machine(tmp_path)


@pytest.mark.parametrize(("library", "package"), _LIBRARIES.items())
def test_a_missing_library_is_named_and_its_package_installed(machine: Machine, library: str, package: str) -> None:
    machine.has_libraries(_LIBRARIES.keys() - {library})
    machine.has_apt()
    _, said, _ = machine.setup()
    assert f"{package}: no {library} (Qt starts with it)" in said
    assert machine.installed() == [package, "python3-venv"]


def test_window_libraries_are_asked_for_only_where_there_is_a_display(machine: Machine) -> None:
    machine.has_apt()
    machine.setup()
    assert machine.installed() == ["python3-venv"]
    machine.setup(DISPLAY=":0")
    assert "libxcb-cursor0" in machine.installed()


def test_the_checks_need_a_virtual_screen_and_a_reader_of_the_report(machine: Machine) -> None:
    machine.has_apt()
    machine.setup("test")
    assert {
        "xvfb",
        "xserver-xorg-core",
        "openbox",
        "dbus",
        "xdotool",
        "x11-xkb-utils",
        "libreoffice-writer-nogui",
        "poppler-utils",
        "strace",
    } <= set(machine.installed())


def test_without_apt_the_machine_is_told_what_it_lacks(machine: Machine) -> None:
    machine.has_libraries(())
    status, said, wrong = machine.setup()
    assert status == 1
    assert all(package in said for package in _LIBRARIES.values())
    assert "no apt-get here" in wrong


def test_without_root_and_without_sudo_the_command_to_give_is_said(machine: Machine) -> None:
    machine.has_apt()
    machine.answers("id", "echo 1000")
    status, _, wrong = machine.setup()
    assert status == 1
    assert "please run as root: apt-get install --no-install-recommends python3-venv" in wrong


def test_without_root_it_is_installed_by_sudo(machine: Machine) -> None:
    machine.has_apt()
    machine.answers("id", "echo 1000")
    machine.answers("sudo", f'echo sudo >> "{machine.told}"\nexec "$@"')
    machine.setup()
    assert machine.told.read_text("utf-8").startswith("sudo\n")
    assert machine.installed() == ["python3-venv"]


def test_a_refusal_of_apt_is_said(machine: Machine) -> None:
    machine.has_apt("exit 100")
    status, said, wrong = machine.setup()
    assert status == 1
    assert "could not all be renewed" in said
    assert "apt-get could not install: python3-venv" in wrong


def test_a_python_that_is_too_old_is_said(machine: Machine) -> None:
    machine.has_apt()
    machine.answers("python3", '[ "$1" = -V ] && echo Python 3.9.2; exit 1')
    status, _, wrong = machine.setup()
    assert status == 1
    assert "no Python from 3.11 on was found, and Python 3.9.2 will not do." in wrong
