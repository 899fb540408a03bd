"""JSON, CSV and XLSX: every record, and nothing that a spreadsheet would run."""

import csv
import io
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.model.intervention import Correction
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.model.stopwatch import Phase, Stopwatch
from ipu_session.report.data.export import TABLE_BUILDERS, to_csv, to_json, write_xlsx
from ipu_session.report.errors import ReportError
from tests.report.sessions import MINUTE, OPENED_MS, empty_session, made_session, with_note, with_speech

NOW_MS = OPENED_MS + 200 * MINUTE


def test_the_json_export_has_every_thing_of_the_session() -> None:
    session = made_session(20)
    told = json.loads(to_json(session, NOW_MS))
    assert list(told) == [
        "format",
        "session",
        "themes",
        "delegations",
        "delegates",
        "requests",
        "interventions",
        "struck",
        "notes",
        "synthesis",
        "contributions",
    ]
    counts = {key: len(value) for key, value in told.items() if key not in {"format", "session"}}
    assert counts == {
        "themes": 5,
        "delegations": 9,
        "delegates": 23,
        "requests": 23,
        "interventions": 22,
        "struck": 0,
        "notes": 20,
        "synthesis": 1,
        "contributions": 1,
    }
    assert told["session"]["title"] == session.details.title
    assert told["themes"][0]["synthesis"].startswith("Delegates agreed")
    assert [r["position"] for r in told["requests"] if r["state"] == "waiting"] == [1, 2]


def test_the_json_export_gives_utc_moments_and_seconds() -> None:
    speech = json.loads(to_json(made_session(2), NOW_MS))["interventions"][2]
    assert speech["started"] == "2022-03-21T01:09:00.000Z"
    assert speech["ended"] == "2022-03-21T01:11:07.417Z"
    assert (speech["allotted_seconds"], speech["spoken_seconds"]) == (180, 127.417)


def test_the_four_ledgers_of_an_intervention_are_told() -> None:
    session = made_session(1)
    speech = session.interventions[InterventionId(3_000)]
    watch = Stopwatch(Phase.RUNNING, OPENED_MS, 200_000, 7_000, 5_500)
    speech = replace(speech, stopwatch=watch, granted_ms=30_000, ended_ms=None)
    session = replace(session, interventions=session.interventions.set(speech.id, speech))
    told = json.loads(to_json(session, OPENED_MS + 20_000))["interventions"][0]
    ledgers = ("spoken", "paused", "held", "granted", "overtime")
    assert [told[f"{name}_seconds"] for name in ledgers] == [220, 7, 5.5, 30, 10]
    assert told["ended"] is None


@pytest.mark.parametrize(("restricted", "told"), [(True, ["A restricted remark."]), (False, [])])
def test_restricted_notes_stand_in_the_json_export_only_if_asked_for(restricted: bool, told: list[str]) -> None:
    notes = json.loads(to_json(made_session(2), NOW_MS, restricted=restricted))["notes"]
    assert [n["text"] for n in notes if n["restricted"]] == told


def test_a_lone_surrogate_leaves_the_json_valid_utf8() -> None:
    session = with_note(made_session(1), 9, "half \ud83d, whole \ud83d\ude00")
    text = to_json(session, NOW_MS).encode("utf-8").decode("utf-8")
    assert any(n["text"] == "half \ufffd, whole \U0001f600" for n in json.loads(text)["notes"])


def test_an_empty_session_exports() -> None:
    told = json.loads(to_json(empty_session(), NOW_MS))
    assert told["interventions"] == []


def test_the_csv_has_a_byte_order_mark_and_a_row_for_each_intervention() -> None:
    text = to_csv(made_session(20), NOW_MS)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert len(rows) == 22
    assert (rows[0]["name"], rows[0]["delegation_name"], rows[0]["spoken_seconds"]) == ("S. Kihika", "Kenya", "120.0")


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "  =", "\n=", "\u00a0=", "\x0b=", "\x00=", "\u200b=", "＝", " \n＠"]
)
def test_a_formula_is_neutralised_in_the_csv(start: str) -> None:
    session = with_speech(made_session(0), 0, Person(name=f"{start}cmd|'/c calc'!A1", organization="x"))
    row = next(csv.DictReader(io.StringIO(to_csv(session, NOW_MS)[1:], newline="")))
    assert row["name"].startswith("'")


def test_each_sheet_can_be_had_as_csv() -> None:
    for name in TABLE_BUILDERS:
        rows = list(csv.reader(io.StringIO(to_csv(made_session(20), NOW_MS, name)[1:], newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
    notes = list(csv.DictReader(io.StringIO(to_csv(made_session(20), NOW_MS, "notes")[1:], newline="")))
    assert (notes[0]["delegation_name"], notes[0]["text"][:4]) == ("Kenya", "Data")


def sheet(session: Session, name: str) -> list[dict[str, Any]]:
    """A sheet of the workbook as another program reads it: headings, and rows by heading."""
    out = io.BytesIO()
    write_xlsx(session, NOW_MS, out)
    out.seek(0)
    head, *rows = CalamineWorkbook.from_filelike(out).get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_workbook_has_a_sheet_for_each_sort_of_thing(tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    write_xlsx(made_session(20), NOW_MS, file)
    assert CalamineWorkbook.from_path(file).sheet_names == [
        "session",
        "speakers",
        "interventions",
        "notes",
        "themes",
        "synthesis",
        "contributions",
        "sittings",
        "changes",
    ]


def test_cells_are_typed_for_people_first_and_for_programs_at_the_end() -> None:
    rows = sheet(made_session(20), "interventions")
    assert len(rows) == 22
    first = rows[0]
    assert first["started"].isoformat() == "2022-03-21T09:05:00"
    assert first["spoken"] == timedelta(minutes=2)
    assert (first["started (UTC)"].isoformat(), first["spoken_seconds"]) == ("2022-03-21T01:05:00", 120.0)
    assert first["young"] is True
    assert list(first)[-1] == "overtime_seconds"


def test_lengths_of_more_than_an_hour_and_days_are_typed() -> None:
    long = with_speech(made_session(0), 0, spoken_ms=26 * 60 * MINUTE)
    assert sheet(long, "interventions")[0]["spoken"] == timedelta(hours=26)
    register = sheet(made_session(20), "contributions")[0]
    assert register["received"] == date(2022, 4, 25)


def test_what_was_changed_stands_in_one_sheet_by_time() -> None:
    session = made_session(20)
    speech = session.interventions[InterventionId(3_000)]
    before, after = speech.time_account(NOW_MS), replace(speech.time_account(NOW_MS), spoken_ms=100_500)
    correction = Correction(OPENED_MS + 150 * MINUTE, before, after)
    speech = replace(speech, corrections=(correction,))
    rows = sheet(replace(session, interventions=session.interventions.set(speech.id, speech)), "changes")
    told = [(row["what"], row["field"], row["before"], row["after"]) for row in rows]
    assert told == [
        ("limit", "delegate_seconds", "", 180.0),
        ("limit", "delegate_seconds", 180.0, 120.0),
        ("list-closed", "remaining", "", 12.0),
        ("correction", "spoken_seconds", 120.0, 100.5),
    ]
    assert rows[3]["at"].isoformat() == "2022-03-21T11:30:00"


def test_the_sittings_and_the_session_have_sheets() -> None:
    rows = sheet(made_session(20), "sittings")
    assert [(row["what"], row["reason"]) for row in rows] == [("sitting", ""), ("suspension", "fire alarm")]
    facts = {row["field"]: row["value"] for row in sheet(made_session(20), "session")}
    assert (facts["symbol"], facts["rules.delegate_seconds"]) == ("C-III/144/R.1", 180.0)
    assert facts["date"] == date(2022, 3, 21)


def test_headings_stay_in_sight_and_filter_the_rows(tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    write_xlsx(made_session(20), NOW_MS, file)
    with zipfile.ZipFile(file) as archive:
        for number in range(1, len(TABLE_BUILDERS) + 1):
            page = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert 'state="frozen"' in page
            assert "<autoFilter" in page
            assert "<f>" not in page


def test_hostile_text_stays_text_in_the_workbook() -> None:
    hostile = "=1+1\x00\x0b\x1b\ufffe\ud800 \u202e عربي 😀 " + "x" * 40_000
    session = with_note(made_session(1), 9, hostile, themes=(ThemeId(1),))
    out = io.BytesIO()
    write_xlsx(session, NOW_MS, out)
    book = CalamineWorkbook.from_filelike(io.BytesIO(out.getvalue()))
    rows = book.get_sheet_by_name("notes").to_python()
    cell = next(row[rows[0].index("text")] for row in rows if row[0] == NoteId(9))
    assert isinstance(cell, str)
    assert cell.startswith("=1+1\n\ufffd ")
    assert len(cell.encode("utf-16-le")) == 2 * 32_767


def test_the_same_session_makes_the_same_workbook() -> None:
    one, two = io.BytesIO(), io.BytesIO()
    write_xlsx(made_session(3), NOW_MS, one)
    write_xlsx(made_session(3), NOW_MS, two)
    assert one.getvalue() == two.getvalue()


def test_a_workbook_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        write_xlsx(made_session(1), NOW_MS, tmp_path / "missing" / "out.xlsx")
    assert caught.value.code.value == "folder-missing"
