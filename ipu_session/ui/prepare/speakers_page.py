"""Speakers in: a list is previewed row by row, then taken over as one step (product.md, P3)."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import ImportSpeakers
from ipu_session.domain.findings import ListedSpeaker, SpeakersList
from ipu_session.domain.trouble import TroubleError
from ipu_session.ui import wording
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.errands import Errands
from ipu_session.ui.prepare import words
from ipu_session.ui.widgets.announce import StatusLabel
from ipu_session.ui.widgets.lines_model import Line, LinesModel
from ipu_session.ui.widgets.plain import button, label, named, set_role
from ipu_session.ui.widgets.tables import choose_row, table

_ENCODING_UNKNOWN = "encoding-unknown"


class SpeakersPage(QWidget):
    """Choose or paste, look over, add."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._path: Path | None = None
        self.preview: SpeakersList | None = None
        self.file_button = button(self.tr("Choose a list…"), self.choose_file, self.tr("CSV or XLSX"))
        self.paste_button = button(self.tr("From the clipboard"), self.paste)
        self.encoding = QComboBox()
        named(self.encoding, self.tr("Encoding of the list"))
        self.encoding.activated.connect(self._read_again)
        self.said = StatusLabel(
            self.tr("A list has a heading row: delegation, name, title, gender …"), role="quiet", wrap=True
        )
        self.columns = label("", "quiet", wrap=True)
        headings = (
            self.tr("Line"),
            self.tr("Delegation"),
            self.tr("Name"),
            self.tr("Function"),
            self.tr("Result"),
        )
        self.model = LinesModel(headings, self)
        self.list = table(self.model, self.tr("What the list says"), (1, 2, 4))
        self.add_button = button(self.tr("Add to the speakers list"), self.take, role="primary")
        self._lay_out()
        self._show(None)
        self.setFocusProxy(self.file_button)

    def ask_file(self) -> Path | None:
        """Ask for the list; None if nobody chose."""
        kinds = self.tr("Speakers lists (*.csv *.xlsx *.txt *.tsv);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Speakers list"), "", kinds)
        return Path(name) if name else None

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and preview it."""
        path = self.ask_file()
        if path is not None:
            self._path = path
            self.encoding.clear()
            self._read(None)

    @Slot()
    def paste(self) -> None:
        """Preview what is on the clipboard."""
        self._path = None
        self.encoding.clear()
        directory = tuple(self._bridge.session.delegations.values())
        try:
            self._show(self._errands.understand_speakers(QGuiApplication.clipboard().text(), directory))
        except TroubleError as error:
            self._refuse(wording.trouble(error))

    @Slot()
    def take(self) -> None:
        """Put all that was understood on the list, as one step."""
        if self.preview is None or not self.preview.speakers:
            return
        count = len(self.preview.speakers)
        if self._bridge.execute(ImportSpeakers(self.preview.speakers)):
            self._show(None)
            self.said.setText(self.tr("{count} names were put on the list.").format(count=count))
            self.file_button.setFocus()

    @Slot()
    def _read_again(self) -> None:
        self._read(str(self.encoding.currentData()))

    def _read(self, encoding: str | None) -> None:
        if self._path is None:
            return
        directory = tuple(self._bridge.session.delegations.values())
        try:
            self._show(self._errands.read_speakers(self._path, directory, encoding))
        except TroubleError as error:
            if error.trouble.value == _ENCODING_UNKNOWN and not self.encoding.count():
                self._ask_encoding(self._path)
            else:
                self._refuse(wording.trouble(error))

    def _ask_encoding(self, path: Path) -> None:
        """Let the user choose among the encodings by how a line reads in each; nothing is guessed."""
        self._show(None)
        for encoding, sample in self._errands.encodings(path):
            self.encoding.addItem(f"{encoding}:  {sample.partition(chr(10))[0]}", encoding)
        self.encoding.setCurrentIndex(-1)
        self.encoding.setPlaceholderText(self.tr("Which line reads correctly?"))
        self.encoding.show()
        self.encoding.setFocus()
        set_role(self.said, "warning")
        self.said.setText(
            self.tr(
                "The list does not say how its letters are encoded. Choose the line that reads correctly."
            )
        )

    def _refuse(self, sentence: str) -> None:
        self._show(None)
        set_role(self.said, "alarm")
        self.said.setText(sentence)

    def _show(self, found: SpeakersList | None) -> None:
        self.preview = found
        self.encoding.setVisible(bool(self.encoding.count()))
        self.add_button.setEnabled(found is not None and bool(found.speakers))
        self.model.show(self._lines(found) if found is not None else ())
        self.columns.setText(self._columns(found) if found is not None else "")
        set_role(self.said, "quiet")
        if found is not None:
            text = self.tr("{good} rows can be taken over, {bad} are refused.")
            self.said.setText(text.format(good=len(found.speakers), bad=len(found.refused)))
            self.add_button.setText(self.tr("Add {count} names").format(count=len(found.speakers)))
            choose_row(self.list, 0)
            self.add_button.setFocus()

    def _lines(self, found: SpeakersList) -> list[Line]:
        good = [(speaker.line, self._good(speaker)) for speaker in found.speakers]
        bad = [
            (
                row.line,
                Line(
                    (str(row.line), row.text, "", "", wording.refused_row(row.reason, row.value)), quiet=True
                ),
            )
            for row in found.refused
        ]
        return [line for _, line in sorted([*good, *bad], key=lambda pair: pair[0])]

    def _good(self, speaker: ListedSpeaker) -> Line:
        person = speaker.person
        origin = wording.delegation_name(self._bridge.session, person, wording.screen_language())
        numbers = " ".join(f"#{number}" for number in speaker.themes)
        cells = (str(speaker.line), origin, person.titled_name, person.function, numbers or "✓")
        return Line(cells)

    def _columns(self, found: SpeakersList) -> str:
        pairs = [f"{heading} → {words.column(field)}" for heading, field in found.columns if heading]
        return " · ".join(pairs)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.file_button)
        top.addWidget(self.paste_button)
        top.addWidget(self.encoding, 1)
        top.addStretch(1)
        top.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.said)
        layout.addWidget(self.columns)
        layout.addWidget(self.list, 1)
