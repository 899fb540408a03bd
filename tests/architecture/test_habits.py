"""What the code of this house does not do, and that each guard sees it when it is done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import guards
from tests.architecture.source import BENCHMARKS, MODULES, PACKAGE, TESTS

_CRASH = PACKAGE / "app" / "crash.py"
_FOLD = PACKAGE / "domain" / "text" / "text_folding.py"
_LOOPS = {
    # The one loop of the application.
    PACKAGE / "app" / "gui" / "application.py": 1,
    # Lays a window out before its picture is taken, off screen, where there is no user.
    PACKAGE / "app" / "gui" / "showcase.py": 1,
}
_EVERYWHERE = (*MODULES, *BENCHMARKS, *TESTS)
# The driver and the real window under it run as programs of their own.
_IN_PROCESS = tuple(path for path in TESTS if path.name not in {"driver.py", "traced_program.py", "whole_run.py"})

# (guard, where it holds, what it must see, what it must let pass)
HABITS = [
    (
        guards.catches_everything,
        tuple(path for path in _EVERYWHERE if path != _CRASH),
        "try:\n    x = 1\nexcept (KeyError, Exception):\n    x = 2\n",
        "try:\n    x = 1\nexcept BaseException:\n    x = 2\n    raise\n",
    ),
    (
        guards.gives_a_tip_of_its_own,
        tuple(path for path in MODULES if path.name != "literal_text.py"),
        "shown.setToolTip('x')\n",
        "set_literal_tooltip(shown, 'x')\n",
    ),
    (
        guards.writes_what_others_can_read,
        tuple(path for path in MODULES if "store" not in path.parts),
        "path.open('w')\n",
        "path.open('rb')\n",
    ),
    (
        guards.gives_a_file_its_name,
        tuple(path for path in MODULES if path.name != "atomic_write.py"),
        "beside.replace(path)\n",
        "write_file(path, name.replace('a', 'b'))\n",
    ),
    (guards.gives_a_file_its_name, (), "os.link(beside, path)\n", "replace(settings, template=name)\n"),
    (guards.writes_what_others_can_read, (), "path.write_text('x')\n", "path.read_text()\n"),
    (
        guards.catches_everything,
        (),
        "import contextlib\nwith contextlib.suppress(Exception):\n    x = 1\n",
        "import contextlib\nwith contextlib.suppress(OSError):\n    x = 1\n",
    ),
    (
        guards.silences_a_check,
        _EVERYWHERE,
        "x = 1  # type: ignore[assignment]\n",
        "import y  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types\n",
    ),
    (guards.silences_a_check, (), "import os  # noqa: F401\n", "import os  # for its side effects\n"),
    (guards.leaves_something_to_be_done, _EVERYWHERE, "x = 1  # TODO: two\n", "todo = 'TODO'\n"),
    (guards.leaves_something_to_be_done, (), "raise NotImplementedError\n", "raise ValueError\n"),
    (
        guards.translates_a_text_made_of_pieces,
        MODULES,
        "self.tr(f'{name} speaks')\n",
        "self.tr('{name} speaks').format(name=name)\n",
    ),
    (
        guards.binds_a_signal_to_what_holds_its_widget,
        MODULES,
        "button.clicked.connect(lambda: self.go())\n",
        "button.clicked.connect(self.go)\n",
    ),
    (
        guards.makes_an_action_without_a_row,
        tuple(path for path in (PACKAGE / "ui").rglob("*.py") if "actions" not in path.parts),
        "menu.addAction(self.tr('Up'), self.move_up)\n",
        "menu.addAction(actions['up'])\n",
    ),
    (guards.makes_an_action_without_a_row, (), "key = QKeySequence('F4')\n", "key = QKeySequence(pressed)\n"),
    (guards.makes_an_action_without_a_row, (), "made = QAction(text, view)\n", "isinstance(made, QAction)\n"),
    (
        guards.imports_our_own_inside_a_function,
        MODULES,
        "def f():\n    from ipu_session.domain import ids\n",
        "def f():\n    import docx\n",
    ),
    (guards.imports_by_a_relative_name, _EVERYWHERE, "from . import ids\n", "from a import b\n"),
    (guards.waits_for_a_dialog, _IN_PROCESS, "dialog.exec()\n", "dialog.open()\n"),
    (
        guards.runs_an_event_loop,
        tuple(path for path in MODULES if path not in _LOOPS),
        "QCoreApplication.processEvents()\n",
        "construction.start()\n",
    ),
    (guards.runs_an_event_loop, (), "dialog.exec()\n", "dialog.open()\n"),
    (guards.runs_an_event_loop, (), "from PySide6.QtCore import QEventLoop\n", "from PySide6.QtCore import QObject\n"),
    (guards.skips_or_sleeps, _IN_PROCESS, "import time\ntime.sleep(1)\n", "clock.forward(1)\n"),
    (guards.skips_or_sleeps, (), "@pytest.mark.skipif(True)\ndef test(): pass\n", "def test(): pass\n"),
    (guards.asserts_nothing, TESTS, "def test_x():\n    x = 1\n", "def test_x():\n    assert x == 1\n"),
    (
        guards.folds_by_itself,
        tuple(path for path in MODULES if path != _FOLD),
        "same = one.casefold() == other.casefold()\n",
        "same = fold(one) == fold(other)\n",
    ),
    (guards.mocks, TESTS, "from unittest.mock import Mock\n", "from tests.builders import FakeClock\n"),
]


@pytest.mark.parametrize(("guard", "where", "bad", "good"), HABITS, ids=[row[0].__name__ for row in HABITS])
def test_nothing_in_this_house(
    guard: Callable[[Path], list[str]], where: tuple[Path, ...], bad: str, good: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.py").write_text(bad, "utf-8")
    (tmp_path / "good.py").write_text(good, "utf-8")
    assert guard(tmp_path / "bad.py") != [], "the guard sleeps"
    assert guard(tmp_path / "good.py") == []
    assert [found for path in where for found in guard(path)] == []


def test_the_event_loops_of_the_program_are_counted() -> None:
    assert {path: len(guards.runs_an_event_loop(path)) for path in _LOOPS} == _LOOPS
