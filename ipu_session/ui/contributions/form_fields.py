"""Editors of a contribution's fields: delegation, day received, pages, words, language, themes and title."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from ipu_session.domain.commands import RegisterContribution
from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import NO_DELEGATION, Contribution
from ipu_session.ui.contributions import register_rows
from ipu_session.ui.contributions.attached_file import AttachedFile
from ipu_session.ui.contributions.validated_fields import DelegationLineEdit, ThemesLineEdit
from ipu_session.ui.core.draft_parsing import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.factories import set_accessible_name
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, SpinBox
from ipu_session.ui.widgets.validated_line_edit import DateLineEdit

_MAX_PAGES = 9_999
_MAX_WORDS = 9_999_999


class InvalidField(NamedTuple):
    """A field with an invalid value, and the error message."""

    field: QWidget
    message: str


class ContributionFields(QWidget):
    """Form layout with one row for each field; the form may add rows below (`add_row`)."""

    edited = Signal()
    """The value of a field has changed."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.delegation = DelegationLineEdit(bridge)
        self.received = DateLineEdit(self.tr("Received on"))
        self.pages_box = _create_spin_box(self.tr("Pages"), _MAX_PAGES)
        self.words_box = _create_spin_box(self.tr("Words"), _MAX_WORDS)
        self.language_box = QComboBox()
        self.themes = ThemesLineEdit(bridge)
        self.title = LineEdit()
        self._layout = QFormLayout(self)
        self._build_ui()
        for line in (self.delegation.line, self.received.line, self.themes.line, self.title):
            line.textChanged.connect(self.edited)
        for count in (self.pages_box, self.words_box):
            count.valueChanged.connect(self.edited)
        self.language_box.currentIndexChanged.connect(self.edited)
        self.setFocusProxy(self.delegation)

    def add_row(self, label: str, field: QWidget) -> None:
        """Append a row below the fields."""
        self._layout.addRow(label, field)

    def fill(self, entry: Contribution) -> None:
        """Show the values of a contribution."""
        self.delegation.line.reset()
        self.delegation.set_delegation(entry.delegation)
        self.received.set_value(entry.received)
        self.pages_box.setValue(entry.pages)
        self.words_box.setValue(entry.words)
        self._select_language(entry.language)
        self.themes.line.setText(register_rows.theme_numbers(self._bridge.session, entry))
        self.title.setText(entry.title)

    def fill_from_file(self, file: ReceivedFile) -> None:
        """Take the number of words from a file; also pages, language, title and delegation if their field is empty."""
        self.pages_box.setValue(self.pages_box.value() or file.pages)
        self.words_box.setValue(file.words)
        if not self.language_box.currentData():
            self._select_language(file.language)
        if not self.title.text():
            self.title.setText(file.title)
        if not self.delegation.line.text():
            self.delegation.set_delegation(file.delegation)

    def values(self) -> dict[str, str | int]:
        """Return the texts and numbers typed, by field; they can be written as JSON."""
        return {
            "delegation": self.delegation.line.text(),
            "received": self.received.line.text(),
            "themes": self.themes.line.text(),
            "title": self.title.text(),
            "pages": self.pages_box.value(),
            "words": self.words_box.value(),
            "language": str(self.language_box.currentData()),
        }

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values returned by `values()`; a field whose value is missing becomes empty."""
        texts = defaultdict(str, {name: str(value) for name, value in values.items()})
        self.delegation.line.setText(texts["delegation"])
        self.received.line.setText(texts["received"])
        self.themes.line.setText(texts["themes"])
        self.title.setText(texts["title"])
        self.pages_box.setValue(parse_id(texts["pages"]))
        self.words_box.setValue(parse_id(texts["words"]))
        self._select_language(texts["language"])

    def find_invalid(self) -> InvalidField | None:
        """Return the first invalid field; None if all are valid."""
        if self.delegation.delegation == NO_DELEGATION:
            return InvalidField(self.delegation, self.tr("Which delegation sent it?"))
        if not self.received.value:
            return InvalidField(self.received, self.tr("On which day was it received?"))
        if self.themes.value is None:
            return InvalidField(self.themes, self.tr("There is no theme of that number."))
        return None

    def build_command(self, entry: ContributionId | None, file: AttachedFile) -> RegisterContribution:
        """Return the command that registers the values (None) or corrects ``entry``; `find_invalid` must be None."""
        return RegisterContribution(
            self.delegation.delegation,
            self.received.value or "",
            self.pages_box.value(),
            str(self.language_box.currentData()),
            self.themes.themes,
            " ".join(self.title.text().split()),
            entry,
            self.words_box.value(),
            file.name,
            file.digest,
            file.text,
        )

    def _select_language(self, code: str) -> None:
        if self.language_box.findData(code) < 0:
            self.language_box.addItem(code, code)
        self.language_box.setCurrentIndex(self.language_box.findData(code))

    def _build_ui(self) -> None:
        for code in register_rows.LANGUAGE_CODES:
            self.language_box.addItem(register_rows.language_name(code), code)
        set_accessible_name(self.language_box, self.tr("Language of the contribution"))
        set_accessible_name(self.language_box.view(), self.language_box.accessibleName())
        set_accessible_name(self.title, self.tr("Title of the contribution"))
        self.themes.line.setPlaceholderText(self.tr("numbers: 2 4"))
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in (
            (self.tr("Delegation"), self.delegation),
            (self.tr("Received"), self.received),
            (self.tr("Pages"), self.pages_box),
            (self.tr("Words"), self.words_box),
            (self.tr("Language"), self.language_box),
            (self.tr("Themes"), self.themes),
            (self.tr("Title"), self.title),
        ):
            self.add_row(label, field)


def _create_spin_box(name: str, maximum: int) -> SpinBox:
    box = SpinBox()
    box.setRange(0, maximum)
    set_accessible_name(box, name)
    return box
