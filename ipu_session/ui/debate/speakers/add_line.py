"""*Add a name*: a few letters and Enter; what Enter would do stands below at each moment."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ipu_session.domain.commands import AddRequest, ChangeDelegate
from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Person, Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.honorifics import gender_of_title
from ipu_session.domain.text.speaker_syntax import words_of
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.debate.speakers.candidates import Choice, choices
from ipu_session.ui.debate.speakers.speaker_labels import (
    choice_texts,
    requests_of_delegation,
    waits_already,
)
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import RowAnnouncer, StatusLabel
from ipu_session.ui.widgets.factories import let_be_narrow, named, set_role
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_KINDS = (Kind.SPEECH, Kind.REPLY, Kind.QUESTION, Kind.RESPONSE)
_SHOWN_ROWS = 7


class AddLine(QWidget):
    """One line, its suggestions, and a hint; it also corrects a name that stands on the list."""

    added = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._choices: tuple[Choice, ...] = ()
        self._editing: DelegateId | None = None
        self._usual_kind = Kind.SPEECH
        self.line = LineEdit()
        named(
            self.line,
            self.tr("Add a name to the list"),
            self.tr("F2; country, name /f /m woman, man /y young #2 theme /obs /exp /rap /chair capacity"),
        )
        self.line.setPlaceholderText(self.tr("add: country or name (F2)"))
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self.take)
        self.line.installEventFilter(self)
        self.kind = QComboBox()
        named(self.kind, self.tr("What is asked for"))
        for kind in _KINDS:
            self.kind.addItem(labels.word(kind), kind.value)
        self.kind.currentIndexChanged.connect(self._hint_anew)
        self._texts = QStringListModel(self)
        self.list = QListView()
        named(self.list, self.tr("Who may be meant"))
        self.list.setModel(self._texts)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self.take)
        self.list.selectionModel().currentChanged.connect(self._hint_anew)
        self.list.hide()
        RowAnnouncer(self.list)
        self.hint = StatusLabel(role="quiet", wrap=True)
        self._lay_out()
        bridge.committed.connect(self._hint_anew)
        self.setFocusProxy(self.line)

    def edit(self, delegate: DelegateId) -> None:
        """Put somebody's entry into the line to be corrected."""
        person = self._bridge.session.person(delegate)
        self._editing = None
        origin = labels.delegation_name(self._bridge.session, person, labels.screen_language())
        # Behind the comma there is room for the name.
        who = f"{origin}, {person.titled_name}" if origin else person.titled_name
        titled = gender_of_title(person.title) is person.gender
        words = words_of(person, titled=titled, usual=self._usual(person))
        self.line.setText(f"{who.rstrip()} {words}".rstrip(" ") if person.titled_name else f"{who}{words}")
        self._editing = delegate
        self._choose_likeliest()
        self.line.setFocus()
        self.line.setCursorPosition(len(who))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose among the suggestions, Escape clears the line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if plain and key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._choices:
                self._step(1 if key is Qt.Key.Key_Down else -1)
                return True
            if plain and key is Qt.Key.Key_Escape and self.line.text():
                self.leave()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def take(self) -> None:
        """Do what the hint says."""
        choice = self._chosen()
        if choice is None:
            return
        if self._editing is None:
            kind = Kind(str(self.kind.currentData()))
            done = self._bridge.execute(AddRequest(choice.person, kind, choice.themes))
        else:
            done = self._bridge.execute(ChangeDelegate(self._editing, self._corrected(choice.person)))
        if done:
            self.clear()
            self.added.emit()

    def add_to(self, kind: Kind) -> None:
        """Let what is added be of a kind unless another is chosen: the one of the list in front."""
        self._usual_kind = kind
        self.kind.setCurrentIndex(_KINDS.index(kind))
        reply = kind is Kind.REPLY
        add, add_reply = self.tr("add: country or name (F2)"), self.tr("add a reply: country or name (F2)")
        self.line.setPlaceholderText(add_reply if reply else add)
        self._hint_anew()

    @Slot()
    def clear(self) -> None:
        """Forget what was typed."""
        self._editing = None
        self.line.reset()
        self._begin_anew()

    def leave(self) -> None:
        """Clear the line, or end a correction; undo brings back what was written."""
        ERASURES.erase(self.line, partial(self._go_on, self._editing, self.kind.currentIndex()))
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.kind.setCurrentIndex(_KINDS.index(self._usual_kind))
        self._hint_anew()

    def _go_on(self, delegate: DelegateId | None, kind: int) -> None:
        """Go on with the line that has come back."""
        self._editing = delegate
        self.kind.setCurrentIndex(kind)
        self._hint_anew()

    @Slot()
    def _on_typed(self) -> None:
        if not self.line.text():
            self._editing = None
        session, now_ms = self._bridge.session, self._bridge.now().utc_ms
        self._choices = choices(session, self._bridge.notebook.finder, self.line.text())
        self._texts.setStringList(choice_texts(session, self._choices, now_ms))
        self.list.setVisible(bool(self._choices))
        if self._choices:
            rows = min(len(self._choices), _SHOWN_ROWS)
            self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 6)
        self._choose_likeliest()

    def _choose_likeliest(self) -> None:
        """Choose the first meaning; in a correction the first of the kind that the entry has now."""
        row = 0
        if self._editing is not None:
            was = _origins(self._bridge.session.person(self._editing))
            rows = (at for at, choice in enumerate(self._choices) if _origins(choice.person) == was)
            row = next(rows, 0)
        if self._choices:
            self.list.setCurrentIndex(self._texts.index(row))
        self._hint_anew()

    @Slot()
    def _hint_anew(self) -> None:
        text, role = self._hint(self._bridge.session)
        set_role(self.hint, role)
        # The suggestion is announced by its row.
        self.hint.tell(text, text if role == "warning" else "")

    def _hint(self, session: Session) -> tuple[str, str]:
        choice = self._chosen()
        if choice is None:
            closed = self.tr("The list is closed (Ctrl+Shift+L reopens it).")
            return (closed, "warning") if session.list_closed else ("", "quiet")
        who = self._who(session, choice)
        if self._editing is not None:
            return self.tr("Enter corrects the entry: {who}").format(who=who), "quiet"
        if session.list_closed and self.kind.currentData() != Kind.REPLY.value:
            return self.tr("The list is closed (Ctrl+Shift+L reopens it)."), "warning"
        if self.kind.currentData() == Kind.REPLY.value:
            text = self.tr("Enter adds {who} as reply number {number}")
            text = text.format(who=who, number=len(session.replies) + 1)
        else:
            text = self.tr("Enter adds {who} as number {number}")
            text = text.format(who=who, number=len(session.queue) + 1)
        if waits_already(session, choice.person, str(self.kind.currentData())):
            return labels.refusal(Reason.ALREADY_WAITING), "warning"
        count = requests_of_delegation(session, choice.person)
        observer = choice.person.category is Category.OBSERVER
        most = 1 if observer else session.rules.speakers_for_each_delegation
        if count >= most:
            more = self.tr("this delegation has {count} speakers already").format(count=count)
            if count == 1:
                more = self.tr("this delegation has one speaker already")
            return f"{text} – {more}", "warning"
        return text, "quiet"

    def _who(self, session: Session, choice: Choice) -> str:
        """Return who is meant, with what the slip says beside the name."""
        person = choice.person
        parts = [labels.origin_and_name(session, person)]
        if person.gender is not Gender.NOT_STATED and gender_of_title(person.title) is not person.gender:
            parts.append(labels.word(person.gender))
        if person.young:
            parts.append(self.tr("young"))
        delegation = session.delegations.get(person.delegation)
        if delegation is None or delegation.category is not person.category:
            parts.append(labels.word(person.category))
        if self._editing is None:
            parts += [f"#{theme.number}" for theme in session.themes if theme.id in choice.themes]
        return ", ".join(parts)

    def _usual(self, person: Person) -> Category:
        """Return the category that a line without a word for it would give a person."""
        delegation = self._bridge.session.delegations.get(person.delegation)
        if delegation is not None:
            return delegation.category
        return Category.OBSERVER if person.organization else Category.EXPERT

    def _corrected(self, new: Person) -> Person:
        """Return a corrected entry; what the line does not say stays as it was."""
        old = self._bridge.session.person(self._editing)
        return replace(new, function=old.function, born=old.born, language=old.language)

    def _chosen(self) -> Choice | None:
        row = self.list.currentIndex().row()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def _step(self, by: int) -> None:
        row = (self.list.currentIndex().row() + by) % len(self._choices)
        self.list.setCurrentIndex(self._texts.index(row))

    def _lay_out(self) -> None:
        named(self.kind.view(), self.kind.accessibleName())
        let_be_narrow(self.kind)
        top = QHBoxLayout()
        top.addWidget(self.line, 2)
        top.addWidget(self.kind, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.list)
        layout.addWidget(self.hint)


def _origins(person: Person) -> tuple[bool, bool]:
    """Return whether somebody speaks for a delegation, and whether for an organization."""
    return bool(person.delegation), bool(person.organization)
