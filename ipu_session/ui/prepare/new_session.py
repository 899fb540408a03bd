"""New session from a concept note: choose the note, review the extracted fields, create the file."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipu_session.domain.commands import CreateSession
from ipu_session.domain.decide.roster import merge_details
from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.prepare_actions import NEW_SESSION_TEXT_ACTIONS
from ipu_session.ui.core.app_services import AppServices, DelegationList
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_save_file
from ipu_session.ui.prepare.concept_note_preview import NotePreview
from ipu_session.ui.prepare.concept_note_source import NoteSource
from ipu_session.ui.prepare.session_options_form import SessionOptionsForm
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label

FILE_SUFFIX = ".ipusession"


class NewSessionPage(QWidget):
    """Wizard of two steps; nothing is written before *Create session*."""

    create_requested = Signal(Path, CreateSession)
    cancelled = Signal()

    def __init__(self, services: AppServices, suggested_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._suggested_folder = suggested_folder
        self.source = NoteSource(services)
        self.preview = NotePreview()
        self.options_form = SessionOptionsForm()
        self.error_label = StatusLabel(role="alarm", wrap=True)
        self.steps = QStackedWidget()
        self.steps.addWidget(self._build_first_step())
        self.steps.addWidget(self._build_second_step())
        layout = QVBoxLayout(self)
        layout.addWidget(self.steps, 1)
        layout.addWidget(self.error_label)
        self.setFocusProxy(self.source.file_button)
        for line in (self.options_form.title_line, self.options_form.duration_line.line):
            line.textChanged.connect(self.error_label.clear)
        self.source.note_read.connect(self.show_note)
        add_actions(self.source.text_edit, NEW_SESSION_TEXT_ACTIONS, {"new-session-cancel": self._leave_text})

    def request_path(self, suggested: Path, on_chosen: FileCallback) -> None:
        """Ask the user for the path of the session file; ``on_chosen`` gets it."""
        ask_save_file(self, self.tr("Create session"), suggested, self.tr("Sessions (*.ipusession)"), on_chosen)

    @Slot()
    def _leave_text(self) -> None:
        """Clear the text (Ctrl+Z restores it), or cancel the page if there is none."""
        if self.source.text_edit.plain_text:
            self.source.text_edit.erase()
        else:
            self.cancelled.emit()

    @Slot(ConceptNote)
    def show_note(self, note: ConceptNote) -> None:
        """Show the second step with the fields extracted from a note; the title goes to the form of options."""
        other_fields = tuple(field for field in note.findings if field.field != "title")
        self.preview.show_note(replace(note, findings=other_fields))
        self.options_form.title_line.setText(note.value("title"))
        self.error_label.clear()
        self.steps.setCurrentIndex(1)
        if note.value("title"):
            self.preview.themes_editor.list.setFocus()
        else:
            self.options_form.title_line.setFocus()

    @Slot()
    def skip_note(self) -> None:
        """Show the second step without a note: nothing is filled in."""
        self.show_note(ConceptNote((), ""))

    @Slot()
    def show_first_step(self) -> None:
        """Show the first step again, in which the note is chosen."""
        self.error_label.clear()
        self.steps.setCurrentIndex(0)
        self.source.file_button.setFocus()

    @Slot()
    def create_session(self) -> None:
        """Validate the form, ask for the file path and emit `create_requested`."""
        title = self.options_form.title_line.text().strip()
        rules = self.options_form.rules
        if not title:
            self._show_error(self.tr("The session needs a title."), self.options_form.title_line)
        elif rules is None:
            self._show_error(
                self.tr("Write the time for a delegate as 3, 3:00 or 180s."), self.options_form.duration_line
            )
        else:
            self._request_path_for(title, rules)

    def _request_path_for(self, title: str, rules: Rules) -> None:
        try:
            directory = self._services.load_delegations()
        except UserFacingError as error:
            self.error_label.setText(labels.error_message(error))
            return
        name = safe_file_name(title, self.tr("session")) + FILE_SUFFIX
        self.request_path(self._suggested_folder / name, partial(self._emit_create_request, title, rules, directory))

    def _emit_create_request(self, title: str, rules: Rules, directory: DelegationList, path: Path) -> None:
        if path.suffix != FILE_SUFFIX:
            path = path.with_name(path.name + FILE_SUFFIX)
        note = self.preview.corrected_note
        details = replace(merge_details(Details(), note), title=title, language=self.options_form.report_language)
        themes = tuple((theme.value, theme.source) for theme in note.themes)
        self.create_requested.emit(path, CreateSession(details, rules, directory, themes))

    def _show_error(self, sentence: str, field: QWidget) -> None:
        self.error_label.setText(sentence)
        field.setFocus()

    def _build_first_step(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(make_label(self.tr("New session: the concept note"), "heading"))
        explanation = self.tr("The title, the themes and the dates are read from it. You look them over next.")
        layout.addWidget(make_label(explanation, "quiet", wrap=True))
        layout.addWidget(self.source, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(make_button(self.tr("Cancel"), self.cancelled.emit))
        buttons.addStretch(1)
        buttons.addWidget(make_button(self.tr("Go on without a concept note"), self.skip_note))
        layout.addLayout(buttons)
        return page

    def _build_second_step(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(make_label(self.tr("New session: what was understood"), "heading"))
        layout.addWidget(self.options_form)
        layout.addWidget(self.preview, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(make_button(self.tr("Back"), self.show_first_step))
        buttons.addWidget(make_button(self.tr("Cancel"), self.cancelled.emit))
        buttons.addStretch(1)
        self.create_button = make_button(self.tr("Create session"), self.create_session, role="primary")
        buttons.addWidget(self.create_button)
        layout.addLayout(buttons)
        return page
