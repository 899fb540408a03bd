"""Texts of tables are marked where they stand and translated where they are shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

GREETING = QT_TRANSLATE_NOOP("Test", "Good morning")


class LabellingTranslator(QTranslator):
    """Shows the context and the comment with which a text is looked up."""

    def translate(self, context: str, source: str, comment: str | None = None, number: int = -1) -> str:
        return f"{context} / {source} / {comment}"


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[QTranslator]:
    translator = LabellingTranslator()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_a_marked_text_is_looked_up_in_its_context(translator: QTranslator) -> None:
    assert GREETING == "Good morning"
    assert translate("Test", GREETING).startswith("Test / Good morning / ")
    assert translate("Test", "en", "the code of the language") == "Test / en / the code of the language"


def test_a_text_without_a_translation_is_shown_as_it_is(qapp: QApplication) -> None:
    assert translate("No such context", GREETING) == "Good morning"
