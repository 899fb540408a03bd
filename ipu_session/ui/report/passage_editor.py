"""Editor of the synthesis of one theme: list of passages, and a field for the text of the current one.

Typed text is saved to disk as a draft, and recorded when the field loses focus or on Ctrl+Enter.
"""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId, PassageId, ThemeId
from ipu_session.domain.model.passages import RESOLUTION_SECTIONS, Passage, SynthesisSection, passages_of_theme
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.report.drag_and_drop import PassagesModel, enable_passage_drops
from ipu_session.ui.report.markup_text_edit import MarkupTextEdit
from ipu_session.ui.report.passage_rows import SECTION_BY_KIND, build_passage_rows, sections_for
from ipu_session.ui.report.supporters import SupportersLine
from ipu_session.ui.widgets.factories import add_widget_action, set_accessible_name
from ipu_session.ui.widgets.rows.row_target import require_target
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row
from ipu_session.ui.widgets.throttle import ThrottleTimer


class PassageEditor(QWidget):
    """Sections with their passages above, the text of the current passage below."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.theme: ThemeId | None = None
        """The theme edited; None for the elements for the resolution."""
        self._recorded_text = ""
        """The session's text when it was put into the field."""
        self._edited_key: PassageId | SynthesisSection | None = None
        """What the field edits: a passage, or the section in which a new one is begun."""
        self.model = PassagesModel((self.tr("Passage"), self.tr("Rests on")), self)
        self.model.notes_dropped.connect(self._on_notes_dropped)
        self.model.passage_dropped.connect(self._on_passage_dropped)
        self.list = make_table_view(self.model, self.tr("Passages of the synthesis"), (0,), wrap=True)
        self.text_edit = self._create_text_edit()
        self.supporters_line = SupportersLine(bridge)
        self._throttle = ThrottleTimer(self.save_draft, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.text_edit, 2)
        layout.addWidget(self.supporters_line)
        enable_passage_drops(self.list)
        self._create_actions()
        self.list.selectionModel().currentRowChanged.connect(self._on_row_changed)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.list)
        self.set_theme(None)

    def set_theme(self, theme: ThemeId | None) -> None:
        """Record the text of the field, then show the passages of another theme."""
        self.submit()
        self.theme = theme
        self._edited_key = None
        self.model.set_rows(build_passage_rows(self._bridge.session, theme))
        set_current_row(self.list, 0)
        self._on_row_changed()

    def add_notes(self, notes: tuple[NoteId, ...], section: SynthesisSection | None = None) -> bool:
        """Make passages of notes, in `section` or else in the section of the first note's kind."""
        if not notes:
            return False
        if section is None:
            note = self._bridge.session.notes[notes[0]]
            section = SynthesisSection.OPERATIVE if self.theme is None else SECTION_BY_KIND[note.kind]
        self.submit()
        return self._bridge.execute(c.AddNotesToSynthesis(self.theme, section, notes))

    def add_sources(self, notes: tuple[NoteId, ...]) -> bool:
        """Add notes to the sources of the current passage."""
        passage = self._require_passage() if notes else None
        if passage is None:
            return False
        return self._bridge.execute(c.SetPassageSources(passage.id, (*passage.notes, *notes)))

    @Slot()
    def focus_text(self) -> None:
        """Focus the text of the current passage, or of a new one in the current section."""
        self.text_edit.setFocus()

    @Slot()
    def submit(self) -> None:
        """Record the text of the field if it has changed."""
        self._throttle.stop()
        written, text = self._edited_key, self.text_edit.plain_text
        if written is None:
            return
        if text == self._recorded_text:
            self._clear_draft()
        elif self._execute_change(written, text):
            self._clear_draft()
            if isinstance(written, SynthesisSection):
                # The new passage is a row of its own now; the field is free for the next one.
                self._set_text("", "")
            else:
                self._recorded_text = text

    @Slot()
    def submit_and_start_next(self) -> None:
        """Record the passage and start another in the same section."""
        section = self._find_section(self._current_key())
        self.submit()
        if section is not None:
            set_current_row(self.list, self.model.row_of_key(section))
            self.text_edit.setFocus()

    @Slot()
    def save_draft(self) -> None:
        """Save the half-typed text to disk, so that it survives a power cut."""
        self._throttle.stop()
        if self._edited_key is not None and self.text_edit.plain_text != self._recorded_text:
            self._bridge.save_draft(self._draft_key(), self.text_edit.plain_text)

    @Slot()
    def remove_passage(self) -> None:
        """Remove the current passage."""
        if (passage := self._require_passage()) is not None:
            self._bridge.execute(c.RemovePassage(passage.id))

    @Slot()
    def move_up(self) -> None:
        """Move the current passage up one place, or to the end of the section above."""
        passage, row = self._require_passage(), current_row(self.list)
        if passage is None:
            return
        above = self.model.key_at(row - 1)
        if isinstance(above, SynthesisSection):
            sections = sections_for(self.theme)
            if (at := sections.index(above)) > 0:
                self._bridge.execute(c.MovePassage(passage.id, sections[at - 1]))
            else:
                self._bridge.action_unavailable.emit(self.tr("This passage is the first already."))
        elif isinstance(above, int):
            self._bridge.execute(c.MovePassage(passage.id, passage.section, PassageId(above)))

    @Slot()
    def move_down(self) -> None:
        """Move the current passage down one place, or to the head of the section below."""
        passage, row = self._require_passage(), current_row(self.list)
        if passage is None:
            return
        below, after = self.model.key_at(row + 1), self.model.key_at(row + 2)
        before = PassageId(after) if isinstance(after, int) else None
        if isinstance(below, SynthesisSection):
            self._bridge.execute(c.MovePassage(passage.id, below, before))
        elif isinstance(below, int):
            self._bridge.execute(c.MovePassage(passage.id, passage.section, before))
        else:
            self._bridge.action_unavailable.emit(self.tr("This passage is the last already."))

    @Slot()
    def copy_to_operative(self) -> None:
        """Copy the current passage to the operative elements for the resolution."""
        self._copy_to_elements(SynthesisSection.OPERATIVE)

    @Slot()
    def copy_to_preambular(self) -> None:
        """Copy the current passage to the preambular elements for the resolution."""
        self._copy_to_elements(SynthesisSection.PREAMBULAR)

    def _copy_to_elements(self, section: SynthesisSection) -> None:
        passage = self._require_passage()
        if passage is not None and passage.section not in RESOLUTION_SECTIONS:
            self._bridge.execute(c.CopyToResolution(passage.id, section))
        elif passage is not None:
            self._bridge.action_unavailable.emit(self.tr("This is an element for the resolution already."))

    def _require_passage(self) -> Passage | None:
        nothing = self.tr("No passage is chosen: this row is a section.")
        return require_target(self._bridge, self.list, self._find_passage(self._current_key()), nothing)

    def _execute_change(self, written: PassageId | SynthesisSection, text: str) -> bool:
        if isinstance(written, SynthesisSection):
            return not text.strip() or self._bridge.execute(c.AddPassage(self.theme, written, text))
        if self._find_passage(written) is None:
            return False
        if not text.strip():
            return self._bridge.execute(c.RemovePassage(written))
        return self._bridge.execute(c.WritePassage(written, text))

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, *_: QModelIndex) -> None:
        chosen = self._current_key()
        if chosen == self._edited_key and self._edited_key is not None:
            return
        self.submit()
        self._edited_key = chosen
        passage = self._find_passage(chosen)
        recorded = "" if passage is None else passage.text
        draft = self._bridge.load_draft(self._draft_key()) if chosen is not None else ""
        self._set_text(recorded, draft or recorded)
        self._refresh_supporters()

    @Slot()
    def _on_text_changed(self) -> None:
        if self._edited_key is not None and self.text_edit.plain_text != self._recorded_text:
            self._throttle.trigger()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        chosen, row = self._current_key(), current_row(self.list)
        self.model.set_rows(build_passage_rows(committed.session, self.theme))
        at = self.model.row_of_key(chosen) if chosen is not None else -1
        set_current_row(self.list, at if at >= 0 else row)
        passage = self._find_passage(self._edited_key)
        recorded = "" if passage is None else passage.text
        if recorded != self._recorded_text:
            if self.text_edit.plain_text == self._recorded_text:
                self._set_text(recorded, recorded)
            else:
                self._recorded_text = recorded
        self._refresh_supporters()

    def _refresh_supporters(self) -> None:
        self.supporters_line.setVisible(self.theme is None)
        self.supporters_line.set_passage(self._find_passage(self._current_key()) if self.theme is None else None)

    @Slot(object, object)
    def _on_notes_dropped(self, notes: tuple[int, ...], on: object) -> None:
        """Make passages of notes dropped on a section; add notes dropped on a passage to its sources."""
        dropped = tuple(NoteId(note) for note in notes)
        passage = None if isinstance(on, SynthesisSection) else self._find_passage(on)
        if passage is not None:
            self._bridge.execute(c.SetPassageSources(passage.id, (*passage.notes, *dropped)))
        else:
            self.add_notes(dropped, on if isinstance(on, SynthesisSection) else None)

    @Slot(object, object)
    def _on_passage_dropped(self, number: int, on: object) -> None:
        """Move a passage to the head of the section, or before the passage, on which it was dropped."""
        section, dropped = (
            self._find_section(on if isinstance(on, SynthesisSection) else PassageId(int(str(on)))),
            None,
        )
        if section is None:
            return
        if isinstance(on, SynthesisSection):
            here = passages_of_theme(self._bridge.session.passages, self.theme)
            dropped = next((p.id for p in here if p.section is section and p.id != number), None)
        elif isinstance(on, int) and on != number:
            dropped = PassageId(on)
        self._bridge.execute(c.MovePassage(PassageId(number), section, dropped))

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

    def _current_key(self) -> PassageId | SynthesisSection | None:
        key = self.model.key_at(current_row(self.list))
        if isinstance(key, SynthesisSection):
            return key
        return PassageId(key) if isinstance(key, int) else None

    def _find_passage(self, key: object) -> Passage | None:
        return next((p for p in self._bridge.session.passages if p.id == key), None)

    def _find_section(self, key: PassageId | SynthesisSection | None) -> SynthesisSection | None:
        passage = self._find_passage(key)
        return passage.section if passage is not None else key if isinstance(key, SynthesisSection) else None

    def _create_text_edit(self) -> MarkupTextEdit:
        made = MarkupTextEdit()
        set_accessible_name(
            made, self.tr("Text of the passage"), self.tr("Ctrl+Enter records; Ctrl+B bold, Ctrl+I italic")
        )
        made.setPlaceholderText(
            self.tr("Write here. Ctrl+Enter records and begins the next; an empty line begins a paragraph.")
        )
        made.editing_finished.connect(self.submit)
        made.textChanged.connect(self._on_text_changed)
        return made

    def _create_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Write"), "Return", self.focus_text),
            (self.tr("Write"), "F4", self.focus_text),
            (self.tr("Up"), "Alt+Up", self.move_up),
            (self.tr("Down"), "Alt+Down", self.move_down),
            (self.tr("To the operative elements"), "Ctrl+Shift+Return", self.copy_to_operative),
            (self.tr("To the preambular elements"), "Alt+Shift+Return", self.copy_to_preambular),
            (self.tr("Take out"), "Delete", self.remove_passage),
        ):
            add_widget_action(self.list, text, key, slot)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.focus_text)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.text_edit)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.submit_and_start_next)
