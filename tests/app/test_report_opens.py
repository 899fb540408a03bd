"""The report of the example debate opens: valid by the schemas, printed whole by another program."""

import re
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from ipu_session.app.demo.example import write_example
from ipu_session.app.services.file_services import report_bytes
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.history import History
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import ReportBasis
from ipu_session.report.docx.wordml import W
from ipu_session.store.journal.open_session import open_journal
from tests.narrowing import not_none
from tests.report.validation import validation_errors

_LATER = Timestamp(1_650_000_000_000, 480)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The example debate as it stands at its end."""
    path = tmp_path_factory.mktemp("example") / "example.ipusession"
    write_example(path)
    journal = open_journal(path)
    rows = tuple(journal.replay())
    journal.close()
    return History(rows).state


@pytest.fixture(params=["en", "fr", "es", "ar"])
def report(request: pytest.FixtureRequest, session: Session, tmp_path: Path) -> Path:
    """The report on disk, in each language, with what says from which record it is."""
    path = tmp_path / f"report-{request.param}.docx"
    basis = ReportBasis(session.version, "0123456789abcdef" * 4, session.version)
    path.write_bytes(report_bytes(session, _LATER, ReportOptions(request.param), basis=basis))
    return path


def pages(report: Path) -> str:
    """The text of the report as another program prints it."""
    folder = report.parent
    home = f"-env:UserInstallation=file://{folder}/office"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(report)]
    subprocess.run(convert, check=True, capture_output=True)
    read = ["pdftotext", "-layout", str(report.with_suffix(".pdf")), "-"]
    return subprocess.run(read, check=True, capture_output=True).stdout.decode()


def test_the_report_is_valid_by_the_schemas_of_its_format(report: Path) -> None:
    assert validation_errors(report) == []


def test_no_part_of_the_report_stands_in_it_twice(report: Path) -> None:
    with zipfile.ZipFile(report) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))


def test_another_program_prints_the_whole_report(report: Path, session: Session) -> None:
    text = " ".join(pages(report).split())
    assert session.details.title.upper() in text.upper()
    for theme in session.themes:
        assert " ".join(theme.title.split())[:30] in text, theme
    for speech in session.interventions.values():
        if speech.kind is Kind.SPEECH:  # of points of order the report names the delegation
            name = session.delegates[not_none(speech.delegate)].person.name
            assert name.split()[-1].upper() in text.upper(), name


def package_of(report: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(report) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_no_validator_sees_is_right_too(report: Path) -> None:
    package = package_of(report)
    types = package["[Content_Types].xml"].decode()
    named = set(re.findall(r'PartName="/([^"]+)"', types))
    endings = set(re.findall(r'Extension="([^"]+)"', types))
    for name in package.keys() - {"[Content_Types].xml"}:
        assert name in named or name.rpartition(".")[2] in endings, name
    body = package["word/document.xml"].decode()
    assert_unique(re.findall(r'<wp:docPr id="(\d+)"', body))
    assert_unique(re.findall(r'<w:bookmarkStart w:id="(\d+)"', body))
    assert_unique(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    assert set(re.findall(r'w:anchor="([^"]+)"', body)) <= set(re.findall(r' w:name="([^"]+)"', body))
    assert not re.findall(r"<wp:docPr (?![^>]*descr=)", body)
    levels = [int(level) for level in re.findall(r'<w:pStyle w:val="Heading(\d)"/>', body)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in re.findall(r"<w:tbl>.*?</w:tbl>", body, re.DOTALL):
        assert table.count("<w:tblHeader/>") == 1
    assert body.count('fldCharType="begin"') == body.count('fldCharType="end"')
    assert not any(b"<!DOCTYPE" in part for part in package.values())


def assert_unique(names: list[str]) -> None:
    assert names
    assert len(names) == len(set(names))


def test_nothing_is_set_apart_by_empty_paragraphs(report: Path) -> None:
    body = docx.Document(str(report)).element.body
    empty = [p for p in body.findall(f"{{{W}}}p") if not "".join(p.itertext()).strip()]
    assert all(list(p.iter(f"{{{W}}}br", f"{{{W}}}drawing")) for p in empty)
