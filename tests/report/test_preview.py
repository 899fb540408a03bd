"""The preview has every line of the report, and says where it comes from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from ipu_session.domain.exchange.report_preview import PreviewLine, PreviewStyle, SourceKind
from ipu_session.domain.model.ids import NoteId, Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.report.content import build_report
from ipu_session.report.docx.writer import build_docx
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Bullets, Chart, Heading, Paragraph, Report, Table
from ipu_session.report.preview import build_preview
from tests.narrowing import not_none
from tests.report.sessions import MINUTE, OFFSET_MIN, OPENED_MS, empty_session, made_session

FOLDER = Path(__file__).parents[2] / "resources" / "report"
NOW = Timestamp(OPENED_MS + 200 * MINUTE, OFFSET_MIN)


def report(session: Session) -> Report:
    return build_report(session, NOW, load_catalog("en", FOLDER))


def texts(found: Report) -> Iterator[str]:
    """Every text of the report, in order."""
    for block in found.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Table():
                yield block.caption
                yield from (column.heading for column in block.columns)
                yield from (cell for row in block.rows for cell in row)
            case Chart():
                yield from (block.caption, block.alt_text)


@pytest.mark.parametrize("session", [empty_session(), made_session(20), made_session(3, closed=False)])
def test_it_has_every_text_of_the_report_in_order(session: Session) -> None:
    made = report(session)
    cells = [cell for line in build_preview(made).lines for cell in line.cells]
    body = list(texts(made))
    assert cells[-len(body) :] == body
    assert made.masthead.title in cells


def from_a(origin: SourceKind, lines: tuple[PreviewLine, ...]) -> list[PreviewLine]:
    return [line for line in lines if line.source is not None and line.source.kind is origin]


def test_each_line_says_where_it_comes_from() -> None:
    session = made_session(20)
    lines = build_preview(report(session)).lines
    assert [not_none(line.source).id for line in from_a(SourceKind.THEME, lines)] == [1, 2, 3, 4, 5]
    for line in from_a(SourceKind.NOTE, lines):
        note = session.notes[NoteId(not_none(line.source).id)]
        assert note.text[:20] in line.text
        assert not_none(line.source).theme in (*note.themes, None)
    told = [n.id for n in session.notes.values() if not n.restricted]
    assert {not_none(line.source).id for line in from_a(SourceKind.NOTE, lines)} == set(told)
    assert {not_none(line.source).id for line in from_a(SourceKind.INTERVENTION, lines)} == set(session.interventions)
    assert {not_none(line.source).id for line in from_a(SourceKind.CONTRIBUTION, lines)} == set(session.contributions)
    assert len(from_a(SourceKind.REQUEST, lines)) == 3
    assert {not_none(line.source).id for line in from_a(SourceKind.PASSAGE, lines)} == {p.id for p in session.passages}


def test_a_total_and_a_sentence_of_figures_come_from_nowhere_in_particular() -> None:
    lines = build_preview(report(made_session(20))).lines
    assert all(line.source is None for line in lines if line.style is PreviewStyle.TOTAL)


def test_where_a_block_comes_from_is_not_written() -> None:
    whole = report(made_session(20))
    blocks = tuple(replace(b, source=None) if isinstance(b, Heading | Paragraph) else b for b in whole.blocks)
    assert blocks != whole.blocks
    template = FOLDER.parent / "templates" / "report.docx"
    assert build_docx(replace(whole, blocks=blocks), template) == build_docx(whole, template)
