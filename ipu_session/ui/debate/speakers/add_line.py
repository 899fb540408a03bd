"""The line *add a name*: a few letters and Enter; a hint below names the effect of Enter."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ipu_session.domain.commands import AddRequest, ChangeDelegate
from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Person, Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.honorifics import gender_of_title
from ipu_session.domain.text.speaker_syntax import format_tags
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.speakers.candidates import Candidate, find_candidates
from ipu_session.ui.debate.speakers.speaker_labels import candidate_texts, count_delegation_requests, is_already_waiting
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import RowAnnouncer, StatusLabel
from ipu_session.ui.widgets.factories import allow_shrinking, set_accessible_name, set_role
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_REQUEST_KINDS = (Kind.SPEECH, Kind.REPLY, Kind.QUESTION, Kind.RESPONSE)
_MAX_VISIBLE_ROWS = 7


class AddSpeakerLine(QWidget):
    """Line with suggestions and a hint; it also corrects the name and other data of a delegate on the list."""

    speaker_added = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._candidates: tuple[Candidate, ...] = ()
        self._edited_delegate: DelegateId | None = None
        self._default_kind = Kind.SPEECH
        self.line = LineEdit()
        set_accessible_name(
            self.line,
            self.tr("Add a name to the list"),
            self.tr("F2; country, name /f /m woman, man /y young #2 theme /obs /exp /rap /chair capacity"),
        )
        self.line.setPlaceholderText(self.tr("add: country or name (F2)"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self.submit)
        self.line.installEventFilter(self)
        self.kind_box = QComboBox()
        set_accessible_name(self.kind_box, self.tr("What is asked for"))
        for kind in _REQUEST_KINDS:
            self.kind_box.addItem(labels.enum_label(kind), kind.value)
        self.kind_box.currentIndexChanged.connect(self._refresh_hint)
        self._candidates_model = QStringListModel(self)
        self.list = QListView()
        set_accessible_name(self.list, self.tr("Who may be meant"))
        self.list.setModel(self._candidates_model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self.submit)
        self.list.selectionModel().currentChanged.connect(self._refresh_hint)
        self.list.hide()
        RowAnnouncer(self.list)
        self.hint = StatusLabel(role="quiet", wrap=True)
        self._build_ui()
        bridge.committed.connect(self._refresh_hint)
        self.setFocusProxy(self.line)

    def edit_delegate(self, delegate: DelegateId) -> None:
        """Put delegation, name and tags of a delegate into the line to be corrected."""
        person = self._bridge.session.person(delegate)
        self._edited_delegate = None
        origin = labels.delegation_name(self._bridge.session, person, labels.screen_language())
        # The comma stays without a name too, so that the name can be typed after it.
        name = f"{origin}, {person.titled_name}" if origin else person.titled_name
        is_gender_in_title = gender_of_title(person.title) is person.gender
        tags = format_tags(person, titled=is_gender_in_title, default=self._default_category(person))
        self.line.setText(f"{name.rstrip()} {tags}".rstrip(" ") if person.titled_name else f"{name}{tags}")
        self._edited_delegate = delegate
        self._choose_likeliest()
        self.line.setFocus()
        self.line.setCursorPosition(len(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move among the suggestions on Up and Down, clear the line on Escape."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if plain and key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._candidates:
                self._move_selection(1 if key is Qt.Key.Key_Down else -1)
                return True
            if plain and key is Qt.Key.Key_Escape and self.line.text():
                self.cancel()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def submit(self) -> None:
        """Add a request, or record the correction of the delegate being edited."""
        choice = self._current_candidate()
        if choice is None:
            return
        if self._edited_delegate is None:
            kind = Kind(str(self.kind_box.currentData()))
            is_recorded = self._bridge.execute(AddRequest(choice.person, kind, choice.themes))
        else:
            is_recorded = self._bridge.execute(
                ChangeDelegate(self._edited_delegate, self._merge_with_recorded(choice.person))
            )
        if is_recorded:
            self.clear()
            self.speaker_added.emit()

    def set_default_kind(self, kind: Kind) -> None:
        """Select the kind of request of the visible list, now and whenever the line is cleared."""
        self._default_kind = kind
        self.kind_box.setCurrentIndex(_REQUEST_KINDS.index(kind))
        is_reply = kind is Kind.REPLY
        add, add_reply = self.tr("add: country or name (F2)"), self.tr("add a reply: country or name (F2)")
        self.line.setPlaceholderText(add_reply if is_reply else add)
        self._refresh_hint()

    @Slot()
    def clear(self) -> None:
        """Clear the line and end a correction."""
        self._edited_delegate = None
        self.line.reset()
        self._reset_kind()

    def cancel(self) -> None:
        """Clear the line and cancel a correction; undo restores the text typed."""
        CLEARED_TEXTS.clear_field(
            self.line, partial(self._resume_draft, self._edited_delegate, self.kind_box.currentIndex())
        )
        self._reset_kind()

    def _reset_kind(self) -> None:
        self.kind_box.setCurrentIndex(_REQUEST_KINDS.index(self._default_kind))
        self._refresh_hint()

    def _resume_draft(self, delegate: DelegateId | None, kind: int) -> None:
        """Restore the delegate being corrected, and the kind, for a text that undo has restored."""
        self._edited_delegate = delegate
        self.kind_box.setCurrentIndex(kind)
        self._refresh_hint()

    @Slot()
    def _on_text_changed(self) -> None:
        if not self.line.text():
            self._edited_delegate = None
        session, now_ms = self._bridge.session, self._bridge.now().utc_ms
        self._candidates = find_candidates(session, self._bridge.notes_projection.finder, self.line.text())
        self._candidates_model.setStringList(candidate_texts(session, self._candidates, now_ms))
        self.list.setVisible(bool(self._candidates))
        if self._candidates:
            rows = min(len(self._candidates), _MAX_VISIBLE_ROWS)
            self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 6)
        self._choose_likeliest()

    def _choose_likeliest(self) -> None:
        """Select the first candidate; in a correction, the first whose `_origins` are those of the recorded person."""
        row = 0
        if self._edited_delegate is not None:
            recorded_origins = _origins(self._bridge.session.person(self._edited_delegate))
            rows = (
                number for number, choice in enumerate(self._candidates) if _origins(choice.person) == recorded_origins
            )
            row = next(rows, 0)
        if self._candidates:
            self.list.setCurrentIndex(self._candidates_model.index(row))
        self._refresh_hint()

    @Slot()
    def _refresh_hint(self) -> None:
        text, role = self._build_hint(self._bridge.session)
        set_role(self.hint, role)
        # A suggestion is announced by its row: announce only warnings.
        self.hint.show_and_announce(text, text if role == "warning" else "")

    def _build_hint(self, session: Session) -> tuple[str, str]:
        choice = self._current_candidate()
        if choice is None:
            closed_text = self.tr("The list is closed (Ctrl+Shift+L reopens it).")
            return (closed_text, "warning") if session.is_list_closed else ("", "quiet")
        candidate = self._candidate_text(session, choice)
        if self._edited_delegate is not None:
            return self.tr("Enter corrects the entry: {who}").format(who=candidate), "quiet"
        if session.is_list_closed and self.kind_box.currentData() != Kind.REPLY.value:
            return self.tr("The list is closed (Ctrl+Shift+L reopens it)."), "warning"
        if self.kind_box.currentData() == Kind.REPLY.value:
            text = self.tr("Enter adds {who} as reply number {number}")
            text = text.format(who=candidate, number=len(session.replies) + 1)
        else:
            text = self.tr("Enter adds {who} as number {number}")
            text = text.format(who=candidate, number=len(session.queue) + 1)
        if is_already_waiting(session, choice.person, str(self.kind_box.currentData())):
            return labels.rejection_message(Reason.ALREADY_WAITING), "warning"
        count = count_delegation_requests(session, choice.person)
        is_observer = choice.person.category is Category.OBSERVER
        max_speakers = 1 if is_observer else session.rules.speakers_for_each_delegation
        if count >= max_speakers:
            warning = self.tr("this delegation has {count} speakers already").format(count=count)
            if count == 1:
                warning = self.tr("this delegation has one speaker already")
            return f"{text} – {warning}", "warning"
        return text, "quiet"

    def _candidate_text(self, session: Session, choice: Candidate) -> str:
        """Return delegation and name, youth, themes, and gender and category unless title or delegation imply them."""
        person = choice.person
        parts = [labels.delegation_and_name(session, person)]
        if person.gender is not Gender.NOT_STATED and gender_of_title(person.title) is not person.gender:
            parts.append(labels.enum_label(person.gender))
        if person.young:
            parts.append(self.tr("young"))
        delegation = session.delegations.get(person.delegation)
        if delegation is None or delegation.category is not person.category:
            parts.append(labels.enum_label(person.category))
        if self._edited_delegate is None:
            parts += [f"#{theme.number}" for theme in session.themes if theme.id in choice.themes]
        return ", ".join(parts)

    def _default_category(self, person: Person) -> Category:
        """Return the category that a person gets if the line has no tag for the category."""
        delegation = self._bridge.session.delegations.get(person.delegation)
        if delegation is not None:
            return delegation.category
        return Category.OBSERVER if person.organization else Category.EXPERT

    def _merge_with_recorded(self, new: Person) -> Person:
        """Return the corrected person with the recorded function, date of birth and language, which the line lacks."""
        old = self._bridge.session.person(self._edited_delegate)
        return replace(new, function=old.function, born=old.born, language=old.language)

    def _current_candidate(self) -> Candidate | None:
        row = self.list.currentIndex().row()
        return self._candidates[row] if 0 <= row < len(self._candidates) else None

    def _move_selection(self, step: int) -> None:
        row = (self.list.currentIndex().row() + step) % len(self._candidates)
        self.list.setCurrentIndex(self._candidates_model.index(row))

    def _build_ui(self) -> None:
        set_accessible_name(self.kind_box.view(), self.kind_box.accessibleName())
        allow_shrinking(self.kind_box)
        top = QHBoxLayout()
        top.addWidget(self.line, 2)
        top.addWidget(self.kind_box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.list)
        layout.addWidget(self.hint)


def _origins(person: Person) -> tuple[bool, bool]:
    """Return whether the person speaks for a delegation, and whether for an organization."""
    return bool(person.delegation), bool(person.organization)
