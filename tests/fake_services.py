"""Fakes of the services of the window: a test replaces the one it is about."""

import hashlib
from typing import Any

from msgspec.structs import replace

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.import_results import (
    ConceptNote,
    ExtractedField,
    ImportedSpeaker,
    ReceivedFile,
    RefusedRow,
    SpeakersList,
)
from ipu_session.domain.exchange.printable_list import PrintableList, PrintableRow, PrintableSection
from ipu_session.domain.exchange.report_preview import ReportPreview
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import Gender
from ipu_session.ui.core.app_services import AppServices
from tests.builders import DIRECTORY, person

A_NOTE = ConceptNote(
    (
        ExtractedField("title", "Migration and human trafficking", "Debate on migration and human trafficking."),
        ExtractedField("assembly", "144th IPU Assembly", "In addition to the debate at the 144th IPU Assembly …"),
        ExtractedField("contributions_deadline", "2022-04-24", "… to submit by 24 April 2022 …"),
        ExtractedField("contributions_pages", "2", "… (2 pages maximum) …"),
        ExtractedField("co_rapporteurs", "Ms. S. Kihika (Kenya)", "Ms. S. Kihika (Kenya) and Mr. P. Alvarez (Peru)"),
        ExtractedField("co_rapporteurs", "Mr. P. Alvarez (Peru)", "Ms. S. Kihika (Kenya) and Mr. P. Alvarez (Peru)"),
        ExtractedField("theme", "Policy responses", ". Policy responses to support the development of countries."),
        ExtractedField("theme", "Current situation", "Analysis of the current situation."),
        ExtractedField("theme", "Urgent action", "Identification of major issues."),
    ),
    "the whole text",
)

A_LIST = SpeakersList(
    (
        ImportedSpeaker(2, person("KE", "S. Kihika", title="Ms.", gender=Gender.WOMAN, function="Senator"), (2,)),
        ImportedSpeaker(3, person("PE", "P. Alvarez", title="Mr.", gender=Gender.MAN)),
        ImportedSpeaker(5, person("FR", "A. Dupont")),
    ),
    (RefusedRow(4, "Atlantis;Mr. N. Emo", "unknown-delegation", "Atlantis"),),
    "utf-8",
    ";",
    (("Delegation", "delegation"), ("Name", "name"), ("Titre", "title"), ("Hotel", "")),
)

A_PAPER = PrintableList(
    is_right_to_left=False,
    title="Migration and human trafficking",
    heading="List of speakers",
    header_lines=("Sitting 1", "Printed at 10.02"),
    floor="Has the floor: Kenya",
    column_headings=("No.", "Delegation", "Time", "Time used"),
    sections=(PrintableSection("1 name is waiting", (PrintableRow("1", "Peru", "Mr. P. Alvarez", "3:00"),), 2),),
    heard_heading="Heard",
    heard_rows=(("9.05", "Samoa", "Ms. S. Tui", "2:59"),),
    page_labels=("Page ", " of "),
)


A_FILE = ReceivedFile(
    "kenya.pdf",
    b"%PDF-1.4 kenya",
    hashlib.sha256(b"%PDF-1.4 kenya").hexdigest(),
    "Views of Kenya\n\nWe propose a common register of cases, and data on women migrants.",
    14,
    3,
    language="en",
    title="Views of Kenya",
    delegation=DelegationId("KE"),
)


def fake_services(**named: Any) -> AppServices:
    """Errands that read the same note and the same list whatever they are given, and write nothing."""
    return replace(_PLAIN, **named)


_PLAIN = AppServices(
    read_concept_note=lambda path: A_NOTE,
    parse_concept_note=lambda text: A_NOTE,
    read_speakers=lambda path, delegations, options: A_LIST,
    parse_speakers=lambda text, delegations, options: A_LIST,
    preview_encodings=lambda path: (),
    read_contribution=lambda path, delegations, encoding: A_FILE,
    write_file=lambda path, data: None,
    load_delegations=lambda: DIRECTORY,
    preview_report=lambda session, now, options: ReportPreview(is_right_to_left=False, lines=()),
    write_report=lambda session, now, options, target, progress: ExportResult(),
    write_final=lambda session, number, options, target, progress: ExportResult(),
    export_data=lambda session, now, data_format, path: None,
    build_printable_list=lambda session, now, language: A_PAPER,
    write_speakers_list=lambda session, now, language, path: None,
    ring_bell=lambda strokes: True,
)
