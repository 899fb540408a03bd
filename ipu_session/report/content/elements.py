"""Elements for the resolution, collected across the themes, what each is drawn from, who supports it."""

from collections.abc import Iterable, Iterator

from ipu_session.domain.model.passages import ELEMENTS, Passage, of_theme
from ipu_session.domain.model.session import Note
from ipu_session.domain.queries.statistics import Party, party_of_note
from ipu_session.report.content.anonymous_tables import names_or_number
from ipu_session.report.content.context import Context, ordered
from ipu_session.report.content.themes import of_passage
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, Style


def elements(context: Context) -> list[Block]:
    """Return the section on the resolution; nothing if no element was collected."""
    words = context.words
    found = of_theme(context.session.passages, None)
    if not found:
        return []
    blocks: list[Block] = [
        Heading(1, words.text("elements.heading")),
        Paragraph(words.text("elements.remark"), Style.REMARK),
    ]
    for section in ELEMENTS:
        written = [passage for passage in found if passage.section is section]
        if written:
            items = tuple(_item(context, passage) for passage in written)
            blocks.append(Paragraph(words.text(f"elements.{section.value}"), Style.LEAD))
            blocks.append(Bullets(items, marked=True, sources=tuple(map(of_passage, written))))
    return blocks


def _item(context: Context, passage: Passage) -> str:
    told = " ".join(filter(None, _sources(context, passage)))
    text = passage.text.strip()
    return f"{text}\n{told}" if told else text


def _sources(context: Context, passage: Passage) -> Iterator[str]:
    """Yield what an element is drawn from, and who is recorded to support it: not the same thing."""
    words, session, named = context.words, context.session, context.choice.attributed
    notes = [session.notes[note] for note in passage.notes]
    spoken = [note for note in notes if note.intervention is not None and note.contribution is None]
    said = _parties(context, spoken)
    if named and said:
        yield words.text("elements.drawn", names=words.listed(said))
    elif not named:
        yield words.count("elements.drawn_count", len({note.intervention for note in spoken}))
    wrote = _parties(context, [note for note in notes if note.contribution is not None])
    if wrote:
        yield words.text("elements.drawn_written", names=names_or_number(context, wrote))
    support = supporters(context, passage)
    key = "elements.support" if named else "elements.support_count"
    yield words.count(key, len(support), names=words.listed(support))


def _parties(context: Context, notes: Iterable[Note]) -> list[str]:
    parties = dict.fromkeys(party_of_note(context.session, note) for note in notes)
    return ordered(context, (party for party in parties if party != Party()))


def supporters(context: Context, passage: Passage) -> list[str]:
    """Return who supports an element, as the secretary recorded it."""
    known = context.session.delegations
    return sorted(
        (context.called(known[delegation]) for delegation in passage.supporters if delegation in known),
        key=context.words.order,
    )
