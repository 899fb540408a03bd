"""Marks of simple formatting, and texts that only look like marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipu_session.domain.text.inline_markup import Run, escaped, plain, runs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", (Run("plain"),)),
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("*all of it*", (Run("all of it", italic=True),)),
        ("**a *b* c**", (Run("a ", bold=True), Run("b", bold=True, italic=True), Run(" c", bold=True))),
        ("5 * 3 * 2", (Run("5 * 3 * 2"),)),
        ("a * b*", (Run("a * b*"),)),
        (r"\*no mark\*", (Run("*no mark*"),)),
        ("*two\nlines*", (Run("*two\nlines*"),)),
        ("", ()),
        ("**", (Run("**"),)),
    ],
)
def test_what_is_marked(text, found):
    assert runs(text) == found


@given(st.text(st.sampled_from(["*", "\\", "a", " ", "\n", "é"]), max_size=30))
def test_an_escaped_text_says_what_it_says(text):
    assert plain(escaped(text)) == text or "\\*" in text
