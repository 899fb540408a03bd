"""Finding notes as one types: an index in memory, by SQLite's full-text search (product.md, N2)."""

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
    """Texts by number, found by the beginnings of their words, without case and accents.

    Nothing of it is on disk: the journal is the record, and the index is made again from it.
    """

    def __init__(self) -> None:
        # Made beside the window, used by it: never by two threads at once.
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute(_TABLE)
        # From Python 3.13 on a connection that is not closed is warned of.
        weakref.finalize(self, self._db.close)

    def add(self, entries: Iterable[tuple[int, str, str]]) -> None:
        """Take texts in, each with its number and the code of where it comes from; newer ones replace."""
        rows = [(number, _to_indexed_text(text), source) for number, text, source in entries]
        self._db.execute("begin")
        self._db.executemany("insert or replace into notes (rowid, text, source) values (?, ?, ?)", rows)
        self._db.execute("commit")

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget texts."""
        self._db.executemany("delete from notes where rowid = ?", ((number,) for number in numbers))

    def find(self, words: Sequence[tuple[str, Sequence[str]]], limit: int) -> list[int]:
        """Return the highest numbers whose text has each word, or that come from one of its sources.

        A word is folded and need only be the beginning; what is returned goes from high to low.
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
