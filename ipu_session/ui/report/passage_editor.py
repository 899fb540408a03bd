"""The synthesis of one theme, passage by passage, and the field in which one of them is written.

What is typed is kept half-typed on disk and recorded when the field is left, or with Ctrl+Enter.
"""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId, PassageId, ThemeId
from ipu_session.domain.model.passages import ELEMENTS, Passage, Section, of_theme
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.report.drag_and_drop import PassageLines, let_passages_be_dropped_on
from ipu_session.ui.report.markup_text_edit import MarkedText
from ipu_session.ui.report.passage_rows import SECTION_OF, passage_lines, sections_of
from ipu_session.ui.report.supporters import Supporters
from ipu_session.ui.widgets.factories import named, row_action
from ipu_session.ui.widgets.rows.row_target import acted_on
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table
from ipu_session.ui.widgets.throttle import Soon


class Passages(QWidget):
    """Sections with their passages above, the chosen passage's text below."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.theme: ThemeId | None = None
        """Whose synthesis it is; None for the elements for the resolution."""
        self._recorded = ""
        """The text as the session had it when it was put into the field."""
        self._written: PassageId | Section | None = None
        """What the field belongs to: a passage, or the section in which a new one is begun."""
        self.model = PassageLines((self.tr("Passage"), self.tr("Rests on")), self)
        self.model.notes_dropped.connect(self._on_notes_dropped)
        self.model.passage_dropped.connect(self._on_passage_dropped)
        self.list = table(self.model, self.tr("Passages of the synthesis"), (0,), wrap=True)
        self.text = self._make_text()
        self.supporters = Supporters(bridge)
        self._soon = Soon(self.keep_draft, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.text, 2)
        layout.addWidget(self.supporters)
        let_passages_be_dropped_on(self.list)
        self._make_actions()
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.list)
        self.show_theme(None)

    def show_theme(self, theme: ThemeId | None) -> None:
        """Record what was written, then show the passages of another theme."""
        self.record()
        self.theme = theme
        self._written = None
        self.model.show(passage_lines(self._bridge.session, theme))
        choose_row(self.list, 0)
        self._on_row()

    def gather(self, notes: tuple[NoteId, ...], section: Section | None = None) -> bool:
        """Make passages of notes: in the section said, else in that of the first note's kind."""
        if not notes:
            return False
        if section is None:
            note = self._bridge.session.notes[notes[0]]
            section = Section.OPERATIVE if self.theme is None else SECTION_OF[note.kind]
        self.record()
        return self._bridge.execute(c.GatherNotes(self.theme, section, notes))

    def rest_on(self, notes: tuple[NoteId, ...]) -> bool:
        """Let the chosen passage rest on further notes."""
        passage = self._asked() if notes else None
        if passage is None:
            return False
        return self._bridge.execute(c.RestPassage(passage.id, (*passage.notes, *notes)))

    @Slot()
    def write(self) -> None:
        """Go to the text of the chosen passage, or begin one in the chosen section."""
        self.text.setFocus()

    @Slot()
    def record(self) -> None:
        """Ask for the passage as it stands in the field."""
        self._soon.stop()
        written, text = self._written, self.text.plain
        if written is None:
            return
        if text == self._recorded:
            self._forget_draft()
        elif self._ask_for(written, text):
            self._forget_draft()
            if isinstance(written, Section):
                # What was begun in the section stands below it now; the field is free for the next.
                self._put("", "")
            else:
                self._recorded = text

    @Slot()
    def record_and_go_on(self) -> None:
        """Record the passage and begin another in the same section."""
        section = self._section(self._chosen())
        self.record()
        if section is not None:
            choose_row(self.list, self.model.row_of(section))
            self.text.setFocus()

    @Slot()
    def keep_draft(self) -> None:
        """Keep the half-typed text on disk, so that a power cut does not take it."""
        self._soon.stop()
        if self._written is not None and self.text.plain != self._recorded:
            self._bridge.keep_draft(self._key(), self.text.plain)

    @Slot()
    def remove(self) -> None:
        """Take the chosen passage out."""
        if (passage := self._asked()) is not None:
            self._bridge.execute(c.RemovePassage(passage.id))

    @Slot()
    def move_up(self) -> None:
        """Put the chosen passage before the one above, or at the end of the section above."""
        passage, row = self._asked(), current_row(self.list)
        if passage is None:
            return
        above = self.model.key(row - 1)
        if isinstance(above, Section):
            sections = sections_of(self.theme)
            if (at := sections.index(above)) > 0:
                self._bridge.execute(c.MovePassage(passage.id, sections[at - 1]))
            else:
                self._bridge.unable.emit(self.tr("This passage is the first already."))
        elif isinstance(above, int):
            self._bridge.execute(c.MovePassage(passage.id, passage.section, PassageId(above)))

    @Slot()
    def move_down(self) -> None:
        """Put the chosen passage behind the one below, or at the head of the section below."""
        passage, row = self._asked(), current_row(self.list)
        if passage is None:
            return
        below, after = self.model.key(row + 1), self.model.key(row + 2)
        before = PassageId(after) if isinstance(after, int) else None
        if isinstance(below, Section):
            self._bridge.execute(c.MovePassage(passage.id, below, before))
        elif isinstance(below, int):
            self._bridge.execute(c.MovePassage(passage.id, passage.section, before))
        else:
            self._bridge.unable.emit(self.tr("This passage is the last already."))

    @Slot()
    def to_operative(self) -> None:
        """Make an operative element for the resolution of the chosen passage."""
        self._to_elements(Section.OPERATIVE)

    @Slot()
    def to_preambular(self) -> None:
        """Make a preambular element for the resolution of the chosen passage."""
        self._to_elements(Section.PREAMBULAR)

    def _to_elements(self, section: Section) -> None:
        passage = self._asked()
        if passage is not None and passage.section not in ELEMENTS:
            self._bridge.execute(c.CopyToElements(passage.id, section))
        elif passage is not None:
            self._bridge.unable.emit(self.tr("This is an element for the resolution already."))

    def _asked(self) -> Passage | None:
        nothing = self.tr("No passage is chosen: this row is a section.")
        return acted_on(self._bridge, self.list, self._passage(self._chosen()), nothing)

    def _ask_for(self, written: PassageId | Section, text: str) -> bool:
        if isinstance(written, Section):
            return not text.strip() or self._bridge.execute(c.AddPassage(self.theme, written, text))
        if self._passage(written) is None:
            return False
        if not text.strip():
            return self._bridge.execute(c.RemovePassage(written))
        return self._bridge.execute(c.WritePassage(written, text))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, *_: QModelIndex) -> None:
        chosen = self._chosen()
        if chosen == self._written and self._written is not None:
            return
        self.record()
        self._written = chosen
        passage = self._passage(chosen)
        recorded = "" if passage is None else passage.text
        draft = self._bridge.draft(self._key()) if chosen is not None else ""
        self._put(recorded, draft or recorded)
        self._show_supporters()

    @Slot()
    def _on_typed(self) -> None:
        if self._written is not None and self.text.plain != self._recorded:
            self._soon.ask()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        chosen, row = self._chosen(), current_row(self.list)
        self.model.show(passage_lines(committed.session, self.theme))
        at = self.model.row_of(chosen) if chosen is not None else -1
        choose_row(self.list, at if at >= 0 else row)
        passage = self._passage(self._written)
        recorded = "" if passage is None else passage.text
        if recorded != self._recorded:
            if self.text.plain == self._recorded:
                self._put(recorded, recorded)
            else:
                self._recorded = recorded
        self._show_supporters()

    def _show_supporters(self) -> None:
        self.supporters.setVisible(self.theme is None)
        self.supporters.show_passage(self._passage(self._chosen()) if self.theme is None else None)

    @Slot(object, object)
    def _on_notes_dropped(self, notes: tuple[int, ...], on: object) -> None:
        """Make passages of notes in the section they were dropped on; a passage rests on them."""
        dropped = tuple(NoteId(note) for note in notes)
        passage = None if isinstance(on, Section) else self._passage(on)
        if passage is not None:
            self._bridge.execute(c.RestPassage(passage.id, (*passage.notes, *dropped)))
        else:
            self.gather(dropped, on if isinstance(on, Section) else None)

    @Slot(object, object)
    def _on_passage_dropped(self, number: int, on: object) -> None:
        """Put a passage at the head of a section, or before another passage."""
        section, dropped = self._section(on if isinstance(on, Section) else PassageId(int(str(on)))), None
        if section is None:
            return
        if isinstance(on, Section):
            here = of_theme(self._bridge.session.passages, self.theme)
            dropped = next((p.id for p in here if p.section is section and p.id != number), None)
        elif isinstance(on, int) and on != number:
            dropped = PassageId(on)
        self._bridge.execute(c.MovePassage(PassageId(number), section, dropped))

    def _put(self, recorded: str, text: str) -> None:
        self._recorded = recorded
        if self.text.plain != text:
            self.text.setPlainText(text)
        self._soon.stop()

    def _forget_draft(self) -> None:
        if self._bridge.draft(self._key()):
            self._bridge.keep_draft(self._key(), "")

    def _key(self) -> str:
        return f"passage-{self.theme or 0}-{self._written}"

    def _chosen(self) -> PassageId | Section | None:
        key = self.model.key(current_row(self.list))
        if isinstance(key, Section):
            return key
        return PassageId(key) if isinstance(key, int) else None

    def _passage(self, key: object) -> Passage | None:
        return next((p for p in self._bridge.session.passages if p.id == key), None)

    def _section(self, key: PassageId | Section | None) -> Section | None:
        passage = self._passage(key)
        return passage.section if passage is not None else key if isinstance(key, Section) else None

    def _make_text(self) -> MarkedText:
        made = MarkedText()
        named(
            made,
            self.tr("Text of the passage"),
            self.tr("Ctrl+Enter records; Ctrl+B bold, Ctrl+I italic"),
        )
        made.setPlaceholderText(
            self.tr("Write here. Ctrl+Enter records and begins the next; an empty line begins a paragraph.")
        )
        made.left.connect(self.record)
        made.textChanged.connect(self._on_typed)
        return made

    def _make_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Write"), "Return", self.write),
            (self.tr("Write"), "F4", self.write),
            (self.tr("Up"), "Alt+Up", self.move_up),
            (self.tr("Down"), "Alt+Down", self.move_down),
            (self.tr("To the operative elements"), "Ctrl+Shift+Return", self.to_operative),
            (self.tr("To the preambular elements"), "Alt+Shift+Return", self.to_preambular),
            (self.tr("Take out"), "Delete", self.remove),
        ):
            row_action(self.list, text, key, slot)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.write)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.text)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.record_and_go_on)
