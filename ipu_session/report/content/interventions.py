"""The debate by intervention, in order of start time (docs/rules.md#r1)."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ipu_session.domain.exchange.report_options import ReportLength
from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.ids import InterventionId, SittingId
from ipu_session.domain.model.intervention import Intervention, Ruling
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Note, NoteKind
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.domain.queries.parties import speaks_in_own_capacity
from ipu_session.domain.queries.statistics import notes_in_order
from ipu_session.domain.queries.tallies import spoken_seconds
from ipu_session.domain.text.text_folding import fold
from ipu_session.report.content.annexes import represented_or_chair_name
from ipu_session.report.content.context import ReportContext, affiliation_name
from ipu_session.report.content.themes import note_source, note_text, note_with_author
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, ParagraphStyle
from ipu_session.report.sanitize import sanitize_line

_NOTE_KINDS = (
    NoteKind.POINT, NoteKind.PROPOSAL, NoteKind.GOOD_PRACTICE, NoteKind.QUESTION, NoteKind.QUOTATION,
)  # fmt: skip


def build_by_speaker(context: ReportContext) -> list[Block]:
    """Return each intervention with its notes, then the other notes; in a short report only notes of proposals."""
    words, is_short = context.catalog, context.options.length is ReportLength.SHORT
    notes: dict[InterventionId | None, list[Note]] = {}
    for note in notes_in_order(context.session, lambda note: not note.restricted):
        if not is_short or note.kind is NoteKind.PROPOSAL:
            notes.setdefault(note.intervention, []).append(note)
    blocks: list[Block] = [Heading(1, words.text("speakers.heading"))]
    if not context.interventions_by_time:
        blocks.append(Paragraph(words.text("speakers.nothing")))
    numbers = _speech_numbers(context.interventions_by_time)
    for sitting, held in groupby(context.interventions_by_time, lambda each: each.sitting):
        interventions = list(held)
        blocks.append(Heading(2, _sitting_heading(context, sitting, interventions[0])))
        for each in interventions:
            blocks += _intervention_blocks(context, each, numbers.get(each.id, 0), notes.get(each.id, ()))
    unassigned = notes.get(None, ())
    if unassigned:
        blocks.append(Heading(2, words.text("speakers.loose")))
        blocks += _note_blocks(context, unassigned)
    return blocks


def _speech_numbers(held: Iterable[Intervention]) -> dict[InterventionId, int]:
    """Return the numbers of the speeches, from 1, as in annex A."""
    speeches = (each.id for each in held if each.kind is Kind.SPEECH)
    return {each: number for number, each in enumerate(speeches, start=1)}


def _sitting_heading(context: ReportContext, sitting: SittingId, first: Intervention) -> str:
    places = [each.id for each in context.session.sittings]
    day = context.catalog.format_day_at(first.started_ms, context.utc_offset_min_at(first.started_ms))
    number = places.index(sitting) + 1 if sitting in places else len(places)
    return context.catalog.text("speakers.sitting", k=number, date=day)


def _intervention_blocks(context: ReportContext, each: Intervention, number: int, notes: Sequence[Note]) -> list[Block]:
    words, time = context.catalog, context.format_time(each.started_ms)
    if each.kind is Kind.SPEECH:
        text = words.text("speakers.speech", number=number, time=time, who=_speaker_line(context, each))
    else:
        kind = words.text(f"kinds.{each.kind.value}")
        text = words.text("speakers.other", time=time, kind=kind, who=_speaker_line(context, each))
    facts = " ".join(fact for fact in _intervention_facts(context, each) if fact)
    source = SourceReference(SourceKind.INTERVENTION, each.id)
    return [
        Heading(3, sanitize_line(text), key=str(each.id), source=source),
        Paragraph(facts, ParagraphStyle.REMARK),
        *_note_blocks(context, notes),
    ]


def _speaker_line(context: ReportContext, each: Intervention) -> str:
    """Return a speaker's name with title, delegation and function, as far as known."""
    words, person = context.catalog, context.speaker(each)
    is_own_capacity = speaks_in_own_capacity(person)
    origin = affiliation_name(context, person) if is_own_capacity else represented_or_chair_name(context, each)
    name = context.person_name(person)
    speaker = origin
    if name and name != origin:
        speaker = words.text("speakers.who", name=name, origin=origin)
    category = words.text(f"categories.{person.category.value}") if is_own_capacity else ""
    function = person.function
    if category and fold(category) not in fold(function):
        function = words.join_with_commas(filter(None, (category, function)))
    return words.text("speakers.function", who=speaker, function=function) if function else speaker


def _intervention_facts(context: ReportContext, each: Intervention) -> list[str]:
    words = context.catalog
    facts = [time_used_sentence(context, each)]
    if each.ruling is not Ruling.NONE:
        facts.append(words.text("speakers.ruling", ruling=words.text(f"rulings.{each.ruling.value}")))
    request = None if each.request is None else context.session.requests.get(each.request)
    if request is not None and request.themes:
        on = context.themes_text(request.themes)
        facts.append(words.text("speakers.announced", on=on) if on else "")
    return facts


def time_used_sentence(context: ReportContext, each: Intervention) -> str:
    """Return the sentence on the time used by an intervention."""
    words = context.catalog
    used = words.format_duration(spoken_seconds(each, context.now.utc_ms))
    if not each.has_limit:
        return words.text("speakers.used", used=used)
    return words.text("speakers.used_of", used=used, limit=words.format_duration(round_to_seconds(each.limit_ms())))


def _note_blocks(context: ReportContext, notes: Sequence[Note]) -> list[Block]:
    blocks: list[Block] = []
    for kind in _NOTE_KINDS:
        chosen = [note for note in notes if note.kind is kind]
        if chosen:
            blocks.append(Paragraph(context.catalog.text(f"themes.{kind.value}"), ParagraphStyle.LEAD))
            items = tuple(_note_item(context, note) for note in chosen)
            blocks.append(Bullets(items, sources=tuple(map(note_source, chosen))))
    return blocks


def _note_item(context: ReportContext, note: Note) -> str:
    """Return a note with its themes; and its author, if it is of no intervention, whose heading names the speaker."""
    text = note_text(context, note) if note.intervention is not None else note_with_author(context, note)
    on = context.themes_text(note.themes)
    return context.catalog.text("format.on_theme_note", text=text, on=on) if on else text
