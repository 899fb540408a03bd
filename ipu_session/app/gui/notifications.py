"""Message bars about incidents: faults, the end of the previous run, emergency files, a replaced session file."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from ipu_session.app.gui.crash_report import build_crash_report
from ipu_session.app.gui.run_state import PreviousRun
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.service.clock import SystemClock
from ipu_session.store.journal.emergency_recovery import RecoveryResult
from ipu_session.ui.bars.message_bar import ButtonSpec
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs import crash_report as fault_dialog
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.strings import venue_time


def _no_session() -> tuple[Session, Timestamp]:
    """Return an empty session and the current time, with which times are shown in the machine's time zone."""
    return Session(), SystemClock().now()


MessageBuilder = Callable[[], tuple[str, Sequence[ButtonSpec]]]


class IncidentNotifier(QObject):
    """Shows each incident in a message bar above the page; none is modal."""

    def __init__(
        self, window: Callable[[], MainWindow], log: Path, write: Callable[[Path, bytes], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._log = log
        self._write_file = write
        self._native_fault = ""
        self._is_log_failing = False
        """Whether the log could not be opened, or a line of it not be written."""
        self._message_builders: dict[str, MessageBuilder] = {}
        """For each kind of bar the function that returns its text and buttons, called again in a new language."""

    @Slot()
    def notify_fault(self) -> None:
        """Show that a fault occurred, and whether it was logged; the program goes on."""
        self._show_notification("fault", self._fault_message)

    @Slot()
    def notify_log_failure(self) -> None:
        """Show that the log cannot be written; the program goes on."""
        self._is_log_failing = True
        self._show_notification("log", self._log_failure_message)

    @Slot(str)
    def show_status(self, sentence: str) -> None:
        """Show a sentence in the message line of the window."""
        self._window().show_message(sentence)

    def notify_previous_run(
        self,
        left: PreviousRun,
        open_again: Callable[[], object] | None = None,
        room: Callable[[], tuple[Session, Timestamp]] = _no_session,
    ) -> None:
        """Show how the previous run ended and which session was open in it.

        ``open_again`` opens that session; None if it is open already, or if no session was open. ``room`` returns a
        session and the current time: the time of the end is shown in that session's time zone.
        """
        self._native_fault = left.native_fault
        self._show_notification("end", partial(self._previous_run_message, left, open_again, room))

    def notify_emergency_copies(self, found: RecoveryResult, take: Callable[[], object]) -> None:
        """Show what was found in emergency files for a session just opened; ``take`` takes over an offered one."""
        if found.recovered_count:
            self._show_notification("taken", partial(self._recovered_message, found.recovered_count))
        for path in found.mismatched:
            self._show_notification("unlike", partial(self._mismatched_copy_message, path))
        if found.offered_copy is not None:
            self._show_notification("offered", partial(self._offered_copy_message, take))

    def notify_file_moved(self, old: Path, anew: Path) -> None:
        """Show that another file has replaced the session, and the path to which the session is now written."""
        self._show_notification("moved", partial(self._moved_message, old, anew))

    def repeat_notifications(self, kinds: Iterable[str]) -> None:
        """Show the bars of these kinds again, with texts in the present language: the window was replaced."""
        for kind in kinds:
            if kind in self._message_builders:
                self._show_notification(kind, self._message_builders[kind])

    def _show_notification(self, kind: str, words: MessageBuilder) -> None:
        self._message_builders[kind] = words
        self._window().message_bars.show_message(kind, *words())

    def _fault_message(self) -> tuple[str, Sequence[ButtonSpec]]:
        if self._is_log_failing:
            said = self.tr("A fault of the program could not be written down; the record is not touched by it.")
            return said, ()
        said = self.tr("A fault of the program was written down; the record is not touched by it.")
        return said, self._fault_actions()

    def _log_failure_message(self) -> tuple[str, Sequence[ButtonSpec]]:
        said = self.tr(
            "The log of the program cannot be written; the session is not touched by it. Make room on the"
            " disk, or faults of the program leave no trace."
        )
        return said, ((self.tr("Open the log folder"), self.open_log_folder),)

    def _previous_run_message(
        self, left: PreviousRun, open_again: Callable[[], object] | None, room: Callable[[], tuple[Session, Timestamp]]
    ) -> tuple[str, Sequence[ButtonSpec]]:
        session, now = room()
        when = venue_time.format_day_and_time(session, round(left.ended_at_s * 1000), now)
        if left.was_shut_down:
            said = self.tr("The program was ended from outside at {time}, as when the machine is switched off.")
        elif left.native_fault:
            said = self.tr("The program broke down at {time}, by a native fault; it was written down.")
        else:
            said = self.tr("The program ended without warning at about {time}: killed, or the power failed.")
        said = f"{said.format(time=when)} {self._open_session_sentence(left)}"
        ways = () if open_again is None else ((self.tr("Open it again"), open_again),)
        return said, ways if left.was_shut_down else (*ways, *self._fault_actions())

    def _recovered_message(self, acts: int) -> tuple[str, Sequence[ButtonSpec]]:
        said = self.tr("Acts that the disk did not take the last time, taken over now: {acts}.")
        return said.format(acts=acts), ()

    def _moved_message(self, old: Path, anew: Path) -> tuple[str, Sequence[ButtonSpec]]:
        said = self.tr(
            "Another file took the place of this session: {old}. It was left as it is. Nothing is lost: the"
            " whole session, every act included, is written to {anew} from now on."
        )
        return said.format(old=old, anew=anew), ()

    def _mismatched_copy_message(self, path: Path) -> tuple[str, Sequence[ButtonSpec]]:
        said = self.tr(
            "There is an emergency copy of this session that does not fit it: the file has changed"
            " meanwhile. Nothing was taken over; the copy stays in {path}."
        )
        return said.format(path=path), ()

    def _offered_copy_message(self, take: Callable[[], object]) -> tuple[str, Sequence[ButtonSpec]]:
        said = self.tr(
            "An emergency copy of a session that lay elsewhere fits this one; it holds acts that are missing here."
        )
        return said, ((self.tr("Take them over"), take),)

    @Slot()
    def show_crash_report(self) -> None:
        """Show the crash report, for reading and saving."""
        shown = opened(self._window(), fault_dialog.CrashReportDialog)
        if shown is None:
            shown = fault_dialog.CrashReportDialog(self._build_report, self._write_file, self._window())
        else:
            shown.renew()
        bring_forward(shown)

    @Slot()
    def open_log_folder(self) -> None:
        """Open the folder of the log; show its path if no program can open it."""
        folder = self._log.parent
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._show_notification("folder", self._log_folder_message)

    def _build_report(self, *, whole: bool) -> str:
        return build_crash_report(self._log, self._native_fault, whole=whole)

    def _log_folder_message(self) -> tuple[str, Sequence[ButtonSpec]]:
        return self.tr("The log is in {folder}.").format(folder=self._log.parent), ()

    def _open_session_sentence(self, left: PreviousRun) -> str:
        if not left.state.session:
            return self.tr("No session was open.")
        name = Path(left.state.session).name
        return self.tr("{name} was open; everything that was confirmed is in it.").format(name=name)

    def _fault_actions(self) -> tuple[ButtonSpec, ...]:
        return (
            (self.tr("Report of the fault…"), self.show_crash_report),
            (self.tr("Open the log folder"), self.open_log_folder),
        )
