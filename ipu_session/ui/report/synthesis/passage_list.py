"""List of the passages of one theme below their sections; notes and passages can be dropped on it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId, PassageId, ThemeId
from ipu_session.domain.model.passages import Passage, SynthesisSection, passages_of_theme
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.report.drag_and_drop import PassagesModel, enable_passage_drops
from ipu_session.ui.report.synthesis.passage_rows import SECTION_BY_KIND, build_passage_rows
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row

PassageKey = PassageId | SynthesisSection
"""Key of a row: a passage, or the section that is its heading."""


class PassageList(QWidget):
    """The passages of a theme, or the elements for the resolution, below their sections."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme: ThemeId | None = None
        self.model = PassagesModel((self.tr("Passage"), self.tr("Rests on")), self)
        self.view = make_table_view(self.model, self.tr("Passages of the synthesis"), (0,), wrap=True)
        self.model.passage_dropped.connect(self._on_passage_dropped)
        enable_passage_drops(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    @property
    def theme(self) -> ThemeId | None:
        """The theme shown; None for the elements for the resolution."""
        return self._theme

    def set_theme(self, theme: ThemeId | None) -> None:
        """Show the passages of a theme, or for None the elements; the first section becomes current."""
        self._theme = theme
        self.model.set_rows(build_passage_rows(self._bridge.session, theme))
        set_current_row(self.view, 0)

    def refresh(self) -> None:
        """Show the session's passages; the current row stays or, if its passage was removed, its row number."""
        key, row = self.current_key(), current_row(self.view)
        self.model.set_rows(build_passage_rows(self._bridge.session, self._theme))
        new_row = self.model.row_of_key(key) if key is not None else -1
        set_current_row(self.view, new_row if new_row >= 0 else row)

    def current_key(self) -> PassageKey | None:
        """Return the key of the current row; None if no row is current."""
        key = self.model.key_at(current_row(self.view))
        if isinstance(key, SynthesisSection):
            return key
        return PassageId(key) if isinstance(key, int) else None

    def set_current(self, key: PassageKey) -> None:
        """Make the row with this key current."""
        set_current_row(self.view, self.model.row_of_key(key))

    def find_passage(self, key: object) -> Passage | None:
        """Return the passage with this id; None if there is none."""
        return next((passage for passage in self._bridge.session.passages if passage.id == key), None)

    def find_section(self, key: object) -> SynthesisSection | None:
        """Return the section with this key, or of the passage with this key; None if there is none."""
        if isinstance(key, SynthesisSection):
            return key
        passage = self.find_passage(key)
        return None if passage is None else passage.section

    def add_notes(self, notes: tuple[NoteId, ...], section: SynthesisSection | None) -> bool:
        """Make passages of notes; return False if rejected.

        Without ``section`` they go to that of the first note's kind; among the elements, to the operative part.
        """
        if section is None:
            kind = self._bridge.session.notes[notes[0]].kind
            section = SynthesisSection.OPERATIVE if self._theme is None else SECTION_BY_KIND[kind]
        return self._bridge.execute(c.AddNotesToSynthesis(self._theme, section, notes))

    def add_sources(self, notes: tuple[NoteId, ...]) -> bool:
        """Add notes to the sources of the current passage; return False if no passage is current, or if rejected."""
        passage = self.find_passage(self.current_key())
        if passage is None:
            self._bridge.action_unavailable.emit(self.tr("No passage is chosen: this row is a section."))
            return False
        return self._bridge.execute(c.SetPassageSources(passage.id, (*passage.notes, *notes)))

    @Slot(object, object)
    def _on_passage_dropped(self, number: int, target: object) -> None:
        """Move a passage that was dropped on a section to its start, or that was dropped on a passage before it."""
        section, before = self.find_section(target), None
        if section is None:
            return
        if isinstance(target, SynthesisSection):
            passages = passages_of_theme(self._bridge.session.passages, self._theme)
            before = next((each.id for each in passages if each.section is section and each.id != number), None)
        elif isinstance(target, int) and target != number:
            before = PassageId(target)
        self._bridge.execute(c.MovePassage(PassageId(number), section, before))
