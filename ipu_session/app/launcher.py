"""The way to the window, which needs neither the commands nor their readers and writers (decision 0008)."""

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
"""The words that are commands; any other is a session file to open."""
LAZY_UI_MODULES = tuple(
    f"ipu_session.ui.{name}"
    for name in (
        *("prepare.workspace", "prepare.new_session", "contributions.pane", "report.workspace"),
        *("displays.hall.display", "displays.chair.screen"),
        *("dialogs.balance", "dialogs.crash_report", "dialogs.print_list", "dialogs.restore"),
        *("dialogs.settings", "dialogs.shortcuts_dialog", "dialogs.theme_matrix"),
    )
)
"""What the debate's own workspace does not need; named as ``package.module`` where it is used."""
_NO_DISPLAY_MESSAGE = (
    "there is no display, so no window can open; the commands work without one (ipu-session --help), or set DISPLAY"
)

_NO_QT_MESSAGE = (
    "the library of the window, Qt, cannot be loaded here, so no window can open; "
    "the commands work without it (ipu-session --help): {why}"
)


def wants_gui(arguments: Sequence[str]) -> bool:
    """Return whether nothing but the window was asked for, or a session file in it."""
    return not arguments or (len(arguments) == 1 and is_file_argument(arguments[0]))


def is_file_argument(word: str) -> bool:
    """Return whether a word is a file to open: it is there, or is written as no command is."""
    if word in COMMANDS or word.startswith("-"):
        return False
    return os.path.lexists(word) or any(mark in word for mark in {".", os.sep, os.altsep or os.sep})


def show_window(path: Path | None) -> NoReturn:
    """Show the window, with the session in ``path`` if there is one, and end when it is closed."""
    if path is not None and path.is_dir():
        exit_with_error(f"{path}: this is a folder; name the session file in it")
    if path is not None and not path.exists():
        exit_with_error(f"{path}: there is no such file")
    if _is_display_missing():
        exit_with_error(_NO_DISPLAY_MESSAGE)
    # By name, so that the commands that need no screen load no Qt; what is imported stays.
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
    """Have modules imported when something of them is first used, whoever names them before."""
    for name in names:
        spec = None if name in sys.modules else importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            continue
        spec.loader = importlib.util.LazyLoader(spec.loader)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        # Else `from package import module` would look for it, and looking is using (Python 3.11).
        package, _, last = name.rpartition(".")
        setattr(sys.modules[package], last, module)


def _is_qt_import_error(error: ImportError) -> bool:
    """Return whether it is Qt that is missing, or a library of the system that Qt starts with."""
    said = (error.name or "", error.path or "")
    return any(part in text for text in said for part in ("PySide6", "shiboken6"))


def _is_display_missing() -> bool:
    """Return whether a window has nowhere to open."""
    if sys.platform in {"win32", "darwin"}:
        return False
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] not in {"", "xcb", "wayland"}:
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
