"""The synthesis of one theme, as it is being written: kept half-typed, asked for when it is left."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain.commands import WriteSynthesis
from ipu_session.domain.ids import ThemeId
from ipu_session.service.session_service import Committed
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.widgets.leaving import LeavingText
from ipu_session.ui.widgets.plain import named

_KEPT_AFTER_MS = 700


class Synthesis(QWidget):
    """A text for the theme shown; it is recorded when the field is left, and kept on disk meanwhile."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme: ThemeId | None = None
        self._recorded = ""
        """The text as the session had it when it was put into the field."""
        self.text = LeavingText()
        named(self.text, self.tr("Synthesis of the theme"))
        self.text.setPlaceholderText(
            self.tr("What the debate said on this theme. An empty line begins a new paragraph.")
        )
        self.text.left.connect(self.record)
        self.text.textChanged.connect(self._on_typed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_KEPT_AFTER_MS)
        self._soon.timeout.connect(self.keep_draft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.text)
        self.show_theme(None)

    def show_theme(self, theme: ThemeId | None) -> None:
        """Record what was written, then show the text of another theme; nothing to write on for None."""
        if theme is not None and theme == self._theme:
            return
        self.record()
        self._theme = theme
        self.text.setEnabled(theme is not None)
        draft = "" if theme is None else self._bridge.draft(_key(theme))
        self._put(self._in_session(), draft or self._in_session())

    def insert(self, text: str) -> None:
        """Put a note's text where the cursor is, on a line of its own."""
        cursor = self.text.textCursor()
        lead = "\n" if cursor.block().text().strip() else ""
        cursor.insertText(f"{lead}{text}")
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        self._on_typed()

    @Slot()
    def record(self) -> None:
        """Ask for the synthesis as it stands in the field."""
        self._soon.stop()
        theme, text = self._theme, self.text.toPlainText()
        if theme is None or self._bridge.session.theme(theme) is None:
            return
        if text == self._in_session():
            self._recorded = text
        elif not self._bridge.execute(WriteSynthesis(theme, text)):
            return
        if self._bridge.draft(_key(theme)):
            self._bridge.keep_draft(_key(theme), "")

    @Slot()
    def keep_draft(self) -> None:
        """Keep the half-typed text on disk, so that a power cut does not take it."""
        self._soon.stop()
        text = self.text.toPlainText()
        if self._theme is not None and text != self._recorded:
            self._bridge.keep_draft(_key(self._theme), text)

    @Slot()
    def _on_typed(self) -> None:
        if self._theme is not None and self.text.toPlainText() != self._recorded:
            self._soon.start()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        text = self._in_session()
        if text == self._recorded:
            return
        if self.text.toPlainText() in {text, self._recorded}:
            self._put(text, text)
        else:
            self._recorded = text

    def _in_session(self) -> str:
        return "" if self._theme is None else self._bridge.session.syntheses.get(self._theme, "")

    def _put(self, recorded: str, text: str) -> None:
        self._recorded = recorded
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        self._soon.stop()


def _key(theme: ThemeId) -> str:
    return f"synthesis-{theme}"
