"""Marks of simple formatting, and texts that only look like marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipu_session.domain.text.inline_markup import TextRun, escape_markup, parse_runs, strip_markup


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", (TextRun("plain"),)),
        ("a **b** c", (TextRun("a "), TextRun("b", bold=True), TextRun(" c"))),
        ("*all of it*", (TextRun("all of it", italic=True),)),
        ("**a *b* c**", (TextRun("a ", bold=True), TextRun("b", bold=True, italic=True), TextRun(" c", bold=True))),
        ("5 * 3 * 2", (TextRun("5 * 3 * 2"),)),
        ("a * b*", (TextRun("a * b*"),)),
        (r"\*no mark\*", (TextRun("*no mark*"),)),
        ("*two\nlines*", (TextRun("*two\nlines*"),)),
        ("", ()),
        ("**", (TextRun("**"),)),
    ],
)
def test_what_is_marked(text: str, found: tuple[TextRun, ...]) -> None:
    assert parse_runs(text) == found


@given(st.text(st.sampled_from(["*", "\\", "a", " ", "\n", "é"]), max_size=30))
def test_an_escaped_text_says_what_it_says(text: str) -> None:
    assert strip_markup(escape_markup(text)) == text or "\\*" in text
