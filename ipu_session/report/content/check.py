"""Self-check of a report before it is written (docs/rules.md#r2): complete, nothing twice, sums right.

The expected values are recomputed from the session, independently of the code that built the report.
"""

import re
from itertools import pairwise

from ipu_session.domain.exchange.report_options import DEFAULT_OPTIONS, ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Gender, Note, NoteKind, Session
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.report.language.catalog import ReportCatalog
from ipu_session.report.model import Bullets, Heading, Paragraph, Report

_DURATION = re.compile(r"\d+:\d\d")
_INTERVENTION_HEADING_LEVEL = 3
"""Heading level of interventions in the layout by speakers."""


def self_check(
    report: Report, session: Session, now_ms: int, words: ReportCatalog, choice: ReportOptions = DEFAULT_OPTIONS
) -> tuple[str, ...]:
    """Return a message for each checked table, count or sum that is not as expected; empty if there is none."""
    expected = _expected_rows(session, now_ms, words, choice)
    rendered = _rendered_rows(report)
    return tuple(
        f"{name}: {rendered.get(name)} instead of {value}"
        for name, value in expected.items()
        if rendered.get(name) != value
    )


def _expected_rows(session: Session, now_ms: int, words: ReportCatalog, choice: ReportOptions) -> dict[str, object]:
    """Return the expected values, by the names that `_rendered_rows` uses."""
    held = sorted(session.interventions.values(), key=lambda each: (each.started_ms, each.id))
    speeches = [each for each in held if each.kind is Kind.SPEECH]
    people = {each.delegate for each in speeches if each.delegate is not None}
    genders = [session.person(delegate).gender for delegate in people]
    expected: dict[str, object] = {"notes": _expected_item_count(session, choice)}
    if people:
        if set(genders) != {Gender.NOT_STATED}:
            expected["women"] = words.format_number(genders.count(Gender.WOMAN))
        expected["delegates"] = words.format_number(len(people))
    if choice.layout is ReportLayout.SPEAKERS:
        expected["record"] = [_expected_times(each, now_ms, words) for each in held]
    if choice.length is ReportLength.FULL:
        expected.update(_expected_annex_rows(session, held, now_ms, words))
    return expected


def _expected_annex_rows(
    session: Session, held: list[Intervention], now_ms: int, words: ReportCatalog
) -> dict[str, object]:
    speeches = [each for each in held if each.kind is Kind.SPEECH]
    others = [each for each in held if each.kind is not Kind.SPEECH]
    expected: dict[str, object] = {
        "speeches": [_format_time_used(each, now_ms, words) for each in speeches],
        "others": [_format_time_used(each, now_ms, words) for each in others],
        "rulings": [words.text(f"rulings.{each.ruling.value or 'none'}") for each in others],
        "contributions": len(session.contributions),
        "notes in the matrix": sum(len(note.themes) for note in _reportable_notes(session)),
        "themes": _expected_theme_counts(session, words),
    }
    if speeches:
        seconds = sum(round_to_seconds(each.spoken_ms(now_ms)) for each in speeches)
        expected["total"] = words.format_duration(seconds)
    return expected


def _reportable_notes(session: Session) -> list[Note]:
    return [note for note in session.notes.values() if not note.restricted]


def _expected_item_count(session: Session, choice: ReportOptions) -> int:
    """Return the expected number of items in the lists of the report."""
    notes, elements = _reportable_notes(session), sum(passage.theme is None for passage in session.passages)
    if choice.length is ReportLength.SHORT:
        notes = [note for note in notes if note.kind is NoteKind.PROPOSAL]
    if choice.layout is ReportLayout.SPEAKERS:
        return len(notes) + elements
    if choice.length is ReportLength.FULL:
        return sum(max(1, len(note.themes)) for note in notes) - _items_saved_by_synthesis(session)
    summed = {passage.theme for passage in session.passages}
    themes = {theme.id for theme in session.themes}
    written = sum(p.theme is not None and p.section is not SynthesisSection.SUMMARY for p in session.passages)
    proposed = sum(len(themes.intersection(note.themes).difference(summed)) for note in notes)
    return elements + written + proposed


def _expected_theme_counts(session: Session, words: ReportCatalog) -> list[tuple[str, str]]:
    """Return interventions and notes on each theme, as formatted counts; empty if all are 0."""
    reportable, held = _reportable_notes(session), session.interventions.values()
    requests = {each.id: session.requests.get(each.request) if each.request else None for each in held}
    announced = {each: request.themes if request else () for each, request in requests.items()}
    counts = []
    for theme in session.themes:
        notes = [note for note in reportable if theme.id in note.themes]
        spoke = {note.intervention for note in notes if note.intervention in announced}
        spoke |= {each for each, request in announced.items() if theme.id in request}
        counts.append((words.format_number(len(spoke)), words.format_number(len(notes))))
    return counts if set(counts) != {("0", "0")} else []


def _items_saved_by_synthesis(session: Session) -> int:
    """Return by how much passages reduce the number of list items: each replaces the notes it rests on."""
    summed = {(note, p.theme) for p in session.passages if p.theme is not None for note in p.notes}
    stood_for = sum(theme in session.notes[note].themes for note, theme in summed)
    return stood_for - sum(passage.section is not SynthesisSection.SUMMARY for passage in session.passages)


def _rendered_rows(report: Report) -> dict[str, object]:
    """Return the values found in tables, lists and paragraphs of the report, by name."""
    rows = {
        table: _table_rows(report, table)
        for table in ("speakers", "procedure", "contributions", "people", "matrix", "themes")
    }
    rendered: dict[str, object] = {
        "speeches": [row[-1] for row in rows["speakers"][:-1]],
        "others": [row[-1] for row in rows["procedure"]],
        "rulings": [row[-2] for row in rows["procedure"]],
        "contributions": len(rows["contributions"]),
        "notes": sum(len(block.items) for block in report.blocks if isinstance(block, Bullets)),
        "notes in the matrix": sum(_parse_note_count(cell) for row in rows["matrix"] for cell in row[1:]),
        "themes": [row[1:] for row in rows["themes"]],
    }
    rendered["record"] = [
        tuple(_DURATION.findall(sentence.text))
        for heading, sentence in pairwise(report.blocks)
        if isinstance(heading, Heading)
        and heading.level == _INTERVENTION_HEADING_LEVEL
        and isinstance(sentence, Paragraph)
    ]
    if rows["speakers"]:
        rendered["total"] = rows["speakers"][-1][-1]
    if rows["people"]:
        rendered["women"] = rows["people"][0][1]
        rendered["delegates"] = rows["people"][-1][1]
    return rendered


def _format_time_used(each: Intervention, now_ms: int, words: ReportCatalog) -> str:
    used = words.format_duration(round_to_seconds(each.spoken_ms(now_ms)))
    if not each.allotted_ms:
        return used
    return f"{used} / {words.format_duration(round_to_seconds(each.limit_ms()))}"


def _expected_times(each: Intervention, now_ms: int, words: ReportCatalog) -> tuple[str, ...]:
    """Return the numbers in the sentence about the time used by an intervention."""
    return tuple(_format_time_used(each, now_ms, words).split(" / "))


def _table_rows(report: Report, name: str) -> tuple[tuple[str, ...], ...]:
    table = report.table(name)
    return () if table is None else table.rows


def _parse_note_count(cell: str) -> int:
    """Return the number of notes in a matrix cell such as "2 (3)", here 3; 0 if there is none."""
    return int(cell.partition("(")[2].rstrip(")") or 0)
