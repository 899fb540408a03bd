"""What became of a report that was written: what its template lacked, what of an earlier file was kept."""

from dataclasses import dataclass

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of each block of an earlier report that people have worked on; short texts, in order."""

    renewed: Texts = ()
    """Left alone by hand, and written anew because the session has changed."""
    unchanged: int = 0
    """How many were left alone and read as before."""
    kept: Texts = ()
    """Changed by hand, and kept so."""
    outdated: Texts = ()
    """Kept so, though the session has changed since."""
    deleted: Texts = ()
    """Deleted by hand: they stay deleted."""
    added: Texts = ()
    """New in the session."""
    removed: Texts = ()
    """Left alone by hand, and no longer in the session."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A report that was written."""

    styles_added: Texts = ()
    """Styles that the template has not, by name; ours stand in for them."""
    left_out: Texts = ()
    """What of the template was not taken over: ``attached``, ``picture``, ``columns``, ``orientation``."""
    other_look: bool = False
    """A template was named, but the earlier report keeps the look that it has."""
    earlier: str = ""
    """Where the file that stood there before is kept now; empty if there was none."""
    named_texts: Texts = ()
    """Of a report without names: the typed texts that name a delegation or a person of the debate."""
    merged: Merged | None = None
    """None if what stood there before was no report of this session in this language and layout."""
