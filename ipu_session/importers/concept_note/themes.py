"""The themes that a concept note announces, each whole, none joined to another (product.md, P1).

A theme list is what follows a sentence that announces one ("the debate will consider issues such as:"),
in whatever shape: bullets, numbers, letters, bare paragraphs, or run together in one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, dropwhile, pairwise

from ipu_session.importers.concept_note.non_themes import is_no_theme, only_themes, without_other_sections
from ipu_session.importers.concept_note.prose_themes import (
    counted,
    instanced,
    is_question,
    listed,
    questions,
    stepped,
    told_off,
)
from ipu_session.importers.concept_note.theme_headings import (
    heading_prose,
    in_sessions,
    run_in_titles,
    without_labels,
)
from ipu_session.importers.concept_note.theme_lists import THEME_LIMIT, is_below, is_next_section, is_over
from ipu_session.importers.concept_note.theme_tables import in_table, under_heading
from ipu_session.importers.concept_note.theme_vocabulary import (
    AHEAD,
    BEFORE,
    COLON,
    HEADING,
    LABELLED,
    OF_COMMITTEE,
    OPEN_END,
    OTHER_LISTS,
    SIGNS,
    TAIL_AFTER_SEPARATOR,
    TERMS,
    THEMES_LAST,
)
from ipu_session.importers.files.inline_lists import split_run_together
from ipu_session.importers.files.lines import Style
from ipu_session.importers.files.paragraphs import Paragraph, ends_sentence, sentences

_SURE = 2
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, the text that it came from, and the line where that begins."""

    title: str
    source: str
    number: int


@dataclass(frozen=True, slots=True)
class ThemeList:
    """The themes found; ``doubtful`` if what announces them may announce something else."""

    themes: tuple[Theme, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Announcement:
    place: int
    score: int
    tail: str
    head: str = ""
    """The clause before the colon."""
    bare: bool = False
    """It is a whole sentence: only headings with prose below them can be what it announces."""


def find_themes(text: Sequence[Paragraph]) -> ThemeList:
    """Return the themes of the list that is announced most plainly, or none."""
    if shown := in_table(text) or _labelled(text):
        return ThemeList(_titled(shown))
    sessions = in_sessions(text)
    text = without_other_sections(text)
    announcements = sorted(
        (found for place in range(len(text)) if (found := _announcement(text, place)) is not None),
        key=_plainest_first,
    )
    sure = [announcement for announcement in announcements if announcement.score >= _SURE]
    doubtful = announcements[len(sure) :]
    return (
        (ThemeList(_titled(sessions), doubtful=True) if sessions else None)
        or _first_list(text, sure)
        or _in_prose(text)
        or _instances(text)
        or _first_list(text, doubtful)
        or _terms_of_reference(text)
        or _unannounced_questions(text)
        or ThemeList()
    )


def _first_list(text: Sequence[Paragraph], announcements: Sequence[_Announcement]) -> ThemeList | None:
    for announcement in announcements:
        themes = _themes_after(text, announcement)
        if announcement.score < _SURE and not _is_real_list(text, announcement):
            continue
        while len(themes) > _FEWEST and is_no_theme(themes[-1].title):
            # A programme follows a list without marks.
            themes = themes[:-1]
        if not only_themes([theme.title for theme in themes]):
            continue
        themes = tuple(theme for theme in themes if not is_no_theme(theme.title))
        if len(themes) > 1 or (themes and announcement.score > _SURE):
            return ThemeList(themes, doubtful=announcement.score < _SURE)
    return None


def _in_prose(text: Sequence[Paragraph]) -> ThemeList | None:
    """Return themes that an announcing sentence is followed by: told off in prose, or put as questions."""
    for place, paragraph in enumerate(text):
        said = sentences(paragraph.text)
        for number, sentence in enumerate(said):
            if paragraph.style is Style.MARGIN or _score(sentence.rstrip(" .:")) < _SURE:
                continue
            rest = " ".join(dropwhile(_is_statement, said[number + 1 :]))
            asked = _asked([replace(paragraph, text=rest)] if rest else [], text[place + 1 :])
            below = (sentences(each.text) for each in text[place + 1 : place + 2] if not each.marked)
            told = told_off(" ".join((*said[number:], *chain.from_iterable(below)))) or tuple(
                (part, sentence) for part in stepped(sentence)
            )
            found = [(*pair, paragraph.number) for pair in told] or asked
            if len(found) > 1:
                return ThemeList(_titled(found))
    return None


def _labelled(text: Sequence[Paragraph]) -> list[tuple[str, str, int]]:
    """Return the themes that stand under "Theme 1: …", "Theme 2: …", or none."""
    found = [
        (match["theme"], paragraph.source, paragraph.number)
        for paragraph in text
        if (match := LABELLED.fullmatch(paragraph.text))
    ]
    return found if len(found) > 1 else []


def _instances(text: Sequence[Paragraph]) -> ThemeList | None:
    """Return the issues that a sentence names between commas; they are doubtful."""
    for paragraph in text:
        for sentence in sentences(paragraph.text):
            parts = instanced(sentence) if _looks_ahead(sentence) else ()
            parts = tuple(part for part in parts if not is_no_theme(part))
            if len(parts) > 1 and _score(sentence.rstrip(".")) >= _SURE:
                return ThemeList(
                    _titled([(part, sentence, paragraph.number) for part in parts]), doubtful=True
                )
    return None


def _terms_of_reference(text: Sequence[Paragraph]) -> ThemeList | None:
    """Return the list below "Terms of reference": what an inquiry is about; it is doubtful."""
    for place, paragraph in enumerate(text):
        if TERMS.fullmatch(paragraph.text):
            themes = _themes_after(text, _Announcement(place, _SURE, ""))
            if len(themes) > 1 and only_themes([theme.title for theme in themes]):
                return ThemeList(themes, doubtful=True)
    return None


def _looks_ahead(sentence: str) -> bool:
    """Return whether a sentence speaks of the debate to come, not of the world or of an earlier meeting."""
    return bool(AHEAD.search(sentence)) and not BEFORE.search(sentence)


def _is_real_list(text: Sequence[Paragraph], announcement: _Announcement) -> bool:
    """Return whether what follows a faint announcement is a list by its markers, and of themes by a word."""
    following = text[announcement.place + 1 : announcement.place + 3]
    says = any(sign.search(_clause(announcement.head)) for sign in SIGNS[1:3])
    return says and len(following) > 1 and all(paragraph.marked for paragraph in following)


def _is_statement(sentence: str) -> bool:
    return not is_question(sentence)


def _unannounced_questions(text: Sequence[Paragraph]) -> ThemeList | None:
    """Return questions that stand below one another without a word before them; they are doubtful."""
    for place, paragraph in enumerate(text):
        if is_question(sentences(paragraph.text)[0]) and len(found := _asked([], text[place:])) > 1:
            return ThemeList(_titled(found), doubtful=True)
    return None


def _asked(rest: list[Paragraph], following: Sequence[Paragraph]) -> list[tuple[str, str, int]]:
    asked = questions([*rest, *following])
    return [(question, f"{each.marker} {question}".strip(), each.number) for question, each in asked]


def _plainest_first(announcement: _Announcement) -> tuple[int, int]:
    return -announcement.score, announcement.place


def _announcement(text: Sequence[Paragraph], place: int) -> _Announcement | None:
    """Return how plainly a paragraph announces themes, and what follows its colon; None if not at all."""
    paragraph = text[place]
    if paragraph.style is Style.MARGIN:
        return None
    if HEADING.fullmatch(paragraph.text):
        return _Announcement(place, _SURE, "")
    found: list[_Announcement] = []
    for match in COLON.finditer(paragraph.text):
        tail = paragraph.text[match.end() :].strip()
        score = _score(paragraph.text[: match.start()])
        if score >= 1:
            found.append(_Announcement(place, score, tail, _clause(paragraph.text[: match.start()])))
    if not found and OPEN_END.search(paragraph.text) and (score := _score(paragraph.text)) >= _SURE:
        found.append(_Announcement(place, score, ""))
    last = sentences(paragraph.text)[-1].rstrip(" .")
    if not found and THEMES_LAST.search(last) and AHEAD.search(last) and (score := _score(last)) >= _SURE:
        found.append(_Announcement(place, _SURE, "", bare=True))
    return min(found, key=_plainest_first, default=None)


def _score(head: str) -> int:
    clause = _clause(head)
    found = sum(bool(sign.search(clause)) for sign in SIGNS)
    if THEMES_LAST.search(clause) and found >= _SURE:
        return found
    return found - 2 * bool(OTHER_LISTS.search(clause[-110:]))


def _clause(head: str) -> str:
    return (sentences(head[-400:]) or ("",))[-1][-200:]


def _themes_after(text: Sequence[Paragraph], announcement: _Announcement) -> tuple[Theme, ...]:
    announcing = text[announcement.place]
    if (headed := _headed(text, announcement)) or announcement.bare:
        return _titled(headed)
    if not announcement.tail and HEADING.fullmatch(announcing.text):
        announcement = replace(announcement, place=_introduced(text, announcement.place))
    if len(inline := _inline(announcement)) > 1:
        return _titled([(item, announcing.source, announcing.number) for item in inline])
    return _below(text, announcement)


def _introduced(text: Sequence[Paragraph], place: int) -> int:
    """Return where a sentence below the heading stands that says no more than that themes follow."""
    for following in text[place + 1 : place + 2]:
        ended = ends_sentence(following.text) and not is_question(following.text)
        if (
            ended
            and not following.marked
            and len(sentences(following.text)) == 1
            and _score(following.text) >= _SURE
        ):
            return place + 1
    return place


def _headed(text: Sequence[Paragraph], announcement: _Announcement) -> list[tuple[str, str, int]]:
    """Return the headings that follow an announcement, if themes are headings here; else none."""
    below: list[tuple[str, str, int]] = []
    if text[announcement.place].style is Style.HEADING:
        below = under_heading(text, announcement.place)
    if not below and not announcement.tail:
        below = heading_prose(text, announcement.place)
    return below


def _below(text: Sequence[Paragraph], announcement: _Announcement) -> tuple[Theme, ...]:
    """Return the items that stand below an announcement, until the list is over."""
    announcing = text[announcement.place]
    items: list[Paragraph] = []
    sources: list[str] = []
    if announcement.tail:
        items.append(Paragraph(announcement.tail, announcing.number))
        sources.append(announcing.source)
    before, following = text[: announcement.place + 1], text[announcement.place + 1 :]
    for place, paragraph in enumerate(following):
        if len(items) >= THEME_LIMIT or is_over(items, paragraph, following[place + 1 : place + 2]):
            break
        if items and is_next_section(items[0], paragraph, before):
            break
        if items and is_below(items[0], paragraph):
            sources[-1] += f" {paragraph.source}"
        else:
            items.append(paragraph)
            sources.append(paragraph.source)
    return _titled(run_in_titles(without_labels(_pieces(items, sources))))


def _inline(announcement: _Announcement) -> tuple[str, ...]:
    """Return the themes that follow in the same sentence, parted by markers, semicolons or commas."""
    if not announcement.tail:
        return ()
    parts = split_run_together(announcement.tail, inline=True)
    if len(parts) > 1:
        return parts
    parts = counted(announcement.head, announcement.tail)
    return parts or (listed(announcement.tail) if THEMES_LAST.search(announcement.head) else ())


def _pieces(items: list[Paragraph], sources: list[str]) -> list[tuple[str, str, int]]:
    """Return (text, source, line) of each theme, what had run together parted again."""
    pieces: list[tuple[str, str, int]] = []
    for item, source in zip(items, sources, strict=True):
        parts = split_run_together(item.text, inline=False)
        if len(parts) == 1 and not item.marked:
            parts = _at_seams(item)
        if len(parts) == 1 and len(items) == 1 and not item.marked:
            parts = sentences(item.text)
        pieces += [(part, source if len(parts) == 1 else part, item.number) for part in parts]
    return pieces


def _at_seams(item: Paragraph) -> tuple[str, ...]:
    edges = (0, *item.seams, len(item.text))
    return tuple(item.text[start:end].strip() for start, end in pairwise(edges))


def _titled(pieces: Sequence[tuple[str, str, int]]) -> tuple[Theme, ...]:
    """Return themes; in a list parted by semicolons the full stop ends the list, not the last theme."""
    parted = any(
        text.rstrip().endswith((";", ",")) or TAIL_AFTER_SEPARATOR.search(text) for text, _, _ in pieces
    )
    themes: list[Theme] = []
    for text, source, number in pieces:
        title = OF_COMMITTEE.sub("", TAIL_AFTER_SEPARATOR.sub("", text.strip())).rstrip(" ;,:")
        if parted:
            title = title.removesuffix(".")
        if any(character.isalpha() for character in title):
            themes.append(Theme(title[0].upper() + title[1:], source, number))
    return tuple(themes)
