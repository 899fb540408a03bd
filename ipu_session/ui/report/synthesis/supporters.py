"""Supporters of an element for the resolution, besides the delegations whose notes it rests on."""

import re

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain.commands import SupportPassage
from ipu_session.domain.model.ids import DelegationId, PassageId
from ipu_session.domain.model.passages import Passage
from ipu_session.domain.model.session import Session
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_SEPARATOR = re.compile(r"[;\n]")


class SupportersLine(QWidget):
    """Line of delegations separated by semicolons, recorded on Enter or when it loses focus."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._passage_id: PassageId | None = None
        self.line = LineEdit()
        set_accessible_name(self.line, self.tr("Also supported by"))
        self.line.setPlaceholderText(self.tr("codes or names, a semicolon between them; Enter records"))
        self.line.editingFinished.connect(self.submit)
        self.message = StatusLabel(role="warning", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(make_label(self.tr("Also supported by"), "quiet"))
        layout.addWidget(self.line)
        layout.addWidget(self.message)

    def set_passage(self, passage: Passage | None) -> None:
        """Show the supporters of an element; disabled if `passage` is None."""
        self.setEnabled(passage is not None)
        is_other_passage = passage is None or passage.id != self._passage_id
        self._passage_id = None if passage is None else passage.id
        recorded = "" if passage is None else _delegation_names(self._bridge.session, passage.supporters)
        if is_other_passage or not self.line.hasFocus():
            self.line.setText(recorded)
            self._show_message("")

    @Slot()
    def submit(self) -> None:
        """Record the delegations named; an unknown or ambiguous name is reported, and nothing is recorded."""
        session = self._bridge.session
        passage = next((each for each in session.passages if each.id == self._passage_id), None)
        if passage is None or self.line.text() == _delegation_names(session, passage.supporters):
            return
        finder = self._bridge.notes_projection.finder
        codes: list[DelegationId] = []
        for name in filter(None, map(str.strip, _SEPARATOR.split(self.line.text()))):
            exact = finder.find_exact(name)
            matches = finder.find(name, 2) if exact is None else (exact,)
            if len(matches) != 1:
                # The name is unknown or ambiguous.
                self._show_message(self.tr("no such delegation: {name}").format(name=name))
                return
            codes.append(matches[0].id)
        if self._bridge.execute(SupportPassage(passage.id, tuple(codes))):
            self.line.setText(_delegation_names(self._bridge.session, tuple(dict.fromkeys(codes))))
            self._show_message("")

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))


def _delegation_names(session: Session, codes: tuple[DelegationId, ...]) -> str:
    language = labels.screen_language()
    return "; ".join(session.delegations[code].name(language) for code in codes)
