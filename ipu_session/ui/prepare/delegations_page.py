"""The directory of delegations: found by name in any language or code, edited, added to."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import ChangeDelegation
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation, Session
from ipu_session.domain.text.delegation_search import Finder
from ipu_session.domain.text.text_folding import fold
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, named, row_action, set_role
from ipu_session.ui.widgets.field_drafts import KeptFields
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_CATEGORIES = (Category.MEMBER, Category.ASSOCIATE, Category.OBSERVER)
_NAMES = ("name_en", "name_fr", "name_es", "name_ar")


_DRAFT = "delegation"


class DelegationsPage(QWidget):
    """A table with a line to find in, and a form for one delegation."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: Delegation | None = None
        self.find_line = LineEdit()
        named(self.find_line, self.tr("Find a delegation"))
        self.find_line.setPlaceholderText(self.tr("find: name in any language, or code"))
        self.find_line.setClearButtonEnabled(True)
        self.find_line.textChanged.connect(self._show_anew)
        row_action(self.find_line, self.tr("End the search"), "Esc", self._leave_find)
        headings = (
            self.tr("Code"),
            self.tr("English"),
            self.tr("French"),
            self.tr("Groups"),
            self.tr("Kind"),
        )
        self.model = LinesModel(headings, self)
        self.list = table(self.model, self.tr("Delegations"), (1, 2))
        self.list.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.fields = {name: LineEdit() for name in (*_NAMES, "iso2", "groups")}
        self.category = QComboBox()
        for category in _CATEGORIES:
            self.category.addItem(labels.word(category), category.value)
        self.count = StatusLabel(role="quiet")
        self.said = StatusLabel(role="alarm", wrap=True)
        self._lay_out()
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)
        choose_row(self.list, 0)
        self.kept = KeptFields(bridge, _DRAFT, self.fields, self._recorded, self._about)
        self._bring_back()
        self.setFocusProxy(self.find_line)

    @Slot()
    def _leave_find(self) -> None:
        ERASURES.erase(self.find_line)

    @Slot()
    def record(self) -> None:
        """Ask for the delegation as it stands in the form."""
        new = self._typed()
        if self._shown is None and new.id in self._bridge.session.delegations:
            set_role(self.said, "alarm")
            self.said.setText(self.tr("There is a delegation of that code or name already."))
            return
        self.said.setText("")
        if self._bridge.execute(ChangeDelegation(new)):
            self._shown = new
            self.find_line.clear()
            self._show(self._bridge.session)
            choose_row(self.list, self.model.row_of(new.id))
            self.kept.keep()

    @Slot()
    def begin_new(self) -> None:
        """Empty the form for a delegation that is not in the directory yet."""
        self._shown = None
        for field in self.fields.values():
            field.clear()
        self.category.setCurrentIndex(len(_CATEGORIES) - 1)
        self.fields["name_en"].setFocus()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)
        if self._shown is not None:
            known = committed.session.delegations.get(self._shown.id)
            if known is not None and known != self._shown:
                self._fill(known)

    @Slot()
    def _show_anew(self) -> None:
        self._show(self._bridge.session)
        choose_row(self.list, 0)
        # The first row may stand for another delegation now; the selection does not tell.
        self._show_chosen()

    def _show(self, session: Session) -> None:
        known = tuple(session.delegations.values())
        text = self.find_line.text()
        found = Finder(known).find(text, len(known)) if fold(text) else sorted(known, key=_by_name)
        self.model.show([_line(delegation) for delegation in found])
        shown = self.tr("{count} delegations") if found else self.tr("no such delegation")
        self.count.setText(shown.format(count=len(found)))

    @Slot()
    def _show_chosen(self) -> None:
        key = self.model.key(current_row(self.list))
        delegation = self._bridge.session.delegations.get(DelegationId(str(key)))
        if delegation is not None:
            self._fill(delegation)

    def _fill(self, delegation: Delegation) -> None:
        self._shown = delegation
        for name, value in _texts(delegation).items():
            field = self.fields[name]
            if field.text() != value:
                field.setText(value)
                field.setCursorPosition(0)
        self.category.setCurrentIndex(max(0, self.category.findData(delegation.category.value)))

    def _recorded(self) -> dict[str, str]:
        return {} if self._shown is None else _texts(self._shown)

    def _about(self) -> str:
        return "" if self._shown is None else self._shown.id

    def _bring_back(self) -> None:
        """Show what was half-typed when the program ended, of the delegation that it was for."""
        about, typed = self.kept.drafted()
        known = self._bridge.session.delegations.get(DelegationId(about))
        if not typed or (about and known is None):
            return
        if known is not None:
            choose_row(self.list, self.model.row_of(known.id))
            self._fill(known)
        else:
            self._shown = None
            for field in self.fields.values():
                field.clear()
        self.kept.bring_back()

    def _typed(self) -> Delegation:
        said: dict[str, Any] = {name: field.text().strip() for name, field in self.fields.items()}
        groups = tuple(group.strip() for group in said.pop("groups").split(",") if group.strip())
        category = Category(str(self.category.currentData()))
        if self._shown is not None:
            return replace(self._shown, **said, groups=groups, category=category)
        slug = said["iso2"] or fold(said["name_en"]).replace(" ", "-")
        return Delegation(DelegationId(slug), category, groups=groups, **said)

    def _lay_out(self) -> None:
        words = {
            "name_en": self.tr("Name in English"),
            "name_fr": self.tr("Name in French"),
            "name_es": self.tr("Name in Spanish"),
            "name_ar": self.tr("Name in Arabic"),
            "iso2": self.tr("ISO code"),
            "groups": self.tr("Groups, parted by commas"),
        }
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in self.fields.items():
            named(field, words[name])
            form.addRow(words[name], field)
        named(self.category, self.tr("Kind of delegation"))
        form.addRow(self.tr("Kind"), self.category)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Record"), self.record, role="primary"))
        buttons.addWidget(button(self.tr("New delegation"), self.begin_new))
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addLayout(buttons)
        right.addWidget(self.said)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.find_line)
        left.addWidget(self.list, 1)
        left.addWidget(self.count)
        layout = QHBoxLayout(self)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)


def _texts(delegation: Delegation) -> dict[str, str]:
    """Return what stands in each field for a delegation."""
    texts = {name: str(getattr(delegation, name)) for name in (*_NAMES, "iso2")}
    return {**texts, "groups": ", ".join(delegation.groups)}


def _by_name(delegation: Delegation) -> str:
    return fold(delegation.name_en)


def _line(delegation: Delegation) -> Line:
    cells = (
        delegation.iso2,
        delegation.name_en,
        delegation.name_fr,
        ", ".join(delegation.groups),
        labels.word(delegation.category),
    )
    return Line(cells, delegation.id)
