"""No form that leaves the program holds what is for the secretariat alone, whatever it is packed in."""

import io
import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner
from immutables import Map
from msgspec.structs import replace

from ipu_session.app import private_log_files
from ipu_session.app.cli.main import program
from ipu_session.app.gui import settings
from ipu_session.app.services.file_services import preview
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.ids import DelegationId, NoteId, ThemeId, Timestamp
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details, Gender, NoteKind, Session
from ipu_session.domain.queries.hall_view import HallMessages, hall_view
from ipu_session.domain.queries.redaction import redact
from ipu_session.report.data.export import TABLE_BUILDERS
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.speakers_list import build_printable_list
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_and_close
from tests.app.test_cli import ROOT
from tests.builders import DIRECTORY, THEMES, FakeClock, MemoryJournal, person
from tests.narrowing import not_none

RESTRICTED, STRUCK, SENDER = "Zirkonwort", "Yttriumwort", "Xenonsender"
BORN = ("1973-02-19", "1981-07-23")
DAYS = ("1973-02-19", "1981-07-23", "1973", "1981", "26714", "29790")
"""The two days of birth, their years, and the numbers that a spreadsheet has for the days."""
MARKS = (RESTRICTED, STRUCK, SENDER, *DAYS)
JOURNAL_MARKS = (RESTRICTED, STRUCK, SENDER, *BORN)


def hold(service: SessionService, clock: FakeClock) -> Session:
    """A debate with something in it that stays in the house, wherever such a thing can stand."""

    def note(text: str, kind: NoteKind = NoteKind.POINT, themes: tuple[ThemeId, ...] = ()) -> NoteId:
        service.execute(c.TakeNote(text, kind, themes))
        return max(service.session.notes)

    service.execute(c.CreateSession(Details("Migration"), Rules(), DIRECTORY, THEMES))
    first = service.session.themes[0].id
    service.execute(c.OpenSitting())
    for code, born, gender in (("KE", BORN[0], Gender.WOMAN), ("PE", BORN[1], Gender.MAN)):
        service.execute(c.AddRequest(person(code, "A. Name", title="Ms.", gender=gender, born=born)))
        service.execute(c.GiveFloor())
        clock.advance(60)
        note("A plain point", themes=(first,))
        for kind in NoteKind:
            service.execute(c.RestrictNote(note(f"{RESTRICTED} {kind}", kind=kind, themes=(first,)), True))
        gathered = note(f"{RESTRICTED} gathered", themes=(first,))
        service.execute(c.AddNotesToSynthesis(first, SynthesisSection.CONVERGENCE, (gathered,)))
        service.execute(c.AddNotesToSynthesis(None, SynthesisSection.OPERATIVE, (gathered,)))
        service.execute(c.RestrictNote(gathered, True))
        whole = note(f"A whole {RESTRICTED}")
        service.execute(c.RestrictNote(whole, True))
        service.execute(c.JoinNotes(note("open"), whole))
        service.execute(c.DeleteNote(note(f"{STRUCK} gone", themes=(first,))))
        service.execute(c.EndIntervention())
    service.execute(c.AddRequest(person("FR", "Not Reached", born=BORN[1])))
    service.execute(c.CloseSitting())
    service.execute(c.RegisterCorrection("Put it right", "2022-03-23", DelegationId("KE"), f"Ms. {SENDER}"))
    return service.session


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("house") / "held.ipusession"
    clock = FakeClock()
    with create_and_close(path) as journal:
        hold(SessionService(journal, clock), clock)
    return path


@pytest.fixture(scope="module")
def session() -> Session:
    clock = FakeClock()
    return hold(SessionService(MemoryJournal(), clock), clock)


def opened(data: bytes) -> Iterator[bytes]:
    """The bytes of a file and of everything packed in it, and the text of a PDF."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from opened(packed.read(name))
    if data.startswith(b"%PDF"):
        for page in pypdf.PdfReader(io.BytesIO(data)).pages:
            yield page.extract_text().encode()


def marks_in(data: bytes, marks: Iterable[str] = MARKS) -> set[str]:
    # A number may stand in a longer one, such as a hash or a moment.
    return {mark for part in opened(data) for mark in marks if _stands(mark.encode(), part)}


def _stands(mark: bytes, part: bytes) -> bool:
    if not mark.isdigit():
        return mark in part
    at = part.find(mark)
    while at >= 0:
        around = part[max(0, at - 1) : at] + part[at + len(mark) : at + len(mark) + 1]
        if not any(chr(byte).isalnum() or chr(byte) in "_#" for byte in around):
            return True
        at = part.find(mark, at + 1)
    return False


def run(*arguments: object) -> str:
    done = CliRunner().invoke(program, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


FORMS = [
    ("report", "--language", language, "--layout", layout, *length, *names)
    for language in ("en", "ar")
    for layout in ("themes", "speakers")
    for length in ((), ("--short",))
    for names in ((), ("--unattributed",))
    if layout == "themes" or not names
]
EXPORTS = [("export", "--format", "xlsx"), ("export", "--format", "json")] + [
    ("export", "--format", "csv", "--table", name) for name in TABLE_BUILDERS
]


@pytest.mark.parametrize("form", [*FORMS, *EXPORTS], ids=" ".join)
def test_what_is_written_holds_none_of_it_and_is_for_its_owner_alone(
    file: Path, tmp_path: Path, form: tuple[str, ...]
) -> None:
    command, *options = form
    out = tmp_path / "out.docx"
    old = os.umask(0o022)
    try:
        run(command, file, "-o", out, *options)
    finally:
        os.umask(old)
    assert marks_in(out.read_bytes()) == set()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize("options", [options for _, *options in EXPORTS], ids=" ".join)
def test_with_restricted_an_export_holds_what_its_table_has(file: Path, tmp_path: Path, options: list[str]) -> None:
    out = tmp_path / "out"
    run("export", file, "-o", out, *options, "--restricted")
    table = options[-1]
    expected = {
        "xlsx": {RESTRICTED, SENDER, "26714", "29790"},
        "json": {RESTRICTED, SENDER, *BORN},
        "notes": {RESTRICTED},
        "speakers": set(BORN),
        "interventions": set(BORN),
    }.get(table, set())
    found = marks_in(out.read_bytes(), (RESTRICTED, STRUCK, SENDER, *BORN, "26714", "29790"))
    # The sender stands in the JSON alone: the sheets have no register of corrections.
    assert found == expected - ({SENDER} if table == "xlsx" else set())


def test_the_journal_is_the_full_record_and_says_so(file: Path) -> None:
    text = run("journal", file)
    assert {mark for mark in JOURNAL_MARKS if mark in text} == set(JOURNAL_MARKS)
    told = " ".join(run("journal", "--help").split())
    assert "full record: with notes not for the report, deleted notes, birth dates and senders" in told


def test_a_list_on_paper_holds_none_of_it(session: Session) -> None:
    words = load_catalog("en", ROOT / "resources" / "report")
    paper = build_printable_list(session, Timestamp(not_none(session.sittings[0].closed_ms), 480), words)
    assert marks_in(repr(paper).encode()) == set()


@pytest.mark.parametrize("length", ReportLength)
@pytest.mark.parametrize("layout", ReportLayout)
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_the_preview_holds_none_of_it(
    session: Session, language: str, layout: ReportLayout, length: ReportLength
) -> None:
    now = Timestamp(not_none(session.sittings[0].closed_ms), 480)
    lines = preview(session, now, ReportOptions(language, layout, length=length))
    assert marks_in(repr(lines).encode()) == set()


def test_the_hall_sees_none_of_it(session: Session) -> None:
    now = session.sittings[0].closed_ms
    assert now is not None
    assert marks_in(repr(hall_view(session, HallMessages(), "en", now)).encode()) == set()


def test_who_counts_as_young_by_a_birth_date_still_does(session: Session) -> None:
    told = redact(session)
    assert [p.person.born for p in told.delegates.values()] == ["", "", ""]
    assert sorted(bool(p.person.young) for p in told.delegates.values()) == [False, True, True]


def test_a_birth_date_that_says_nothing_leaves_the_age_unknown(session: Session) -> None:
    first = min(session.delegates)
    odd = session.delegates[first]
    odd = replace(odd, person=replace(odd.person, born="spring"))
    told = redact(replace(session, delegates=Map({first: odd})))
    assert told.delegates[first].person.young is None


def test_what_the_program_keeps_for_itself_is_for_the_user_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        (tmp_path / "older").write_text("seen by all")
        settings.save(tmp_path / "older", settings.Settings())
        log = private_log_files.PrivateLogHandler(tmp_path / "a.log")
        log.doRollover()
        log.close()
    finally:
        os.umask(old)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"older": 0o600, "a.log": 0o600, "a.log.1": 0o600}
