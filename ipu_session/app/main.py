"""Entry point of the program, from a terminal or the desktop."""

import logging
import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ipu_session.app import paths
from ipu_session.app.error_lines import format_error, to_single_line
from ipu_session.app.launcher import show_window, wants_gui
from ipu_session.app.lazy_imports import LazyModule
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import UserFacingError

if TYPE_CHECKING:
    from ipu_session.app import private_log_files
    from ipu_session.app.cli import main as commands
else:
    # The window needs no command, and the log handler is needed only after an unhandled exception.
    commands = LazyModule("ipu_session.app.cli.main")
    private_log_files = LazyModule("ipu_session.app.private_log_files")

_LOG = logging.getLogger("ipu_session")


def main() -> None:
    """Open the window or run a command; exit status 0 (done), 1 (error) or 2 (wrong usage)."""
    sys.excepthook = _on_uncaught_exception
    if hasattr(signal, "SIGPIPE"):
        # If the reader of the pipe has ended, as in ``| head``, end without an error message.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # The same bytes on every system: an exported journal may be replayed on another one.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        _run_command(sys.argv[1:])
    except (UserFacingError, RejectedError) as error:
        _print_error(format_error(error))
        sys.exit(1)
    except OSError as error:
        # Other modules translate OSError to UserFacingError: what remains is about standard output or a user's folder.
        _print_error(f"{error.filename or 'output'}: {error.strerror or error}")
        sys.exit(1)


def _run_command(arguments: list[str]) -> None:
    if wants_gui(arguments):
        show_window(Path(arguments[0]) if arguments else None)
    commands.program(prog_name="ipu-session")


def _print_error(line: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"ipu-session: {to_single_line(line)}\n")


def _on_uncaught_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write an unhandled exception to the log and print one line, without traceback; nothing for KeyboardInterrupt."""
    if issubclass(kind, KeyboardInterrupt):
        return
    folder = paths.log_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = private_log_files.PrivateLogHandler(folder / "ipu-session.log")
        _LOG.addHandler(handler)
        _LOG.error("fault of the command line", exc_info=(kind, error, trace))
        handler.close()
        is_written = not handler.has_failed
    except OSError:
        is_written = False
    if is_written:
        _print_error(f"a fault of the program, {kind.__name__}; it is written down in {folder / 'ipu-session.log'}")
    else:
        _print_error(f"a fault of the program, {kind.__name__}: {error}; it could not be written down in {folder}")
