"""The report of the example debate opens: valid by the schemas, printed whole by another program."""

import subprocess
import zipfile

import pytest
from openxml_audit import OpenXmlValidator

from ipu_session.app.errands import report_bytes
from ipu_session.app.example import write_example
from ipu_session.domain.ids import Moment
from ipu_session.domain.report_choice import ReportChoice
from ipu_session.domain.rules import Kind
from ipu_session.domain.timeline import Timeline
from ipu_session.store.opening import open_journal

_LATER = Moment(1_650_000_000_000, 480)


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """The example debate as it stands at its end."""
    path = tmp_path_factory.mktemp("example") / "example.ipusession"
    write_example(path)
    journal = open_journal(path)
    rows = tuple(journal.replay())
    journal.close()
    return Timeline(rows).now


@pytest.fixture(params=["en", "fr", "es", "ar"])
def report(request, session, tmp_path):
    """The report on disk, in each language."""
    path = tmp_path / f"report-{request.param}.docx"
    path.write_bytes(report_bytes(session, _LATER, ReportChoice(request.param)))
    return path


def pages(report):
    """The text of the report as another program prints it."""
    folder = report.parent
    home = f"-env:UserInstallation=file://{folder}/office"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(report)]
    subprocess.run(convert, check=True, capture_output=True)
    read = ["pdftotext", "-layout", str(report.with_suffix(".pdf")), "-"]
    return subprocess.run(read, check=True, capture_output=True).stdout.decode()


def test_the_report_is_valid_by_the_schemas_of_its_format(report):
    found = OpenXmlValidator().validate(str(report))
    assert found.is_valid, [str(error) for error in found.errors]


def test_no_part_of_the_report_stands_in_it_twice(report):
    with zipfile.ZipFile(report) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))


def test_another_program_prints_the_whole_report(report, session):
    text = " ".join(pages(report).split())
    assert session.details.title.upper() in text.upper()
    for theme in session.themes:
        assert " ".join(theme.title.split())[:30] in text, theme
    for speech in session.interventions.values():
        if speech.kind is Kind.SPEECH:  # of points of order the report names the delegation
            name = session.delegates[speech.delegate].person.name
            assert name.split()[-1].upper() in text.upper(), name
