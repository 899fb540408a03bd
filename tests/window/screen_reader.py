"""A session bus and an accessibility bus of one's own, and a listener there as a screen reader is one."""

import json
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from typing import Any

from tests.narrowing import not_none
from tests.patience import PATIENCE_S

_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_SYSTEM_PYTHON = "/usr/bin/python3"


Event = dict[str, Any]
"""An event of AT-SPI as the listener wrote it down."""


class ScreenReader:
    """Listens on buses that nobody else uses; ``environment`` is what a program needs to be heard."""

    def __init__(self, display: str) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="screen-reader-")
        own = {**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": self._home.name, "HOME": self._home.name}
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            env=own,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._processes: list[Popen[str] | Popen[bytes]] = [bus]
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": not_none(bus.stdout).readline().strip(),
            "XDG_RUNTIME_DIR": self._home.name,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        own |= self.environment
        launcher = next(path for path in _LAUNCHERS if Path(path).exists())
        self._start([launcher, "--launch-immediately"], own, subprocess.DEVNULL)
        self._listener = self._start(
            [_SYSTEM_PYTHON, str(Path(__file__).with_name("listener.py"))], own, subprocess.PIPE
        )
        self._text = b""
        self.wait_for(lambda heard: heard["kind"] == "ready")

    def heard(self) -> list[Event]:
        """Every event so far."""
        self._listen(0)
        return [json.loads(line) for line in self._text.decode().splitlines(keepends=True) if line[-1] == "\n"]

    def said(self) -> list[str]:
        """Every announcement so far."""
        return [each["text"] for each in self._announcements()]

    def wait_for(self, wanted: Callable[[Event], bool]) -> Event:
        """Wait until something was heard of which ``wanted`` is true, and return it."""
        until = time.monotonic() + PATIENCE_S
        while not (found := [each for each in self.heard() if wanted(each)]):
            assert time.monotonic() < until, f"not heard; heard were: {self.heard()[-12:]}"
            self._listen(0.2)
        return found[-1]

    def wait_for_words(self, words: str, before: int = 0) -> Event:
        """Wait until an announcement after the first ``before`` holds ``words``, and return it."""
        until = time.monotonic() + PATIENCE_S
        while not (found := [each for each in self._announcements()[before:] if words in each["text"]]):
            assert time.monotonic() < until, f"not heard: {words}; but {self.said()[before:]}"
            self._listen(0.2)
        return found[0]

    def _announcements(self) -> list[Event]:
        return [each for each in self.heard() if each["kind"].startswith("object:announcement")]

    def close(self) -> None:
        """End everything that was started here, the latest first."""
        for process in reversed(self._processes):
            process.terminate()
            process.communicate()
        self._home.cleanup()

    def _start(self, command: list[str], environment: dict[str, str], out: int) -> Popen[bytes]:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.DEVNULL)
        self._processes.append(process)
        return process

    def _listen(self, seconds: float) -> None:
        out = not_none(self._listener.stdout)
        while select.select([out], [], [], seconds)[0]:
            more = os.read(out.fileno(), 65536)
            if not more:
                return
            self._text += more
            seconds = 0
