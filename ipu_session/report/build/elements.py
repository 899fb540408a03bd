"""Elements for the resolution, collected across the themes, each with who supports it."""

from ipu_session.domain.figures import party_of_note
from ipu_session.domain.synthesis import ELEMENTS, Passage, of_theme
from ipu_session.report.build.context import Context
from ipu_session.report.build.themes import of_passage
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
    names = supporters(context, passage)
    text = passage.text.strip()
    if not names:
        return text
    key = "elements.support" if context.choice.attributed else "elements.support_count"
    said = context.words.count(key, len(names), names=context.words.listed(names))
    return f"{text}\n{said}"


def supporters(context: Context, passage: Passage) -> list[str]:
    """Return who supports an element: those whose words it rests on, and those named beside."""
    session = context.session
    parties = [party_of_note(session, session.notes[note]) for note in passage.notes]
    named = [context.party(party) for party in parties if party.delegation or party.organization]
    added = [
        context.called(session.delegations[delegation])
        for delegation in passage.supporters
        if delegation in session.delegations
    ]
    return sorted(dict.fromkeys((*named, *added)), key=context.words.order)
