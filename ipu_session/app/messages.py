"""What went wrong, as one line for the terminal; the sentences are the window's own."""

from collections.abc import Iterator
from dataclasses import fields

from ipu_session.domain.errors import RejectedError
from ipu_session.domain.exported import Exported
from ipu_session.domain.findings import RefusedRow
from ipu_session.domain.trouble import TroubleError
from ipu_session.ui.wording_tables import REASONS, ROWS, TROUBLES


def line_of(error: TroubleError | RejectedError) -> str:
    """Return one line that names the file, the place, and what to do."""
    if isinstance(error, RejectedError):
        return REASONS[error.reason.value]
    sentence = TROUBLES.get(error.trouble.value, TROUBLES["unknown"])
    place = ", ".join(part for part in (error.path, error.place) if part)
    return one_line(f"{place}: {sentence}" if place else sentence)


def refused_row(row: RefusedRow) -> str:
    """Return why a row of a speakers list was not taken over."""
    return one_line(ROWS[row.reason].format(value=row.value))


def exported_told(done: Exported) -> Iterator[str]:
    """Yield what is to be said of a report that was written; nothing of one that is simply new."""
    if done.styles_added:
        yield f"styles added that the template has not: {', '.join(done.styles_added)}"
    if done.other_look:
        yield "the earlier report keeps the look that it has; to give it the template's, write to a new file"
    if done.merged is not None:
        for field in fields(done.merged):
            found = getattr(done.merged, field.name)
            texts = found if isinstance(found, tuple) else ()
            if found:
                yield f"{_BLOCKS[field.name]}: {len(texts) or found}"
            yield from (f"  {text}" for text in texts)
    if done.earlier:
        yield f"what was there before is kept as {done.earlier}"


_BLOCKS = {
    "renewed": "renewed, left alone by hand",
    "unchanged": "as before",
    "kept": "kept as changed by hand",
    "outdated": "kept as changed by hand, though the session has changed since",
    "deleted": "deleted by hand, not brought back",
    "added": "new",
    "removed": "taken out, no longer in the session",
}


def one_line(text: str) -> str:
    """Return text that is one line and that every terminal takes."""
    return "".join(c if c.isprintable() else " " for c in text).encode("utf-8", "replace").decode()
