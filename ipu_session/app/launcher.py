"""Launcher of the window; it imports no command and no reader or writer of files (decision 0008)."""

import importlib.util
import os
import pkgutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from ipu_session.app.error_lines import exit_with_error
from ipu_session.app.gc_tuning import gc_frozen

COMMANDS = frozenset(
    {
        *("backups", "check", "copy", "correction", "example", "export", "journal", "list", "lots"),
        *("new", "repair", "replay", "report", "restore", "schema", "speakers", "unlock"),
    }
)
"""Names of the commands; whether another word is a session file is decided by `is_file_argument`."""
LAZY_UI_MODULES = tuple(
    f"ipu_session.ui.{name}"
    for name in (
        *("prepare.workspace", "prepare.new_session", "contributions.pane", "report.workspace"),
        *("displays.hall.display", "displays.chair.screen"),
        *("dialogs.balance", "dialogs.crash_report", "dialogs.print_speakers_list", "dialogs.restore"),
        *("dialogs.settings", "dialogs.shortcuts_dialog", "dialogs.theme_matrix"),
    )
)
"""Modules that the Debate workspace does not need at first: each is executed at its first use.

Therefore other modules import them as modules (``from package import module``), not names from them.
"""
_NO_DISPLAY_MESSAGE = (
    "there is no display, so no window can open; the commands work without one (ipu-session --help), or set DISPLAY"
)

_NO_QT_MESSAGE = (
    "the library of the window, Qt, cannot be loaded here, so no window can open; "
    "the commands work without it (ipu-session --help): {why}"
)


def wants_gui(arguments: Sequence[str]) -> bool:
    """Return whether the arguments open the window: there is none, or a single one that is a file to open."""
    return not arguments or (len(arguments) == 1 and is_file_argument(arguments[0]))


def is_file_argument(word: str) -> bool:
    """Return whether an argument is a file to open: the file exists, or the word has a dot or a path separator.

    A command name, or a word that begins with "-", never is. Any other word is taken for a mistyped command.
    """
    if word in COMMANDS or word.startswith("-"):
        return False
    return os.path.lexists(word) or any(mark in word for mark in {".", os.sep, os.altsep or os.sep})


def show_window(path: Path | None) -> NoReturn:
    """Show the window, with the session at ``path`` if not None, and exit when it is closed.

    Exit with an error line if ``path`` is no file, there is no display, or Qt cannot be loaded.
    """
    if path is not None and path.is_dir():
        exit_with_error(f"{path}: this is a folder; name the session file in it")
    if path is not None and not path.exists():
        exit_with_error(f"{path}: there is no such file")
    if _is_display_missing():
        exit_with_error(_NO_DISPLAY_MESSAGE)
    # Resolved by name, so that the commands do not import Qt; the imported objects are frozen for the collector.
    try:
        make_lazy(LAZY_UI_MODULES)
        with gc_frozen():
            run_window = pkgutil.resolve_name("ipu_session.app.gui.application:run_window")
    except ImportError as error:
        if not _is_qt_import_error(error):
            raise
        exit_with_error(_NO_QT_MESSAGE.format(why=error))
    sys.exit(run_window(path))


def make_lazy(names: Iterable[str]) -> None:
    """Install lazy loaders: each module is executed when one of its attributes is first used."""
    for name in names:
        spec = None if name in sys.modules else importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            continue
        spec.loader = importlib.util.LazyLoader(spec.loader)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        # Otherwise `from package import module` would access an attribute, which loads the module (Python 3.11).
        package, _, last = name.rpartition(".")
        setattr(sys.modules[package], last, module)


def _is_qt_import_error(error: ImportError) -> bool:
    """Return whether an ImportError is about PySide6, or about a system library that PySide6 needs."""
    texts = (error.name or "", error.path or "")
    return any(part in text for text in texts for part in ("PySide6", "shiboken6"))


def _is_display_missing() -> bool:
    """Return whether there is no display for a window: on Linux, no ``DISPLAY`` or ``WAYLAND_DISPLAY`` is set."""
    if sys.platform in {"win32", "darwin"}:
        return False
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] not in {"", "xcb", "wayland"}:
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
