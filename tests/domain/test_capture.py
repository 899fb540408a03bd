import pytest

from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.session import NoteKind, Theme
from ipu_session.domain.text.note_syntax import TypedNote, parse_note

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
    "both #2 #4": TypedNote("both", None, (2, 4)),
    "both #2, #4": TypedNote("both", None, (2, 4)),
    "both #2,#4": TypedNote("both", None, (2, 4)),
    "both, #2#4": TypedNote("both,", None, (2, 4)),
    "#2, #4 both": TypedNote("both", None, (2, 4)),
    "#2,5 million": TypedNote("#2,5 million", None, None),
    "#12 late": TypedNote("late", None, (12,)),
    "late #30 #7": TypedNote("late", None, (30, 7)),
    "#٢ مرحبا": TypedNote("مرحبا", None, (2,)),
    "مرحبا #۲، #٤": TypedNote("مرحبا", None, (2, 4)),
    "full width ＃２": TypedNote("full width", None, (2,)),
    "؟ من يدفع": TypedNote("من يدفع", NoteKind.QUESTION, None),
    "#٢؟ من يدفع": TypedNote("من يدفع", NoteKind.QUESTION, (2,)),
    "？who pays": TypedNote("who pays", NoteKind.QUESTION, None),
    "¿ who pays": TypedNote("who pays", NoteKind.QUESTION, None),
    "¿Quién paga? #3": TypedNote("¿Quién paga?", NoteKind.QUESTION, (3,)),
    "！register": TypedNote("register", NoteKind.PROPOSAL, None),
    "C# 5": TypedNote("C# 5", None, None),
    "written in C#": TypedNote("written in C#", None, None),
    "see issue#3": TypedNote("see issue#3", None, None),
    "see http://x.org/#2": TypedNote("see http://x.org/#2", None, None),
    "#2": TypedNote("", None, (2,)),
    "# 2 apart": TypedNote("# 2 apart", None, None),
    "#1234 much": TypedNote("#1234 much", None, None),
    "#² raised": TypedNote("#² raised", None, None),
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


TITLES = ("Policy responses", "Migrant women", "Lessons on migration", "Échanges", "Women in work")
NAMED = {
    "#les data": TypedNote("data", None, (3,)),
    "data #LESSONS, #4": TypedNote("data", None, (3, 4)),
    "#ech !un registre": TypedNote("un registre", NoteKind.PROPOSAL, (4,)),
    "#migr several": TypedNote("#migr several", None, None),
    "#migrant one": TypedNote("one", None, (2,)),
    "#p too short": TypedNote("#p too short", None, None),
    "#MeToo is a movement": TypedNote("#MeToo is a movement", None, None),
}


@pytest.mark.parametrize(("line", "read"), NAMED.items(), ids=NAMED)
def test_a_theme_is_named_by_a_beginning_that_only_its_title_has(line, read):
    themes = [Theme(ThemeId(9 + n), n, title) for n, title in enumerate(TITLES, 1)]
    assert parse_note(line, themes) == read
