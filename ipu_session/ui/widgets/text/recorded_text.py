"""Update of line edits that show a recorded text and may be half-typed at the same time."""

from ipu_session.ui.widgets.text.undoable_fields import LineEdit


def update_recorded_text(line: LineEdit, before: str, now: str) -> None:
    """Show the recorded text ``now`` in a line that showed ``before``, unless the user has edited it.

    Leading and trailing spaces are not recorded and do not count as an edit, but are kept: the user may be typing.
    """
    typed = line.text().strip()
    if typed == before.strip() and typed != now.strip():
        line.setText(now)
