"""Kind and themes of the note line: each speech has its own, and a new speech begins with those of its request."""

from typing import NamedTuple

from ipu_session.domain.model.ids import InterventionId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session


class InheritedTags(NamedTuple):
    """Kind and themes that following lines inherit, as a snapshot for a rebuilt note line."""

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
        """Take over the snapshot of another line of the same session."""
        self.kind, self.themes, self.speech, self._by_speech, self._pending_themes = snapshot

    def toggle_theme(self, theme: ThemeId, *, is_pending: bool) -> None:
        """Make ``theme`` the only theme, or clear the themes if it is that already; nobody speaks if ``is_pending``."""
        self.themes = () if self.themes == (theme,) else (theme,)
        self._pending_themes = self.themes if is_pending else ()

    def set_from_note(self, kind: NoteKind, themes: tuple[ThemeId, ...]) -> None:
        """Adopt the kind and themes of a recorded note for the next line."""
        self.kind, self.themes, self._pending_themes = kind, themes, ()

    def drop_removed_themes(self, session: Session) -> None:
        """Forget themes that are not in the session any more."""
        existing = {theme.id for theme in session.themes}
        self.themes = tuple(theme for theme in self.themes if theme in existing)

    def switch_to_speech(self, session: Session, speech: InterventionId | None) -> bool:
        """Switch to kind and themes of a speech, so that nothing carries over from another; return whether it differs.

        A new speech begins with kind *point* and the themes the speaker asked for.
        """
        if speech == self.speech:
            return False
        self._by_speech[self.speech], self.speech = (self.kind, self.themes), speech
        if speech in self._by_speech:
            self.kind, self.themes = self._by_speech[speech]
        else:
            self.kind, self.themes = NoteKind.POINT, self._pending_themes or _requested_themes(session, speech)
        self._pending_themes = ()
        return True


def _requested_themes(session: Session, speech: InterventionId | None) -> tuple[ThemeId, ...]:
    """Return the themes of the speaker's request that still exist."""
    number = None if speech is None else session.interventions[speech].request
    request = None if number is None else session.requests.get(number)
    requested = () if request is None else request.themes
    existing = {theme.id for theme in session.themes}
    return tuple(theme for theme in requested if theme in existing)
