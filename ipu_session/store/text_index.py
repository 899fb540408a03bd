"""Full-text index of notes for search-as-you-type: SQLite FTS5, in memory (docs/rules.md#n2)."""

import sqlite3
import weakref
from collections.abc import Iterable, Sequence

from ipu_session.domain.text.text_folding import fold
from ipu_session.domain.text.text_search import ARABIC_ARTICLE

_TABLE = """
create virtual table notes using fts5(
    text, source, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3', detail = 'column'
)
"""
_FIND = "select rowid from notes where notes match ? order by rowid desc limit ?"


class SqliteTextIndex:
    """Index of numbered texts, found by the beginnings of their words, ignoring case and accents.

    The index is never stored: it is rebuilt from the journal.
    """

    def __init__(self) -> None:
        # Created in a worker thread, then used by the GUI thread: never by two threads at the same time.
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute(_TABLE)
        # Python 3.13 and later emit a ResourceWarning for a connection that is not closed.
        weakref.finalize(self, self._db.close)

    def add(self, entries: Iterable[tuple[int, str, str]]) -> None:
        """Add texts, given as (number, text, code of the text's source); a number in the index is replaced."""
        rows = [(number, _to_indexed_text(text), source) for number, text, source in entries]
        self._db.execute("begin")
        self._db.executemany("insert or replace into notes (rowid, text, source) values (?, ?, ?)", rows)
        self._db.execute("commit")

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove texts from the index; numbers that are not in it are ignored."""
        self._db.executemany("delete from notes where rowid = ?", ((number,) for number in numbers))

    def find(self, words: Sequence[tuple[str, Sequence[str]]], limit: int) -> list[int]:
        """Return the numbers of the texts that match all of ``words``, highest first, at most ``limit``.

        Each item of ``words`` is a folded prefix (see `fold`) with source codes: it matches a text that has a word
        with this prefix, or whose source is one of the codes. Without ``words`` the list is empty.
        """
        query = " AND ".join(_match_term(word, sources) for word, sources in words)
        return [number for (number,) in self._db.execute(_FIND, (query, limit))] if query else []


def _to_indexed_text(text: str) -> str:
    folded = fold(text.encode("utf-8", "replace").decode("utf-8").replace("\0", " "))
    bare = " ".join(ARABIC_ARTICLE.findall(folded))
    return f"{folded} {bare}" if bare else folded


def _match_term(word: str, sources: Sequence[str]) -> str:
    quoted = word.replace('"', "").encode("utf-8", "replace").decode("utf-8")
    begins = f'text : "{quoted}" *'
    if not sources:
        return begins
    return f"({begins} OR source : ({' OR '.join(sources)}))"
