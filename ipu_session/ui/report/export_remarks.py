"""Remarks on the exported report, in a panel that is not modal."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ipu_session.domain.model.passages import notes_in_passages, passages_of_theme
from ipu_session.domain.model.session import Session, Theme
from ipu_session.domain.queries.report_basis import current_final_version
from ipu_session.domain.queries.theme_matrix import untouched_themes
from ipu_session.domain.queries.unnamed_interruptions import unnamed_interruptions
from ipu_session.ui.actions.action_factory import add_actions, make_action_button
from ipu_session.ui.actions.report_actions import REMARKS_LIST_ACTIONS
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.factories import make_label, set_accessible_name

_MAX_VISIBLE_ROWS = 5
_REMARK_TEXTS = {
    "draft": QT_TRANSLATE_NOOP("Report", "It is stamped DRAFT: it has not been made final."),
    "example": QT_TRANSLATE_NOOP("Report", "It is stamped EXAMPLE: the data are invented."),
    "unused": QT_TRANSLATE_NOOP("Report", "Notes that no passage rests on, listed below their kind: {count}"),
    "restricted": QT_TRANSLATE_NOOP("Report", "Notes kept out of the report: {count}"),
    "untouched": QT_TRANSLATE_NOOP("Report", "Themes on which nothing was noted: {numbers}"),
    "unwritten": QT_TRANSLATE_NOOP("Report", "Themes without a synthesis: {numbers}"),
    "unnamed": QT_TRANSLATE_NOOP("Report", "Interruptions that nobody is named for: {count}"),
    "elements": QT_TRANSLATE_NOOP("Report", "No element for the resolution was collected."),
}


def iter_report_remarks(session: Session) -> Iterator[str]:
    """Yield sentences about the stamps on the report, notes that are not in it, and what is missing from it."""
    if session.details.example:
        yield translate("Report", _REMARK_TEXTS["example"])
    if current_final_version(session) is None:
        yield translate("Report", _REMARK_TEXTS["draft"])
    yield from _unnamed_remark(session)
    used = notes_in_passages(session.passages)
    notes = session.notes.values()
    if unused := sum(note.id not in used and not note.restricted for note in notes):
        yield translate("Report", _REMARK_TEXTS["unused"]).format(count=unused)
    if restricted := sum(note.restricted for note in notes):
        yield translate("Report", _REMARK_TEXTS["restricted"]).format(count=restricted)
    untouched = untouched_themes(session, restricted=False)
    if untouched:
        yield translate("Report", _REMARK_TEXTS["untouched"]).format(numbers=_format_numbers(untouched))
    unwritten = [
        theme
        for theme in session.themes
        if theme not in untouched and not passages_of_theme(session.passages, theme.id)
    ]
    if unwritten:
        yield translate("Report", _REMARK_TEXTS["unwritten"]).format(numbers=_format_numbers(unwritten))
    if notes and not passages_of_theme(session.passages, None):
        yield translate("Report", _REMARK_TEXTS["elements"])


def _unnamed_remark(session: Session) -> Iterator[str]:
    if count := len(unnamed_interruptions(session)):
        yield translate("Report", _REMARK_TEXTS["unnamed"]).format(count=count)


def _format_numbers(themes: Iterable[Theme]) -> str:
    return ", ".join(str(theme.number) for theme in themes)


class RemarksPanel(QFrame):
    """List of the remarks; Escape in it hides the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_accessible_name(self.list, self.tr("Remarks on the report that was written"))
        actions = add_actions(self.list, REMARKS_LIST_ACTIONS, {"remarks-dismiss": self.dismiss})
        top = QHBoxLayout()
        top.addWidget(make_label(self.tr("Remarks on the report that was written"), "heading"), 1)
        top.addWidget(make_action_button(actions["remarks-dismiss"]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addLayout(top)
        layout.addWidget(self.list)
        self.hide()

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Show ``sentences`` instead of the earlier ones; hide the panel if there are none."""
        self.list.clear()
        self.list.addItems(list(sentences))
        self.list.setCurrentRow(0)
        row = max(1, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(row * min(max(1, len(sentences)), _MAX_VISIBLE_ROWS) + 2 * self.list.frameWidth())
        self.setVisible(bool(sentences))

    @Slot()
    def dismiss(self) -> None:
        """Hide the panel; if the list has the focus, the previous widget gets it."""
        had_focus = self.list.hasFocus()
        self.hide()
        if had_focus:
            self.focusPreviousChild()
