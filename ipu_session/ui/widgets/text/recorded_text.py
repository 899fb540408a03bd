"""Lines that show what is recorded and may be half-typed at the same time."""

from ipu_session.ui.widgets.text.undoable_fields import LineEdit


def update_recorded_text(line: LineEdit, before: str, now: str) -> None:
    """Show a recorded text in a line that showed ``before``; what is half-typed stays as it is.

    The spaces at the ends of a line are not recorded, but belong to whoever goes on typing there.
    """
    typed = line.text().strip()
    if typed == before.strip() and typed != now.strip():
        line.setText(now)
