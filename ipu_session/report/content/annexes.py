"""The annexes: every intervention once, who was not reached, contributions, themes by delegation."""

from collections.abc import Iterable, Sequence

from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Contribution, Gender, Person, Request, RequestState, Session
from ipu_session.domain.model.stopwatch import whole_seconds
from ipu_session.domain.queries.contribution_limits import is_late, is_too_long, register
from ipu_session.domain.queries.statistics import not_reached, spoken_seconds
from ipu_session.domain.queries.theme_matrix import Touch
from ipu_session.report.content.anonymous_tables import columns_for
from ipu_session.report.content.context import Context, affiliation
from ipu_session.report.content.procedure_log import motions, on_record
from ipu_session.report.model import Align, Block, Column, Heading, Paragraph, Style, Table
from ipu_session.report.sanitize import clean

_MATRIX_SHARE = 30


def annex(context: Context, name: str, blocks: Sequence[Block]) -> list[Block]:
    """Return an annex under its heading."""
    title = context.words.text(f"annexes.{name}")
    text = context.words.text("format.annex", letter=context.letter(name), title=title)
    return [Heading(1, text), *blocks]


def annexes(context: Context) -> list[Block]:
    """Return every annex but the statistics; they begin a page (`next_steps`)."""
    return [
        *annex(context, "speakers", _speakers(context)),
        *annex(context, "not_heard", _not_heard(context)),
        *annex(context, "contributions", _contributions(context)),
        *annex(context, "procedure", [*_procedure(context), *motions(context), *on_record(context)]),
        *annex(context, "matrix", _matrix(context)),
    ]


def _speakers(context: Context) -> list[Block]:
    words = context.words
    held = [i for i in context.in_order if i.kind is Kind.SPEECH]
    if not held:
        return [Paragraph(words.text("annexes.no_speakers"))]
    columns = (
        Column(words.text("columns.number"), 7, Align.END),
        Column(words.text("columns.time"), context.time_share(11), Align.END),
        Column(words.text("columns.delegation"), 21),
        Column(words.text("columns.name"), 22),
        Column(words.text("columns.category"), 16),
        Column(words.text("columns.gender"), 7, Align.CENTRE),
        Column(words.text("columns.duration"), 16, Align.END),
    )
    rows = [_speaker_row(context, number, speech) for number, speech in enumerate(held, start=1)]
    seconds = sum(spoken_seconds(speech, context.now.utc_ms) for speech in held)
    label = words.text("annexes.total")
    total = ("", "" if context.choice.attributed else label, label, "", "", "", words.duration(seconds))
    caption, sources = words.text("annexes.speakers"), _spoken(held)
    shown, shown_rows = columns_for(context, columns, (*rows, total), (2, 3))
    table = Table("speakers", caption, shown, shown_rows, total=True, sources=sources)
    return [table, Paragraph(words.text("annexes.durations"), Style.REMARK)]


def _spoken(held: Iterable[Intervention]) -> tuple[Source, ...]:
    return tuple(Source(Origin.INTERVENTION, each.id) for each in held)


def _speaker_row(context: Context, number: int, speech: Intervention) -> tuple[str, ...]:
    words, person = context.words, context.who(speech)
    return (
        str(number),
        context.when_in_table(speech.started_ms),
        affiliation(context, person),
        context.name(person),
        words.text(f"categories.{person.category.value}"),
        _gender(context, person),
        _time_used(context, speech),
    )


def _time_used(context: Context, intervention: Intervention) -> str:
    words = context.words
    used = words.duration(spoken_seconds(intervention, context.now.utc_ms))
    if not intervention.limited:
        return used
    return f"{used} / {words.duration(whole_seconds(intervention.limit_ms()))}"


def _gender(context: Context, person: Person) -> str:
    if person.gender is Gender.NOT_STATED:
        return context.words.text("annexes.none")
    key = "women_letter" if person.gender is Gender.WOMAN else "men_letter"
    return context.words.text(f"annexes.{key}")


def _not_heard(context: Context) -> list[Block]:
    words, requests = context.words, _came_to_nothing(context.session)
    rows = [_asked(context, request) for request in requests]
    if not rows:
        said = "all_heard" if context.session.requests else "nobody_registered"
        return [Paragraph(words.text(f"annexes.{said}"))]
    if not context.choice.attributed:
        return [_not_heard_by_number(context, [remark for *_, remark in rows])]
    columns = (
        Column(words.text("columns.number"), 8, Align.END),
        Column(words.text("columns.delegation"), 36),
        Column(words.text("columns.name"), 32),
        Column(words.text("columns.remark"), 24),
    )
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, start=1))
    sources = tuple(Source(Origin.REQUEST, request.id) for request in requests)
    return [Table("not_heard", words.text("annexes.not_heard"), columns, numbered, sources=sources)]


def _not_heard_by_number(context: Context, remarks: Sequence[str]) -> Table:
    words = context.words
    columns = (
        Column(words.text("columns.remark"), 70),
        Column(words.text("columns.delegates"), 30, Align.END),
    )
    rows = tuple((remark, words.number(remarks.count(remark))) for remark in dict.fromkeys(remarks))
    return Table("not_heard", words.text("annexes.not_heard"), columns, rows)


def _came_to_nothing(session: Session) -> tuple[Request, ...]:
    """Return the requests that were not heard: for speeches, then for anything else."""
    found = not_reached(session)
    unheard = {RequestState.WAITING, RequestState.ABSENT, RequestState.WITHDRAWN}
    others = (r for r in session.requests.values() if r.kind is not Kind.SPEECH and r.state in unheard)
    in_order = sorted(others, key=lambda request: (request.made_ms, request.id))
    return (*found.waiting, *found.absent, *found.withdrawn, *in_order)


def _asked(context: Context, request: Request) -> tuple[str, str, str]:
    words, person = context.words, context.asker(request)
    waiting = "waiting" if context.session.closed else "still_waiting"
    state = waiting if request.state is RequestState.WAITING else request.state.value
    remark = words.text(f"annexes.{state}")
    if request.kind is not Kind.SPEECH:
        kind = words.text(f"kinds.{request.kind.value}")
        remark = words.text("format.listed", what=remark, n=kind)
    return affiliation(context, person), context.name(person), remark


def _contributions(context: Context) -> list[Block]:
    words, session = context.words, context.session
    entries = register(session)
    if not entries:
        return [Paragraph(words.count("next.received", 0, annex=""))]
    columns = (
        Column(words.text("columns.received"), words.day_share(15)),
        Column(words.text("columns.delegation"), 18),
        Column(words.text("columns.title"), 26),
        Column(words.text("columns.pages"), 8, Align.END),
        Column(words.text("columns.themes"), 12),
        Column(words.text("columns.remark"), 21),
    )
    rows = tuple(_contribution_row(context, entry) for entry in entries)
    sources = tuple(Source(Origin.CONTRIBUTION, entry.id) for entry in entries)
    shown, shown_rows = columns_for(context, columns, rows, (1, 2))
    return [Table("contributions", words.text("annexes.contributions"), shown, shown_rows, sources=sources)]


def _contribution_row(context: Context, entry: Contribution) -> tuple[str, ...]:
    words, details = context.words, context.session.details
    delegation = context.session.delegations.get(entry.delegation)
    numbers = [str(theme.number) for theme in context.session.themes if theme.id in entry.themes]
    remarks = []
    if is_late(details, entry):
        remarks.append(words.text("annexes.late"))
    if is_too_long(details, entry):
        pages = words.count("format.pages", details.contributions_pages)
        remarks.append(words.text("annexes.too_long", pages=pages))
    return (
        words.said_day(entry.received),
        context.called(delegation) if delegation else entry.delegation,
        entry.title,
        str(entry.pages),
        words.enumerated(numbers) or words.text("annexes.none"),
        words.enumerated(remarks),
    )


def _procedure(context: Context) -> list[Block]:
    words = context.words
    others = [each for each in context.in_order if each.kind is not Kind.SPEECH]
    rows = [
        (
            context.when_in_table(each.started_ms),
            words.text(f"kinds.{each.kind.value}"),
            speaks_for(context, each),
            words.text(f"rulings.{each.ruling.value or 'none'}"),
            _time_used(context, each),
        )
        for each in others
    ]
    if not rows:
        # That there was none is on record once a sitting was held.
        said = "annexes.no_procedure" if context.session.sittings else "organization.no_sitting"
        return [Paragraph(words.text(said))]
    columns = (
        Column(words.text("columns.time"), context.time_share(12), Align.END),
        Column(words.text("columns.kind"), 22),
        Column(words.text("columns.delegation"), 30),
        Column(words.text("columns.ruling"), 18),
        Column(words.text("columns.duration"), 18, Align.END),
    )
    caption, sources = words.text("annexes.procedure"), _spoken(others)
    shown, shown_rows = columns_for(context, columns, tuple(rows), (2,))
    return [Table("procedure", caption, shown, shown_rows, sources=sources)]


def speaks_for(context: Context, each: Intervention) -> str:
    """Return for whom somebody spoke; the Chair for nobody but the Chair."""
    if each.kind is Kind.CHAIR and each.delegate is None:
        return context.titled(clean(context.session.details.chair)) or context.words.text("annexes.none")
    return context.origin(context.who(each))


def _matrix(context: Context) -> list[Block]:
    words, found = context.words, context.matrix
    if not found.rows or not found.themes:
        return [Paragraph(words.text("annexes.no_matrix"))]
    share = max(4, (100 - _MATRIX_SHARE) // len(found.themes))
    columns = (
        Column(words.text("columns.delegation"), _MATRIX_SHARE),
        *(Column(words.text("columns.theme", number=t.number), share, Align.CENTRE) for t in found.themes),
    )
    rows = sorted(
        ((context.party(party), *(_cell(touch) for touch in cells)) for party, cells in found.rows),
        key=lambda row: words.order(row[0]),
    )
    if not context.choice.attributed:
        rows = [(words.text("annexes.all_delegations"), *map(_cell, found.total))]
    table = Table("matrix", words.text("annexes.matrix"), columns, tuple(rows))
    return [table, Paragraph(words.text("annexes.matrix_remark"), Style.REMARK)]


def _cell(touch: Touch) -> str:
    return f"{touch.interventions} ({touch.notes})" if touch != Touch() else ""
