"""Editor of the synthesis of a theme, or of the elements for the resolution: passages, and a field for their text.

Typed text is saved to disk as a draft, and recorded when the field loses focus or on Ctrl+Enter.
"""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.report_actions import PASSAGE_TEXT_ACTIONS, PASSAGES_LIST_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.timers import ThrottleTimer
from ipu_session.ui.report.synthesis.markup_text_edit import MarkupTextEdit
from ipu_session.ui.report.synthesis.passage_list import PassageKey, PassageList
from ipu_session.ui.report.synthesis.supporters import SupportersLine
from ipu_session.ui.widgets.factories import set_accessible_name


class PassageEditor(QWidget):
    """Sections with their passages at the top, the text of the current passage below."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._recorded_text = ""
        """Text of the passage in the session; "" for a new passage. A different text in the field is not recorded."""
        self._edited_key: PassageKey | None = None
        """Passage that the field edits, or section to which it adds a passage; None if no row is current."""
        self.passages = PassageList(bridge)
        self.passages.model.notes_dropped.connect(self._on_notes_dropped)
        self.text_edit = self._create_text_edit()
        self.supporters_line = SupportersLine(bridge)
        self._throttle = ThrottleTimer(self.save_draft, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.passages, 3)
        layout.addWidget(self.text_edit, 2)
        layout.addWidget(self.supporters_line)
        self._create_actions()
        self.passages.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.passages)
        self.set_theme(None)

    @property
    def theme(self) -> ThemeId | None:
        """The theme edited; None for the elements for the resolution."""
        return self.passages.theme

    def set_theme(self, theme: ThemeId | None) -> None:
        """Record the text of the field, then show the passages of another theme."""
        self.submit()
        self._edited_key = None
        self.passages.set_theme(theme)
        self._on_row_changed()

    def add_notes(self, notes: tuple[NoteId, ...], section: SynthesisSection | None = None) -> bool:
        """Make passages of notes (see `PassageList.add_notes`); return False if there are none, or if rejected."""
        if not notes:
            return False
        self.submit()
        return self.passages.add_notes(notes, section)

    def add_sources(self, notes: tuple[NoteId, ...]) -> bool:
        """Add notes to the sources of the current passage; return False if that is not done."""
        return bool(notes) and self.passages.add_sources(notes)

    @Slot()
    def focus_text(self) -> None:
        """Focus the field: it edits the current passage or, on a section, adds a passage to it."""
        self.text_edit.setFocus()

    @Slot()
    def submit(self) -> None:
        """Record the text of the field if it has changed; an emptied passage is removed."""
        self._throttle.stop()
        key, text = self._edited_key, self.text_edit.plain_text
        if key is None:
            return
        if text == self._recorded_text:
            self._clear_draft()
        elif self._execute_change(key, text):
            self._clear_draft()
            if isinstance(key, SynthesisSection):
                # The new passage has a row now; the field is emptied for another one.
                self._set_text("", "")
            else:
                self._recorded_text = text

    @Slot()
    def submit_and_start_next(self) -> None:
        """Record the passage and start another in the same section."""
        section = self.passages.find_section(self.passages.current_key())
        self.submit()
        if section is not None:
            self.passages.set_current(section)
            self.text_edit.setFocus()

    @Slot()
    def save_draft(self) -> None:
        """Save the half-typed text to disk, so that it survives a power cut."""
        self._throttle.stop()
        if self._edited_key is not None and self.text_edit.plain_text != self._recorded_text:
            self._bridge.save_draft(self._draft_key(), self.text_edit.plain_text)

    def _execute_change(self, key: PassageKey, text: str) -> bool:
        if isinstance(key, SynthesisSection):
            return not text.strip() or self._bridge.execute(c.AddPassage(self.theme, key, text))
        if self.passages.find_passage(key) is None:
            return False
        if not text.strip():
            return self._bridge.execute(c.RemovePassage(key))
        return self._bridge.execute(c.WritePassage(key, text))

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, *_: QModelIndex) -> None:
        key = self.passages.current_key()
        if key == self._edited_key and self._edited_key is not None:
            return
        self.submit()
        self._edited_key = key
        passage = self.passages.find_passage(key)
        recorded = "" if passage is None else passage.text
        draft = self._bridge.load_draft(self._draft_key()) if key is not None else ""
        self._set_text(recorded, draft or recorded)
        self._refresh_supporters()

    @Slot()
    def _on_text_changed(self) -> None:
        if self._edited_key is not None and self.text_edit.plain_text != self._recorded_text:
            self._throttle.trigger()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self.passages.refresh()
        passage = self.passages.find_passage(self._edited_key)
        recorded = "" if passage is None else passage.text
        if recorded != self._recorded_text:
            if self.text_edit.plain_text == self._recorded_text:
                self._set_text(recorded, recorded)
            else:
                self._recorded_text = recorded
        self._refresh_supporters()

    def _refresh_supporters(self) -> None:
        self.supporters_line.setVisible(self.theme is None)
        self.supporters_line.set_passage(
            self.passages.find_passage(self.passages.current_key()) if self.theme is None else None
        )

    @Slot(object, object)
    def _on_notes_dropped(self, notes: tuple[int, ...], target: object) -> None:
        """Make passages of notes dropped on a section; add notes dropped on a passage to its sources."""
        dropped = tuple(NoteId(note) for note in notes)
        passage = None if isinstance(target, SynthesisSection) else self.passages.find_passage(target)
        if passage is not None:
            self._bridge.execute(c.SetPassageSources(passage.id, (*passage.notes, *dropped)))
        else:
            self.add_notes(dropped, target if isinstance(target, SynthesisSection) else None)

    def _set_text(self, recorded: str, text: str) -> None:
        self._recorded_text = recorded
        if self.text_edit.plain_text != text:
            self.text_edit.setPlainText(text)
        self._throttle.stop()

    def _clear_draft(self) -> None:
        if self._bridge.load_draft(self._draft_key()):
            self._bridge.save_draft(self._draft_key(), "")

    def _draft_key(self) -> str:
        return f"passage-{self.theme or 0}-{self._edited_key}"

    def _create_text_edit(self) -> MarkupTextEdit:
        edit = MarkupTextEdit()
        set_accessible_name(
            edit, self.tr("Text of the passage"), self.tr("Ctrl+Enter records; Ctrl+B bold, Ctrl+I italic")
        )
        edit.setPlaceholderText(
            self.tr("Write here. Ctrl+Enter records and begins the next; an empty line begins a paragraph.")
        )
        edit.editing_finished.connect(self.submit)
        edit.textChanged.connect(self._on_text_changed)
        return edit

    def _create_actions(self) -> None:
        view = self.passages.view
        add_actions(view, PASSAGES_LIST_ACTIONS, {"passage-write": self.focus_text}, self._bridge)
        add_actions(self.text_edit, PASSAGE_TEXT_ACTIONS, {"passage-next": self.submit_and_start_next})
        view.doubleClicked.connect(self.focus_text)
