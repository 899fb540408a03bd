"""One contribution as a form: a new one, one whose file came in, or one that is corrected.

What is half-typed is handed out as a text and taken back from it, so that it can be kept on disk.
"""

import json
from collections import defaultdict
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import RegisterContribution
from ipu_session.domain.exchange.import_results import SentFile
from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import NO_DELEGATION, Contribution
from ipu_session.domain.queries.contribution_limits import register
from ipu_session.ui.contributions import table_rows
from ipu_session.ui.contributions.field_editors import DelegationLine, ThemesLine
from ipu_session.ui.contributions.form_file import FormFile, form_file
from ipu_session.ui.core.draft_text import number_in, object_in
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import venue_time
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, named, set_role
from ipu_session.ui.widgets.shrinkable import Page, Room
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, SpinBox
from ipu_session.ui.widgets.validated_line_edit import DayLine

_MOST_PAGES = 9_999
_MOST_WORDS = 9_999_999


class ContributionForm(QWidget):
    """Enter registers, Escape leaves; each field says beside itself what is wrong with it."""

    taken = Signal()
    """An entry was registered or corrected."""
    left = Signal()
    """Escape was pressed in a form with nothing of its own."""
    settled = Signal()
    """The form shows something else: an entry, a file that came in, or nothing."""
    typed = Signal()
    """Something in the form has changed."""
    file_asked = Signal()
    """A file is to be chosen for what stands in the form."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entry: ContributionId | None = None
        self._file = FormFile()
        self._blank = ""
        """The form as it was filled: what differs from it is half-typed."""
        self.heading = label("", "heading")
        self.delegation = DelegationLine(bridge)
        self.received = DayLine(self.tr("Received on"))
        self.pages = _spin(self.tr("Pages"), _MOST_PAGES)
        self.words = _spin(self.tr("Words"), _MOST_WORDS)
        self.language = QComboBox()
        self.themes = ThemesLine(bridge)
        self.title = LineEdit()
        self.file = StatusLabel(role="quiet", wrap=True)
        self.file_button = button(self.tr("Attach a file…"), self._ask_file)
        self.said = StatusLabel(role="warning", wrap=True)
        self._lay_out()
        self._connect()
        self.begin()
        self.setFocusProxy(self.delegation)

    @property
    def entry(self) -> ContributionId | None:
        """The entry that is corrected; None for a new one."""
        return self._entry

    @property
    def path(self) -> str:
        """Where the file in the form was found; empty for one that is in the session."""
        return self._file.path

    @property
    def digest(self) -> str:
        """The digest of the file in the form."""
        return self._file.digest

    @property
    def begun(self) -> bool:
        """Whether anything in it would be lost."""
        return self._fields() != self._blank or bool(self._file.path)

    @property
    def half_typed(self) -> bool:
        """Whether anything was typed since it was filled."""
        return self._fields() != self._blank

    @Slot()
    def begin(self) -> None:
        """Empty the form for a new entry, received today."""
        self._fill(Contribution(ContributionId(0), NO_DELEGATION, self._today(), 0), FormFile())
        self._entry = None
        self._settle(self.tr("A new contribution"))

    def offer(self, path: str, sent: SentFile) -> None:
        """Fill the form with what a file that came in seems to be."""
        entry = Contribution(
            ContributionId(0),
            sent.delegation,
            self._today(),
            sent.pages,
            sent.language,
            title=sent.title,
            words=sent.words,
        )
        self._fill(entry, form_file(path, sent))
        self._entry = None
        self._settle(self.tr("Is this right? Enter registers it."))

    def attach(self, path: str, sent: SentFile) -> None:
        """Let the entry in the form have this file; what was typed stays, the rest is taken from the file."""
        self._file = form_file(path, sent)
        self.pages.setValue(self.pages.value() or sent.pages)
        self.words.setValue(sent.words)
        if not self.language.currentData():
            self._show_language(sent.language)
        if not self.title.text():
            self.title.setText(sent.title)
        if not self.delegation.line.text():
            self.delegation.show_delegation(sent.delegation)
        self._say_file()

    def read_again(self, sent: SentFile) -> None:
        """Take the file that a half-typed form named; the fields are as they were typed."""
        self._file = form_file(self._file.path, sent)
        self._say_file()

    def correct(self, entry: Contribution) -> None:
        """Fill the form with an entry of the register."""
        self._fill(entry, FormFile(entry.file, entry.digest, entry.text))
        self._entry = entry.id
        self._settle(self.tr("The entry is being corrected; Enter records it."))

    def draft(self) -> str:
        """Return what is half-typed; empty if nothing is."""
        if not self.begun:
            return ""
        return json.dumps(
            {"entry": self._entry, "path": self._file.path, "fields": json.loads(self._fields())}
        )

    def restore(self, text: str) -> None:
        """Put what was half-typed into the form; its file has to be read again."""
        kept = object_in(text)
        if not isinstance(kept.get("fields"), dict):
            return
        fields = defaultdict(str, {name: str(value) for name, value in kept["fields"].items()})
        entry = self._bridge.session.contributions.get(ContributionId(number_in(str(kept.get("entry")))))
        if entry is not None:
            self.correct(entry)
        else:
            self.begin()
        self.delegation.line.setText(fields["delegation"])
        self.received.line.setText(fields["received"])
        self.themes.line.setText(fields["themes"])
        self.title.setText(fields["title"])
        self.pages.setValue(number_in(fields["pages"]))
        self.words.setValue(number_in(fields["words"]))
        self._show_language(fields["language"])
        if kept.get("path"):
            self._file = FormFile(path=str(kept["path"]))
        self._say_file()

    def forget_file(self) -> None:
        """Go on without the file that could not be read again."""
        self._file = FormFile()
        self._say_file()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter register and Escape leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.take()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Empty the form, and let undo bring back what was half-typed; leave it if there is nothing."""
        if self.begun or self._entry is not None:
            if self.begun:
                again = partial(self._go_on, self.draft(), self._file)
                ERASURES.note(self.delegation.line, again, self._is_free)
            self.begin()
            self.typed.emit()
        else:
            self.left.emit()

    @Slot()
    def take(self) -> None:
        """Register what the form says, with its file; what is wrong is gone to."""
        command = self._command()
        if command is None:
            return
        files = () if self._file.sent is None else (self._file.sent.data,)
        old = self._bridge.session.contributions.get(command.contribution or ContributionId(0))
        if old is not None and files and old.digest == command.digest and self._same(old, command):
            done = self._bridge.keep_file(*files)
        else:
            done = self._bridge.execute(command, *files)
        if done:
            self.begin()
            self.taken.emit()

    def _is_free(self) -> bool:
        return not self.begun

    def _go_on(self, draft: str, file: FormFile) -> None:
        """Go on with what was left."""
        self.restore(draft)
        self._file = file
        self._say_file()

    @Slot()
    def _ask_file(self) -> None:
        self.file_asked.emit()

    def _same(self, old: Contribution, new: RegisterContribution) -> bool:
        """Return whether only the file itself would be new: the register was made again without it."""
        return all(
            getattr(old, name) == getattr(new, name) for name in Contribution.__slots__ if name != "id"
        )

    def _command(self) -> RegisterContribution | None:
        if self._file.path and self._file.sent is None:
            self._object(self.tr("The file is still being read."), self.file_button)
        elif self.delegation.delegation == NO_DELEGATION:
            self._object(self.tr("Which delegation sent it?"), self.delegation)
        elif not self.received.value:
            self._object(self.tr("On which day was it received?"), self.received)
        elif self.themes.value is None:
            self._object(self.tr("There is no theme of that number."), self.themes)
        else:
            return RegisterContribution(
                self.delegation.delegation,
                self.received.value,
                self.pages.value(),
                str(self.language.currentData()),
                self.themes.themes,
                " ".join(self.title.text().split()),
                self._entry,
                self.words.value(),
                self._file.name,
                self._file.digest,
                self._file.text,
            )
        return None

    def _object(self, sentence: str, where: QWidget) -> None:
        set_role(self.said, "alarm")
        self.said.setText(sentence)
        where.setFocus()

    def _fill(self, entry: Contribution, file: FormFile) -> None:
        self._file = file
        self.delegation.line.reset()
        self.delegation.show_delegation(entry.delegation)
        self.received.set_value(entry.received)
        self.pages.setValue(entry.pages)
        self.words.setValue(entry.words)
        self._show_language(entry.language)
        self.themes.line.setText(table_rows.theme_numbers(self._bridge.session, entry))
        self.title.setText(entry.title)

    def _settle(self, heading: str) -> None:
        self.heading.setText(heading)
        self._blank = self._fields()
        self._say_file()
        self.settled.emit()

    def _fields(self) -> str:
        return json.dumps(
            {
                "delegation": self.delegation.line.text(),
                "received": self.received.line.text(),
                "themes": self.themes.line.text(),
                "title": self.title.text(),
                "pages": self.pages.value(),
                "words": self.words.value(),
                "language": self.language.currentData(),
            }
        )

    def _show_language(self, code: str) -> None:
        if self.language.findData(code) < 0:
            self.language.addItem(code, code)
        self.language.setCurrentIndex(self.language.findData(code))

    def _say_file(self) -> None:
        sent, file = self._file.sent, self._file
        if sent is not None and not sent.text:
            said = self.tr(
                "{name}: no text can be read from it, it is a picture of pages; it is kept as it is."
            )
        elif sent is not None and sent.is_cut:
            said = self.tr(
                "{name}: very long or dense, only a part of its text was read; the file is kept whole."
            )
        elif sent is not None and sent.estimated:
            said = self.tr("{name}: the pages are reckoned from the words; please count them.")
        elif file.path and sent is None:
            said = self.tr("{name}: being read …")
        else:
            said = "{name}" if file.name else self.tr("none")
        self.file.setText(said.format(name=file.name or file.path))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Say what is to be said of the entry: late, too long; and who sent the same file."""
        received, session = self.received.value or "", self._bridge.session
        entry = Contribution(ContributionId(0), self.delegation.delegation, received, self.pages.value())
        found = [table_rows.remarks(session.details, entry)]
        for other in register(session):
            if other.delegation == entry.delegation != NO_DELEGATION and other.id != self._entry:
                words = self.tr("This delegation sent one before: {title}")
                found.append(words.format(title=other.title or other.file or other.received))
        set_role(self.said, "warning")
        self.said.setText("\n".join(filter(None, found)))
        self.typed.emit()

    def _today(self) -> str:
        return venue_time.today(self._bridge.session, self._bridge.now())

    def _connect(self) -> None:
        for line in (self.delegation.line, self.received.line, self.themes.line, self.title):
            line.textChanged.connect(self._judge)
        for count in (self.pages, self.words):
            count.valueChanged.connect(self._judge)
        self.language.currentIndexChanged.connect(self._judge)
        # The day announced, and what the same delegation sent before, may be others now.
        self._bridge.committed.connect(self._judge)

    def _rows(self) -> QFormLayout:
        for code in table_rows.LANGUAGES:
            self.language.addItem(table_rows.language_name(code), code)
        named(self.language, self.tr("Language of the contribution"))
        named(self.language.view(), self.language.accessibleName())
        named(self.title, self.tr("Title of the contribution"))
        self.themes.line.setPlaceholderText(self.tr("numbers: 2 4"))
        file = QHBoxLayout()
        file.addWidget(self.file, 1)
        file.addWidget(self.file_button)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Delegation"), self.delegation)
        form.addRow(self.tr("Received"), self.received)
        form.addRow(self.tr("Pages"), self.pages)
        form.addRow(self.tr("Words"), self.words)
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("Themes"), self.themes)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("File"), file)
        return form

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Register"), self.take, self.tr("Enter"), "primary"))
        buttons.addWidget(button(self.tr("Leave it"), self.leave, self.tr("Escape")))
        buttons.addStretch(1)
        page = Page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Room(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(self._rows())
        layout.addLayout(buttons)
        layout.addWidget(self.said)
        layout.addStretch(1)


def _spin(name: str, most: int) -> SpinBox:
    made = SpinBox()
    made.setRange(0, most)
    named(made, name)
    return made
