"""The synthesis of a theme, or the elements for the resolution, as rows below the names of their sections."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.passages import ELEMENTS, OF_A_THEME, Passage, Section, of_theme
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.domain.text import inline_markup
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.rows.rows_model import Line

SECTION_OF = {
    NoteKind.POINT: Section.CONVERGENCE,
    NoteKind.PROPOSAL: Section.PROPOSALS,
    NoteKind.GOOD_PRACTICE: Section.GOOD_PRACTICES,
    NoteKind.QUESTION: Section.QUESTIONS,
    NoteKind.QUOTATION: Section.CONVERGENCE,
}
"""Where a note goes unless another section is said."""
_NO_NOTES = str(QT_TRANSLATE_NOOP("Report", "no note"))


def sections_of(theme: ThemeId | None) -> tuple[Section, ...]:
    """Return the sections that a theme has, or the elements for the resolution."""
    return ELEMENTS if theme is None else OF_A_THEME


def passage_lines(session: Session, theme: ThemeId | None) -> tuple[Line, ...]:
    """Return the passages below their sections; the key of a section is the section itself."""
    found = of_theme(session.passages, theme)
    lines: list[Line] = []
    for number, section in enumerate(sections_of(theme), start=1):
        lines.append(Line((f"{number} {labels.word(section)}", ""), section, quiet=True))
        lines += [_line(session, passage) for passage in found if passage.section is section]
    return tuple(lines)


def who_is_behind(session: Session, passage: Passage) -> str:
    """Return on whose words a passage rests, and who supports it beside, in the report's language."""
    language = session.details.language
    said = [labels.noted_of(session, session.notes[note], language) for note in passage.notes]
    added = [session.delegations[code].name(language) for code in passage.supporters]
    return "; ".join(dict.fromkeys(name for name in (*said, *added) if name))


def _line(session: Session, passage: Passage) -> Line:
    behind = who_is_behind(session, passage)
    if not passage.notes:
        behind = behind or QCoreApplication.translate("Report", _NO_NOTES)
    return Line((inline_markup.plain(passage.text), behind), passage.id)
