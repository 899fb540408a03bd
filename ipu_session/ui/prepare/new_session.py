"""A new session out of a concept note: choose it, look over what was understood, create the file."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipu_session.domain.commands import CreateSession
from ipu_session.domain.decide.roster import details_with
from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.app_services import Directory, Errands
from ipu_session.ui.dialogs.file_dialog import Then, ask_save
from ipu_session.ui.prepare.note_preview import NotePreview
from ipu_session.ui.prepare.note_source import NoteSource
from ipu_session.ui.prepare.session_options_form import SessionChoices
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, row_action

ENDING = ".ipusession"


class NewSessionPage(QWidget):
    """Two steps; nothing is written before *Create session*."""

    created = Signal(Path, CreateSession)
    cancelled = Signal()

    def __init__(self, errands: Errands, suggested_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._folder = suggested_folder
        self.source = NoteSource(errands)
        self.preview = NotePreview()
        self.choices = SessionChoices()
        self.trouble = StatusLabel(role="alarm", wrap=True)
        self.steps = QStackedWidget()
        self.steps.addWidget(self._first_step())
        self.steps.addWidget(self._second_step())
        layout = QVBoxLayout(self)
        layout.addWidget(self.steps, 1)
        layout.addWidget(self.trouble)
        self.setFocusProxy(self.source.file_button)
        for line in (self.choices.title, self.choices.time.line):
            line.textChanged.connect(self.trouble.clear)
        self.source.understood.connect(self.show_note)
        row_action(self.source.text, self.tr("Cancel"), "Esc", self._leave_text)

    def ask_file(self, suggested: Path, then: Then) -> None:
        """Ask under which name the session is kept."""
        ask_save(self, self.tr("Create session"), suggested, self.tr("Sessions (*.ipusession)"), then)

    @Slot()
    def _leave_text(self) -> None:
        """Empty the text, which Ctrl+Z brings back; leave the page if there is none."""
        if self.source.text.plain:
            self.source.text.erase()
        else:
            self.cancelled.emit()

    @Slot(ConceptNote)
    def show_note(self, note: ConceptNote) -> None:
        """Show what was understood; the title goes to the field where it can be changed."""
        themes_and_facts = tuple(f for f in note.findings if f.field != "title")
        self.preview.show_note(replace(note, findings=themes_and_facts))
        self.choices.title.setText(note.value("title"))
        self.trouble.clear()
        self.steps.setCurrentIndex(1)
        if note.value("title"):
            self.preview.themes.list.setFocus()
        else:
            self.choices.title.setFocus()

    @Slot()
    def without_note(self) -> None:
        """Go on with an empty preview."""
        self.show_note(ConceptNote((), ""))

    @Slot()
    def back(self) -> None:
        """Go back to the choice of the note."""
        self.trouble.clear()
        self.steps.setCurrentIndex(0)
        self.source.file_button.setFocus()

    @Slot()
    def create_session(self) -> None:
        """Ask for the file's name and hand the command on; what is missing is said."""
        title = self.choices.title.text().strip()
        rules = self.choices.rules
        if not title:
            self._refuse(self.tr("The session needs a title."), self.choices.title)
        elif rules is None:
            self._refuse(self.tr("Write the time for a delegate as 3, 3:00 or 180s."), self.choices.time)
        else:
            self._create(title, rules)

    def _create(self, title: str, rules: Rules) -> None:
        try:
            directory = self._errands.directory()
        except TroubleError as error:
            self.trouble.setText(labels.trouble(error))
            return
        name = safe_file_name(title, self.tr("session")) + ENDING
        self.ask_file(self._folder / name, partial(self._create_at, title, rules, directory))

    def _create_at(self, title: str, rules: Rules, directory: Directory, path: Path) -> None:
        if path.suffix != ENDING:
            path = path.with_name(path.name + ENDING)
        note = self.preview.note
        details = replace(details_with(Details(), note), title=title, language=self.choices.report_language)
        themes = tuple((theme.value, theme.source) for theme in note.themes)
        self.created.emit(path, CreateSession(details, rules, directory, themes))

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self.trouble.setText(sentence)
        field.setFocus()

    def _first_step(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(label(self.tr("New session: the concept note"), "heading"))
        said = self.tr("The title, the themes and the dates are read from it. You look them over next.")
        layout.addWidget(label(said, "quiet", wrap=True))
        layout.addWidget(self.source, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Cancel"), self.cancelled.emit))
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Go on without a concept note"), self.without_note))
        layout.addLayout(buttons)
        return page

    def _second_step(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(label(self.tr("New session: what was understood"), "heading"))
        layout.addWidget(self.choices)
        layout.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Back"), self.back))
        buttons.addWidget(button(self.tr("Cancel"), self.cancelled.emit))
        buttons.addStretch(1)
        self.create_button = button(self.tr("Create session"), self.create_session, role="primary")
        buttons.addWidget(self.create_button)
        layout.addLayout(buttons)
        return page
