"""Drafts of the note line: the half-typed line with the speech that it belongs to, and a half-typed correction."""

from typing import NamedTuple

from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.ui.core.draft_parsing import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge

_LINE_KEY = "note"
_CORRECTION_KEY = "note-correction"
"""Draft key: id of the note being corrected, and its half-typed text."""
_TARGET_KEY = "note-about"
"""Draft key: speech of the half-typed line, time spoken when it was begun (ms), kind, themes."""


class NoteTarget(NamedTuple):
    """The speech that a line belongs to, and how long it had been spoken (ms) when the line was begun."""

    speech: InterventionId | None = None
    begun_ms: int | None = None


class LineDraft(NamedTuple):
    """A half-typed line; ``kind`` and ``themes`` apply unless the text names others."""

    text: str
    target: NoteTarget
    kind: NoteKind
    themes: tuple[ThemeId, ...]


class NoteDrafts:
    """Reads and writes the drafts of the note line; a text that is stored already is not written again."""

    def __init__(self, bridge: SessionBridge) -> None:
        self._bridge = bridge

    def save_line(self, draft: LineDraft) -> None:
        """Write the half-typed line; without a text, delete the draft."""
        speech, begun_ms = draft.target
        themes = " ".join(str(theme) for theme in draft.themes)
        target = f"{_or_dash(speech)} {_or_dash(begun_ms)} {draft.kind.value} {themes}"
        self._save(_TARGET_KEY, target if draft.text else "")
        self._save(_LINE_KEY, draft.text)

    def load_line(self) -> LineDraft | None:
        """Return the stored half-typed line; None if there is none. A theme or speech that is gone is left out."""
        text = self._bridge.load_draft(_LINE_KEY)
        if not text:
            return None
        target = self._bridge.load_draft(_TARGET_KEY).split()
        return _parse_line(text, target, self._bridge.session) if len(target) >= 3 else _unbound_line(text)

    def save_correction(self, note: NoteId | None, text: str) -> None:
        """Write the half-typed correction of a note; if ``note`` is None, delete the draft."""
        self._save(_CORRECTION_KEY, "" if note is None else f"{note} {text}")

    def load_correction(self) -> tuple[NoteId, str] | None:
        """Return the note and its half-typed text; None if none was being corrected, or it is gone."""
        number, _, text = self._bridge.load_draft(_CORRECTION_KEY).partition(" ")
        note = NoteId(parse_id(number))
        return (note, text) if note in self._bridge.session.notes else None

    def _save(self, key: str, text: str) -> None:
        if text != self._bridge.load_draft(key):
            self._bridge.save_draft(key, text)


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
