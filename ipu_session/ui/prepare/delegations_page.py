"""The directory of delegations: search by name in any language or by code, edit, add."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import ChangeDelegation
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation, Session
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.domain.text.text_folding import fold
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.prepare_actions import DELEGATIONS_SEARCH_ACTIONS
from ipu_session.ui.core.replace_fields import replace_fields
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, set_accessible_name, set_role
from ipu_session.ui.widgets.field_drafts import FieldDrafts
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_CATEGORIES = (Category.MEMBER, Category.ASSOCIATE, Category.OBSERVER)
_NAME_FIELDS = ("name_en", "name_fr", "name_es", "name_ar")


_DRAFT_KEY = "delegation"


class DelegationsPage(QWidget):
    """Table with a search line, and a form for the current delegation."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._current: Delegation | None = None
        self.search_line = LineEdit()
        set_accessible_name(self.search_line, self.tr("Find a delegation"))
        self.search_line.setPlaceholderText(self.tr("find: name in any language, or code"))
        self.search_line.setClearButtonEnabled(True)
        self.search_line.textChanged.connect(self._on_search_changed)
        add_actions(self.search_line, DELEGATIONS_SEARCH_ACTIONS, {"delegations-end-search": self._clear_search})
        headings = (self.tr("Code"), self.tr("English"), self.tr("French"), self.tr("Groups"), self.tr("Kind"))
        self.model = RowsModel(headings, self)
        self.list = make_table_view(self.model, self.tr("Delegations"), (1, 2))
        self.list.selectionModel().currentRowChanged.connect(self._fill_current)
        self.fields = {name: LineEdit() for name in (*_NAME_FIELDS, "iso2", "groups")}
        self.category_box = QComboBox()
        for category in _CATEGORIES:
            self.category_box.addItem(labels.enum_label(category), category.value)
        self.count_label = StatusLabel(role="quiet")
        self.message = StatusLabel(role="alarm", wrap=True)
        self._build_ui()
        bridge.committed.connect(self._on_committed)
        self._refresh(bridge.session)
        set_current_row(self.list, 0)
        self.field_drafts = FieldDrafts(bridge, _DRAFT_KEY, self.fields, self._recorded_texts, self._draft_subject)
        self._restore_draft()
        self.setFocusProxy(self.search_line)

    @Slot()
    def _clear_search(self) -> None:
        CLEARED_TEXTS.clear_field(self.search_line)

    @Slot()
    def submit(self) -> None:
        """Record the delegation in the form; a new one whose id exists already is rejected."""
        new = self._read_form()
        if self._current is None and new.id in self._bridge.session.delegations:
            set_role(self.message, "alarm")
            self.message.setText(self.tr("There is a delegation of that code or name already."))
            return
        self.message.setText("")
        if self._bridge.execute(ChangeDelegation(new)):
            self._current = new
            self.search_line.clear()
            self._refresh(self._bridge.session)
            set_current_row(self.list, self.model.row_of_key(new.id))
            self.field_drafts.save_drafts()

    @Slot()
    def start_new(self) -> None:
        """Clear the form for a new delegation."""
        self._current = None
        for field in self.fields.values():
            field.clear()
        self.category_box.setCurrentIndex(len(_CATEGORIES) - 1)
        self.fields["name_en"].setFocus()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)
        if self._current is not None:
            delegation = committed.session.delegations.get(self._current.id)
            if delegation is not None and delegation != self._current:
                self._fill(delegation)

    @Slot()
    def _on_search_changed(self) -> None:
        self._refresh(self._bridge.session)
        set_current_row(self.list, 0)
        # Qt emits no signal if the current row number stays the same, even if its delegation is another one.
        self._fill_current()

    def _refresh(self, session: Session) -> None:
        delegations = tuple(session.delegations.values())
        text = self.search_line.text()
        matches = (
            DelegationFinder(delegations).find(text, len(delegations))
            if fold(text)
            else sorted(delegations, key=_name_sort_key)
        )
        self.model.set_rows([_delegation_row(delegation) for delegation in matches])
        count_text = self.tr("{count} delegations") if matches else self.tr("no such delegation")
        self.count_label.setText(count_text.format(count=len(matches)))

    @Slot()
    def _fill_current(self) -> None:
        key = self.model.key_at(current_row(self.list))
        delegation = self._bridge.session.delegations.get(DelegationId(str(key)))
        if delegation is not None:
            self._fill(delegation)

    def _fill(self, delegation: Delegation) -> None:
        self._current = delegation
        for name, value in _field_texts(delegation).items():
            field = self.fields[name]
            if field.text() != value:
                field.setText(value)
                field.setCursorPosition(0)
        self.category_box.setCurrentIndex(max(0, self.category_box.findData(delegation.category.value)))

    def _recorded_texts(self) -> dict[str, str]:
        return {} if self._current is None else _field_texts(self._current)

    def _draft_subject(self) -> str:
        return "" if self._current is None else self._current.id

    def _restore_draft(self) -> None:
        """Restore the stored draft of the form and make its delegation current; not if that delegation was removed."""
        subject, texts = self.field_drafts.load_draft()
        delegation = self._bridge.session.delegations.get(DelegationId(subject))
        if not texts or (subject and delegation is None):
            return
        if delegation is not None:
            set_current_row(self.list, self.model.row_of_key(delegation.id))
            self._fill(delegation)
        else:
            self._current = None
            for field in self.fields.values():
                field.clear()
        self.field_drafts.restore_drafts()

    def _read_form(self) -> Delegation:
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        groups = tuple(group.strip() for group in texts.pop("groups").split(",") if group.strip())
        code = texts["iso2"] or fold(texts["name_en"]).replace(" ", "-")
        category = Category(str(self.category_box.currentData()))
        edited = self._current or Delegation(DelegationId(code), category, texts["name_en"])
        return replace_fields(edited, {**texts, "groups": groups, "category": category})

    def _build_ui(self) -> None:
        field_labels = {
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
            set_accessible_name(field, field_labels[name])
            form.addRow(field_labels[name], field)
        set_accessible_name(self.category_box, self.tr("Kind of delegation"))
        form.addRow(self.tr("Kind"), self.category_box)
        buttons = QHBoxLayout()
        buttons.addWidget(make_button(self.tr("Record"), self.submit, role="primary"))
        buttons.addWidget(make_button(self.tr("New delegation"), self.start_new))
        buttons.addStretch(1)
        right_column = QVBoxLayout()
        right_column.addLayout(form)
        right_column.addLayout(buttons)
        right_column.addWidget(self.message)
        right_column.addStretch(1)
        left_column = QVBoxLayout()
        left_column.addWidget(self.search_line)
        left_column.addWidget(self.list, 1)
        left_column.addWidget(self.count_label)
        layout = QHBoxLayout(self)
        layout.addLayout(left_column, 3)
        layout.addLayout(right_column, 2)


def _field_texts(delegation: Delegation) -> dict[str, str]:
    """Return the texts of the form's fields for a delegation, by name of the field."""
    texts = {name: str(getattr(delegation, name)) for name in (*_NAME_FIELDS, "iso2")}
    return {**texts, "groups": ", ".join(delegation.groups)}


def _name_sort_key(delegation: Delegation) -> str:
    return fold(delegation.name_en)


def _delegation_row(delegation: Delegation) -> TableRow:
    cells = (
        delegation.iso2,
        delegation.name_en,
        delegation.name_fr,
        ", ".join(delegation.groups),
        labels.enum_label(delegation.category),
    )
    return TableRow(cells, delegation.id)
