"""Speakers in: a list is previewed row by row, corrected in place, then taken over as one step (P3)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import ImportSpeakers
from ipu_session.domain.exchange.import_results import Doubt, ListChoices, SpeakersList
from ipu_session.domain.exchange.speakers_list_draft import DraftRow, ListDraft, count_waiting
from ipu_session.domain.model.session import Person
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.dialogs.file_dialog import Then, ask_open
from ipu_session.ui.prepare import page_labels
from ipu_session.ui.prepare.column_mapping import ListColumns
from ipu_session.ui.prepare.row_editor import RowEditor, result_of
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, named, row_action, set_role
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table

_ENCODING_UNKNOWN = "encoding-unknown"
_NO_HEADINGS = "no-heading-row"
_ORDERS = (None, True, False)
_REMARKS = 6
"""So many remarks are shown; a list with more has one kind of them many times."""


class SpeakersPage(QWidget):
    """Choose or paste, look over, correct, add."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._path: Path | None = None
        self._pasted = ""
        self._choices = ListChoices()
        self._draft: ListDraft | None = None
        kinds = self.tr("CSV, XLSX, ODS, XLS, XLSB, or a table in a Word document")
        self.file_button = button(self.tr("Choose a list…"), self.choose_file, kinds)
        self.paste_button = button(self.tr("From the clipboard"), self.paste)
        self.encoding, self.sheet, self.dates = QComboBox(), QComboBox(), QComboBox()
        self.capitals = QCheckBox(self.tr("KIHIKA becomes Kihika"))
        self.said = StatusLabel("", role="quiet", wrap=True)
        self.remarks = label("", "quiet", wrap=True)
        self.columns = ListColumns()
        headings = (
            self.tr("Line"),
            self.tr("Delegation"),
            self.tr("Name"),
            self.tr("Function"),
            self.tr("Result"),
        )
        self.model = LinesModel(headings, self)
        self.list = table(self.model, self.tr("What the list says"), (1, 2, 4))
        self.editor = RowEditor(bridge)
        self.add_button = button(self.tr("Add to the speakers list"), self.take, role="primary")
        self._make_choices()
        self._lay_out()
        self._connect()
        self._show(None)
        self.setFocusProxy(self.file_button)

    @property
    def preview(self) -> SpeakersList | None:
        """The list as it was read; None if there is none."""
        return None if self._draft is None else self._draft.found

    def ask_file(self, then: Then) -> None:
        """Ask for the list."""
        kinds = self.tr("Speakers lists (*.csv *.xlsx *.ods *.xls *.xlsb *.docx *.txt *.tsv);;All files (*)")
        ask_open(self, self.tr("Speakers list"), None, kinds, then)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and preview it."""
        self.ask_file(self.read_file)

    def read_file(self, path: Path) -> None:
        """Preview a file."""
        self._begin(path, "")

    @Slot()
    def paste(self) -> None:
        """Preview what is on the clipboard."""
        self._begin(None, QGuiApplication.clipboard().text())

    @Slot()
    def take(self) -> None:
        """Put all that was understood on the list, as one step, and say how many came."""
        taken = () if self._draft is None else self._draft.taken()
        if not taken:
            return
        before = len(self._bridge.session.queue)
        wholly_there = count_waiting(self._bridge.session, taken) == len(taken)
        if wholly_there or self._bridge.execute(ImportSpeakers(taken)):
            added = len(self._bridge.session.queue) - before
            self._show(None)
            self.said.setText(page_labels.put_on_list(added, len(taken) - added))
            self.file_button.setFocus()

    def _begin(self, path: Path | None, pasted: str) -> None:
        self._path, self._pasted = path, pasted
        self._choices = ListChoices()
        self.encoding.clear()
        self._read(self._show_new)

    @Slot()
    def _choose_encoding(self) -> None:
        self._choose(replace(self._choices, encoding=str(self.encoding.currentData())))

    @Slot()
    def _choose_sheet(self) -> None:
        # Other columns, other readings; other rows, so that no correction belongs to them.
        self._choices = replace(self._choices, sheet=self.sheet.currentText(), columns=())
        self._read(self._show_new)

    @Slot()
    def _choose_dates(self) -> None:
        self._choose(replace(self._choices, day_first=_ORDERS[max(0, self.dates.currentIndex())]))

    @Slot()
    def _choose_capitals(self) -> None:
        self._choose(replace(self._choices, keep_capitals=not self.capitals.isChecked()))

    @Slot(int, str)
    def _choose_column(self, column: int, field: str) -> None:
        self._choose(self._choices.reads(column, field))

    def _choose(self, choices: ListChoices) -> None:
        """Read the same rows again as the user says; what was corrected in place stays."""
        self._choices = choices
        self._read(self._show_again)

    def _show_new(self, found: SpeakersList) -> None:
        self._show(ListDraft(found))

    def _show_again(self, found: SpeakersList) -> None:
        row = current_row(self.list)
        draft = ListDraft(found) if self._draft is None else replace(self._draft, found=found)
        self._show(draft, row)

    def _read(self, show: Callable[[SpeakersList], None]) -> None:
        directory = tuple(self._bridge.session.delegations.values())
        try:
            if self._path is None:
                show(self._errands.understand_speakers(self._pasted, directory, self._choices))
            else:
                show(self._errands.read_speakers(self._path, directory, self._choices))
        except TroubleError as error:
            unknown = error.trouble.value == _ENCODING_UNKNOWN and self._path is not None
            if unknown and self._path is not None and not self.encoding.count():
                self._ask_encoding(self._path)
            elif error.trouble.value == _NO_HEADINGS and not self._choices.by_hand:
                self._ask_columns()
            else:
                self._refuse(labels.trouble(error))

    def _ask_columns(self) -> None:
        """Let the user say what each column is, where no heading is known."""
        self._choices = replace(self._choices, by_hand=True)
        self._read(self._show_again)
        if self.columns.boxes:
            set_role(self.said, "warning")
            self.said.setText(self.tr("No heading is known. Say below the headings what each column is."))
            self.columns.boxes[0].box.setFocus()

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

    def _show(self, draft: ListDraft | None, row: int = -1) -> None:
        """Show a list, or that there is none; the keyboard goes to the first question."""
        self._draft = draft
        found = None if draft is None else draft.found
        self.encoding.setVisible(bool(self.encoding.count()))
        self._show_choices(found)
        self.columns.show_list(found)
        self.remarks.setText("" if found is None else "  ".join(self._remarks(found)))
        self.remarks.setVisible(bool(self.remarks.text()))
        self._paint()
        set_role(self.said, "quiet")
        if draft is None or found is None:
            self.said.setText(self.tr("A list has a heading row: delegation, name, title, gender …"))
        elif found.sheets and not found.sheet:
            self._ask_sheet()
        else:
            self._say_counts()
            question = self._first_question()
            choose_row(self.list, row if row >= 0 else max(0, question))
            if row < 0:
                (self.add_button if question < 0 else self.list).setFocus()
        self._show_row()

    def _ask_sheet(self) -> None:
        set_role(self.said, "warning")
        self.said.setText(self.tr("Several sheets are lists. Choose the one to be read."))
        self.sheet.setFocus()

    def _say_counts(self) -> None:
        rows = () if self._draft is None else self._draft.rows()
        good = sum(row.taken for row in rows)
        doubtful = sum(bool(row.doubts) for row in rows)
        self.said.setText(page_labels.row_counts(good, len(rows) - good, doubtful))
        self.add_button.setText(page_labels.add_names(good))

    def _paint(self) -> None:
        rows = () if self._draft is None else self._draft.rows()
        self.model.show([self._line(row) for row in rows])
        self.add_button.setEnabled(any(row.taken for row in rows))

    def _first_question(self) -> int:
        """Return the first row that is not taken over or has a doubt; -1 if there is none."""
        rows = () if self._draft is None else self._draft.rows()
        return next((at for at, row in enumerate(rows) if not row.taken or row.doubts), -1)

    def _line(self, row: DraftRow) -> Line:
        person = row.speaker.person
        origin = labels.delegation_name(self._bridge.session, person, labels.screen_language())
        if not row.taken:
            why = result_of(row)
            if not (origin or person.name):
                return Line((str(row.line), row.text, "", "", why), row.line, quiet=True)
            cells = (str(row.line), origin or row.value, person.titled_name, person.function, why)
            return Line(cells, row.line, quiet=True)
        numbers = " ".join(f"#{number}" for number in row.speaker.themes)
        result = result_of(row) or (self.tr("corrected") if row.corrected else numbers or "✓")
        return Line((str(row.line), origin, person.titled_name, person.function, result), row.line)

    def _remarks(self, found: SpeakersList) -> list[str]:
        told = [Doubt("sheet", found.sheet)] if found.sheet else []
        told += [Doubt("unused", heading) for heading in found.unused]
        told += found.remarks
        shown = [f"{labels.list_remark(each).rstrip('.')}." for each in told[:_REMARKS]]
        return [*shown, "…"] if len(told) > _REMARKS else shown

    @Slot()
    def _show_row(self) -> None:
        self.editor.show_row(self._current())

    def _current(self) -> DraftRow | None:
        row = current_row(self.list)
        rows = () if self._draft is None else self._draft.rows()
        return rows[row] if 0 <= row < len(rows) else None

    @Slot()
    def _edit(self) -> None:
        self.editor.go_to_question()

    @Slot(int, object)
    def _correct(self, line: int, person: object) -> None:
        if self._draft is not None and isinstance(person, Person):
            self._change(self._draft.correct(line, person))

    @Slot(int)
    def _leave_out(self, line: int) -> None:
        if self._draft is not None:
            self._change(self._draft.leave_out(line))

    @Slot()
    def _leave_current(self) -> None:
        self.editor.leave()

    def _change(self, draft: ListDraft) -> None:
        """Show the corrected list; the keyboard goes on to the next question, or to the button that adds."""
        row = current_row(self.list)
        self._draft = draft
        self._paint()
        self._say_counts()
        rows = draft.rows()
        after = [at for at in range(row + 1, len(rows)) if not rows[at].taken or rows[at].doubts]
        choose_row(self.list, after[0] if after else row)
        self._show_row()
        (self.list if after else self.add_button).setFocus()

    def _show_choices(self, found: SpeakersList | None) -> None:
        sheets = () if found is None else found.sheets
        self.sheet.clear()
        self.sheet.addItems(sheets)
        self.sheet.setCurrentIndex(-1 if found is None else self.sheet.findText(found.sheet))
        self.sheet.setVisible(len(sheets) > 1)
        born = found is not None and any(field == "born" for _, field in found.columns)
        self.dates.setVisible(born)
        self.dates.setCurrentIndex(_ORDERS.index(self._choices.day_first))
        written = found is not None and any(each.reason == "capitals" for each in found.remarks)
        self.capitals.setVisible(written or self._choices.keep_capitals)
        self.capitals.setChecked(not self._choices.keep_capitals)

    def _make_choices(self) -> None:
        named(self.encoding, self.tr("Encoding of the list"))
        named(self.sheet, self.tr("Sheet or table of the list"))
        self.sheet.setPlaceholderText(self.tr("Which sheet?"))
        named(self.dates, self.tr("How 3/4/1990 is read"))
        for text in (
            self.tr("3/4/1990 is asked about"),
            self.tr("3/4/1990: day first"),
            self.tr("3/4/1990: month first"),
        ):
            self.dates.addItem(text)
        named(self.capitals, self.tr("KIHIKA becomes Kihika"), self.tr("Family names in capitals"))

    def _connect(self) -> None:
        self.encoding.activated.connect(self._choose_encoding)
        self.sheet.activated.connect(self._choose_sheet)
        self.dates.activated.connect(self._choose_dates)
        self.capitals.clicked.connect(self._choose_capitals)
        self.columns.chosen.connect(self._choose_column)
        self.editor.taken.connect(self._correct)
        self.editor.left_out.connect(self._leave_out)
        self.list.selectionModel().currentRowChanged.connect(self._show_row)
        for key in ("F4", "Return"):
            row_action(self.list, self.tr("Correct the row"), key, self._edit)
        row_action(self.list, self.tr("Leave the row out"), "Del", self._leave_current)

    def _lay_out(self) -> None:
        top = FlowRow(spacing=6)
        for control in (self.file_button, self.paste_button, self.encoding, self.sheet, self.dates):
            top.addWidget(control)
        top.addWidget(self.capitals)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self.columns)
        layout.addWidget(self.remarks)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.editor)
