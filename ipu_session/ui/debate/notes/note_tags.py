"""Kind and themes of the note line: each speech has its own; a new speech begins with the themes of its request."""

from typing import NamedTuple

from ipu_session.domain.model.ids import InterventionId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session


class InheritedTags(NamedTuple):
    """Kind and themes that the next lines inherit: a snapshot, for a note line that replaces another one."""

    kind: NoteKind
    themes: tuple[ThemeId, ...]
    speech: InterventionId | None
    by_speech: dict[InterventionId | None, tuple[NoteKind, tuple[ThemeId, ...]]]
    pending_themes: tuple[ThemeId, ...]


class NoteTags:
    """Kind and themes of the next note unless its text names others."""

    def __init__(self) -> None:
        self.kind = NoteKind.POINT
        self.themes: tuple[ThemeId, ...] = ()
        self.speech: InterventionId | None = None
        """The speech to which kind and themes belong."""
        self._by_speech: dict[InterventionId | None, tuple[NoteKind, tuple[ThemeId, ...]]] = {}
        """Kind and themes of the latest line of each speech, restored when the speech resumes."""
        self._pending_themes: tuple[ThemeId, ...] = ()
        """Themes chosen while nobody spoke; they apply to the next speech."""

    def snapshot(self) -> InheritedTags:
        """Return the tags that the next line inherits."""
        return InheritedTags(self.kind, self.themes, self.speech, dict(self._by_speech), self._pending_themes)

    def restore(self, snapshot: InheritedTags) -> None:
        """Take over the tags from the snapshot of another note line of the same session."""
        self.kind, self.themes, self.speech, self._by_speech, self._pending_themes = snapshot

    def toggle_theme(self, theme: ThemeId, *, is_pending: bool) -> None:
        """Make ``theme`` the only theme; if it is the only one already, clear the themes.

        If ``is_pending`` (nobody speaks), the next speech begins with this theme too; if the themes were cleared, with
        those of its request.
        """
        self.themes = () if self.themes == (theme,) else (theme,)
        self._pending_themes = self.themes if is_pending else ()

    def set_from_note(self, kind: NoteKind, themes: tuple[ThemeId, ...]) -> None:
        """Take over the kind and themes of a note for the next line."""
        self.kind, self.themes, self._pending_themes = kind, themes, ()

    def drop_removed_themes(self, session: Session) -> None:
        """Remove the themes that are no longer in the session."""
        self.themes = _existing_themes(session, self.themes)

    def switch_to_speech(self, session: Session, speech: InterventionId | None) -> bool:
        """Switch to kind and themes of a speech; return False if it is the present one already.

        A new speech begins with the kind *point*, and with the themes chosen while nobody spoke, or else those of the
        speaker's request.
        """
        if speech == self.speech:
            return False
        self._by_speech[self.speech], self.speech = (self.kind, self.themes), speech
        if speech in self._by_speech:
            self.kind, self.themes = self._by_speech[speech]
        else:
            self.kind, self.themes = NoteKind.POINT, self._pending_themes or _requested_themes(session, speech)
        self.drop_removed_themes(session)
        self._pending_themes = ()
        return True


def _requested_themes(session: Session, speech: InterventionId | None) -> tuple[ThemeId, ...]:
    """Return the themes of the speaker's request that still exist."""
    number = None if speech is None else session.interventions[speech].request
    request = None if number is None else session.requests.get(number)
    return () if request is None else _existing_themes(session, request.themes)


def _existing_themes(session: Session, themes: tuple[ThemeId, ...]) -> tuple[ThemeId, ...]:
    existing = {theme.id for theme in session.themes}
    return tuple(theme for theme in themes if theme in existing)
