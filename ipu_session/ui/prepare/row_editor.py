"""One row of a speakers list, corrected in place: whom it speaks for, the name, what is doubtful."""

import re
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.speakers_list_draft import DraftRow
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import NO_DELEGATION, Delegation, Gender, Person
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.dates import read_day
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, named, set_role
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_GENDERS = (Gender.NOT_STATED, Gender.WOMAN, Gender.MAN)
_FREE = frozenset({Category.EXPERT, Category.CO_RAPPORTEUR, Category.CHAIR, Category.OBSERVER})


def result_of(row: DraftRow) -> str:
    """Return what is asked about in a row, or why it is not taken over; nothing if it is sound."""
    if not row.taken:
        return labels.refused_row(row.reason, row.value)
    return "; ".join(map(labels.row_doubt, row.doubts))


class RowEditor(QWidget):
    """The fields of the row that is chosen; what is typed goes into the list by *Take this row*."""

    taken = Signal(int, object)
    """A line of the list, and the person who stands there now."""
    left_out = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._row: DraftRow | None = None
        self._shown: tuple[str, ...] = ()
        """What the fields said when they were filled."""
        self._half_typed: dict[tuple[int, str], tuple[str, ...]] = {}
        """By line and text of a row: what the fields say that was not taken."""
        self.delegation, self.title, self.name, self.born = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self.gender, self.perhaps = QComboBox(), QComboBox()
        for gender in _GENDERS:
            self.gender.addItem(labels.word(gender), gender.value)
        self.found = StatusLabel(role="quiet")
        self.said = StatusLabel("", role="quiet", wrap=True)
        self.take_button = button(self.tr("Take this row"), self.take, self.tr("Enter in a field"))
        self.leave_button = button(self.tr("Leave this row out"), self.leave)
        self.perhaps.activated.connect(self._take_proposal)
        self.delegation.textChanged.connect(self._say_delegation)
        for line in (self.delegation, self.title, self.name, self.born):
            line.returnPressed.connect(self.take)
        self._lay_out()
        self.setFocusProxy(self.name)
        self.show_row(None)

    def show_row(self, row: DraftRow | None) -> None:
        """Show a row, with what was typed for it and not taken."""
        self._set_aside()
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        person, session = row.speaker.person, self._bridge.session
        named_so = person.delegation or person.organization
        origin = labels.delegation_name(session, person, labels.screen_language()) if named_so else ""
        asked = row.value if not row.taken and "delegation" in row.reason else ""
        self.delegation.setText(origin or asked)
        self.title.setText(person.title)
        self.name.setText(person.name)
        self.born.setText(person.born)
        self.gender.setCurrentIndex(self.gender.findData(person.gender.value))
        self.perhaps.clear()
        for code in row.proposed:
            delegation = next((each for each in session.delegations.values() if each.id == code), None)
            if delegation is not None:
                self.perhaps.addItem(delegation.name(labels.screen_language()))
        self.perhaps.setCurrentIndex(-1)
        self.perhaps.setVisible(bool(self.perhaps.count()))
        self.leave_button.setEnabled(row.taken)
        self._shown = self._typed()
        if (typed := self._half_typed.get((row.line, row.text))) is not None:
            self._put(typed)
        self.said.setText(result_of(row))
        self.said.setVisible(bool(self.said.text()))
        set_role(self.said, "warning")
        self._say_delegation()

    def go_to_question(self) -> None:
        """Put the keyboard on the field that is asked about."""
        row = self._row
        if row is None:
            return
        field = self.name
        if "delegation" in row.reason:
            field = self.delegation
        elif row.taken and any(doubt.reason.startswith(("bad-born", "born")) for doubt in row.doubts):
            field = self.born
        field.setFocus()
        field.selectAll()

    @Slot()
    def take(self) -> None:
        """Hand the row on as it is typed; what does not do is said."""
        if self._row is None:
            return
        person = self._person(self._row.speaker.person)
        if person is not None:
            self._tell("")
            self._shown = self._typed()
            self._half_typed.pop((self._row.line, self._row.text), None)
            self.taken.emit(self._row.line, person)

    @Slot()
    def leave(self) -> None:
        """Leave the row out."""
        if self._row is not None:
            self.left_out.emit(self._row.line)

    @Slot()
    def _take_proposal(self) -> None:
        self.delegation.setText(self.perhaps.currentText())
        self.delegation.setFocus()

    def _set_aside(self) -> None:
        """Remember what was typed for the row that is shown; it comes back with the row."""
        if self._row is None:
            return
        row = self._row.line, self._row.text
        if self._typed() != self._shown:
            self._half_typed[row] = self._typed()
        else:
            self._half_typed.pop(row, None)

    def _typed(self) -> tuple[str, ...]:
        lines = (self.delegation, self.title, self.name, self.born)
        return (*(line.text() for line in lines), str(self.gender.currentData()))

    def _put(self, typed: tuple[str, ...]) -> None:
        *texts, gender = typed
        lines = (self.delegation, self.title, self.name, self.born)
        for line, text in zip(lines, texts, strict=True):
            line.setText(text)
        self.gender.setCurrentIndex(self.gender.findData(gender))

    def _person(self, before: Person) -> Person | None:
        born = self._born()
        if born is None:
            self._tell(self.tr("This is no year and no day; write 1985 or 31.12.1985."), self.born)
            return None
        delegation, typed = self._delegation(), self.delegation.text().strip()
        if delegation is None and before.category not in _FREE:
            self._tell(self.tr("There is no such delegation; write its name or its code."), self.delegation)
            return None
        gender = Gender(str(self.gender.currentData()))
        person = replace(before, name=self.name.text().strip(), title=self.title.text().strip())
        person = replace(person, born=born, gender=gender)
        if delegation is None:
            return replace(person, delegation=NO_DELEGATION, organization=typed)
        changed = delegation.id != before.delegation and before.category in {
            Category.MEMBER,
            Category.ASSOCIATE,
        }
        category = delegation.category if changed else before.category
        return replace(person, delegation=delegation.id, category=category)

    def _born(self) -> str | None:
        typed = self.born.text().strip()
        return typed if _YEAR.fullmatch(typed) else read_day(typed)

    def _delegation(self) -> Delegation | None:
        """Return the delegation typed: by its whole name or code, else the only one that begins so."""
        typed, finder = self.delegation.text().strip(), self._bridge.notebook.finder
        if not typed:
            return None
        exact = finder.exact(typed)
        if exact is not None:
            return exact
        found = finder.find(typed, 2)
        return found[0] if len(found) == 1 else None

    @Slot()
    def _say_delegation(self) -> None:
        typed, delegation = self.delegation.text().strip(), self._delegation()
        if delegation is not None:
            self.found.setText(f"→ {delegation.name(labels.screen_language())}")
            return
        several = self._bridge.notebook.finder.find(typed, 3) if typed else ()
        names = ", ".join(each.name(labels.screen_language()) for each in several)
        self.found.setText(self.tr("which: {names}").format(names=names) if names else "")

    def _tell(self, text: str, field: LineEdit | None = None) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        set_role(self.said, "alarm" if text else "quiet")
        if field is not None:
            field.setFocus()

    def _lay_out(self) -> None:
        named(self.perhaps, self.tr("Delegation that may be meant"))
        self.perhaps.setPlaceholderText(self.tr("perhaps …"))
        left, right = QFormLayout(), QFormLayout()
        delegation = QHBoxLayout()
        delegation.addWidget(self.delegation, 2)
        delegation.addWidget(self.perhaps)
        delegation.addWidget(self.found, 1)
        for form, text, widget in (
            (left, self.tr("Delegation"), self.delegation),
            (left, self.tr("Name"), self.name),
            (right, self.tr("Title"), self.title),
            (right, self.tr("Gender"), self.gender),
            (right, self.tr("Born"), self.born),
        ):
            named(widget, text)
            if widget is self.delegation:
                form.addRow(text, delegation)
            else:
                form.addRow(text, widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        left.addRow("", buttons)
        columns = QHBoxLayout()
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addLayout(columns)
