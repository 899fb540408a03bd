"""A final version is frozen, later corrections are listed, and a report says to which record it belongs."""

import re
import shutil
import sqlite3
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from ipu_session.app.cli.main import program
from ipu_session.app.services import file_services
from ipu_session.app.services.recorded_session import read_recorded_session, verify_against_file
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import DEFAULT_OPTIONS
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.report_versions import CorrectionOutcome
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.ui.core.app_services import ExportTarget
from tests.builders import DIRECTORY, THEMES, FakeClock, person
from tests.narrowing import not_none
from tests.report.word_reader import paragraphs, tables


class Debate:
    """A session file, opened for each act as the commands do."""

    def __init__(self, path: Path) -> None:
        self.path, self.clock = path, FakeClock()
        self._with(SessionService(create_session_file(path), self.clock), (
            c.CreateSession(Details(title="Water"), Rules(), DIRECTORY, THEMES), c.OpenSitting(),
            c.AddRequest(person("KE", "S. Kihika")), c.GiveFloor(), c.EndIntervention(), c.CloseSitting(),
        ))  # fmt: skip

    def do(self, *commands: c.Command) -> None:
        self._with(SessionService(open_journal(self.path), self.clock), commands)

    def undo(self) -> None:
        service = SessionService(open_journal(self.path), self.clock)
        service.undo()
        service.close()

    def _with(self, service: SessionService, commands: tuple[c.Command, ...]) -> None:
        try:
            for command in commands:
                self.clock.advance(61)
                service.execute(command)
        finally:
            service.close()

    def run(self, command: str, *arguments: int | str | Path) -> Result:
        found = CliRunner().invoke(program, [command, str(self.path), *map(str, arguments)])
        if found.exception and not isinstance(found.exception, SystemExit):
            raise found.exception
        return found


@pytest.fixture
def debate(tmp_path: Path) -> Debate:
    return Debate(tmp_path / "d.ipusession")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "r.docx"


def unheard(done: int, of: int) -> None:
    """Hear nothing of how far it is."""


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in tables(document) for row in table.rows for cell in row.cells]
    header = [p.text for p in document.sections[0].header.paragraphs]
    return "\n".join([*header, *(p.text for p in paragraphs(document)), *cells])


def test_a_final_version_says_so_and_is_the_same_bytes_whenever_it_is_written(debate: Debate, out: Path) -> None:
    debate.run("report", "-o", out)
    assert "DRAFT" in text_of(out)
    debate.run("report", "-o", out, "--final")
    first, text = out.read_bytes(), text_of(out)
    assert "Final, version 1, of " in text
    assert "DRAFT" not in text
    assert re.search(r"Corrections to version 1 are received for seven days, until \d+ \w+ \d{4}", text)
    debate.run("report", "-o", out, "--final")
    assert out.read_bytes() == first
    debate.do(c.AddTheme("One more"))
    debate.run("report", "-o", out)
    assert "DRAFT" in text_of(out)
    debate.run("report", "-o", out, "--version", 1)
    assert text_of(out) == text
    fresh, again = out.with_name("fresh.docx"), out.with_name("again.docx")
    for path in (fresh, again):
        debate.run("report", "-o", path, "--version", 1)
    assert fresh.read_bytes() == again.read_bytes()
    assert text_of(fresh) == text
    debate.run("report", "-o", out, "--final")
    assert "Final, version 2, of " in text_of(out)
    assert [final.number for final in read_recorded_session(debate.path).history.state.final_versions] == [1, 2]


def test_later_corrections_are_listed_and_change_nothing_else(debate: Debate, out: Path) -> None:
    debate.run("report", "-o", out, "--final")
    first = text_of(out)
    debate.do(
        c.RegisterCorrection(
            "It was three minutes", "2022-03-25", DelegationId("KE"), "S. Kihika", CorrectionOutcome.ACCEPTED, "heard"
        ),
        c.RegisterCorrection("Too late", "2099-01-01", person="An expert"),
    )
    debate.run("report", "-o", out, "--final")
    text = text_of(out)
    assert "Final, version 1, of " in text
    assert "Corrections received or answered after this version" in text
    for said in ("Kenya, S. Kihika", "It was three minutes", "Accepted", "heard", "An expert", "late"):
        assert said in text.split("\n"), said
    assert set(first.split("\n")) <= set(text.split("\n"))
    assert debate.run("check", "--report", out).output.startswith("OK: ")
    debate.do(c.AddTheme("One more"))
    debate.run("report", "-o", out, "--final")
    assert "Final, version 2, of " in text_of(out)
    assert "after this version" not in text_of(out)
    assert "It was three minutes" in text_of(out)


def test_undo_takes_a_final_version_back(debate: Debate, out: Path) -> None:
    debate.do(c.FinalizeReport())
    debate.undo()
    with pytest.raises(ReportError) as refused:
        debate.run("report", "-o", out, "--version", 1)
    assert refused.value.code is ReportErrorCode.NO_SUCH_VERSION


def test_what_cannot_be_made_final(debate: Debate) -> None:
    debate.do(c.OpenSitting())
    with pytest.raises(RejectedError, match=Reason.DEBATE_NOT_CLOSED.value):
        debate.do(c.FinalizeReport())
    debate.do(c.CloseSitting(), c.FinalizeReport())
    with pytest.raises(RejectedError, match=Reason.NOTHING_CHANGES.value):
        debate.do(c.FinalizeReport())


def test_the_last_line_names_the_record(debate: Debate, out: Path) -> None:
    debate.run("report", "-o", out)
    record = read_recorded_session(debate.path)
    last = paragraphs(docx.Document(str(out)))[-1].text
    assert f"at {len(record.rows)} events" in last
    assert record.digests[-1][:16] in last.replace(" ", "")


def test_a_report_finds_its_session_again(debate: Debate, out: Path) -> None:
    debate.run("report", "-o", out)
    assert debate.run("check", "--report", out).output == "OK: the report is of this session as it stands\n"
    debate.do(c.AddTheme("One more"), c.AddTheme("And another"))
    said = debate.run("check", "--report", out)
    assert (said.exit_code, "2 more have happened since" in said.output) == (0, True)


def test_a_report_of_a_later_copy_is_told(debate: Debate, out: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.ipusession"
    shutil.copy(debate.path, copy)
    debate.do(c.AddTheme("a"), c.AddTheme("b"))
    debate.run("report", "-o", out)
    said = CliRunner().invoke(program, ["check", str(copy), "--report", str(out)])
    assert said.exit_code == 1
    assert len(said.stderr.splitlines()) == 1
    assert "of a later copy" in said.stderr


def test_a_session_with_another_past_of_the_same_length_is_another(out: Path, tmp_path: Path) -> None:
    one, other = Debate(tmp_path / "1.ipusession"), Debate(tmp_path / "2.ipusession")
    one.do(c.AddTheme("a"))
    other.do(c.AddTheme("b"))
    one.run("report", "-o", out)
    assert "belongs to another session" in other.run("check", "--report", out).stderr


def test_changed_figures_are_told_table_by_table_and_changed_words_are_no_fault(debate: Debate, out: Path) -> None:
    debate.run("report", "-o", out)
    document = docx.Document(str(out))
    paragraphs(document)[-2].add_run(" and more, by hand")
    document.save(str(out))
    assert debate.run("check", "--report", out).exit_code == 0
    found = {table.rows[0].cells[-1].text: table for table in tables(document)}
    found["Duration"].rows[1].cells[-1].paragraphs[0].runs[0].text = "9:59 / 3:00"
    not_none(found["Share"]._tbl.getparent()).remove(found["Share"]._tbl)
    document.save(str(out))
    said = debate.run("check", "--report", out)
    assert said.exit_code == 1
    changed, gone = sorted(said.stderr.splitlines())[0], said.stderr
    assert "9:59 / 3:00" in changed
    assert "instead of" in changed
    assert "the table is not in the report" in gone


def test_a_document_without_a_mark_is_no_report_of_ours(debate: Debate, out: Path) -> None:
    docx.Document().save(str(out))
    assert "carries no mark of a session" in debate.run("check", "--report", out).stderr


def test_the_properties_hold_the_whole_hash_and_how_it_was_made(debate: Debate, out: Path) -> None:
    debate.run("report", "-o", out, "--language", "fr")
    with zipfile.ZipFile(out) as package:
        told = package.read("docProps/custom.xml").decode()
        assert "/docProps/custom.xml" in package.read("[Content_Types].xml").decode()
    assert read_recorded_session(debate.path).digests[-1] in told
    assert "<vt:lpwstr>fr</vt:lpwstr>" in told


def test_a_session_that_is_not_what_the_file_makes_is_not_written(debate: Debate, out: Path) -> None:
    session = read_recorded_session(debate.path).history.state
    assert verify_against_file(session, debate.path).history.state == session
    forged = replace(session, details=Details(title="Another"))
    with pytest.raises(ReportError) as refused:
        file_services.ReportExporter(debate.path).write(
            forged, FakeClock().now(), DEFAULT_OPTIONS, ExportTarget(out), lambda done, of: None
        )
    assert refused.value.code is ReportErrorCode.DIFFERS_FROM_FILE
    assert refused.value.location == "details"
    with pytest.raises(ReportError):
        verify_against_file(replace(session, version=session.version + 1), debate.path)
    assert not out.exists()


def test_a_damaged_chain_stops_the_report(debate: Debate, out: Path) -> None:
    session = read_recorded_session(debate.path).history.state
    with sqlite3.connect(debate.path) as database:
        database.execute("update journal set payload = replace(payload, 'Kihika', 'Kihikx')")
    database.close()
    with pytest.raises(StoreError) as refused:
        file_services.ReportExporter(debate.path).write(
            session, FakeClock().now(), DEFAULT_OPTIONS, ExportTarget(out), lambda done, of: None
        )
    assert refused.value.location.startswith("event ")
    assert not out.exists()


def test_the_window_may_go_on_while_its_record_is_read(debate: Debate, out: Path) -> None:
    service = SessionService(open_journal(debate.path), debate.clock)
    session = service.session
    service.execute(c.AddTheme("meanwhile"))
    file_services.ReportExporter(debate.path).write(
        session, debate.clock.now(), DEFAULT_OPTIONS, ExportTarget(out), lambda done, of: None
    )
    service.execute(c.AddTheme("afterwards"))
    service.close()
    assert "2 more have happened since" in debate.run("check", "--report", out).output


def test_corrections_are_registered_answered_and_listed_on_the_command_line(tmp_path: Path) -> None:
    debate = Debate(tmp_path / "d.ipusession")

    def run(*options: str) -> Result:
        return CliRunner().invoke(program, ["correction", str(debate.path), *options])

    assert run().output == "no corrections were received\n"
    made = run("--text", "I said 40.", "--from", "Kenya, S. Kihika", "--received", "2022-03-25")
    number = made.output.partition(":")[0]
    assert made.output == f"{number}: 2022-03-25, Kenya, S. Kihika: I said 40. [open]\n"
    answered = run("--number", number, "--answer", "accepted", "--note", "heard again")
    assert answered.output == (f"{number}: 2022-03-25, Kenya, S. Kihika: I said 40. [accepted: heard again]\n")
    assert run().output == answered.output


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--from", "Kenya"], 2),
        (["--text", "x", "--received", "yesterday"], 2),
        (["--text", " "], 1),
        (["--number", "999", "--text", "x"], 1),
    ],
)
def test_a_correction_that_cannot_be_registered_is_refused_and_changes_nothing(
    tmp_path: Path, options: list[str], code: int
) -> None:
    debate = Debate(tmp_path / "d.ipusession")
    done = CliRunner().invoke(program, ["correction", str(debate.path), *options])
    assert done.exit_code == code
    assert not read_recorded_session(debate.path).history.state.correction_requests


def test_a_template_that_is_no_word_file_is_named_with_what_it_is_and_what_to_do(tmp_path: Path) -> None:
    debate = Debate(tmp_path / "d.ipusession")
    for name, data, told in (("logo.png", b"\x89PNG\r\n\0\0\0", "png"), ("style.pdf", b"%PDF-1.7", "pdf")):
        template, out = tmp_path / name, tmp_path / "out.docx"
        template.write_bytes(data)
        with pytest.raises(ReportError) as caught:
            CliRunner().invoke(
                program, ["report", str(debate.path), "-o", str(out), "--template", str(template)],
                catch_exceptions=False, standalone_mode=False,
            )  # fmt: skip
        assert caught.value.code is ReportErrorCode.TEMPLATE_NOT_WORD
        assert (caught.value.path, caught.value.location) == (str(template), told)
        assert not out.exists()
