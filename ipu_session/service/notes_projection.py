"""The notes of the session as they are looked up: by speech, by theme, by what they say.

Contributions in writing are found beside them, and delegations by their names.

It follows the committed acts: none of this costs more in a debate of 100,000 notes than in one of ten.
"""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ipu_session.domain import events as e
from ipu_session.domain.events import Event
from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import Note, NoteKind, Session, Theme
from ipu_session.domain.queries.theme_matrix import Counted, Source, count, not_among
from ipu_session.domain.text.delegation_search import Finder
from ipu_session.domain.text.text_folding import fold
from ipu_session.service.author_index import Sources
from ipu_session.service.completer import Offer, Phrasebook
from ipu_session.service.contributions_projection import Register
from ipu_session.service.ports import NoteIndex

AT_MOST = 500
"""So many notes are found; who typed two letters does not read more."""
_WORDS = 32
"""So many words are looked for: a page that was pasted would take minutes."""
_ALL = "all"
_LOOSE = ("theme", None)
_FEW = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """The notes that were looked for, in the order they were taken; ``more`` if only the latest are here."""

    notes: tuple[NoteId, ...]
    more: bool = False
    contributions: tuple[ContributionId, ...] = ()
    """The written contributions that were found too, as they were received."""


class Notebook:
    """Lists of notes, each in the order they were taken."""

    def __init__(self, session: Session, index: NoteIndex, texts: NoteIndex) -> None:
        """Take an empty index for the notes, and one for the texts of contributions: both count from 1."""
        self._session = session
        self._index = index
        self._register = Register(session, texts)
        self._sources = Sources(session)
        self._lists: dict[Hashable, list[NoteId]] = {}
        self._counted: dict[tuple[Source, ThemeId], tuple[int, ...]] = {}
        self._restricted: set[NoteId] = set()
        self._unfed: list[NoteId] = []
        self._phrases = Phrasebook()
        self._phrases.name(session)
        self._finder = Finder(session.delegations.values())
        self._begin()

    @property
    def all(self) -> Sequence[NoteId]:
        """All notes."""
        return self._lists.get(_ALL, ())

    @property
    def finder(self) -> Finder:
        """Finds the delegations of the session by what is typed."""
        return self._finder

    @property
    def for_the_report(self) -> int:
        """How many notes are not kept out of the report."""
        return len(self.all) - len(self._restricted)

    @property
    def counted(self) -> Counted:
        """How many notes of each kind each speech or contribution has on each theme."""
        return self._counted

    @property
    def untouched(self) -> tuple[Theme, ...]:
        """The themes that no note and no announced intervention touched."""
        noted = {theme.id for theme in self._session.themes if self.of_theme(theme.id)}
        return not_among(self._session, noted)

    def of_speech(self, speech: InterventionId | None) -> Sequence[NoteId]:
        """Return the notes of an intervention, or those of none."""
        return self._lists.get(("speech", speech), ())

    def of_theme(self, theme: ThemeId | None) -> Sequence[NoteId]:
        """Return the notes on a theme, or those without one."""
        return self._lists.get(("theme", theme), ())

    def of_kind(self, kind: NoteKind) -> Sequence[NoteId]:
        """Return the notes of a kind."""
        return self._lists.get(("kind", kind), ())

    def follow(self, events: Iterable[Event], session: Session) -> None:
        """Take over what an act has changed."""
        old, self._session = self._session, session
        self._register.follow(session)
        self._sources.follow(session)
        self._name(old)
        if old.notes is session.notes:
            return
        touched = _touched(events)
        if touched is None:
            touched = _differing(old.notes, session.notes)
        if len(touched) > _FEW:
            self._begin()
            return
        for note in touched:
            if note in old.notes:
                self._take_out(old.notes, old.notes[note])
        come = [session.notes[note] for note in sorted(touched) if note in session.notes]
        for each in come:
            self._put_in(each)
        self._index.drop(note for note in touched if note not in session.notes)
        self._take_in(come)

    def _name(self, old: Session) -> None:
        """Take over the names that have come since."""
        session = self._session
        if old.delegations is not session.delegations or old.delegates is not session.delegates:
            self._phrases.name(session)
        if old.delegations is not session.delegations:
            self._finder = Finder(session.delegations.values())

    def _take_in(self, notes: Sequence[Note]) -> None:
        self._index.put(map(_entry, notes))
        for note in notes:
            self._phrases.learn(note.text)

    def feed(self, count: int) -> bool:
        """Let up to ``count`` notes more be found, the latest first; return whether there are others left."""
        some = [self._unfed.pop() for _ in range(min(count, len(self._unfed)))]
        self._take_in([self._session.notes[note] for note in some if note in self._session.notes])
        return self._register.feed() or bool(self._unfed)

    def find(self, text: str) -> Found:
        """Return the notes in which each word typed begins a word, or the name of who said it."""
        if len(self._unfed) <= _FEW:
            self.feed(_FEW)
        words = dict.fromkeys(fold(text).split())
        asked = [(word, self._sources.named(word)) for word in islice(words, _WORDS)]
        notes = self._session.notes
        numbers: Sequence[int]
        if asked:
            numbers = self._index.find(asked, AT_MOST + 1)
        else:
            # Nothing but signs: no word to look up.
            numbers = [note for note in reversed(self.all) if text.strip() in notes[note].text][: AT_MOST + 1]
        found = sorted((NoteId(number) for number in numbers[:AT_MOST]), key=self._place)
        written = self._register.find(asked, text.strip(), AT_MOST)
        return Found(tuple(found), len(numbers) > AT_MOST, written)

    def offer(self, typed: str) -> Offer | None:
        """Return what the word at the end of ``typed`` may become."""
        return self._phrases.offer(typed, self._session.themes)

    def _place(self, note: NoteId) -> tuple[int, int]:
        return (self._session.notes[note].taken_ms, note)

    def _begin(self) -> None:
        """Make every list anew."""
        self._lists.clear()
        self._counted.clear()
        self._restricted.clear()
        for note in sorted(self._session.notes.values(), key=lambda each: (each.taken_ms, each.id)):
            if note.restricted:
                self._restricted.add(note.id)
            count(self._counted, note, 1)
            for place in _places(note):
                self._lists.setdefault(place, []).append(note.id)
        self._unfed = list(self.all)

    def _put_in(self, note: Note) -> None:
        if note.restricted:
            self._restricted.add(note.id)
        count(self._counted, note, 1)
        for place in _places(note):
            insort(self._lists.setdefault(place, []), note.id, key=self._place)

    def _take_out(self, notes: Mapping[NoteId, Note], note: Note) -> None:
        self._restricted.discard(note.id)
        count(self._counted, note, -1)
        for place in _places(note):
            listed = self._lists[place]
            at = bisect_left(
                listed, (note.taken_ms, note.id), key=lambda other: (notes[other].taken_ms, other)
            )
            del listed[at]


def _places(note: Note) -> list[Hashable]:
    themes: list[Hashable] = [("theme", theme) for theme in note.themes]
    return [_ALL, ("speech", note.intervention), ("kind", note.kind), *(themes or [_LOOSE])]


def _entry(note: Note) -> tuple[int, str, str]:
    if note.contribution is not None:
        return (note.id, note.text, f"c{note.contribution}")
    return (note.id, note.text, "" if note.intervention is None else f"s{note.intervention}")


def _touched(events: Iterable[Event]) -> set[NoteId] | None:
    """Return the notes that events name; None if they may touch others too."""
    touched: set[NoteId] = set()
    for event in events:
        match event:
            case e.NoteSplit(note=note, new=other) | e.NotesJoined(note=note, other=other):
                touched |= {note, other}
            case (
                e.NoteTaken(note=note)
                | e.NoteEdited(note=note)
                | e.NoteThemed(note=note)
                | e.NoteMoved(note=note)
                | e.NoteRestricted(note=note)
                | e.NoteDeleted(note=note)
            ):
                touched.add(note)
            case e.PassageRemoved() | e.GapFound() | e.GapAnswered():
                pass
            case _:
                return None
    return touched


def _differing(old: Mapping[NoteId, Note], new: Mapping[NoteId, Note]) -> set[NoteId]:
    gone = {note for note in old if note not in new}
    return gone | {note for note, each in new.items() if old.get(note) is not each}
