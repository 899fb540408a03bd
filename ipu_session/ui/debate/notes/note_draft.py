"""Drafts of the note line on disk: the half-typed line with the speech it is bound to, and a half-typed correction."""

from typing import NamedTuple

from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.ui.core.draft_parsing import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge

_LINE_KEY = "note"
_CORRECTION_KEY = "note-correction"
"""Draft key: id of the note being corrected, and its half-typed text."""
_TARGET_KEY = "note-about"
"""Draft key: what the half-typed line is bound to: speech, milliseconds into it, kind, themes."""


class NoteTarget(NamedTuple):
    """The speech that a line belongs to, and the time spoken (ms) when the line was begun."""

    speech: InterventionId | None = None
    begun_ms: int | None = None


class LineDraft(NamedTuple):
    """A half-typed line; ``kind`` and ``themes`` apply unless the text names others."""

    text: str
    target: NoteTarget
    kind: NoteKind
    themes: tuple[ThemeId, ...]


class NoteDrafts:
    """Reads and writes the drafts of the note line; unchanged ones are not written again."""

    def __init__(self, bridge: SessionBridge) -> None:
        self._bridge = bridge

    def save_line(self, draft: LineDraft) -> None:
        """Write the half-typed line; without text, delete it."""
        if draft.text == self._bridge.load_draft(_LINE_KEY):
            return
        speech, begun_ms = draft.target
        themes = " ".join(str(theme) for theme in draft.themes)
        target = f"{_or_dash(speech)} {_or_dash(begun_ms)} {draft.kind.value} {themes}"
        self._bridge.save_draft(_TARGET_KEY, target if draft.text else "")
        self._bridge.save_draft(_LINE_KEY, draft.text)

    def load_line(self) -> LineDraft | None:
        """Return the half-typed line of an earlier run, without removed themes and speeches; None if there is none."""
        text = self._bridge.load_draft(_LINE_KEY)
        if not text:
            return None
        target = self._bridge.load_draft(_TARGET_KEY).split()
        return _parse_line(text, target, self._bridge.session) if len(target) >= 3 else _unbound_line(text)

    def save_correction(self, note: NoteId | None, text: str) -> None:
        """Write the half-typed correction of a note; with None, delete it."""
        draft = "" if note is None else f"{note} {text}"
        if draft != self._bridge.load_draft(_CORRECTION_KEY):
            self._bridge.save_draft(_CORRECTION_KEY, draft)

    def load_correction(self) -> tuple[NoteId, str] | None:
        """Return the note that was being corrected and its text; None if there is none."""
        number, _, text = self._bridge.load_draft(_CORRECTION_KEY).partition(" ")
        note = NoteId(parse_id(number))
        return (note, text) if note in self._bridge.session.notes else None


def _parse_line(text: str, target: list[str], session: Session) -> LineDraft:
    number, begun_text, kind, *themes = target
    known_themes = {theme.id for theme in session.themes}
    speech = InterventionId(parse_id(number))
    begun_ms = parse_id(begun_text) if begun_text.isdecimal() else None
    return LineDraft(
        text,
        NoteTarget(speech, begun_ms) if speech in session.interventions else NoteTarget(),
        NoteKind(kind) if kind in set(NoteKind) else NoteKind.POINT,
        tuple(ThemeId(theme) for theme in map(parse_id, themes) if theme in known_themes),
    )


def _unbound_line(text: str) -> LineDraft:
    return LineDraft(text, NoteTarget(), NoteKind.POINT, ())


def _or_dash(number: int | None) -> str:
    return "-" if number is None else str(number)
