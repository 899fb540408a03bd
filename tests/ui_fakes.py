"""Errands that do nothing by themselves: a test replaces the one it is about."""

from dataclasses import replace
from typing import Any

from ipu_session.domain.exported import Exported
from ipu_session.domain.findings import ConceptNote, Finding, ListedSpeaker, RefusedRow, SpeakersList
from ipu_session.domain.state import Gender
from ipu_session.ui.errands import Errands
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


def fake_errands(**named: Any) -> Errands:
    """Errands that read the same note and the same list whatever they are given, and write nothing."""
    return replace(_PLAIN, **named)


_PLAIN = Errands(
    read_concept_note=lambda path: A_NOTE,
    understand_note=lambda text: A_NOTE,
    read_speakers=lambda path, directory, encoding: A_LIST,
    understand_speakers=lambda text, directory: A_LIST,
    encodings=lambda path: (),
    directory=lambda: DIRECTORY,
    write_report=lambda session, now, language, target, progress: Exported(),
    export=lambda session, now, kind, path: None,
    ring=lambda strokes: True,
)
