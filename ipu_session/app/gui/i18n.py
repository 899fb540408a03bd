"""Translations of the user interface."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def install_translators(app: QApplication, language: str, resources: Path) -> tuple[QTranslator, ...]:
    """Install the translators of a language; the caller keeps the returned objects to remove them later."""
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return ()
    found = []
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{qt}/qtbase_{language}.qm", str(resources / "i18n" / f"ipu_session_{language}.qm")):
        translator = QTranslator(app)
        if translator.load(file):
            app.installTranslator(translator)
            found.append(translator)
    return tuple(found)


class Translations:
    """The translators of the present language."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        self._app = app
        self._resources = resources
        self._translators: tuple[QTranslator, ...] = ()

    def use_language(self, language: str) -> None:
        """Replace the translators by those of another language."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = install_translators(self._app, language, self._resources)
