"""Written contributions: the register, what waits to be confirmed, form and text (product.md, N3)."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ipu_session.domain.commands import RemoveContribution
from ipu_session.domain.events import Rewound
from ipu_session.domain.exchange.import_results import SentFile
from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.session_service import Committed
from ipu_session.ui.accessibility.tab_order import let_tab_follow
from ipu_session.ui.contributions import table_rows
from ipu_session.ui.contributions.draft_autosaver import Draft, Keeper, kept_draft
from ipu_session.ui.contributions.encoding_question import EncodingQuestion
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.contributions.form_selection import FormRow
from ipu_session.ui.contributions.import_queue import Arrivals, local_files
from ipu_session.ui.contributions.save_attachment import save_file
from ipu_session.ui.contributions.text_reader import ContributionReader
from ipu_session.ui.contributions.unconfirmed_files import Unconfirmed
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.dialogs.file_dialog import Then, ask_save, ask_several
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, row_action, set_role
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.rows.rows_model import LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table
from ipu_session.ui.widgets.shrinkable import CurrentPageStack

_IN_THE_FORM_TOO = (4, 5)
"""Words and language."""
_ROOMY_LETTERS = 75
_ENCODING_UNKNOWN = "encoding-unknown"


class ContributionsPane(QWidget):
    """The register on the left; on the right the form, or the text of one."""

    left = Signal()
    """Escape was pressed with nothing half-typed: back to where one came from."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._sent = Unconfirmed(bridge)
        self._attaching = False
        self.arrivals = Arrivals(bridge, errands.read_contribution, self)
        headings = (
            self.tr("Received"),
            self.tr("Delegation"),
            self.tr("Title"),
            self.tr("Pages"),
            self.tr("Words"),
            self.tr("Language"),
            self.tr("Themes"),
            self.tr("Remarks"),
        )
        self.model = LinesModel(headings, self)
        self.list = table(self.model, self.tr("Written contributions"), (2,))
        self._halves = QSplitter(self)
        left = QWidget(self._halves)
        # Before the form is made: the Tab key goes through parts as they came.
        self.list.setParent(left)
        self.right = CurrentPageStack(self._halves)
        self.form = ContributionForm(bridge, self.right)
        self.reader = ContributionReader(bridge, self.right)
        self.row = FormRow(bridge, self.list, self.model, self.form, self._sent)
        self.announced = label("", "quiet", wrap=True)
        self.said = StatusLabel(role="alarm", wrap=True)
        self.question = EncodingQuestion(left)
        self.keeper = Keeper(self, self._draft)
        self.setAcceptDrops(True)
        self._lay_out(left)
        self._make_actions()
        self._connect()
        self._show()
        choose_row(self.list, 0)
        self._restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the titles."""
        super().resizeEvent(event)
        self._make_room()

    def go(self) -> None:
        """Put the keyboard where a contribution is entered, or on what waits to be confirmed."""
        if self.right.currentWidget() is self.reader:
            self.reader.setFocus()
            return
        if self.form.entry is not None and not self.form.half_typed:
            # It was only looked at; a new one is to be entered.
            self.form.begin()
        self.form.setFocus()

    def open_at(self, entry: ContributionId, typed: str) -> None:
        """Show the text of a contribution at the place where what was typed stands."""
        choose_row(self.list, self.model.row_of(entry))
        self._read(entry, typed)

    def keep_drafts(self) -> None:
        """Keep what is half-typed on disk."""
        self.keeper.keep()
        self.reader.quote.keep_draft()

    def rest(self) -> None:
        """Finish what is being read and keep what is half-typed: the view is about to go."""
        self.keep_drafts()
        self.arrivals.rest()

    def take_files(self, paths: Iterable[Path]) -> None:
        """Read files that came in; each waits to be confirmed."""
        self._attaching = False
        self.said.clear()
        self.arrivals.take(paths)

    def ask_files(self, then: Callable[[list[Path]], object]) -> None:
        """Ask for files."""
        kinds = self.tr("Contributions (*.docx *.pdf *.txt);;All files (*)")
        ask_several(self, self.tr("Written contributions"), kinds, then)

    def ask_place(self, proposed: Path, then: Then) -> None:
        """Ask where a kept file is to be saved."""
        ask_save(self, self.tr("Save the file as it was sent"), proposed, "", then)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and read them."""
        self.ask_files(self.take_files)

    @Slot()
    def choose_attachment(self) -> None:
        """Ask for the file of what stands in the form."""
        self.ask_files(self._attach)

    def _attach(self, paths: list[Path]) -> None:
        self.take_files(paths[:1])
        self._attaching = True

    @Slot()
    def begin(self) -> None:
        """Begin an entry by hand; what is half-typed stays."""
        self.right.setCurrentWidget(self.form)
        if self.form.entry is not None or not self.form.begun:
            self.form.begin()
        self.form.setFocus()

    @Slot()
    def read(self) -> None:
        """Read the chosen contribution; a file that waits goes into the form."""
        entry = self._chosen()
        if entry is not None:
            self._read(entry.id)
        else:
            self.correct()

    @Slot()
    def correct(self) -> None:
        """Put the chosen entry into the form."""
        if self.row.fill():
            self.right.setCurrentWidget(self.form)
            self.form.setFocus()

    @Slot()
    def remove(self) -> None:
        """Strike the chosen entry out, or put a file that waits away."""
        entry, key = self._chosen(), str(self._key())
        if entry is not None:
            self._bridge.execute(RemoveContribution(entry.id))
        elif key in self._sent:
            self._sent.remove(key)
            if self.form.digest == key:
                self.form.begin()
            self._show()
            self.keeper.keep()
        else:
            self.row.fill()

    @Slot()
    def save_file(self) -> None:
        """Save the file of the chosen entry as it was sent."""
        save_file(self._bridge, self._errands, self._chosen(), self.ask_place, self._say)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files of this machine be dropped."""
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files that were dropped."""
        event.acceptProposedAction()
        self.take_files(local_files(event.mimeData().urls()))

    @Slot(str, SentFile)
    def _on_arrived(self, where: str, sent: SentFile) -> None:
        if self.form.path == where and not self.form.digest:
            self._sent.add(where, sent)
            self.form.read_again(sent)
        elif self._attaching:
            self._attaching = False
            self.form.attach(where, sent)
        elif not self._is_known(sent):
            self._sent.add(where, sent)
            if not (self.form.half_typed or self.form.path):
                self._offer_next()
        self._show()
        self.keeper.keep()

    @Slot(str, TroubleError)
    def _on_refused(self, where: str, error: TroubleError) -> None:
        if error.trouble.value == _ENCODING_UNKNOWN and (candidates := self._errands.encodings(Path(where))):
            self.question.ask(Path(where), candidates)
            return
        self._attaching = False
        if self.form.path == where and not self.form.digest:
            self.form.forget_file()
        sentences = (self.said.text(), labels.trouble(error))
        self._say("\n".join(filter(None, sentences)), "alarm")

    @Slot(str, str)
    def _on_encoding(self, where: str, encoding: str) -> None:
        self.arrivals.take([Path(where)], encoding)

    def _is_known(self, sent: SentFile) -> bool:
        """Return whether the same file is in the register, which is said; it is kept if it was not there."""
        known = [each for each in self._bridge.session.contributions.values() if each.digest == sent.digest]
        if not known:
            return False
        if self._bridge.kept_file(sent.digest) is None:
            self._bridge.keep_file(sent.data)
        who = table_rows.delegation_of(self._bridge.session, known[0])
        self._say(self.tr("{file} is registered already: {who}").format(file=sent.name, who=who), "warning")
        return True

    @Slot()
    def _on_taken(self) -> None:
        self._show()
        choose_row(self.list, self.model.row_of(max(self._bridge.session.contributions, default=None)))
        self._offer_next()
        self.row.agree()
        self.keeper.keep()

    def _offer_next(self) -> None:
        """Put the first file that waits into the form; the keyboard follows if it is here."""
        for sent in self._sent.first():
            self.right.setCurrentWidget(self.form)
            self.form.offer(*sent)
            if self.isVisible():
                self.form.setFocus()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        rewound = any(isinstance(event, Rewound) for event in committed.events)
        back = self._sent.follow(committed.session, rewound=rewound)
        # What was said is about what stood before.
        self.said.clear()
        self.row.renew(committed.session)
        self._show()
        self.reader.refresh()
        if back:
            if not (self.form.half_typed or self.form.path):
                self._offer_next()
            self.keeper.keep()

    def _show(self) -> None:
        session, key = self._bridge.session, self._key()
        self.announced.setText(table_rows.announced(session))
        self.model.show(table_rows.register_lines(session, self._sent.files))
        row = self.model.row_of(key) if key is not None else -1
        choose_row(self.list, row if row >= 0 else max(0, current_row(self.list)))
        self.row.agree()

    def _read(self, number: ContributionId, typed: str = "") -> None:
        entry = self._bridge.session.contributions.get(number)
        if entry is not None:
            self.reader.show_entry(entry, typed)
            self.right.setCurrentWidget(self.reader)
            self.reader.setFocus()

    @Slot()
    def _on_filled(self) -> None:
        self.said.clear()
        self.right.setCurrentWidget(self.form)

    @Slot()
    def _on_reader_left(self) -> None:
        had_focus = self.reader.isAncestorOf(self.focusWidget() or self)
        self.right.setCurrentWidget(self.form)
        if had_focus:
            self.list.setFocus()

    @Slot()
    def _leave(self) -> None:
        self.left.emit()

    def _key(self) -> object:
        return self.model.key(current_row(self.list))

    def _chosen(self) -> Contribution | None:
        key = self._key()
        return self._bridge.session.contributions.get(ContributionId(key)) if isinstance(key, int) else None

    def _say(self, sentence: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(sentence)

    def _draft(self) -> Draft:
        paths = [*self._sent.paths, *map(str, self.arrivals.waiting)]
        return Draft(self._bridge, self.form.draft(), tuple(dict.fromkeys(paths)))

    def _restore(self) -> None:
        """Bring back what was half-typed, and read again the files that waited."""
        kept = kept_draft(self._bridge)
        if kept.form:
            self.form.restore(kept.form)
        self.arrivals.take(Path(path) for path in dict.fromkeys((self.form.path, *kept.files)) if path)
        quoted = self.reader.quote.drafted
        if quoted is not None:
            self.reader.show_entry(self._bridge.session.contributions[quoted])
            self.right.setCurrentWidget(self.reader)

    def _connect(self) -> None:
        self.arrivals.arrived.connect(self._on_arrived)
        self.arrivals.refused.connect(self._on_refused)
        self.question.chosen.connect(self._on_encoding)
        self.form.taken.connect(self._on_taken)
        self.form.left.connect(self.left)
        self.row.filled.connect(self._on_filled)
        self.form.typed.connect(self.keeper.keep_soon)
        self.form.file_asked.connect(self.choose_attachment)
        self.reader.left.connect(self._on_reader_left)
        self._bridge.committed.connect(self._on_committed)

    def _make_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Read it"), "Return", self.read),
            (self.tr("Correct the entry"), "F4", self.correct),
            (self.tr("Save its file…"), "Ctrl+S", self.save_file),
            (self.tr("Add files…"), "Ctrl+Ins", self.choose_files),
            (self.tr("New entry"), "Ins", self.begin),
            (self.tr("Remove"), "Delete", self.remove),
            (self.tr("Back to where you came from"), "Esc", self._leave),
        ):
            # From everywhere on the page: a file comes while another is being entered or read.
            everywhere = key in {"Ctrl+Ins", "Ctrl+S"}
            row_action(self if everywhere else self.list, text, key, slot)
        for action in self.actions():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.list.addAction(action)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.read)

    @Slot()
    def _make_room(self) -> None:
        """Hide what the form says too where a list with large letters would have no room for the titles."""
        narrow = self.list.width() < _ROOMY_LETTERS * self.fontMetrics().averageCharWidth()
        for column in _IN_THE_FORM_TOO:
            self.list.setColumnHidden(column, narrow)

    def _lay_out(self, left: QWidget) -> None:
        buttons = FlowRow()
        ways = (
            button(self.tr("Add files…"), self.choose_files, "Ctrl+Ins", "primary"),
            button(self.tr("New entry"), self.begin, "Ins"),
            button(self.tr("Save its file…"), self.save_file, "Ctrl+S"),
        )
        for way in ways:
            buttons.addWidget(way)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.announced)
        layout.addLayout(buttons)
        layout.addWidget(self.list, 1)
        let_tab_follow(self.list, *ways)
        layout.addWidget(self.question)
        layout.addWidget(self.said)
        keys = self.tr(
            "Files can be dropped here. Enter reads, F4 corrects, Ctrl+S saves the file, Del removes."
        )
        layout.addWidget(label(keys, "quiet", wrap=True))
        self.right.addWidget(self.form)
        self.right.addWidget(self.reader)
        self._halves.setChildrenCollapsible(False)
        for place, share in enumerate((3, 2)):
            self._halves.setStretchFactor(place, share)
        self._halves.setSizes([820, 520])
        self._halves.splitterMoved.connect(self._make_room)
        outer = QVBoxLayout(self)
        outer.addWidget(self._halves)
