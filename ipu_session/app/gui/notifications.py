"""What the window says of mishaps: a fault of ours, an end without warning, acts that came back."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from ipu_session.app.gui.crash_report import fault_report
from ipu_session.app.gui.run_state import Left
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.service.clock import SystemClock
from ipu_session.store.journal.emergency_recovery import Found
from ipu_session.ui.bars.message_bars import Choice
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs import crash_report as fault_dialog
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.strings import venue_time


def _no_room() -> tuple[Session, Moment]:
    """Return that no session is open: the machine's own time zone says when something was."""
    return Session(), SystemClock().now()


Words = Callable[[], tuple[str, Sequence[Choice]]]


class Mishaps(QObject):
    """Tells each in a bar above the page; nothing has to be clicked away."""

    def __init__(
        self,
        window: Callable[[], MainWindow],
        log: Path,
        write: Callable[[Path, bytes], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._log = log
        self._write = write
        self._native = ""
        self._log_fails = False
        """Whether nothing, or not all, that goes wrong is written down."""
        self._words: dict[str, Words] = {}
        """What each kind of bar says, in the language of the moment."""

    @Slot()
    def tell_of_fault(self) -> None:
        """Say that there was a fault of the program, and whether it was written down; the debate goes on."""
        self._tell("fault", self._fault)

    @Slot()
    def tell_of_log(self) -> None:
        """Say that the log cannot be written; the debate goes on."""
        self._log_fails = True
        self._tell("log", self._log_failed)

    def tell_of_end(
        self,
        left: Left,
        open_again: Callable[[], object] | None = None,
        room: Callable[[], tuple[Session, Moment]] = _no_room,
    ) -> None:
        """Say how the last run ended, and what was open; ``open_again`` opens it, if it is not open.

        When that was is said by the clock of the ``room``.
        """
        self._native = left.native
        self._tell("end", partial(self._end, left, open_again, room))

    def tell_of_copies(self, found: Found, take: Callable[[], object]) -> None:
        """Say what emergency copies there were of the session that was just opened."""
        if found.taken:
            self._tell("taken", partial(self._taken, found.taken))
        for path in found.unlike:
            self._tell("unlike", partial(self._unlike, path))
        if found.offered is not None:
            self._tell("offered", partial(self._offered, take))

    def tell_of_move(self, old: Path, anew: Path) -> None:
        """Say that another file took the place of the session, and where all of it is written now."""
        self._tell("moved", partial(self._moved, old, anew))

    def tell_again(self, kinds: Iterable[str]) -> None:
        """Say in a new window, in its language, what was said in the one before, but for a question."""
        for kind in kinds:
            if kind in self._words:
                self._tell(kind, self._words[kind])

    def _tell(self, kind: str, words: Words) -> None:
        self._words[kind] = words
        self._window().notices.tell(kind, *words())

    def _fault(self) -> tuple[str, Sequence[Choice]]:
        if self._log_fails:
            said = self.tr(
                "A fault of the program could not be written down; the record is not touched by it."
            )
            return said, ()
        said = self.tr("A fault of the program was written down; the record is not touched by it.")
        return said, self._ways_out()

    def _log_failed(self) -> tuple[str, Sequence[Choice]]:
        said = self.tr(
            "The log of the program cannot be written; the session is not touched by it. Make room on the"
            " disk, or faults of the program leave no trace."
        )
        return said, ((self.tr("Open the log folder"), self.open_folder),)

    def _end(
        self,
        left: Left,
        open_again: Callable[[], object] | None,
        room: Callable[[], tuple[Session, Moment]],
    ) -> tuple[str, Sequence[Choice]]:
        session, now = room()
        when = venue_time.day_and_time(session, round(left.at_s * 1000), now)
        if left.ended:
            said = self.tr(
                "The program was ended from outside at {time}, as when the machine is switched off."
            )
        elif left.native:
            said = self.tr("The program broke down at {time}, by a native fault; it was written down.")
        else:
            said = self.tr("The program ended without warning at about {time}: killed, or the power failed.")
        said = f"{said.format(time=when)} {self._was_open(left)}"
        ways = () if open_again is None else ((self.tr("Open it again"), open_again),)
        return said, ways if left.ended else (*ways, *self._ways_out())

    def _taken(self, acts: int) -> tuple[str, Sequence[Choice]]:
        said = self.tr("Acts that the disk did not take the last time, taken over now: {acts}.")
        return said.format(acts=acts), ()

    def _moved(self, old: Path, anew: Path) -> tuple[str, Sequence[Choice]]:
        said = self.tr(
            "Another file took the place of this session: {old}. It was left as it is. Nothing is lost: the"
            " whole session, every act included, is written to {anew} from now on."
        )
        return said.format(old=old, anew=anew), ()

    def _unlike(self, path: Path) -> tuple[str, Sequence[Choice]]:
        said = self.tr(
            "There is an emergency copy of this session that does not fit it: the file has changed"
            " meanwhile. Nothing was taken over; the copy stays in {path}."
        )
        return said.format(path=path), ()

    def _offered(self, take: Callable[[], object]) -> tuple[str, Sequence[Choice]]:
        said = self.tr(
            "An emergency copy of a session that lay elsewhere fits this one; it holds acts that"
            " are missing here."
        )
        return said, ((self.tr("Take them over"), take),)

    @Slot()
    def show_report(self) -> None:
        """Show the report of a fault, to be looked through and saved."""
        shown = opened(self._window(), fault_dialog.FaultReport)
        if shown is None:
            shown = fault_dialog.FaultReport(self._report, self._write, self._window())
        else:
            shown.renew()
        bring_forward(shown)

    @Slot()
    def open_folder(self) -> None:
        """Open the folder of the log; say where it is if nothing can open it."""
        folder = self._log.parent
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell("folder", self._log_folder)

    def _report(self, *, whole: bool) -> str:
        return fault_report(self._log, self._native, whole=whole)

    def _log_folder(self) -> tuple[str, Sequence[Choice]]:
        return self.tr("The log is in {folder}.").format(folder=self._log.parent), ()

    def _was_open(self, left: Left) -> str:
        if not left.standing.session:
            return self.tr("No session was open.")
        name = Path(left.standing.session).name
        return self.tr("{name} was open; everything that was confirmed is in it.").format(name=name)

    def _ways_out(self) -> tuple[Choice, ...]:
        return (
            (self.tr("Report of the fault…"), self.show_report),
            (self.tr("Open the log folder"), self.open_folder),
        )
