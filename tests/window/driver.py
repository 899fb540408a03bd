"""Drives the real program in a window on a virtual X server, by key events from xdotool."""

import os
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.narrowing import not_none
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
_XORG = """
Section "ServerFlags"
    Option "AutoAddDevices" "false"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 64000
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
    Modeline "1366x768" 85.25 1366 1440 1576 1784 768 771 781 798
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "1366x768" "1024x768"
        Virtual 4098 1536
    EndSubSection
EndSection
"""
"""Configuration of Xorg with the dummy video driver, whose outputs are named DUMMY0, DUMMY1 …"""
WINDOW_MANAGERS = {
    "openbox": ["openbox", "--sm-disable"],
    "metacity": ["metacity", "--sm-disable", "--no-composite"],
    "xfwm4": ["xfwm4", "--compositor=off"],
}
"""Commands that start each supported window manager without a desktop environment."""


class Screen:
    """Xvfb with a window manager, whose own home directory excludes a user's key bindings and themes.

    Without a window manager, Qt is not informed when another window takes the focus.
    """

    def __init__(self, size: str = "1366x768x24", window_manager: str = "openbox") -> None:
        self._home = tempfile.TemporaryDirectory(prefix="window-manager-")
        self._server, self.display = _started(self._command(size))
        self.programs: list[Program] = []
        # é gets a key of its own: for an unmapped letter xdotool remaps a key temporarily, and loses it under load.
        own = self._environment = {
            **os.environ,
            "DISPLAY": self.display,
            "HOME": self._home.name,
            "XDG_CONFIG_HOME": self._home.name,
        }
        subprocess.run(["xmodmap", "-e", "keycode 255 = eacute"], env=own, check=True)
        self._manager = subprocess.Popen(
            WINDOW_MANAGERS[window_manager], env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait_for_manager(own)

    def _command(self, size: str) -> list[str]:
        return ["Xvfb", "-screen", "0", size]

    def clear(self) -> None:
        """Kill every program still running, since it would receive the keys meant for the next one."""
        for program in self.programs:
            if program.process.poll() is None:
                program.kill()
        self.programs.clear()

    def active_window(self) -> str:
        """Return the title of the active window, as reported by the window manager."""
        return self._run("xdotool", "getactivewindow", "getwindowname").strip()

    def places(self, title: str) -> list[tuple[int, int, int, int]]:
        """Return left, top, width and height in pixels of each visible window with that title."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        found = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        return [self._place(window) for window in found.stdout.split()]

    def wait_for_places(self, title: str, expected: list[tuple[int, int, int, int]]) -> None:
        """Wait until the visible windows with that title have these geometries."""
        until = time.monotonic() + PATIENCE_S
        while self.places(title) != expected:
            assert time.monotonic() < until, f"{title} is at {self.places(title)}, not at {expected}"
            time.sleep(0.05)

    def wait_for_window(self, title: str) -> None:
        """Wait until a window with that title is visible."""
        until = time.monotonic() + PATIENCE_S
        while not self.places(title):
            assert time.monotonic() < until, f"no window {title}"
            time.sleep(0.05)

    def wait_until_active(self, title: str, *, is_active: bool) -> None:
        """Wait until the title of the active window contains ``title``, or does not."""
        until = time.monotonic() + PATIENCE_S
        while not (active := self._active_title()) or (title in active) is not is_active:
            assert time.monotonic() < until, f"active: {active}"
            time.sleep(0.05)

    def _active_title(self) -> str:
        """Return the title of the active window; empty while none is active."""
        command = ["xdotool", "getactivewindow", "getwindowname"]
        found = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        return found.stdout.strip()

    def point_at(self, x: int, y: int) -> None:
        """Move the pointer; window managers open a new window on the screen with the pointer."""
        self._run("xdotool", "mousemove", str(x), str(y))

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a position of the screen, in pixels."""
        self._run("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def move(self, title: str, x: int, y: int) -> None:
        """Move the visible window with that title, as the user does with the mouse."""
        self._run("xdotool", "search", "--onlyvisible", "--name", title, "windowmove", str(x), str(y))

    def _place(self, window: str) -> tuple[int, int, int, int]:
        told = dict(line.split("=") for line in self._run("xdotool", "getwindowgeometry", "--shell", window).split())
        return int(told["X"]), int(told["Y"]), int(told["WIDTH"]), int(told["HEIGHT"])

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=True, timeout=PATIENCE_S
        )
        return done.stdout

    def close(self) -> None:
        """Terminate the window manager, then the X server; both have ended on return."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()
        self._home.cleanup()

    def _wait_for_manager(self, environment: dict[str, str]) -> None:
        """Wait until the window manager runs, that is, until EWMH's number of desktops can be read."""
        until = time.monotonic() + PATIENCE_S
        command = ["xdotool", "get_num_desktops"]
        while subprocess.run(command, env=environment, capture_output=True, check=False).returncode:
            assert self._manager.poll() is None, "the window manager has ended"
            assert time.monotonic() < until, "the window manager does not answer"
            time.sleep(0.05)


class Outputs(Screen):
    """Xorg with outputs that can be connected, mirrored and disconnected; initially only the first is on."""

    FIRST, SECOND, THIRD = "DUMMY0", "DUMMY1", "DUMMY2"

    def set(self, output: str, *words: str) -> None:
        """Change an output with options of xrandr: ``--off``, ``--same-as DUMMY0``, ``--mode 1024x768`` …"""
        self._run("xrandr", "--output", output, *words)

    def plug(self, output: str, *words: str, mode: str = "1366x768") -> None:
        """Switch an output on, at a position such as ``--right-of DUMMY0``."""
        self._run("xrandr", "--addmode", output, mode)
        self.set(output, "--mode", mode, *words)

    def _command(self, size: str) -> list[str]:
        config, log = Path(self._home.name) / "xorg.conf", Path(self._home.name) / "xorg.log"
        config.write_text(_XORG, "utf-8")
        return ["Xorg", "-config", str(config), "-logfile", str(log), "-noreset", "-novtswitch", "-sharevts"]


class Program:
    """The program running on a screen; it prints the session version after each commit (``traced_program.py``)."""

    def __init__(self, screen: Screen, path: Path | None, home: Path, more: dict[str, str] | None = None) -> None:
        environment = {
            **os.environ,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PYTHONPATH": str(ROOT),
            **(more or {}),
        }
        self.environment = environment
        screen.programs.append(self)
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("traced_program.py")), *([str(path)] if path else [])],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        self._said = b""
        assert self.wait_for("ready"), self.errors()
        self.start_cost_s = _processor_s(self.process.pid)
        self.wait_for_window(".*IPU Session")

    def keys(self, *names: str) -> None:
        """Press keys one after another, such as ``F5``, ``ctrl+2``, ``Return``."""
        self._xdotool("key", "--delay", "15", *names)

    def act(self, *names: str) -> None:
        """Press keys that execute commands; wait for the commit of each before the next is pressed.

        The version is read before the key is pressed: the commit may be reported before the key is released.
        """
        for name in names:
            before = self.told()
            self.keys(name)
            self.wait_until(before + 1)

    def type(self, text: str, key_ms: int = 15) -> None:
        """Type text with an interval of ``key_ms`` milliseconds between keys."""
        self._xdotool("type", "--delay", str(key_ms), text)

    def told(self) -> int:
        """Return the session version that the program reported last; 0 before the first commit."""
        self._listen(0)
        versions = [int(line.split()[1]) for line in self._said.decode().splitlines() if line.startswith("told ")]
        return versions[-1] if versions else 0

    def bars(self) -> list[str]:
        """Return kind and text of each message bar that was visible when the program was ready."""
        return [line[4:] for line in self._said.decode().splitlines() if line.startswith("bar ")]

    def end(self, number: int) -> int:
        """Send the signal with this number and return the exit status."""
        self.process.send_signal(number)
        self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode

    def wait_for(self, line: str) -> bool:
        """Wait until the program has printed ``line``; return False on timeout or if it has ended."""
        until = time.monotonic() + PATIENCE_S
        while line not in self._said.decode().splitlines():
            if time.monotonic() > until or not self._listen(0.2):
                return False
        return True

    def wait_until(self, version: int) -> None:
        """Wait until the program has reported ``version`` or a later one."""
        until = time.monotonic() + PATIENCE_S
        while self.told() < version:
            assert time.monotonic() < until, f"told of {self.told()}, not of {version}: {self.errors()}"
            self._listen(0.2)

    def wait_until_true(self, condition: Callable[[], bool], fault: str) -> None:
        """Wait until ``condition`` holds, checked every 50 ms; ``fault`` is the message of the failure."""
        until = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < until, fault
            self._listen(0.05)

    def wait_for_draft(self, path: Path, text: str) -> None:
        """Wait until the file holds a draft equal to ``text``, read through a separate read-only connection."""
        until = time.monotonic() + PATIENCE_S
        while text not in _drafts(path):
            assert time.monotonic() < until, f"not kept: {text}; {_drafts(path)}"
            time.sleep(0.1)

    def wait_for_window(self, title: str) -> None:
        """Wait for a window whose title begins with this pattern, and let the window manager activate it."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", f"^{title}", "windowactivate", "--sync")

    def minimise_and_restore(self) -> None:
        """Minimize the main window and restore it."""
        window = self._xdotool("search", "--onlyvisible", "--name", "IPU Session").split()[0]
        self._xdotool("windowminimize", "--sync", window)
        self._xdotool("windowactivate", "--sync", window)

    def wait_for_file(self, path: Path) -> None:
        """Wait until the file exists."""
        until = time.monotonic() + PATIENCE_S
        while not path.exists():
            assert time.monotonic() < until, f"not written: {path}"
            time.sleep(0.1)

    def picture(self, path: Path) -> None:
        """Write a screenshot as PNG."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def kill(self) -> None:
        """Kill the program by SIGKILL, as a crash or power failure would end it."""
        self.process.send_signal(signal.SIGKILL)
        self._listen(0.5)
        self.process.communicate()

    def close(self) -> int:
        """Close the window as a user does and return the exit status."""
        self.wait_for_window(".*IPU Session")
        # With an unfinished intervention, the first Ctrl+Q shows a question and the second confirms it.
        until = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < until, "the window does not close"
            self._leave()
        self.process.communicate()
        return self.process.returncode

    def _leave(self) -> None:
        """Press Ctrl+Q and wait two seconds for the program to end or to show its question."""
        # Exit status ignored: the window may close while xdotool sends the key.
        subprocess.run(["xdotool", "key", "ctrl+q"], env=self.environment, check=False)
        until = time.monotonic() + 2
        while self.process.poll() is None and time.monotonic() < until:
            self._listen(0.1)

    def errors(self) -> str:
        """Kill the program and return its standard error."""
        self.process.kill()
        return self.process.communicate()[1].decode()

    def x(self, *command: str) -> str:
        """Run a command such as ``setxkbmap``, ``xset`` or ``xdotool`` on this screen; return its output."""
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=PATIENCE_S
        )
        return done.stdout

    def _xdotool(self, *arguments: str) -> str:
        return self.x("xdotool", *arguments)

    def _listen(self, seconds: float) -> bool:
        """Read the program's output, waiting up to ``seconds`` for it; return False at its end."""
        out = not_none(self.process.stdout)
        while select.select([out], [], [], seconds)[0]:
            more = os.read(out.fileno(), 65536)
            if not more:
                return False
            self._said += more
            seconds = 0
        return True


def _drafts(path: Path) -> list[str]:
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return [text for (text,) in database.execute("select text from draft")]
    finally:
        database.close()


def _started(command: list[str]) -> tuple[subprocess.Popen[bytes], str]:
    """Start an X server; return its process and display name once it accepts connections."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [*command, "-displayfd", str(write), "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as numbers:
        number = numbers.readline().strip()
    assert number, f"{command[0]} did not start"
    return server, f":{number}"


def _processor_s(pid: int) -> float:
    """Return the CPU seconds of a process, user and system (utime and stime of proc(5))."""
    after_name = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
