"""Rows of the synthesis of a theme, or of the elements for the resolution, below the names of their sections."""

from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.passages import (
    RESOLUTION_SECTIONS,
    THEME_SECTIONS,
    Passage,
    SynthesisSection,
    passages_of_theme,
)
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.domain.text import inline_markup
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.rows.rows_model import TableRow

SECTION_BY_KIND = {
    NoteKind.POINT: SynthesisSection.CONVERGENCE,
    NoteKind.PROPOSAL: SynthesisSection.PROPOSALS,
    NoteKind.GOOD_PRACTICE: SynthesisSection.GOOD_PRACTICES,
    NoteKind.QUESTION: SynthesisSection.QUESTIONS,
    NoteKind.QUOTATION: SynthesisSection.CONVERGENCE,
}
"""Section of a theme's synthesis to which notes of a kind go by default."""
_NO_NOTES = QT_TRANSLATE_NOOP("Report", "no note")


def sections_for(theme: ThemeId | None) -> tuple[SynthesisSection, ...]:
    """Return the sections of a theme, or of the elements for the resolution (None)."""
    return RESOLUTION_SECTIONS if theme is None else THEME_SECTIONS


def build_passage_rows(session: Session, theme: ThemeId | None) -> tuple[TableRow, ...]:
    """Return the passages below their sections; the key of a section's row is the section itself."""
    passages = passages_of_theme(session.passages, theme)
    rows: list[TableRow] = []
    for number, section in enumerate(sections_for(theme), start=1):
        rows.append(TableRow((f"{number} {labels.enum_label(section)}", ""), section, is_quiet=True))
        rows += [_passage_row(session, passage) for passage in passages if passage.section is section]
    return tuple(rows)


def passage_source_names(session: Session, passage: Passage) -> str:
    """Return who said a passage's notes and who supports it, each once, in the report's language; "" for nobody."""
    language = session.details.language
    note_sources = [labels.note_source_name(session, session.notes[note], language) for note in passage.notes]
    supporters = [session.delegations[code].name(language) for code in passage.supporters]
    return "; ".join(dict.fromkeys(name for name in (*note_sources, *supporters) if name))


def _passage_row(session: Session, passage: Passage) -> TableRow:
    sources = passage_source_names(session, passage)
    if not passage.notes:
        sources = sources or translate("Report", _NO_NOTES)
    return TableRow((inline_markup.strip_markup(passage.text), sources), passage.id)
