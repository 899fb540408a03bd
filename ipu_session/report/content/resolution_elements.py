"""Elements for the resolution, with the sources of each and its supporters."""

from collections.abc import Iterable, Iterator

from ipu_session.domain.model.passages import RESOLUTION_SECTIONS, Passage, passages_of_theme
from ipu_session.domain.model.session import Note
from ipu_session.domain.queries.parties import Party, party_of_note
from ipu_session.report.content.anonymous_tables import format_names_or_count
from ipu_session.report.content.context import ReportContext, sort_party_names
from ipu_session.report.content.themes import passage_source
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, ParagraphStyle


def build_elements(context: ReportContext) -> list[Block]:
    """Return the section on the resolution; empty if no element was collected."""
    words = context.catalog
    elements = passages_of_theme(context.session.passages, None)
    if not elements:
        return []
    blocks: list[Block] = [
        Heading(1, words.text("elements.heading")),
        Paragraph(words.text("elements.remark"), ParagraphStyle.REMARK),
    ]
    for section in RESOLUTION_SECTIONS:
        written = [passage for passage in elements if passage.section is section]
        if written:
            items = tuple(_element_text(context, passage) for passage in written)
            blocks.append(Paragraph(words.text(f"elements.{section.value}"), ParagraphStyle.LEAD))
            blocks.append(Bullets(items, has_markup=True, sources=tuple(map(passage_source, written))))
    return blocks


def _element_text(context: ReportContext, passage: Passage) -> str:
    sources = " ".join(filter(None, _source_sentences(context, passage)))
    text = passage.text.strip()
    return f"{text}\n{sources}" if sources else text


def _source_sentences(context: ReportContext, passage: Passage) -> Iterator[str]:
    """Yield separate sentences on who said or wrote the sources of an element, and on its supporters."""
    words, session, is_attributed = context.catalog, context.session, context.options.attributed
    notes = [session.notes[note] for note in passage.notes]
    spoken = [note for note in notes if note.intervention is not None and note.contribution is None]
    speaker_names = _party_names(context, spoken)
    if is_attributed and speaker_names:
        yield words.text("elements.drawn", names=words.join_with_and(speaker_names))
    elif not is_attributed:
        yield words.plural("elements.drawn_count", len({note.intervention for note in spoken}))
    wrote = _party_names(context, [note for note in notes if note.contribution is not None])
    if wrote:
        yield words.text("elements.drawn_written", names=format_names_or_count(context, wrote))
    support = supporter_names(context, passage)
    key = "elements.support" if is_attributed else "elements.support_count"
    yield words.plural(key, len(support), names=words.join_with_and(support))


def _party_names(context: ReportContext, notes: Iterable[Note]) -> list[str]:
    parties = dict.fromkeys(party_of_note(context.session, note) for note in notes)
    return sort_party_names(context, (party for party in parties if party != Party()))


def supporter_names(context: ReportContext, passage: Passage) -> list[str]:
    """Return the names of the delegations recorded as supporters of an element, in alphabetical order."""
    delegations = context.session.delegations
    return sorted(
        (
            context.display_name(delegations[delegation])
            for delegation in passage.supporters
            if delegation in delegations
        ),
        key=context.catalog.sort_key,
    )
