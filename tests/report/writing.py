"""A report written to a file as the program does it."""

from ipu_session.app.report_file import report_of, series_of, write_report
from ipu_session.domain.report_choice import ReportChoice
from ipu_session.ui.errands import Target


def write(session, now, language, path, template=None):
    """Write the usual report of a session in a language; return what became of it."""
    choice = ReportChoice(language)
    return write_report(report_of(session, now, choice), series_of(session, choice), Target(path, template))
