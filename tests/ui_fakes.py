"""Errands that do nothing by themselves: a test replaces the one it is about."""

import hashlib
from dataclasses import replace
from typing import Any

from ipu_session.domain.exchange.export_result import Exported
from ipu_session.domain.exchange.import_results import (
    ConceptNote,
    Finding,
    ListedSpeaker,
    RefusedRow,
    SentFile,
    SpeakersList,
)
from ipu_session.domain.exchange.printable_list import ListPaper, PaperPart, PaperRow
from ipu_session.domain.exchange.report_preview import Preview
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import Gender
from ipu_session.ui.core.app_services import Errands
from tests.builders import DIRECTORY, person

A_NOTE = ConceptNote(
    (
        Finding("title", "Migration and human trafficking", "Debate on migration and human trafficking."),
        Finding("assembly", "144th IPU Assembly", "In addition to the debate at the 144th IPU Assembly …"),
        Finding("contributions_deadline", "2022-04-24", "… to submit by 24 April 2022 …"),
        Finding("contributions_pages", "2", "… (2 pages maximum) …"),
        Finding("co_rapporteurs", "Ms. S. Kihika (Kenya)", "Ms. S. Kihika (Kenya) and Mr. P. Alvarez (Peru)"),
        Finding("co_rapporteurs", "Mr. P. Alvarez (Peru)", "Ms. S. Kihika (Kenya) and Mr. P. Alvarez (Peru)"),
        Finding("theme", "Policy responses", ". Policy responses to support the development of countries."),
        Finding("theme", "Current situation", "Analysis of the current situation."),
        Finding("theme", "Urgent action", "Identification of major issues."),
    ),
    "the whole text",
)

A_LIST = SpeakersList(
    (
        ListedSpeaker(
            2, person("KE", "S. Kihika", title="Ms.", gender=Gender.WOMAN, function="Senator"), (2,)
        ),
        ListedSpeaker(3, person("PE", "P. Alvarez", title="Mr.", gender=Gender.MAN)),
        ListedSpeaker(5, person("FR", "A. Dupont")),
    ),
    (RefusedRow(4, "Atlantis;Mr. N. Emo", "unknown-delegation", "Atlantis"),),
    "utf-8",
    ";",
    (("Delegation", "delegation"), ("Name", "name"), ("Titre", "title"), ("Hotel", "")),
)

A_PAPER = ListPaper(
    right_to_left=False,
    title="Migration and human trafficking",
    heading="List of speakers",
    lines=("Sitting 1", "Printed at 10.02"),
    floor="Has the floor: Kenya",
    columns=("No.", "Delegation", "Time", "Time used"),
    parts=(PaperPart("1 name is waiting", (PaperRow("1", "Peru", "Mr. P. Alvarez", "3:00"),), 2),),
    heard="Heard",
    heard_rows=(("9.05", "Samoa", "Ms. S. Tui", "2:59"),),
    page=("Page ", " of "),
)


A_FILE = SentFile(
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


def fake_errands(**named: Any) -> Errands:
    """Errands that read the same note and the same list whatever they are given, and write nothing."""
    return replace(_PLAIN, **named)


_PLAIN = Errands(
    read_concept_note=lambda path: A_NOTE,
    understand_note=lambda text: A_NOTE,
    read_speakers=lambda path, directory, choices: A_LIST,
    understand_speakers=lambda text, directory, choices: A_LIST,
    encodings=lambda path: (),
    read_contribution=lambda path, directory, encoding: A_FILE,
    write_file=lambda path, data: None,
    directory=lambda: DIRECTORY,
    preview=lambda session, now, choice: Preview(right_to_left=False, lines=()),
    write_report=lambda session, now, choice, target, progress: Exported(),
    write_final=lambda session, number, choice, target, progress: Exported(),
    export=lambda session, now, kind, path: None,
    speakers_paper=lambda session, now, language: A_PAPER,
    write_list=lambda session, now, language, path: None,
    ring=lambda strokes: True,
)
