import pytest

from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.session import NoteKind, Theme
from ipu_session.domain.text.note_syntax import ParsedNote, parse_note

LINES = {
    "data on women migrants": ParsedNote("data on women migrants", None, None),
    "#2 data": ParsedNote("data", None, (2,)),
    "data #2": ParsedNote("data", None, (2,)),
    "#2#4 both": ParsedNote("both", None, (2, 4)),
    "! common register #2": ParsedNote("common register", NoteKind.PROPOSAL, (2,)),
    "!#2 register": ParsedNote("register", NoteKind.PROPOSAL, (2,)),
    "#2 !register": ParsedNote("register", NoteKind.PROPOSAL, (2,)),
    "+ one-stop centres": ParsedNote("one-stop centres", NoteKind.GOOD_PRACTICE, None),
    "? who pays": ParsedNote("who pays", NoteKind.QUESTION, None),
    '"no one is illegal"': ParsedNote('no one is illegal"', NoteKind.QUOTATION, None),
    ". plain again": ParsedNote("plain again", NoteKind.POINT, None),
    ".5 per cent": ParsedNote(".5 per cent", None, None),
    "...and so on": ParsedNote("...and so on", None, None),
    "!": ParsedNote("!", None, None),
    "#0 free": ParsedNote("free", None, ()),
    "#hashtag stays": ParsedNote("#hashtag stays", None, None),
    "paragraph #12 of the note": ParsedNote("paragraph #12 of the note", None, None),
    "two\nlines #3": ParsedNote("two\nlines", None, (3,)),
    "both #2 #4": ParsedNote("both", None, (2, 4)),
    "both #2, #4": ParsedNote("both", None, (2, 4)),
    "both #2,#4": ParsedNote("both", None, (2, 4)),
    "both, #2#4": ParsedNote("both,", None, (2, 4)),
    "#2, #4 both": ParsedNote("both", None, (2, 4)),
    "#2,5 million": ParsedNote("#2,5 million", None, None),
    "#12 late": ParsedNote("late", None, (12,)),
    "late #30 #7": ParsedNote("late", None, (30, 7)),
    "#٢ مرحبا": ParsedNote("مرحبا", None, (2,)),
    "مرحبا #۲، #٤": ParsedNote("مرحبا", None, (2, 4)),
    "full width ＃２": ParsedNote("full width", None, (2,)),
    "؟ من يدفع": ParsedNote("من يدفع", NoteKind.QUESTION, None),
    "#٢؟ من يدفع": ParsedNote("من يدفع", NoteKind.QUESTION, (2,)),
    "？who pays": ParsedNote("who pays", NoteKind.QUESTION, None),
    "¿ who pays": ParsedNote("who pays", NoteKind.QUESTION, None),
    "¿Quién paga? #3": ParsedNote("¿Quién paga?", NoteKind.QUESTION, (3,)),
    "！register": ParsedNote("register", NoteKind.PROPOSAL, None),
    "C# 5": ParsedNote("C# 5", None, None),
    "written in C#": ParsedNote("written in C#", None, None),
    "see issue#3": ParsedNote("see issue#3", None, None),
    "see http://x.org/#2": ParsedNote("see http://x.org/#2", None, None),
    "#2": ParsedNote("", None, (2,)),
    "# 2 apart": ParsedNote("# 2 apart", None, None),
    "#1234 much": ParsedNote("#1234 much", None, None),
    "#² raised": ParsedNote("#² raised", None, None),
    "  ": ParsedNote("", None, None),
}


@pytest.mark.parametrize(("line", "read"), LINES.items(), ids=LINES)
def test_a_typed_line_says_kind_and_themes(line: str, read: ParsedNote) -> None:
    assert parse_note(line) == read


def test_the_sign_of_a_kind_may_follow_the_theme_at_once() -> None:
    assert parse_note("#2!a register") == ParsedNote("a register", NoteKind.PROPOSAL, (2,))
    assert parse_note("#2#3+ done so") == ParsedNote("done so", NoteKind.GOOD_PRACTICE, (2, 3))
    assert parse_note("#2.5 million") == ParsedNote("#2.5 million", None, None)
    assert parse_note("see room #2b") == ParsedNote("see room #2b", None, None)


TITLES = ("Policy responses", "Migrant women", "Lessons on migration", "Échanges", "Women in work")
NAMED = {
    "#les data": ParsedNote("data", None, (3,)),
    "data #LESSONS, #4": ParsedNote("data", None, (3, 4)),
    "#ech !un registre": ParsedNote("un registre", NoteKind.PROPOSAL, (4,)),
    "#migr several": ParsedNote("#migr several", None, None),
    "#migrant one": ParsedNote("one", None, (2,)),
    "#p too short": ParsedNote("#p too short", None, None),
    "#MeToo is a movement": ParsedNote("#MeToo is a movement", None, None),
}


@pytest.mark.parametrize(("line", "read"), NAMED.items(), ids=NAMED)
def test_a_theme_is_named_by_a_beginning_that_only_its_title_has(line: str, read: ParsedNote) -> None:
    themes = [Theme(ThemeId(9 + n), n, title) for n, title in enumerate(TITLES, 1)]
    assert parse_note(line, themes) == read
