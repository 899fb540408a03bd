"""The list of speakers as a PDF file, for the window and, without a screen, for the command line."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from ipu_session.app import paths
from ipu_session.domain.exchange.printable_list import ListPaper
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.report.atomic_write import replace_file
from ipu_session.report.language.catalog import load_wording
from ipu_session.report.speakers_list import list_paper
from ipu_session.ui.dialogs.print_layout import list_pdf

_LOG = logging.getLogger(__name__)
# Windows and macOS always have a screen, and their fonts are known to their own platforms alone.
_WITHOUT_A_SCREEN = () if sys.platform in {"win32", "darwin"} else ("-platform", "offscreen")


def speakers_paper(session: Session, moment: Moment, language: str) -> ListPaper:
    """Return the list with its texts in a language; ReportError for a language there is not."""
    return list_paper(session, moment, load_wording(language, paths.resources() / "report"))


def write_list(session: Session, moment: Moment, language: str, path: Path) -> None:
    """Write the list as a PDF; ReportError if the machine says no, and then nothing has changed."""
    replace_file(path, list_pdf(speakers_paper(session, moment, language)))


def write_off_screen(session: Session, moment: Moment, language: str, path: Path) -> None:
    """Write the list where no window is open and there may be no screen: Qt runs for the fonts alone."""
    qInstallMessageHandler(_log)
    running = QGuiApplication(["ipu-session", *_WITHOUT_A_SCREEN])
    try:
        write_list(session, moment, language, path)
    finally:
        running.shutdown()
        qInstallMessageHandler(None)


def _log(sort: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Keep off the terminal what Qt says about locale and platform: nobody there can act on it."""
    _LOG.info("%s: %s", sort.name, text)
