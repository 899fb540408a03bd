"""The limits of the debate; a change in mid-debate is recorded and applies to those still to speak."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain.commands import SetRules
from ipu_session.domain.model.rules import PRESETS, Rules
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.prepare import page_labels
from ipu_session.ui.widgets.factories import label, named
from ipu_session.ui.widgets.text.undoable_fields import SpinBox
from ipu_session.ui.widgets.validated_line_edit import DurationLine

_TIMES = tuple(name for name in Rules.__slots__ if name.endswith("_ms"))
_NUMBERS = {
    "speakers_for_each_delegation": (1, 99),
    "replies_for_each_delegation": (0, 99),
    "young_under": (0, 150),
    "lots_cap": (0, 999),
    "consecutive": (0, 99),
}
_SWITCHES = ("shared_by_delegation", "change_goes_to_the_end")
_LIMITS = frozenset(
    {
        *("delegate_ms", "observer_ms", "opening_ms", "closing_ms", "point_of_order_ms", "reply_ms"),
        *("second_reply_ms", "question_ms", "response_ms", "motion_ms"),
    }
)
"""Speaking times: 0 is no limit."""


class RulesPage(QWidget):
    """A preset to begin with, then every number by itself."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.preset = QComboBox()
        named(self.preset, self.tr("Preset"))
        for preset in PRESETS:
            self.preset.addItem(page_labels.preset_word(preset), preset)
        self.preset.activated.connect(self._take_preset)
        unlimited = self.tr("no limit")
        self.times = {
            name: DurationLine(page_labels.rule_word(name), unlimited if name in _LIMITS else "")
            for name in _TIMES
        }
        self.switches = {name: QCheckBox(page_labels.rule_word(name)) for name in _SWITCHES}
        self.numbers = {name: SpinBox() for name in _NUMBERS}
        self._lay_out()
        self._show(bridge.session.rules)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.preset)

    @Slot()
    def record(self) -> None:
        """Ask for the rules as they stand in the form; a time that cannot be read keeps its old value."""
        old = self._bridge.session.rules
        times = {name: line.duration_ms for name, line in self.times.items()}
        typed: dict[str, Any] = {
            name: getattr(old, name) if value is None else value for name, value in times.items()
        }
        typed |= {name: box.value() for name, box in self.numbers.items()}
        typed |= {name: box.isChecked() for name, box in self.switches.items()}
        new = replace(old, **typed)
        if new != old:
            self._bridge.execute(SetRules(new))

    @Slot()
    def _take_preset(self) -> None:
        self._bridge.execute(SetRules(PRESETS[str(self.preset.currentData())]))

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session.rules)

    def _show(self, rules: Rules) -> None:
        self.preset.setCurrentIndex(self.preset.findData(rules.preset))
        for name, line in self.times.items():
            if not line.line.hasFocus():
                line.set_duration_ms(getattr(rules, name))
        for name, box in self.numbers.items():
            if not box.hasFocus():
                box.setValue(getattr(rules, name))
        for name, switch in self.switches.items():
            switch.setChecked(getattr(rules, name))

    def _lay_out(self) -> None:
        columns = [QFormLayout(), QFormLayout()]
        half = (len(self.times) + len(self.numbers) + len(self.switches) + 1) // 2
        for place, (name, line) in enumerate(self.times.items()):
            line.left.connect(self.record)
            columns[place >= half].addRow(page_labels.rule_word(name), line)
        for name, box in self.numbers.items():
            named(box, page_labels.rule_word(name))
            box.setRange(*_NUMBERS[name])
            box.editingFinished.connect(self.record)
            columns[1].addRow(page_labels.rule_word(name), box)
        for switch in self.switches.values():
            switch.clicked.connect(self.record)
            columns[1].addRow(switch)
        top = QFormLayout()
        top.addRow(self.tr("Preset"), self.preset)
        both = QHBoxLayout()
        for column in columns:
            both.addLayout(column, 1)
        page = QWidget()
        room = QScrollArea()
        room.setWidget(page)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(room)
        layout = QVBoxLayout(page)
        layout.addLayout(top)
        layout.addLayout(both)
        said = self.tr("A change applies to those still to speak; whoever has the floor keeps the old limit.")
        layout.addWidget(label(said, "quiet", wrap=True))
        layout.addStretch(1)
