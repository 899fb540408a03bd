"""Both layouts, with and without names, long and short, in every language: true, valid, read back."""

import io
import re
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.ids import DelegationId, InterventionId, PassageId, ThemeId, Timestamp
from ipu_session.domain.model.passages import Passage, SynthesisSection
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Gender, NoteKind, Session
from ipu_session.report.content import build_report
from ipu_session.report.content.check import self_check
from ipu_session.report.docx.writer import build_docx
from ipu_session.report.errors import ReportError
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Bullets, Heading, Paragraph, Report, Table
from tests.narrowing import not_none
from tests.report.sessions import MINUTE, OPENED_MS, empty_session, made_session, with_note
from tests.report.validation import validation_errors
from tests.report.word_reader import paragraphs, tables

RESOURCES = Path(__file__).parents[2] / "resources"
NASTY = "<b>&amp; \x0b\x00\x1b\ufffe\ud800 \u202eمرحبا ((« ]]> {n} **x* \t\n نص " + "(" * 50
SHORT = ReportOptions(length=ReportLength.SHORT)
SPEAKERS = ReportOptions(layout=ReportLayout.SPEAKERS)


def now_of(session: Session) -> Timestamp:
    return Timestamp(OPENED_MS + max(300, len(session.interventions) * 5) * MINUTE, 480)


def report_of(session: Session, choice: ReportOptions | None = None) -> Report:
    """The report, which agrees with its session."""
    choice = choice or ReportOptions()
    words, now = load_catalog(choice.language, RESOURCES / "report"), now_of(session)
    report = build_report(session, now, words, choice)
    assert self_check(report, session, now.utc_ms, words, choice) == ()
    return report


def text_of(report: Report) -> str:
    parts = []
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                parts.append(block.text)
            case Bullets():
                parts += block.items
            case Table():
                parts += [cell for row in block.rows for cell in row]
    return "\n".join(parts)


def lists(report: Report) -> list[str]:
    return [item for block in report.blocks if isinstance(block, Bullets) for item in block.items]


def headings(report: Report, level: int) -> list[str]:
    return [heading.text for heading in report.headings if heading.level == level]


def hostile() -> Session:
    """A session with what a bad paste brings in every text."""
    session = made_session(9)
    people = {
        number: replace(each, person=replace(each.person, name=NASTY, title=NASTY, function=NASTY, gender=Gender.WOMAN))
        for number, each in session.delegates.items()
    }
    details = replace(
        session.details, title=NASTY, assembly=NASTY, adopting_assembly=NASTY, adopting_date=NASTY,
        committee=NASTY, place=NASTY, date=NASTY, chair=NASTY, co_rapporteurs=(NASTY, NASTY), symbol=NASTY,
        contributions_deadline=NASTY, earlier_resolutions=(NASTY,),
    )  # fmt: skip
    delegations = session.delegations
    for number, each in session.delegations.items():
        named = replace(each, name_en=NASTY, name_fr=NASTY, name_es=NASTY, name_ar=NASTY, groups=(NASTY,))
        delegations = delegations.set(number, named)
    notes = session.notes
    for note in session.notes.values():
        notes = notes.set(note.id, replace(note, text=NASTY))
    return replace(
        session,
        details=details,
        delegates=session.delegates.update(people),
        delegations=delegations,
        notes=notes,
        themes=tuple(replace(theme, title=NASTY, source=NASTY) for theme in session.themes),
        passages=tuple(replace(passage, text=NASTY) for passage in session.passages),
    )


SESSIONS = {
    "created": empty_session,
    "none": lambda: made_session(0),
    "some": lambda: made_session(60),
    "many": lambda: made_session(500),
    "hostile": hostile,
}


@pytest.mark.parametrize("layout", ReportLayout)
@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.parametrize("held", SESSIONS)
def test_each_report_is_true_and_valid_and_its_counts_read_back(
    held: str, language: str, layout: ReportLayout, tmp_path: Path
) -> None:
    session = SESSIONS[held]()
    choice = ReportOptions(language, layout)
    path = tmp_path / "report.docx"
    path.write_bytes(build_docx(report_of(session, choice), RESOURCES / "templates" / "report.docx"))
    assert validation_errors(path) == []
    document = docx.Document(str(path))
    speeches = sum(each.kind is Kind.SPEECH for each in session.interventions.values())
    longest = max(len(table._tbl.tr_lst) for table in tables(document))
    assert longest >= (speeches + 2 if speeches else 0)
    record = [p for p in paragraphs(document) if not_none(p.style).name == "Heading 3"]
    assert len(record) == (len(session.interventions) if layout is ReportLayout.SPEAKERS else 0)


@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.parametrize("choice", [
    SHORT, ReportOptions(attributed=False), ReportOptions(attributed=False, length=ReportLength.SHORT),
    ReportOptions(layout=ReportLayout.SPEAKERS, length=ReportLength.SHORT),
])  # fmt: skip
@pytest.mark.parametrize("held", ["created", "none", "some", "hostile"])
def test_the_other_forms_are_true_too(held: str, choice: ReportOptions, language: str, tmp_path: Path) -> None:
    report = report_of(SESSIONS[held](), replace(choice, language=language))
    path = tmp_path / "report.docx"
    path.write_bytes(build_docx(report, RESOURCES / "templates" / "report.docx"))
    assert validation_errors(path) == []


def test_by_speakers_each_intervention_stands_once_in_its_place_in_time() -> None:
    found = headings(report_of(made_session(9), SPEAKERS), 3)
    assert found[:3] == [
        "No. 1, 9.05: Ms. S. Kihika (Kenya), MP",
        "9.06, Point of order: Ms. S. Kihika (Kenya), MP",
        "No. 2, 9.09: Mr. A. Hassan (Egypt), MP",
    ]
    assert found[-1] == "11.20, Right of reply: Ms. S. Kihika (Kenya), MP"
    assert len(found) == 11


def test_by_speakers_the_notes_stand_by_kind_and_bear_their_themes() -> None:
    session = with_note(
        made_session(2),
        9_001,
        "Two themes",
        intervention=InterventionId(3_001),
        themes=(ThemeId(1), ThemeId(3)),
        kind=NoteKind.PROPOSAL,
    )
    report = report_of(session, SPEAKERS)
    assert "Two themes [themes\u00a01, 3]" in lists(report)
    text = text_of(report)
    assert "Time used: 0:21 of 1:00. Ruling: Dismissed." in text
    assert "Time used: 2:00 of 3:00. Announced for theme\u00a01." in text
    assert headings(report, 2)[0] == "Sitting 1, 21 March 2022"


def test_by_speakers_what_nobody_said_stands_at_the_end() -> None:
    session = with_note(made_session(2), 9_001, "From nobody")
    report = report_of(session, SPEAKERS)
    assert headings(report, 2)[-1] == "Written contributions, and notes without a speaker"
    assert lists(report)[-1] == "From nobody"


def test_without_names_nobody_stands_behind_a_point_or_an_element() -> None:
    session = made_session(60)
    note = next(each for each in session.notes.values() if each.themes and not each.restricted)
    [theme, *_] = note.themes
    passages = (
        Passage(PassageId(1), SynthesisSection.CONVERGENCE, theme, "Agreed", (note.id,)),
        Passage(PassageId(2), SynthesisSection.OPERATIVE, None, "Asks", (note.id,), (DelegationId("PE"),)),
    )
    session = replace(session, passages=passages)
    named, unnamed = (report_of(session, ReportOptions(attributed=each)) for each in (True, False))
    names = [each.name_en for each in session.delegations.values()]
    assert any(name in item for item in lists(named) for name in names)
    assert not any(name in item for item in lists(unnamed) for name in names)
    assert "Asks\nSupported by 2" not in text_of(unnamed)
    assert re.search(r"Supported by (one|two) delegations?\.", text_of(unnamed))
    assert not re.search(r"This theme was addressed by \w+ delegations?:", text_of(unnamed))
    assert len(not_none(unnamed.table("speakers")).rows) == 61
    assert [row[0] for row in not_none(unnamed.table("matrix")).rows] == ["All delegations"]


def test_by_speakers_without_names_there_is_no_report() -> None:
    with pytest.raises(ReportError):
        report_of(made_session(2), ReportOptions(layout=ReportLayout.SPEAKERS, attributed=False))


def test_the_short_report_sums_up_and_has_no_annex() -> None:
    report = report_of(made_session(20), SHORT)
    assert headings(report, 1) == ["Organization of the debate", "Participation", "Summary by theme", "Next steps"]
    assert [block.name for block in report.blocks if isinstance(block, Table)] == ["people"]
    text = text_of(report)
    assert "Delegates agreed that development" in text
    assert "Annex" not in text
    assert all("common register" in item for item in lists(report))
    assert report.toc_heading == ""


def test_gender_and_urgent_issues_are_drawn_from_the_themes() -> None:
    report = report_of(made_session(20))
    found = headings(report, 1)
    at = found.index("Gender perspective")
    assert found[at + 1] == "Urgent issues for parliamentary action"
    text = text_of(report)
    assert re.search(r"\w+ women took the floor, for \d+ per cent of the speaking time", text)
    assert "On theme 2, “Analysis of the current situation, including from a gender perspective”, " in text
    assert "On theme 5, “Identification of major issues that need urgent parliamentary action”, nothing" in text


def test_a_debate_without_such_themes_has_no_such_sections() -> None:
    session = replace(empty_session(), themes=())
    assert headings(report_of(session), 1)[3:4] != ["Gender perspective"]


def test_countries_are_named_in_the_language_of_the_report_and_else_in_english() -> None:
    session = made_session(9)
    kenya = replace(session.delegations[DelegationId("KE")], name_ar="كينيا", name_es="Kenia")
    session = replace(session, delegations=session.delegations.set(DelegationId("KE"), kenya))
    assert "كينيا" in text_of(report_of(session, ReportOptions("ar")))
    assert "وفد كينيا" in text_of(report_of(session, ReportOptions("ar")))
    assert "La delegación de Kenia ejerció" in text_of(report_of(session, ReportOptions("es")))
    assert "Japan" in text_of(report_of(session, ReportOptions("es")))


def test_a_speech_left_out_of_the_record_is_noticed() -> None:
    session = made_session(9)
    words, now = load_catalog("en", RESOURCES / "report"), now_of(session)
    report = build_report(session, now, words, SPEAKERS)
    at = next(n for n, block in enumerate(report.blocks) if isinstance(block, Heading) and block.level == 3)
    for wrong in (report.blocks[:at] + report.blocks[at + 2 :], report.blocks[: at + 2] + report.blocks[at:]):
        found = self_check(replace(report, blocks=wrong), session, now.utc_ms, words, SPEAKERS)
        assert any(fault.startswith("record") for fault in found)


def test_the_contents_name_the_sittings_and_not_each_speech() -> None:
    data = build_docx(report_of(made_session(60), SPEAKERS), RESOURCES / "templates" / "report.docx")
    entries = [p.text for p in paragraphs(docx.Document(io.BytesIO(data))) if not_none(p.style).name.startswith("toc")]
    assert "Sitting 1, 21 March 2022" in entries
    assert len(entries) < 20
