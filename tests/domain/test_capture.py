import pytest

from ipu_session.domain.capture import TypedNote, parse_note
from ipu_session.domain.state import NoteKind

LINES = {
    "data on women migrants": TypedNote("data on women migrants", None, None),
    "#2 data": TypedNote("data", None, (2,)),
    "data #2": TypedNote("data", None, (2,)),
    "#2#4 both": TypedNote("both", None, (2, 4)),
    "! common register #2": TypedNote("common register", NoteKind.PROPOSAL, (2,)),
    "!#2 register": TypedNote("register", NoteKind.PROPOSAL, (2,)),
    "#2 !register": TypedNote("register", NoteKind.PROPOSAL, (2,)),
    "+ one-stop centres": TypedNote("one-stop centres", NoteKind.GOOD_PRACTICE, None),
    "? who pays": TypedNote("who pays", NoteKind.QUESTION, None),
    '"no one is illegal"': TypedNote('no one is illegal"', NoteKind.QUOTATION, None),
    ". plain again": TypedNote("plain again", NoteKind.POINT, None),
    ".5 per cent": TypedNote(".5 per cent", None, None),
    "...and so on": TypedNote("...and so on", None, None),
    "!": TypedNote("!", None, None),
    "#0 free": TypedNote("free", None, ()),
    "#hashtag stays": TypedNote("#hashtag stays", None, None),
    "paragraph #12 of the note": TypedNote("paragraph #12 of the note", None, None),
    "two\nlines #3": TypedNote("two\nlines", None, (3,)),
    "  ": TypedNote("", None, None),
}


@pytest.mark.parametrize(("line", "read"), LINES.items(), ids=LINES)
def test_a_typed_line_says_kind_and_themes(line, read):
    assert parse_note(line) == read


def test_the_sign_of_a_kind_may_follow_the_theme_at_once():
    assert parse_note("#2!a register") == TypedNote("a register", NoteKind.PROPOSAL, (2,))
    assert parse_note("#2#3+ done so") == TypedNote("done so", NoteKind.GOOD_PRACTICE, (2, 3))
    assert parse_note("#2.5 million") == TypedNote("#2.5 million", None, None)
    assert parse_note("see room #2b") == TypedNote("see room #2b", None, None)
