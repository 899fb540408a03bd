"""The debate, intervention by intervention, in the order in which the floor was taken (product.md, R1)."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ipu_session.domain.exchange.report_options import Length
from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.ids import InterventionId, SittingId
from ipu_session.domain.model.intervention import Intervention, Ruling
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Note, NoteKind
from ipu_session.domain.model.stopwatch import whole_seconds
from ipu_session.domain.queries.statistics import in_own_capacity, notes_in_order, spoken_seconds
from ipu_session.domain.text.text_folding import fold
from ipu_session.report.content.annexes import speaks_for
from ipu_session.report.content.context import Context, affiliation
from ipu_session.report.content.themes import attributed, noted, of_note
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, Style
from ipu_session.report.sanitize import one_line

_KINDS = (
    NoteKind.POINT, NoteKind.PROPOSAL, NoteKind.GOOD_PRACTICE, NoteKind.QUESTION, NoteKind.QUOTATION,
)  # fmt: skip


def by_speaker(context: Context) -> list[Block]:
    """Return every intervention under its own heading, with its notes; then the notes that have none."""
    words, short = context.words, context.choice.length is Length.SHORT
    notes: dict[InterventionId | None, list[Note]] = {}
    for note in notes_in_order(context.session, lambda note: not note.restricted):
        if not short or note.kind is NoteKind.PROPOSAL:
            notes.setdefault(note.intervention, []).append(note)
    blocks: list[Block] = [Heading(1, words.text("speakers.heading"))]
    if not context.in_order:
        blocks.append(Paragraph(words.text("speakers.nothing")))
    numbers = _numbers(context.in_order)
    for sitting, held in groupby(context.in_order, lambda each: each.sitting):
        interventions = list(held)
        blocks.append(Heading(2, _sitting(context, sitting, interventions[0])))
        for each in interventions:
            blocks += _intervention(context, each, numbers.get(each.id, 0), notes.get(each.id, ()))
    loose = notes.get(None, ())
    if loose:
        blocks.append(Heading(2, words.text("speakers.loose")))
        blocks += _notes(context, loose)
    return blocks


def _numbers(held: Iterable[Intervention]) -> dict[InterventionId, int]:
    """Return the numbers of the speeches, as annex A has them."""
    speeches = (each.id for each in held if each.kind is Kind.SPEECH)
    return {each: number for number, each in enumerate(speeches, start=1)}


def _sitting(context: Context, sitting: SittingId, first: Intervention) -> str:
    places = [each.id for each in context.session.sittings]
    day = context.words.day_of(first.started_ms, context.offset_at(first.started_ms))
    number = places.index(sitting) + 1 if sitting in places else len(places)
    return context.words.text("speakers.sitting", k=number, date=day)


def _intervention(context: Context, each: Intervention, number: int, notes: Sequence[Note]) -> list[Block]:
    words, time = context.words, context.clock(each.started_ms)
    if each.kind is Kind.SPEECH:
        text = words.text("speakers.speech", number=number, time=time, who=_who(context, each))
    else:
        kind = words.text(f"kinds.{each.kind.value}")
        text = words.text("speakers.other", time=time, kind=kind, who=_who(context, each))
    facts = " ".join(fact for fact in _facts(context, each) if fact)
    source = Source(Origin.INTERVENTION, each.id)
    return [
        Heading(3, one_line(text), key=str(each.id), source=source),
        Paragraph(facts, Style.REMARK),
        *_notes(context, notes),
    ]


def _who(context: Context, each: Intervention) -> str:
    """Return a speaker's titled name, delegation and function, as far as they are known."""
    words, person = context.words, context.who(each)
    own = in_own_capacity(person)
    origin = affiliation(context, person) if own else speaks_for(context, each)
    name = context.name(person)
    who = origin
    if name and name != origin:
        who = words.text("speakers.who", name=name, origin=origin)
    category = words.text(f"categories.{person.category.value}") if own else ""
    function = person.function
    if category and fold(category) not in fold(function):
        function = words.enumerated(filter(None, (category, function)))
    return words.text("speakers.function", who=who, function=function) if function else who


def _facts(context: Context, each: Intervention) -> list[str]:
    words = context.words
    facts = [time_used(context, each)]
    if each.ruling is not Ruling.NONE:
        facts.append(words.text("speakers.ruling", ruling=words.text(f"rulings.{each.ruling.value}")))
    request = None if each.request is None else context.session.requests.get(each.request)
    if request is not None and request.themes:
        on = context.on_themes(request.themes)
        facts.append(words.text("speakers.announced", on=on) if on else "")
    return facts


def time_used(context: Context, each: Intervention) -> str:
    """Return the sentence that says what of its time an intervention used."""
    words = context.words
    used = words.duration(spoken_seconds(each, context.now.utc_ms))
    if not each.limited:
        return words.text("speakers.used", used=used)
    return words.text("speakers.used_of", used=used, limit=words.duration(whole_seconds(each.limit_ms())))


def _notes(context: Context, notes: Sequence[Note]) -> list[Block]:
    blocks: list[Block] = []
    for kind in _KINDS:
        chosen = [note for note in notes if note.kind is kind]
        if chosen:
            blocks.append(Paragraph(context.words.text(f"themes.{kind.value}"), Style.LEAD))
            items = tuple(_note(context, note) for note in chosen)
            blocks.append(Bullets(items, sources=tuple(map(of_note, chosen))))
    return blocks


def _note(context: Context, note: Note) -> str:
    """Return a note with the themes it is on; whose it is stands above it, but for a written one."""
    text = noted(context, note) if note.intervention is not None else attributed(context, note)
    on = context.on_themes(note.themes)
    return context.words.text("format.on_theme_note", text=text, on=on) if on else text
