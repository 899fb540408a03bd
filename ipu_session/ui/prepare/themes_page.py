"""The session's themes: added, renamed, ordered, joined, parted, taken out; each act can be undone."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.draft_text import number_in
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, named, row_action
from ipu_session.ui.widgets.field_drafts import KeptFields
from ipu_session.ui.widgets.rows.lazy_rows_model import LongLines
from ipu_session.ui.widgets.rows.row_target import acted_on
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_DRAFT = "theme-title"


class ThemesPage(QWidget):
    """The themes, the notes of the one that is chosen, and a line in which a title is written."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._editing: ThemeId | None = None
        self.model = LinesModel(
            (self.tr("No."), self.tr("Theme"), self.tr("Sentence of the concept note")), self
        )
        self.list = table(self.model, self.tr("Themes"), (1, 2), wrap=True)
        headings = (self.tr("Kind"), self.tr("Note"), self.tr("Who"))
        self.notes_model = LongLines(headings, self._note_line, self)
        self.notes = table(self.notes_model, self.tr("Notes of the theme"), (1,))
        self.notes.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.title = LineEdit()
        named(self.title, self.tr("Title of a theme"), self.tr("Enter"))
        self.title.returnPressed.connect(self.take)
        self.said = StatusLabel(role="quiet", wrap=True)
        row_action(self.title, self.tr("Leave it"), "Esc", self.leave)
        self._make_actions()
        self._lay_out()
        self.setFocusProxy(self.list)
        bridge.committed.connect(self._on_committed)
        self.list.selectionModel().currentRowChanged.connect(self._on_theme)
        self._show(bridge.session)
        choose_row(self.list, 0)
        self.kept = KeptFields(bridge, _DRAFT, {"title": self.title}, self._recorded, self._about)
        self._bring_back()
        self._say()

    @Slot()
    def take(self) -> None:
        """Add the theme that was typed, or rename the one that is edited."""
        text = " ".join(self.title.text().split())
        if not text:
            self._bridge.unable.emit(labels.refusal(Reason.EMPTY_TEXT.value))
            return
        rename = self._editing is not None
        command = c.RenameTheme(self._editing, text) if self._editing is not None else c.AddTheme(text)
        if self._bridge.execute(command):
            self.clear()
            if rename:
                self.list.setFocus()

    @Slot()
    def clear(self) -> None:
        """Forget what was typed."""
        self._editing = None
        if self.title.text():
            self.title.reset()
        self.kept.keep()
        self._say()

    @Slot()
    def leave(self) -> None:
        """Clear the line; undo brings back what was written."""
        ERASURES.erase(self.title, partial(self._go_on, self._editing))
        self.clear()

    def _go_on(self, theme: ThemeId | None) -> None:
        self._editing = theme
        self._say()

    @Slot()
    def edit(self) -> None:
        """Put the chosen title into the line."""
        theme = self._bridge.session.theme(self._asked() or ThemeId(0))
        if theme is not None:
            self._editing = theme.id
            self.title.setText(theme.title)
            self.title.setFocus()
            self._say()

    @Slot()
    def join(self) -> None:
        """Let all that belongs to the chosen theme belong to the one above; the theme is gone."""
        row = current_row(self.list)
        theme, above = self._asked(), self.model.key(row - 1)
        if theme is not None and not isinstance(above, int):
            self._bridge.unable.emit(self.tr("There is no theme above it to join it to."))
        elif theme is not None and isinstance(above, int):
            self._bridge.execute(c.MergeThemes(theme, ThemeId(above)))
            choose_row(self.list, row - 1)

    @Slot()
    def part(self) -> None:
        """Make a further theme out of the chosen one; the notes chosen below go over to it.

        A title that is being changed is parted where the cursor stands; else what was typed is the new one's.
        """
        theme, text = self._chosen(), self.title.text()
        kept = ""
        if self._editing is not None:
            at = self.title.cursorPosition()
            theme, kept, text = self._editing, text[:at].strip(), text[at:]
        if theme is None or (self._editing is not None and not kept):
            self._bridge.unable.emit(
                self.tr("There is nothing to part: choose a theme, or put the cursor in it.")
            )
            return
        if self._bridge.execute(c.SplitTheme(theme, text.strip(), kept, self._chosen_notes())):
            self.clear()
            self.list.setFocus()

    @Slot()
    def remove(self) -> None:
        """Take the chosen theme out; refused while something belongs to it."""
        if (theme := self._asked()) is not None:
            self._bridge.execute(c.RemoveTheme(theme))

    @Slot()
    def move_up(self) -> None:
        """Move the chosen theme one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen theme one place down."""
        self._move(1)

    def _recorded(self) -> dict[str, str]:
        theme = self._bridge.session.theme(self._editing) if self._editing is not None else None
        return {"title": "" if theme is None else theme.title}

    def _about(self) -> str:
        return "" if self._editing is None else str(self._editing)

    def _bring_back(self) -> None:
        """Show the title that was half-typed when the program ended, of the theme that it was for."""
        about, _ = self.kept.drafted()
        theme = self._bridge.session.theme(ThemeId(number_in(about)))
        if theme is not None or not about:
            self._editing = None if theme is None else theme.id
            self.kept.bring_back()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)

    @Slot(QModelIndex, QModelIndex)
    def _on_theme(self, current: QModelIndex, before: QModelIndex) -> None:
        self._show_notes()

    def _show_notes(self) -> None:
        theme = self._chosen()
        self.notes_model.show_keys(list(self._bridge.notebook.of_theme(theme)) if theme is not None else [])
        self.notes.setVisible(bool(self._bridge.notebook.all))

    def _note_line(self, key: object) -> Line:
        session = self._bridge.session
        note = session.notes.get(NoteId(key)) if isinstance(key, int) else None
        if note is None:
            return Line(("", "", ""))
        who = labels.noted_of(session, note, labels.screen_language())
        return Line((labels.word(note.kind), note.text, who), note.id, quiet=note.restricted)

    def _chosen_notes(self) -> tuple[NoteId, ...]:
        rows = sorted(index.row() for index in self.notes.selectionModel().selectedRows())
        keys = (self.notes_model.key(row) for row in rows)
        return tuple(NoteId(key) for key in keys if isinstance(key, int))

    def _show(self, session: Session) -> None:
        chosen = self._chosen()
        lines = [Line((str(t.number), t.title, t.source), t.id) for t in session.themes]
        self.model.show(lines)
        kept = self.model.row_of(chosen) if chosen is not None else -1
        if kept >= 0:
            choose_row(self.list, kept)
        if self._editing is not None and session.theme(self._editing) is None:
            self.clear()
        self._show_notes()

    def _say(self) -> None:
        if self._editing is None:
            self.said.setText(
                self.tr(
                    "A new theme: Enter adds it; Ctrl+Enter makes it out of the chosen theme, and the notes"
                    " that are chosen go over to it."
                )
            )
        else:
            self.said.setText(
                self.tr(
                    "The title is being changed; Esc leaves it as it was, Ctrl+Enter parts the theme where"
                    " the cursor stands."
                )
            )

    def _move(self, by: int) -> None:
        theme, row = self._asked(), current_row(self.list) + by
        if theme is not None and 0 <= row < self.model.rowCount():
            self._bridge.execute(c.MoveTheme(theme, row))
        elif theme is not None:
            said = (
                self.tr("This theme is the first already.")
                if by < 0
                else self.tr("This theme is the last already.")
            )
            self._bridge.unable.emit(said)

    def _asked(self) -> ThemeId | None:
        return acted_on(
            self._bridge, self.list, self._chosen(), self.tr("No theme is chosen; there is none yet.")
        )

    def _chosen(self) -> ThemeId | None:
        key = self.model.key(current_row(self.list))
        return ThemeId(key) if isinstance(key, int) else None

    def _make_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Add a theme"), "Ins", self.title.setFocus),
            (self.tr("Change the title"), "Return", self.edit),
            (self.tr("Change the title"), "F4", self.edit),
            (self.tr("Take out"), "Delete", self.remove),
            (self.tr("Up"), "Alt+Up", self.move_up),
            (self.tr("Down"), "Alt+Down", self.move_down),
            (self.tr("Join to the theme above"), "Ctrl+J", self.join),
        ):
            row_action(self.list, text, key, slot)
        row_action(self.title, self.tr("Make a theme out of the chosen one"), "Ctrl+Return", self.part)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.edit)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.list)
        halves.addWidget(self.notes)
        layout.addWidget(halves, 1)
        layout.addWidget(self.said)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(button(self.tr("Add"), self.take))
        layout.addLayout(row)
