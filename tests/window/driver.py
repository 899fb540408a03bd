"""The real program in a real window on a virtual screen, driven by the keyboard alone."""

import os
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]


WINDOW_MANAGERS = {
    "openbox": ["openbox", "--sm-disable"],
    "metacity": ["metacity", "--sm-disable", "--no-composite"],
    "xfwm4": ["xfwm4", "--compositor=off"],
}
"""The window managers that are known here, and how each is started without a desktop around it."""


class Screen:
    """Xvfb with a window manager on it, in a home of its own: nobody's key bindings or themes count.

    Without one Qt never learns that another window took the focus, and a test sees no window that does.
    """

    def __init__(self, size: str = "1366x768x24", window_manager: str = "openbox") -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(write)
        with os.fdopen(read) as numbers:
            self.display = f":{numbers.readline().strip()}"
        self.programs: list[Program] = []
        # For a letter on no key xdotool changes the keyboard for a moment, and on a busy machine loses it.
        self._home = tempfile.TemporaryDirectory(prefix="window-manager-")
        own = {
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

    def clear(self) -> None:
        """Pull the plug of every program that is left: the next one's keys would go to it."""
        for program in self.programs:
            if program.process.poll() is None:
                program.kill()
        self.programs.clear()

    def close(self) -> None:
        """Stop the window manager, then the server; both have gone on return."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()
        self._home.cleanup()

    def _wait_for_manager(self, environment: dict[str, str]) -> None:
        """Wait until a window manager owns the root window (EWMH: it says how many desktops there are)."""
        until = time.monotonic() + PATIENCE_S
        command = ["xdotool", "get_num_desktops"]
        while subprocess.run(command, env=environment, capture_output=True, check=False).returncode:
            assert self._manager.poll() is None, "the window manager has ended"
            assert time.monotonic() < until, "the window manager does not answer"
            time.sleep(0.05)


class Program:
    """The program on that screen; it says each version that the window was told of."""

    def __init__(self, screen: Screen, path: Path | None, home: Path) -> None:
        environment = {
            **os.environ,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PYTHONPATH": str(ROOT),
        }
        self.environment = environment
        screen.programs.append(self)
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("told.py")), *([str(path)] if path else [])],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        self._said = b""
        assert self.wait_for("ready"), self.errors()
        self.wait_for_window(".*IPU Session")

    def keys(self, *names: str) -> None:
        """Press keys, one after the other: ``F5``, ``ctrl+2``, ``Return``."""
        self._xdotool("key", "--delay", "15", *names)

    def type(self, text: str, key_ms: int = 15) -> None:
        """Type text, a key every so many milliseconds."""
        self._xdotool("type", "--delay", str(key_ms), text)

    def told(self) -> int:
        """The version that the window was told of last."""
        self._listen(0)
        versions = [
            int(line.split()[1]) for line in self._said.decode().splitlines() if line.startswith("told ")
        ]
        return versions[-1] if versions else 0

    def bars(self) -> list[str]:
        """The bars above the page when it was ready, each its kind and what it says."""
        return [line[4:] for line in self._said.decode().splitlines() if line.startswith("bar ")]

    def end(self, number: int) -> int:
        """Send a signal and return the exit status."""
        self.process.send_signal(number)
        self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode

    def wait_for(self, line: str) -> bool:
        """Wait until the program has said ``line``."""
        until = time.monotonic() + PATIENCE_S
        while line not in self._said.decode().splitlines():
            if time.monotonic() > until or not self._listen(0.2):
                return False
        return True

    def wait_until(self, version: int) -> None:
        """Wait until the window was told of ``version``."""
        until = time.monotonic() + PATIENCE_S
        while self.told() < version:
            assert time.monotonic() < until, f"told of {self.told()}, not of {version}: {self.errors()}"
            self._listen(0.2)

    def wait_for_draft(self, path: Path, text: str) -> None:
        """Wait until the half-typed ``text`` is on disk, read by another program as a backup would."""
        until = time.monotonic() + PATIENCE_S
        while text not in _drafts(path):
            assert time.monotonic() < until, f"not kept: {text}; {_drafts(path)}"
            time.sleep(0.1)

    def wait_for_window(self, title: str) -> None:
        """Wait until a window of that title is there, and have the window manager activate it."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", f"^{title}", "windowactivate", "--sync")

    def wait_for_file(self, path: Path) -> None:
        """Wait until there is a file."""
        until = time.monotonic() + PATIENCE_S
        while not path.exists():
            assert time.monotonic() < until, f"not written: {path}"
            time.sleep(0.1)

    def picture(self, path: Path) -> None:
        """Keep what the screen shows, as a PNG."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def kill(self) -> None:
        """Pull the plug."""
        self.process.send_signal(signal.SIGKILL)
        self._listen(0.5)
        self.process.communicate()

    def close(self) -> int:
        """Close the window as a user does and return the exit status."""
        self.wait_for_window(".*IPU Session")
        self.keys("ctrl+q")
        self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode

    def errors(self) -> str:
        """What stands on standard error once the program has gone."""
        self.process.kill()
        return self.process.communicate()[1].decode()

    def x(self, *command: str) -> None:
        """Run a command on this screen: ``setxkbmap``, ``xset``, ``xdotool``."""
        subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=PATIENCE_S)

    def _xdotool(self, *arguments: str) -> None:
        self.x("xdotool", *arguments)

    def _listen(self, seconds: float) -> bool:
        """Take what the program has said; False once it has gone."""
        out = self.process.stdout
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
