"""Result of writing a report: what was not taken over from the template, and how an earlier file was merged."""

from ipu_session.domain.model.value import Value

TextList = tuple[str, ...]


class MergeResult(Value, frozen=True):
    """Result of merging with an earlier report that may be edited by hand: short texts of its blocks, in order."""

    renewed: TextList = ()
    """Not edited by hand, and rewritten because the session has changed."""
    unchanged: int = 0
    """Number of blocks that were not edited and did not change."""
    kept: TextList = ()
    """Edited by hand, and kept."""
    outdated: TextList = ()
    """Edited by hand and kept, although the session has changed since."""
    deleted: TextList = ()
    """Deleted by hand, and left out."""
    added: TextList = ()
    """New in the session."""
    removed: TextList = ()
    """Not edited by hand, and no longer in the session."""


class ExportResult(Value, frozen=True):
    """The result of writing a report."""

    styles_added: TextList = ()
    """Names of styles that the template lacks; built-in ones are used instead."""
    left_out: TextList = ()
    """Parts of the template that were not used: ``attached``, ``picture``, ``columns``, ``orientation``."""
    is_template_ignored: bool = False
    """Whether a template was given but not used, because the earlier report keeps its own styles."""
    previous_file: str = ""
    """Path of the copy of the previous file; "" if there was no file."""
    identifying_texts: TextList = ()
    """For a report without names: its texts that still name a delegation or a person of the debate."""
    merged: MergeResult | None = None
    """None if there was no earlier report of this session in this language and layout."""
