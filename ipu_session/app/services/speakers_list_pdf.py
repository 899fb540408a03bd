"""The speakers list as a PDF file, for the window and, without a display, for the command line."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from ipu_session.app import paths
from ipu_session.domain.exchange.printable_list import PrintableList
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.output_file import replace_file
from ipu_session.report.speakers_list import build_printable_list
from ipu_session.ui.dialogs.speakers_list_layout import render_list_pdf

_LOG = logging.getLogger(__name__)
# Windows and macOS always have a screen, and only their native platform plugins find the system fonts.
_OFFSCREEN_ARGUMENTS = () if sys.platform in {"win32", "darwin"} else ("-platform", "offscreen")


def build_printable_speakers_list(session: Session, now: Timestamp, language: str) -> PrintableList:
    """Return the printable speakers list in a language of the report; ReportError for an unknown language."""
    return build_printable_list(session, now, load_catalog(language, paths.resources_dir() / "report"))


def write_speakers_list_pdf(session: Session, now: Timestamp, language: str, path: Path) -> None:
    """Write the list as a PDF; ReportError if the write fails, and then the old file is unchanged."""
    replace_file(path, render_list_pdf(build_printable_speakers_list(session, now, language)))


def write_headless(session: Session, now: Timestamp, language: str, path: Path) -> None:
    """Write the list from the command line: start Qt, which draws the PDF, without a window.

    On Linux no display is needed.
    """
    qInstallMessageHandler(_log_qt_message)
    running = QGuiApplication(["ipu-session", *_OFFSCREEN_ARGUMENTS])
    try:
        write_speakers_list_pdf(session, now, language, path)
    finally:
        running.shutdown()
        qInstallMessageHandler(None)


def _log_qt_message(message_type: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Log Qt's messages about locale and platform instead of printing them: a user cannot act on them."""
    _LOG.info("%s: %s", message_type.name, text)
