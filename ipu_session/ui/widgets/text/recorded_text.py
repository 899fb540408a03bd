"""Update of a line edit when its recorded text changes while the user may be editing it."""

from ipu_session.ui.widgets.text.undoable_fields import LineEdit


def update_recorded_text(line: LineEdit, old: str, new: str) -> None:
    """Show the recorded text ``new`` in a line that showed ``old``, unless the user has edited it.

    Leading and trailing spaces are not recorded and do not count as an edit, but they stay: the user may be typing.
    """
    typed = line.text().strip()
    if typed == old.strip() and typed != new.strip():
        line.setText(new)
