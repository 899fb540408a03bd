"""Every reader of files from elsewhere, with sound files to spoil: each gives a value or tells a trouble."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
from msgspec import Struct

from ipu_session.app import paths
from ipu_session.app.gui import settings
from ipu_session.app.services.journal_import import read_journal_rows
from ipu_session.app.services.report_verification import verify_report
from ipu_session.domain.exchange.import_results import ListImportOptions
from ipu_session.domain.history import History
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.importers.contribution import read_contribution
from ipu_session.importers.delegations import read_delegations
from ipu_session.importers.files.encodings import encoding_candidates
from ipu_session.importers.speakers.reader import read_pasted_speakers, read_speakers
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import DIRECTORY
from tests.importers import note_makers
from tests.importers.makers import pdf_of, sheet_of
from tests.report import template_makers
from tests.report.sessions import OFFSET_MIN, OPENED_MS, made_session
from tests.report.word_writer import write
from tests.store.files import a_file, rows_of

NOTES = Path(__file__).parent.parent / "importers" / "notes"
SETTINGS = (
    b'{"preferences":{"language":"fr","look":"dark","scale":150},"recent":[{"path":"/a","title":"b","day":""}]}',
)
NOW = Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN)
LIST = (
    "délégation;nom;titre;sexe;fonction;catégorie;jeune;naissance;langue;thème\n"
    "Kenya;Kihika;Mme;F;Membre;délégué;oui;1980;en;1\nPérou;Rojas;M.;M;;;non;21/03/1990;es;2, 3\n"
)
ROWS: list[list[object]] = [
    ["delegation", "name", "title", "born"],
    ["Kenya", "S. Kihika", "Ms.", 1980],
    ["PE", "Rojas", "Mr.", ""],
]


class Reader(Struct, frozen=True):
    """One reader: how its files end, sound ones, and what is asked of a spoilt one."""

    name: str
    suffix: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], object]

    def survives(self, path: Path) -> str:
        """Read a file; return what it was told to be, or nothing if it was taken."""
        try:
            self.read(path)
        except UserFacingError as error:
            return str(error.code)
        return ""


def readers(folder: Path) -> dict[str, Reader]:
    """Every reader; what it needs beside its file is made in ``folder``."""
    session, report = folder / "sound.ipusession", folder / "report.docx"
    a_file(session)
    write(made_session(5), NOW, "en", report)
    texts = tuple(note.read_bytes() for note in sorted(NOTES.glob("*.txt"))[:8])
    words = tuple(
        make()
        for make in (note_makers.real_list, note_makers.table_of_themes, note_makers.text_box, note_makers.headings)
    )
    pages = (note_makers.two_columns(), note_makers.broken_lines(), pdf_of([["Themes:", "- one", "- two"]]))
    sheets = (sheet_of(ROWS),)
    lists = (LIST.encode(), LIST.encode("utf-16"), LIST.replace(";", "\t").encode("cp1252"))
    houses = (template_makers.with_logo(), template_makers.french(), template_makers.first_and_even_pages())
    lines = "\n".join(dump_lines(rows_of(session))).encode()
    directory = (paths.resources_dir() / "data" / "members.csv").read_bytes()
    found = (
        Reader("note-text", ".txt", texts, read_concept_note),
        Reader("note-word", ".docx", words, read_concept_note),
        Reader("note-pdf", ".pdf", pages, read_concept_note),
        Reader("list-text", ".csv", lists, _a_list),
        Reader("list-sheet", ".xlsx", sheets, _a_list),
        Reader("list-pasted", ".txt", lists[:1], _a_paste),
        Reader("contribution", ".docx", words, _a_contribution),
        Reader("contribution-pdf", ".pdf", pages, _a_contribution),
        Reader("template", ".docx", houses, lambda path: _in_a_house(path, folder)),
        Reader("earlier-report", ".docx", (report.read_bytes(),), _written_again),
        Reader("report-to-check", ".docx", (report.read_bytes(),), lambda path: verify_report(path, session)),
        Reader("session", ".ipusession", (session.read_bytes(),), _a_session),
        Reader("journal", ".jsonl", (lines,), _a_journal),
        Reader("directory", ".csv", (directory[:4_000],), read_delegations),
        Reader("settings", ".json", SETTINGS, settings.load),
    )
    return {reader.name: reader for reader in found}


def _a_list(path: Path) -> None:
    try:
        read_speakers(path, DIRECTORY)
    except UserFacingError:
        encoding_candidates(path)
        read_speakers(path, DIRECTORY, ListImportOptions(encoding="cp1252"))


def _a_paste(path: Path) -> None:
    read_pasted_speakers(path.read_bytes().decode("utf-8", "surrogateescape"), DIRECTORY)


def _a_contribution(path: Path) -> None:
    read_contribution(path, DIRECTORY)


def _in_a_house(path: Path, folder: Path) -> None:
    out = folder / "in-the-house.docx"
    out.unlink(missing_ok=True)
    write(made_session(1), NOW, "en", out, path)
    docx.Document(io.BytesIO(out.read_bytes()))


def _written_again(path: Path) -> None:
    write(made_session(5), NOW, "en", path)
    docx.Document(io.BytesIO(path.read_bytes()))


def _a_session(path: Path) -> None:
    check_file(path)
    journal = open_journal(path, read_only=True)
    try:
        History(journal.replay())
    finally:
        journal.close()


def _a_journal(path: Path) -> None:
    read_journal_rows(path)
