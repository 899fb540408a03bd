"""The facts of the masthead as a form; each field is asked for when it is left, and can be undone."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from ipu_session.domain.commands import ChangeDetails
from ipu_session.domain.model.session import Details
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.widgets.details_labels import REPORT_LANGUAGES, field_word
from ipu_session.ui.widgets.factories import named
from ipu_session.ui.widgets.field_drafts import KeptFields
from ipu_session.ui.widgets.text.commit_on_blur_edit import LeavingText
from ipu_session.ui.widgets.text.recorded_text import show_recorded
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, SpinBox
from ipu_session.ui.widgets.validated_line_edit import CheckedLine, DayLine, TimeLine

_PLAIN = ("title", "assembly", "committee", "place", "chair", "symbol", "adopting_assembly", "adopting_date")
_ORDER = (
    "title", "assembly", "committee", "place", "date", "planned_end", "chair", "co_rapporteurs", "symbol",
    "language", "adopting_assembly", "adopting_date", "contributions_deadline", "contributions_pages",
    "earlier_resolutions",
)  # fmt: skip
_SEVERAL = ("co_rapporteurs", "earlier_resolutions")
"""What is written one on each line."""
_MOST_PAGES = 99
_LINES = 3


class DetailsForm(QScrollArea):
    """One field below the other; ``draft`` names what is kept of it, one name for each place of the form."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, draft: str = "details") -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown = Details()
        """The details as they were shown last; a field that differs is being typed."""
        self.setAccessibleName(self.tr("Session details"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plain = {name: LineEdit() for name in _PLAIN}
        self.checked: dict[str, CheckedLine] = {
            "date": DayLine(field_word("date")),
            "planned_end": TimeLine(field_word("planned_end")),
            "contributions_deadline": DayLine(field_word("contributions_deadline")),
        }
        self.several = {name: LeavingText() for name in _SEVERAL}
        for text in self.several.values():
            text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)
        self.language = QComboBox()
        for code, name in REPORT_LANGUAGES:
            self.language.addItem(name, code)
        self.pages = SpinBox()
        self.pages.setRange(1, _MOST_PAGES)
        self._connect()
        self._lay_out()
        self._show(bridge.session.details)
        self.kept = KeptFields(bridge, draft, {**self.plain, **self.several}, self._recorded)
        self.kept.bring_back()
        bridge.committed.connect(self._on_committed)

    @Slot()
    def record(self) -> None:
        """Ask for what has changed; a field that cannot be read keeps its old value."""
        new = self._typed(self._bridge.session.details)
        if new != self._bridge.session.details:
            self._bridge.execute(ChangeDetails(new))

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session.details)
        self.kept.keep()

    def _recorded(self) -> dict[str, str]:
        details = self._bridge.session.details
        texts = {name: str(getattr(details, name)) for name in _PLAIN}
        return texts | {name: "\n".join(getattr(details, name)) for name in _SEVERAL}

    def _typed(self, old: Details) -> Details:
        """Return the details with what was typed since they were shown; nothing else is touched."""
        typed: dict[str, Any] = {name: line.text().strip() for name, line in self.plain.items()}
        typed |= {name: line.value for name, line in self.checked.items() if line.value is not None}
        typed |= {name: _lines(text) for name, text in self.several.items()}
        typed["language"] = str(self.language.currentData())
        typed["contributions_pages"] = self.pages.value()
        changed = {name: value for name, value in typed.items() if value != getattr(self._shown, name)}
        return replace(old, **changed)

    def _show(self, details: Details) -> None:
        """Show the details as recorded; what is being typed, or cannot be read, stays."""
        before, self._shown = self._shown, details
        for name, line in self.plain.items():
            show_recorded(line, getattr(before, name), getattr(details, name))
        for name, checked in self.checked.items():
            if checked.value == getattr(before, name):
                _put(checked.line, getattr(details, name))
        for name, text in self.several.items():
            old, new = getattr(before, name), getattr(details, name)
            if _lines(text) == old and old != new:
                text.setPlainText("\n".join(new))
        self.language.setCurrentIndex(max(0, self.language.findData(details.language)))
        self.pages.setValue(details.contributions_pages)

    def _connect(self) -> None:
        for line in self.plain.values():
            line.editingFinished.connect(self.record)
        for checked in self.checked.values():
            checked.left.connect(self.record)
        for text in self.several.values():
            text.left.connect(self.record)
        self.language.activated.connect(self.record)
        self.pages.editingFinished.connect(self.record)

    def _lay_out(self) -> None:
        others: dict[str, QWidget] = {"language": self.language, "contributions_pages": self.pages}
        fields: dict[str, QWidget] = {**self.plain, **self.checked, **self.several, **others}
        page = QWidget()
        self.setWidget(page)
        self.setWidgetResizable(True)
        layout = QVBoxLayout(page)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in _ORDER:
            field = fields[name]
            if not isinstance(field, CheckedLine):
                named(field, field_word(name))
            form.addRow(field_word(name), field)
        layout.addLayout(form)
        layout.addStretch(1)
        self.setFocusProxy(self.plain["title"])


def _put(line: LineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)


def _lines(text: LeavingText) -> tuple[str, ...]:
    lines = (line.strip() for line in text.toPlainText().splitlines())
    return tuple(line for line in lines if line)
