"""The form and the reader of contributions, of which one is visible."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.domain.model.ids import ContributionId
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.contributions.text_reader import ContributionReader
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.shrinkable import CurrentPageStack


class EntryStack(CurrentPageStack):
    """Shows the reader while a contribution is read, otherwise the form."""

    focus_released = Signal()
    """The reader, which had the keyboard focus, was closed."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.form = ContributionForm(bridge, self)
        self.reader = ContributionReader(bridge, self)
        self.addWidget(self.form)
        self.addWidget(self.reader)
        self.reader.closed.connect(self._on_reader_closed)

    def focus_entry(self) -> None:
        """Focus the reader if it is shown, else the form; clear the form if it shows an entry without unsaved text."""
        if self.currentWidget() is self.reader:
            self.reader.setFocus()
            return
        if self.form.entry is not None and not self.form.has_unsaved_text:
            # The entry was viewed but not changed: clear the form for a new entry.
            self.form.start_new()
        self.form.setFocus()

    def focus_search(self) -> bool:
        """Focus the search line of the reader; return False if the reader is not shown."""
        if self.currentWidget() is not self.reader:
            return False
        self.reader.search_line.setFocus()
        return True

    @Slot()
    def start_new_entry(self) -> None:
        """Show the form for a new entry; half-typed text of one stays, and undo restores a half-typed correction."""
        self.show_form()
        if self.form.entry is not None:
            self.form.cancel()
        elif not self.form.has_content:
            self.form.start_new()
        self.form.setFocus()

    @Slot()
    def show_form(self) -> None:
        """Show the form, without focusing it."""
        self.setCurrentWidget(self.form)

    def show_text(self, number: ContributionId, query: str = "") -> None:
        """Show the text of a contribution and search it for ``query``; do nothing if it is not in the register."""
        entry = self._bridge.session.contributions.get(number)
        if entry is not None:
            self.reader.show_entry(entry, query)
            self.setCurrentWidget(self.reader)
            self.reader.setFocus()

    def restore_quotation(self) -> None:
        """Show the contribution of a half-typed quotation, if one is stored as a draft."""
        quoted = self.reader.quote_line.draft_entry
        if quoted is not None:
            self.reader.show_entry(self._bridge.session.contributions[quoted])
            self.setCurrentWidget(self.reader)

    @Slot()
    def _on_reader_closed(self) -> None:
        had_focus = self.reader.isAncestorOf(self.focusWidget() or self)
        self.show_form()
        if had_focus:
            self.focus_released.emit()
