"""Projection of the notes: lists by speech, theme and kind, full-text search and completion.

Written contributions are searched with the notes, and delegations are found by name. The projection is updated after
each transaction; if all its events name the notes that they change, only those are updated (measured with 100,000).
"""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from ipu_session.domain import events as e
from ipu_session.domain.events import Event
from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import Note, NoteKind, Session, Theme
from ipu_session.domain.queries.theme_matrix import NoteCounts, NoteOrigin, adjust_count, themes_absent_from
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.domain.text.text_folding import fold
from ipu_session.service.author_index import AuthorIndex
from ipu_session.service.completer import Completion, PhraseCompleter
from ipu_session.service.contributions_search_projection import ContributionsProjection
from ipu_session.service.ports import TextIndex

MAX_RESULTS = 500
"""Maximum number of notes that a search returns: a query of two letters may match thousands."""
_MAX_QUERY_WORDS = 32
"""Maximum number of words of a query that are searched: a pasted page would take minutes."""
_ALL_KEY = "all"
_NO_THEME_KEY = ("theme", None)
_INCREMENTAL_LIMIT = 1000


class SearchResult(Struct, frozen=True):
    """The notes found, in the order they were taken; ``is_truncated`` if only the latest are included."""

    notes: tuple[NoteId, ...]
    is_truncated: bool = False
    contributions: tuple[ContributionId, ...] = ()
    """The written contributions found, in the order received."""


class NotesProjection:
    """Lists of notes, each in the order in which they were taken, with full-text search and completion."""

    def __init__(self, session: Session, index: TextIndex, texts: TextIndex) -> None:
        """Build the lists; ``index`` is an empty index for the notes, ``texts`` an empty one for the contributions."""
        self._session = session
        self._index = index
        self._contributions = ContributionsProjection(session, texts)
        self._author_index = AuthorIndex(session)
        self._lists: dict[Hashable, list[NoteId]] = {}
        self._theme_counts: dict[tuple[NoteOrigin, ThemeId], tuple[int, ...]] = {}
        self._restricted: set[NoteId] = set()
        self._unindexed: list[NoteId] = []
        self._completer = PhraseCompleter()
        self._completer.add_names(session)
        self._finder = DelegationFinder(session.delegations.values())
        self._rebuild()

    @property
    def all_notes(self) -> Sequence[NoteId]:
        """All notes, in the order taken."""
        return self._lists.get(_ALL_KEY, ())

    @property
    def finder(self) -> DelegationFinder:
        """Finds the delegations of the session by typed text."""
        return self._finder

    @property
    def reportable_count(self) -> int:
        """Number of notes that are not marked *not for the report*."""
        return len(self.all_notes) - len(self._restricted)

    @property
    def theme_counts(self) -> NoteCounts:
        """Number of notes of each kind by source and theme, including notes *not for the report*."""
        return self._theme_counts

    @property
    def themes_without_notes(self) -> tuple[Theme, ...]:
        """The themes that have no note and that no intervention announced."""
        noted = {theme.id for theme in self._session.themes if self.notes_on_theme(theme.id)}
        return themes_absent_from(self._session, noted)

    def notes_of_speech(self, speech: InterventionId | None) -> Sequence[NoteId]:
        """Return the notes of an intervention; for None, the notes that belong to no intervention."""
        return self._lists.get(("speech", speech), ())

    def notes_on_theme(self, theme: ThemeId | None) -> Sequence[NoteId]:
        """Return the notes on a theme; for None, the notes without a theme."""
        return self._lists.get(("theme", theme), ())

    def notes_of_kind(self, kind: NoteKind) -> Sequence[NoteId]:
        """Return the notes of a kind."""
        return self._lists.get(("kind", kind), ())

    def apply(self, events: Iterable[Event], session: Session) -> None:
        """Update the lists and the index after ``events``, which led to the state ``session``.

        If they changed more than 1000 notes, all lists are rebuilt, and `index_more` must index all notes again.
        """
        old, self._session = self._session, session
        self._contributions.apply(session)
        self._author_index.apply(session)
        self._update_names(old)
        if old.notes is session.notes:
            return
        affected = _affected_notes(events)
        if affected is None:
            affected = _changed_notes(old.notes, session.notes)
        if len(affected) > _INCREMENTAL_LIMIT:
            self._rebuild()
            return
        for note in affected:
            if note in old.notes:
                self._remove(old.notes, old.notes[note])
        come = [session.notes[note] for note in sorted(affected) if note in session.notes]
        for each in come:
            self._insert(each)
        self._index.remove(note for note in affected if note not in session.notes)
        self._index_notes(come)

    def _update_names(self, old: Session) -> None:
        """Update the completer and the delegation finder if people or delegations changed."""
        session = self._session
        if old.delegations is not session.delegations or old.delegates is not session.delegates:
            self._completer.add_names(session)
        if old.delegations is not session.delegations:
            self._finder = DelegationFinder(session.delegations.values())

    def _index_notes(self, notes: Sequence[Note]) -> None:
        self._index.add(map(_index_entry, notes))
        for note in notes:
            self._completer.add(note.text)

    def index_more(self, count: int) -> bool:
        """Index up to ``count`` more notes, the latest first; return whether notes or contributions are left."""
        some = [self._unindexed.pop() for _ in range(min(count, len(self._unindexed)))]
        self._index_notes([self._session.notes[note] for note in some if note in self._session.notes])
        return self._contributions.index_more() or bool(self._unindexed)

    def find(self, text: str) -> SearchResult:
        """Return the notes and contributions where each typed word begins a word of the text or of the author's name.

        Only the first 32 words are searched. ``text`` without a letter or digit is searched literally.
        """
        if len(self._unindexed) <= _INCREMENTAL_LIMIT:
            self.index_more(_INCREMENTAL_LIMIT)
        words = dict.fromkeys(fold(text).split())
        query = [(word, self._author_index.find_by_name_prefix(word)) for word in islice(words, _MAX_QUERY_WORDS)]
        notes = self._session.notes
        numbers: Sequence[int]
        if query:
            numbers = self._index.find(query, MAX_RESULTS + 1)
        else:
            # The query has no letter or digit: search it literally.
            numbers = [note for note in reversed(self.all_notes) if text.strip() in notes[note].text][: MAX_RESULTS + 1]
        matching = sorted((NoteId(number) for number in numbers[:MAX_RESULTS]), key=self._sort_key)
        written = self._contributions.find(query, text.strip(), MAX_RESULTS)
        return SearchResult(tuple(matching), len(numbers) > MAX_RESULTS, written)

    def complete(self, typed: str) -> Completion | None:
        """Return a completion of the word at the end of ``typed``, or None: see `PhraseCompleter.complete`."""
        return self._completer.complete(typed, self._session.themes)

    def _sort_key(self, note: NoteId) -> tuple[int, int]:
        return (self._session.notes[note].taken_ms, note)

    def _rebuild(self) -> None:
        """Rebuild every list."""
        self._lists.clear()
        self._theme_counts.clear()
        self._restricted.clear()
        for note in sorted(self._session.notes.values(), key=lambda each: (each.taken_ms, each.id)):
            if note.restricted:
                self._restricted.add(note.id)
            adjust_count(self._theme_counts, note, 1)
            for key in _list_keys(note):
                self._lists.setdefault(key, []).append(note.id)
        self._unindexed = list(self.all_notes)

    def _insert(self, note: Note) -> None:
        if note.restricted:
            self._restricted.add(note.id)
        adjust_count(self._theme_counts, note, 1)
        for key in _list_keys(note):
            insort(self._lists.setdefault(key, []), note.id, key=self._sort_key)

    def _remove(self, notes: Mapping[NoteId, Note], note: Note) -> None:
        self._restricted.discard(note.id)
        adjust_count(self._theme_counts, note, -1)
        for key in _list_keys(note):
            listed = self._lists[key]
            index = bisect_left(listed, (note.taken_ms, note.id), key=lambda other: (notes[other].taken_ms, other))
            del listed[index]


def _list_keys(note: Note) -> list[Hashable]:
    themes: list[Hashable] = [("theme", theme) for theme in note.themes]
    return [_ALL_KEY, ("speech", note.intervention), ("kind", note.kind), *(themes or [_NO_THEME_KEY])]


def _index_entry(note: Note) -> tuple[int, str, str]:
    if note.contribution is not None:
        return (note.id, note.text, f"c{note.contribution}")
    return (note.id, note.text, "" if note.intervention is None else f"s{note.intervention}")


def _affected_notes(events: Iterable[Event]) -> set[NoteId] | None:
    """Return the notes that the events change; None if an event may change notes that it does not name."""
    affected: set[NoteId] = set()
    for event in events:
        match event:
            case e.NoteSplit(note=note, new=other) | e.NotesJoined(note=note, other=other):
                affected |= {note, other}
            case (
                e.NoteTaken(note=note)
                | e.NoteEdited(note=note)
                | e.NoteThemed(note=note)
                | e.NoteMoved(note=note)
                | e.NoteRestricted(note=note)
                | e.NoteDeleted(note=note)
            ):
                affected.add(note)
            case e.PassageRemoved() | e.GapFound() | e.GapAnswered():
                pass
            case _:
                return None
    return affected


def _changed_notes(old: Mapping[NoteId, Note], new: Mapping[NoteId, Note]) -> set[NoteId]:
    deleted = {note for note in old if note not in new}
    return deleted | {note for note, each in new.items() if old.get(note) is not each}
