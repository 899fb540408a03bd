"""A report written to a file as the program does it."""

from ipu_session.app.services.report_export import report_of, series_of, write_report
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.ui.core.app_services import Target


def write(session, now, language, path, template=None):
    """Write the usual report of a session in a language; return what became of it."""
    choice = ReportChoice(language)
    return write_report(report_of(session, now, choice), series_of(session, choice), Target(path, template))
