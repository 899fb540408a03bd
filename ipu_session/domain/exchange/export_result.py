"""What became of a report that was written: what its template lacked, what of an earlier file was kept."""

from dataclasses import dataclass

TextList = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What became of each block of an earlier report that people have worked on; short texts, in order."""

    renewed: TextList = ()
    """Left alone by hand, and written anew because the session has changed."""
    unchanged: int = 0
    """How many were left alone and read as before."""
    kept: TextList = ()
    """Changed by hand, and kept so."""
    outdated: TextList = ()
    """Kept so, though the session has changed since."""
    deleted: TextList = ()
    """Deleted by hand: they stay deleted."""
    added: TextList = ()
    """New in the session."""
    removed: TextList = ()
    """Left alone by hand, and no longer in the session."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A report that was written."""

    styles_added: TextList = ()
    """Styles that the template has not, by name; ours stand in for them."""
    left_out: TextList = ()
    """What of the template was not taken over: ``attached``, ``picture``, ``columns``, ``orientation``."""
    is_template_ignored: bool = False
    """A template was named, but the earlier report keeps the look that it has."""
    previous_file: str = ""
    """Where the file that stood there before is kept now; empty if there was none."""
    identifying_texts: TextList = ()
    """Of a report without names: the typed texts that name a delegation or a person of the debate."""
    merged: MergeResult | None = None
    """None if what stood there before was no report of this session in this language and layout."""
