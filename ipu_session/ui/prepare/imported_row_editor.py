"""Editor of one row of an imported speakers list: delegation, name, and doubtful values."""

import re

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.speakers_list_draft import DraftRow
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import NO_DELEGATION, Delegation, Gender, Person
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.dates import parse_day_text
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, set_accessible_name, set_role
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_GENDERS = (Gender.NOT_STATED, Gender.WOMAN, Gender.MAN)
_FREE_TEXT_CATEGORIES = frozenset({Category.EXPERT, Category.CO_RAPPORTEUR, Category.CHAIR, Category.OBSERVER})


def row_result_text(row: DraftRow) -> str:
    """Return the reason for the rejection of a row, or its doubts; "" for a row with neither."""
    if not row.is_accepted:
        return labels.row_rejection_message(row.reason, row.value)
    return "; ".join(map(labels.row_warning_message, row.doubts))


class RowEditor(QWidget):
    """Fields of the current row; *Take this row*, or Enter in a field, submits the values."""

    row_submitted = Signal(int, object)
    """Line number of the row in the imported list, and the corrected `Person`."""
    row_left_out = Signal(int)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._row: DraftRow | None = None
        self._initial_values: tuple[str, ...] = ()
        """Values of the fields when the row was shown or submitted; other values are corrections not submitted."""
        self._half_typed: dict[tuple[int, str], tuple[str, ...]] = {}
        """Values typed but not submitted, by line and text of the row."""
        self.delegation, self.title, self.name, self.born = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.gender_box, self.suggestions_box = QComboBox(), QComboBox()
        for gender in _GENDERS:
            self.gender_box.addItem(labels.enum_label(gender), gender.value)
        self.found_label = StatusLabel(role="quiet")
        self.message = StatusLabel("", role="quiet", wrap=True)
        self.submit_button = make_button(self.tr("Take this row"), self.submit, self.tr("Enter in a field"))
        self.leave_out_button = make_button(self.tr("Leave this row out"), self.leave_out)
        self.suggestions_box.activated.connect(self._use_suggestion)
        self.delegation.textChanged.connect(self._refresh_delegation)
        for line in (self.delegation, self.title, self.name, self.born):
            line.returnPressed.connect(self.submit)
        self._build_ui()
        self.setFocusProxy(self.name)
        self.set_row(None)

    def set_row(self, row: DraftRow | None) -> None:
        """Show a row with the values typed for it but not submitted; hide if it is None."""
        self._store_typed()
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        person, session = row.speaker.person, self._bridge.session
        has_origin = person.delegation or person.organization
        origin = labels.delegation_name(session, person, labels.screen_language()) if has_origin else ""
        unknown_name = row.value if not row.is_accepted and "delegation" in row.reason else ""
        self.delegation.setText(origin or unknown_name)
        self.title.setText(person.title)
        self.name.setText(person.name)
        self.born.setText(person.born)
        self.gender_box.setCurrentIndex(self.gender_box.findData(person.gender.value))
        self.suggestions_box.clear()
        for code in row.proposed_delegations:
            delegation = next((each for each in session.delegations.values() if each.id == code), None)
            if delegation is not None:
                self.suggestions_box.addItem(delegation.name(labels.screen_language()))
        self.suggestions_box.setCurrentIndex(-1)
        self.suggestions_box.setVisible(bool(self.suggestions_box.count()))
        self.leave_out_button.setEnabled(row.is_accepted)
        self._initial_values = self._values()
        if (values := self._half_typed.get((row.line, row.text))) is not None:
            self._set_values(values)
        self.message.setText(row_result_text(row))
        self.message.setVisible(bool(self.message.text()))
        set_role(self.message, "warning")
        self._refresh_delegation()

    def focus_doubtful_field(self) -> None:
        """Focus the delegation or date of birth if it was rejected or is doubtful, else the name."""
        row = self._row
        if row is None:
            return
        field = self.name
        if "delegation" in row.reason:
            field = self.delegation
        elif row.is_accepted and any(doubt.reason.startswith(("bad-born", "born")) for doubt in row.doubts):
            field = self.born
        field.setFocus()
        field.selectAll()

    @Slot()
    def submit(self) -> None:
        """Emit `row_submitted`; an invalid value is reported instead."""
        if self._row is None:
            return
        person = self._read_person(self._row.speaker.person)
        if person is not None:
            self._show_message("")
            self._initial_values = self._values()
            self._half_typed.pop((self._row.line, self._row.text), None)
            self.row_submitted.emit(self._row.line, person)

    @Slot()
    def leave_out(self) -> None:
        """Emit `row_left_out` for the row shown."""
        if self._row is not None:
            self.row_left_out.emit(self._row.line)

    @Slot()
    def _use_suggestion(self) -> None:
        self.delegation.setText(self.suggestions_box.currentText())
        self.delegation.setFocus()

    def _store_typed(self) -> None:
        """Store unsubmitted values; they are restored when the row is shown again."""
        if self._row is None:
            return
        row = self._row.line, self._row.text
        if self._values() != self._initial_values:
            self._half_typed[row] = self._values()
        else:
            self._half_typed.pop(row, None)

    def _values(self) -> tuple[str, ...]:
        lines = (self.delegation, self.title, self.name, self.born)
        return (*(line.text() for line in lines), str(self.gender_box.currentData()))

    def _set_values(self, values: tuple[str, ...]) -> None:
        *texts, gender = values
        lines = (self.delegation, self.title, self.name, self.born)
        for line, text in zip(lines, texts, strict=True):
            line.setText(text)
        self.gender_box.setCurrentIndex(self.gender_box.findData(gender))

    def _read_person(self, old: Person) -> Person | None:
        born = self._read_born()
        if born is None:
            self._show_message(self.tr("This is no year and no day; write 1985 or 31.12.1985."), self.born)
            return None
        delegation, organization = self._find_delegation(), self.delegation.text().strip()
        if delegation is None and old.category not in _FREE_TEXT_CATEGORIES:
            self._show_message(self.tr("There is no such delegation; write its name or its code."), self.delegation)
            return None
        gender = Gender(str(self.gender_box.currentData()))
        person = replace(old, name=self.name.text().strip(), title=self.title.text().strip())
        person = replace(person, born=born, gender=gender)
        if delegation is None:
            return replace(person, delegation=NO_DELEGATION, organization=organization)
        is_category_changed = delegation.id != old.delegation and old.category in {Category.MEMBER, Category.ASSOCIATE}
        category = delegation.category if is_category_changed else old.category
        return replace(person, delegation=delegation.id, category=category)

    def _read_born(self) -> str | None:
        text = self.born.text().strip()
        return text if _YEAR.fullmatch(text) else parse_day_text(text)

    def _find_delegation(self) -> Delegation | None:
        """Return the delegation typed by full name or code, else the only one that matches, else None."""
        text, finder = self.delegation.text().strip(), self._bridge.notes_projection.finder
        if not text:
            return None
        exact = finder.find_exact(text)
        if exact is not None:
            return exact
        matches = finder.find(text, 2)
        return matches[0] if len(matches) == 1 else None

    @Slot()
    def _refresh_delegation(self) -> None:
        text, delegation = self.delegation.text().strip(), self._find_delegation()
        if delegation is not None:
            self.found_label.setText(f"→ {delegation.name(labels.screen_language())}")
            return
        matches = self._bridge.notes_projection.finder.find(text, 3) if text else ()
        names = ", ".join(match.name(labels.screen_language()) for match in matches)
        self.found_label.setText(self.tr("which: {names}").format(names=names) if names else "")

    def _show_message(self, text: str, field: LineEdit | None = None) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        set_role(self.message, "alarm" if text else "quiet")
        if field is not None:
            field.setFocus()

    def _build_ui(self) -> None:
        set_accessible_name(self.suggestions_box, self.tr("Delegation that may be meant"))
        self.suggestions_box.setPlaceholderText(self.tr("perhaps …"))
        left_form, right_form = QFormLayout(), QFormLayout()
        delegation_row = QHBoxLayout()
        delegation_row.addWidget(self.delegation, 2)
        delegation_row.addWidget(self.suggestions_box)
        delegation_row.addWidget(self.found_label, 1)
        for form, text, widget in (
            (left_form, self.tr("Delegation"), self.delegation),
            (left_form, self.tr("Name"), self.name),
            (right_form, self.tr("Title"), self.title),
            (right_form, self.tr("Gender"), self.gender_box),
            (right_form, self.tr("Born"), self.born),
        ):
            set_accessible_name(widget, text)
            if widget is self.delegation:
                form.addRow(text, delegation_row)
            else:
                form.addRow(text, widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.submit_button)
        buttons.addWidget(self.leave_out_button)
        buttons.addStretch(1)
        left_form.addRow("", buttons)
        columns = QHBoxLayout()
        columns.addLayout(left_form, 3)
        columns.addLayout(right_form, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.message)
        layout.addLayout(columns)
