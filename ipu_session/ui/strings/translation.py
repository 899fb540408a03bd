"""Translation of texts in tables and functions, where no QObject offers `tr()`."""

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str, comment: str | None = None) -> str:
    """Return a text, marked by `QT_TRANSLATE_NOOP` with the same context, in the language of the screen."""
    return QCoreApplication.translate(context, text, comment)
