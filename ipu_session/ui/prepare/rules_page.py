"""The rules of the debate; a change in mid-debate is recorded and applies to those still to speak."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ipu_session.domain.commands import SetRules
from ipu_session.domain.model.rules import PRESETS, Rules
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.replace_fields import replace_fields
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.prepare import prepare_labels
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.text.undoable_fields import SpinBox
from ipu_session.ui.widgets.validated_line_edit import DurationLineEdit

_TIME_FIELDS = tuple(name for name in Rules.__struct_fields__ if name.endswith("_ms"))
_NUMBER_RANGES = {
    "speakers_for_each_delegation": (1, 99),
    "replies_for_each_delegation": (0, 99),
    "young_under": (0, 150),
    "lots_cap": (0, 999),
    "consecutive": (0, 99),
}
_SWITCH_FIELDS = ("shared_by_delegation", "change_goes_to_the_end")
_LIMIT_FIELDS = frozenset(
    {
        *("delegate_ms", "observer_ms", "opening_ms", "closing_ms", "point_of_order_ms", "reply_ms"),
        *("second_reply_ms", "question_ms", "response_ms", "motion_ms"),
    }
)
"""Speaking times, for which 0 means no limit."""


class RulesPage(QWidget):
    """Choice of a preset, and a field for each value of the rules."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.preset_box = QComboBox()
        set_accessible_name(self.preset_box, self.tr("Preset"))
        for preset in PRESETS:
            self.preset_box.addItem(prepare_labels.preset_label(preset), preset)
        self.preset_box.activated.connect(self._apply_preset)
        unlimited = self.tr("no limit")
        self.duration_lines = {
            name: DurationLineEdit(prepare_labels.rule_label(name), unlimited if name in _LIMIT_FIELDS else "")
            for name in _TIME_FIELDS
        }
        self.check_boxes = {name: QCheckBox(prepare_labels.rule_label(name)) for name in _SWITCH_FIELDS}
        self.spin_boxes = {name: SpinBox() for name in _NUMBER_RANGES}
        self._build_ui()
        self._refresh(bridge.session.rules)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.preset_box)

    @Slot()
    def submit(self) -> None:
        """Record the rules in the form; a time that cannot be parsed keeps its old value."""
        old = self._bridge.session.rules
        times = {name: line.duration_ms for name, line in self.duration_lines.items()}
        values: dict[str, object] = {name: value for name, value in times.items() if value is not None}
        values |= {name: box.value() for name, box in self.spin_boxes.items()}
        values |= {name: box.isChecked() for name, box in self.check_boxes.items()}
        new = replace_fields(old, values)
        if new != old:
            self._bridge.execute(SetRules(new))

    @Slot()
    def _apply_preset(self) -> None:
        self._bridge.execute(SetRules(PRESETS[str(self.preset_box.currentData())]))

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session.rules)

    def _refresh(self, rules: Rules) -> None:
        self.preset_box.setCurrentIndex(self.preset_box.findData(rules.preset))
        for name, line in self.duration_lines.items():
            if not line.line.hasFocus():
                line.set_duration_ms(getattr(rules, name))
        for name, box in self.spin_boxes.items():
            if not box.hasFocus():
                box.setValue(getattr(rules, name))
        for name, check_box in self.check_boxes.items():
            check_box.setChecked(getattr(rules, name))

    def _build_ui(self) -> None:
        columns = [QFormLayout(), QFormLayout()]
        half = (len(self.duration_lines) + len(self.spin_boxes) + len(self.check_boxes) + 1) // 2
        for position, (name, line) in enumerate(self.duration_lines.items()):
            line.editing_finished.connect(self.submit)
            columns[position >= half].addRow(prepare_labels.rule_label(name), line)
        for name, box in self.spin_boxes.items():
            set_accessible_name(box, prepare_labels.rule_label(name))
            box.setRange(*_NUMBER_RANGES[name])
            box.editingFinished.connect(self.submit)
            columns[1].addRow(prepare_labels.rule_label(name), box)
        for check_box in self.check_boxes.values():
            check_box.clicked.connect(self.submit)
            columns[1].addRow(check_box)
        top = QFormLayout()
        top.addRow(self.tr("Preset"), self.preset_box)
        columns_row = QHBoxLayout()
        for column in columns:
            columns_row.addLayout(column, 1)
        page = QWidget()
        scroll_area = QScrollArea()
        scroll_area.setWidget(page)
        scroll_area.setWidgetResizable(True)
        scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll_area)
        layout = QVBoxLayout(page)
        layout.addLayout(top)
        layout.addLayout(columns_row)
        explanation = self.tr("A change applies to those still to speak; whoever has the floor keeps the old limit.")
        layout.addWidget(make_label(explanation, "quiet", wrap=True))
        layout.addStretch(1)
