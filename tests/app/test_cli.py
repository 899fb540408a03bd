"""The command line as a contract: what each command does, and what it says when it cannot."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import docx
import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.service.session_service import SessionService
from ipu_session.store.files.lock import lock_path
from ipu_session.store.journal.open_session import create_and_close
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import DIRECTORY, FakeClock, person
from tests.importers.test_list_files import book_of
from tests.patience import PATIENCE_S
from tests.report.hand_edits import change_a_word, changed
from tests.report.template_makers import dotx, macros
from tests.report.word_reader import paragraphs

ROOT = Path(__file__).parents[2]
NOTE = ROOT / "resources" / "example" / "concept-note-144.txt"
THEMES = (
    "Policy responses to support the development of countries with high levels of international migration "
    "and to address the connections between migration, human trafficking and human rights abuses.",
    "Analysis of the current situation, including from a gender perspective.",
    "Lessons learned at the national, regional and global levels.",
    "Preventing the instrumentalization of migration for political purposes.",
    "Identification of major issues that need urgent parliamentary action.",
)


class Command:
    """Runs the program in a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *arguments: str | Path, cwd: Path | None = None, **more: str) -> CompletedProcess[bytes]:
        """Return what it printed and how it ended; ``more`` are environment variables."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
            "LANG": "C",
            "PYTHONWARNINGS": "error",
        }
        return subprocess.run(
            [sys.executable, "-m", "ipu_session", *map(str, arguments)],
            env={**environment, **more},
            cwd=cwd,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Command:
    return Command(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def example(run: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example session, written by the program."""
    path = tmp_path_factory.mktemp("example") / "example.ipusession"
    done = run("example", path)
    assert done.returncode == 1
    assert b"no window can open" in done.stderr
    assert path.exists()
    return path


@pytest.fixture
def made(run: Command, tmp_path: Path) -> Path:
    """A session out of the real concept note."""
    path = tmp_path / "d.ipusession"
    done = run("new", path, "--concept-note", NOTE)
    assert (done.returncode, done.stderr) == (0, b"")
    return path


def out(done: subprocess.CompletedProcess[bytes]) -> str:
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def exported(run: Command, path: Path, tmp_path: Path) -> dict[str, Any]:
    out(run("export", path, "-o", tmp_path / "x.json", "--format", "json"))
    record: dict[str, Any] = json.loads((tmp_path / "x.json").read_text("utf-8"))
    return record


def test_a_new_session_has_the_themes_and_dates_of_the_real_concept_note(
    run: Command, made: Path, tmp_path: Path
) -> None:
    record = exported(run, made, tmp_path)
    assert [theme["title"] for theme in record["themes"]] == list(THEMES)
    said = json.dumps(record["session"])
    for fact in ("144th IPU Assembly", "145th IPU Assembly", "2022-04-24"):
        assert fact in said
    assert check_file(made) == ()


def test_what_was_found_in_the_note_is_said(run: Command, tmp_path: Path) -> None:
    said = out(run("new", tmp_path / "d.ipusession", "--concept-note", NOTE, "--title", "Mine"))
    assert "title: Mine" in said
    assert said.count("theme ") == 5
    assert "contributions_deadline: 2022-04-24" in said


def test_what_is_doubtful_in_a_note_is_said(run: Command, tmp_path: Path) -> None:
    note = tmp_path / "n.txt"
    note.write_text(
        "Inquiry into statements\n\nLima, Peru, 2 to 4 May 2028\n\nTerms of Reference\n\n"
        "  • How often Members may make statements;\n  • How long a statement may last.\n",
        "utf-8",
    )
    said = out(run("new", tmp_path / "d.ipusession", "--concept-note", note))
    assert "theme 1 (doubtful): How often Members may make statements" in said
    assert "date" in said
    assert "please check: The themes may be others than these; look them over." in said
    sure = out(run("new", tmp_path / "e.ipusession", "--concept-note", NOTE))
    assert "doubtful" not in sure


def test_a_note_without_themes_says_so_and_makes_the_session_all_the_same(run: Command, tmp_path: Path) -> None:
    note = tmp_path / "n.txt"
    note.write_text("Concept note\n\nThe debate on water.\n")
    said = out(run("new", tmp_path / "d.ipusession", "--concept-note", note))
    assert "themes: (none found" in said


def test_a_speakers_list_comes_in_and_refused_rows_are_printed_with_why(
    run: Command, made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "delegation;nom;titre;thème\nKenya;S. Kihika;Mme;2\nAtlantis;N. Emo;M.;\nPérou;P. Álvarez;M.;#1\n", "utf-8"
    )
    said = out(run("speakers", made, path))
    assert "2 on the list now, 1 refused" in said
    assert "line 3: Atlantis; N. Emo; M.;: no such delegation: Atlantis" in said
    requests = exported(run, made, tmp_path)["requests"]
    assert len(requests) == 2


def test_questions_of_a_list_are_lines_with_row_and_reason_and_what_is_doubtful_stays_empty(
    run: Command, made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Country/Pays;Nom;Prénom;Catégorie;Naissance;Hôtel\nKenya;KIHIKA;Susan;Senator;03/04/1990;H\n"
        ";MWANGI;William;;;\nCongo;A;B;;;\nPhilipines;C;D;;;\nPérou;;;;;\nMali;#N/A;E;;;\n",
        "utf-8",
    )
    done = run("speakers", made, path)
    said = done.stdout.decode()
    assert done.returncode == 0
    for line in (
        "2 on the list now, 4 refused",
        "2 to be looked at",
        "Column not used: Hôtel",
        "Names written in capitals that are now written small: 2",
        "line 2: Kenya, Susan Kihika: no category that is known, kept as the function: Senator; "
        "day first or month first: 03/04/1990",
        "line 3: Kenya, William Mwangi: delegation taken from the row above: Kenya",
        "line 4: Congo; A; B; ; ;: may be more than one delegation: Congo "
        "(perhaps Democratic Republic of the Congo, Congo)",
        "line 5: Philipines; C; D; ; ;: no such delegation: Philipines (perhaps Philippines)",
        "line 6: Pérou; ; ; ; ;: names nobody; write the name",
        "line 7: Mali; #N/A; E; ; ;: the spreadsheet has an error here: #N/A",
    ):
        assert line in said
    kept = exported(run, made, tmp_path)["delegates"]
    assert [(each["name"], each["born"], each["function"]) for each in kept] == [
        ("Susan Kihika", "", "Senator"),
        ("William Mwangi", "", ""),
    ]
    again = run("speakers", made, path)
    assert again.returncode == 1
    assert "0 on the list now, 4 refused\n2 stood on the list already" in again.stdout.decode()


def test_of_several_sheets_the_command_asks_which_and_another_kind_of_file_is_named(
    run: Command, made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(
        book_of(("Mon", [["Country", "Name"], ["Mali", "A"]]), ("Tue", [["Country", "Name"], ["Peru", "B"]]))
    )
    done = run("speakers", made, path)
    assert done.returncode == 1
    assert done.stderr.decode().endswith("Several sheets are lists; say which: Mon, Tue.\n")
    assert "1 on the list now" in out(run("speakers", made, path, "--sheet", "Tue"))
    path.write_bytes(b"%PDF-1.4")
    done = run("speakers", made, path)
    assert b"This is a PDF. Wanted is a speakers list" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_session_is_backed_up_before_a_list_comes_in_and_a_list_comes_in_without(
    run: Command, made: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("delegation,name\nKenya,S. Kihika\n")
    before = out(run("journal", made))
    out(run("speakers", made, path))
    listed = out(run("backups", made))
    assert listed.startswith("1  ")
    out(run("restore", made, "--backup", "1", "-o", tmp_path / "as-before.ipusession"))
    assert out(run("journal", tmp_path / "as-before.ipusession")) == before
    path.write_text("delegation,name\nPeru,P. Álvarez\n", "utf-8")
    no_folder = tmp_path / "file"
    no_folder.write_text("")
    done = run("speakers", made, path, XDG_DATA_HOME=str(no_folder))
    assert done.returncode == 0
    assert done.stderr.startswith(b"ipu-session: no backup could be made: ")
    assert done.stderr.count(b"\n") == 1
    assert len(exported(run, made, tmp_path)["requests"]) == 2


def test_a_list_in_another_encoding_is_asked_about(run: Command, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("delegation,name\nKenya,Aïssata\n".encode("cp1252"))
    done = run("speakers", made, path)
    assert done.returncode == 1
    assert "--encoding cp1252: Kenya,Aïssata" in done.stdout.decode()
    assert done.stderr.count(b"\n") == 1
    assert b"line 2" in done.stderr
    out(run("speakers", made, path, "--encoding", "cp1252"))
    assert exported(run, made, tmp_path)["delegates"][0]["name"] == "Aïssata"


@pytest.mark.parametrize(("language", "word"), [
    ("en", "Participation"), ("fr", "Synthèse par thème"),
    ("es", "Resumen por tema"), ("ar", "تنظيم المناقشة"),
])  # fmt: skip
def test_the_report_is_a_word_file_in_the_language_asked_for(
    run: Command, example: Path, tmp_path: Path, language: str, word: str
) -> None:
    path = tmp_path / "r.docx"
    out(run("report", example, "-o", path, "--language", language, "--layout", "themes"))
    texts = [paragraph.text for paragraph in paragraphs(docx.Document(str(path)))]
    assert word in texts


@pytest.mark.parametrize(("options", "instead"), [
    (("--layout", "speakers"), ("The debate, speaker by speaker", "Summary by theme")),
    (("--short",), ("Summary by theme", "Annex F. Statistics")),
    (
        ("--unattributed",),
        (
            "This theme was addressed by eight delegations. Speaking for no delegation: 1. In writing: 1.",
            "Disaggregated data by age, sex and disability (Canada)",
        ),
    ),
])  # fmt: skip
def test_the_report_comes_by_speakers_short_or_without_names(
    run: Command,
    example: Path,
    tmp_path: Path,
    options: tuple[str, ...],
    instead: tuple[str, str],
) -> None:
    there, gone = instead
    texts = []
    for number, chosen in enumerate(((), options)):
        path = tmp_path / f"r{number}.docx"
        out(run("report", example, "-o", path, "--language", "en", *chosen))
        texts.append([paragraph.text for paragraph in paragraphs(docx.Document(str(path)))])
    usual, other = texts
    assert gone in usual
    assert gone not in other
    assert there in other


def test_by_speakers_without_names_is_refused_in_one_line_and_nothing_is_written(
    run: Command, example: Path, tmp_path: Path
) -> None:
    done = run("report", example, "-o", tmp_path / "r.docx", "--layout", "speakers", "--unattributed")
    assert done.returncode == 2
    assert b"cannot be --unattributed" in done.stderr
    assert list(tmp_path.glob("r.docx")) == []


def test_a_report_in_a_house_template_and_again_over_hand_edits_says_what_became_of_each(
    run: Command, example: Path, tmp_path: Path
) -> None:
    house, path = tmp_path / "house.dotx", tmp_path / "r.docx"
    house.write_bytes(dotx())
    said = out(run("report", example, "-o", path, "--language", "en", "--template", house))
    assert "Styles added that the template has not: Committee" in said
    changed(path, change_a_word)
    said = out(run("report", example, "-o", path, "--language", "en", "--template", house))
    assert "Kept as changed by hand: 1\n  EDITED" in said
    assert "What was there before is kept as" in said
    house.write_bytes(macros())
    refused = run("report", example, "-o", path, "--template", house)
    assert refused.returncode == 1
    assert b"macros" in refused.stderr


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_record_is_exported_in_each_form(run: Command, example: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"x.{form}"
    out(run("export", example, "-o", path, "--format", form))
    assert path.stat().st_size > 1000


def test_the_json_has_every_part_of_the_record(run: Command, example: Path, tmp_path: Path) -> None:
    record = exported(run, example, tmp_path)
    parts = "session themes delegations delegates requests interventions struck notes synthesis contributions"
    assert list(record) == ["format", *parts.split()]
    assert (len(record["requests"]), len(record["interventions"])) == (30, 22)


def test_a_journal_replayed_gives_the_same_journal_byte_for_byte(run: Command, example: Path, tmp_path: Path) -> None:
    lines, again = tmp_path / "a.jsonl", tmp_path / "b.ipusession"
    out(run("journal", example, "-o", lines))
    out(run("replay", lines, "-o", again))
    assert run("journal", again).stdout == lines.read_bytes()
    assert run("journal", example).stdout == lines.read_bytes()
    assert out(run("check", again)) == "OK\n"


def test_a_damaged_file_is_told_fault_by_fault(run: Command, made: Path) -> None:
    database = sqlite3.connect(made)
    database.execute("update journal set payload = replace(payload, '144', '143') where version = 1")
    database.commit()
    database.close()
    done = run("check", made)
    assert done.returncode == 1
    assert done.stdout.startswith(b"chain: event 1\n")
    assert done.stderr.count(b"\n") == 1


def test_an_open_session_can_be_read_but_not_written_by_another_program(
    run: Command, example: Path, made: Path, tmp_path: Path
) -> None:
    from ipu_session.store.journal.open_session import open_journal

    held = open_journal(made)
    listed = tmp_path / "l.csv"
    listed.write_text("delegation,name\nKenya,A\n")
    done = run("speakers", made, listed)
    assert done.returncode == 1
    assert str(os.getpid()).encode() in done.stderr
    assert out(run("check", made)) == "OK\n"
    held.close()
    assert not lock_path(made).exists()


def a_text(folder: Path) -> Path:
    path = folder / "text.txt"
    path.write_text("Dear colleagues")
    return path


def a_noise(folder: Path) -> Path:
    path = folder / "noise.bin"
    path.write_bytes(bytes(range(256)) * 40)
    return path


def an_empty(folder: Path) -> Path:
    path = folder / "empty.csv"
    path.write_bytes(b"")
    return path


def a_foreign(folder: Path) -> Path:
    path = folder / "photos.db"
    database = sqlite3.connect(path)
    database.execute("create table photos(x)")
    database.close()
    return path


def a_missing(folder: Path) -> Path:
    return folder / "none"


def a_folder(folder: Path) -> Path:
    return folder


def a_sheet_named_csv(folder: Path) -> Path:
    import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types

    path = folder / "sheet.csv"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet().write_row(0, 0, ["delegation", "name"])
    book.close()
    return path


def an_unknown_delegation(folder: Path) -> Path:
    path = folder / "unknown.csv"
    path.write_text("delegation,name\nAtlantis,N. Emo\n")
    return path


BAD = (a_missing, a_folder, an_empty, a_noise, a_text, a_foreign, a_sheet_named_csv)
COMMANDS: dict[str, Callable[[Path, Path, Path], tuple[str | Path, ...]]] = {
    "report": lambda bad, good, folder: ("report", bad, "-o", folder / "out"),
    "export": lambda bad, good, folder: ("export", bad, "-o", folder / "out", "--format", "json"),
    "journal": lambda bad, good, folder: ("journal", bad, "-o", folder / "out"),
    "check": lambda bad, good, folder: ("check", bad),
    "lots": lambda bad, good, folder: ("lots", bad),
    "replay": lambda bad, good, folder: ("replay", bad, "-o", folder / "out"),
    "speakers FILE": lambda bad, good, folder: ("speakers", bad, good),
    "speakers LIST": lambda bad, good, folder: ("speakers", good, bad),
    "new": lambda bad, good, folder: ("new", folder / "out", "--concept-note", bad),
}


def check_refused(done: subprocess.CompletedProcess[bytes], *parts: str | Path) -> None:
    """One line on standard error that names every part; no traceback; exit 1."""
    said = done.stderr.decode()
    assert done.returncode == 1, said
    assert said.count("\n") == 1, said
    assert said.startswith("ipu-session: ")
    assert "Traceback" not in said
    for part in parts:
        assert str(part) in said, said


@pytest.mark.parametrize("command", COMMANDS)
def test_bad_input_gives_one_clear_line_and_leaves_nothing(
    run: Command, made: Path, tmp_path: Path, command: str
) -> None:
    before = made.read_bytes()
    for number, make in enumerate(BAD):
        if command == "new" and make is a_text:
            continue
        folder = tmp_path / f"{number}"
        folder.mkdir()
        bad = make(folder)
        check_refused(run(*COMMANDS[command](bad, made, folder)), bad)
        assert not (folder / "out").exists()
        assert not lock_path(made).exists()
    assert made.read_bytes() == before


def test_a_list_of_unknown_delegations_only_is_refused(run: Command, made: Path, tmp_path: Path) -> None:
    bad = an_unknown_delegation(tmp_path)
    done = run("speakers", made, bad)
    check_refused(done, bad, "Atlantis")


def test_a_file_that_is_there_is_never_written_over(run: Command, made: Path, tmp_path: Path) -> None:
    before = made.read_bytes()
    check_refused(run("new", made, "--concept-note", NOTE), made)
    lines = tmp_path / "a.jsonl"
    out(run("journal", made, "-o", lines))
    check_refused(run("replay", lines, "-o", made), made)
    check_refused(run("example", made), made)
    assert made.read_bytes() == before


def test_no_record_is_ever_written_over_a_session(run: Command, made: Path, tmp_path: Path) -> None:
    before = made.read_bytes()
    for command in (("report", made), ("journal", made), ("export", made, "--format", "json")):
        check_refused(run(*command, "-o", made), made)
    assert made.read_bytes() == before


def test_an_output_that_takes_nothing_is_told_as_such(run: Command, made: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ipu_session", "journal", str(made)],
            env={"PATH": os.environ["PATH"], "HOME": str(run.home), "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=PATIENCE_S,
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"fault of the program" not in done.stderr


def test_an_output_that_cannot_be_replaced_stays_as_it_was(run: Command, made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out.docx"
    folder.mkdir()
    check_refused(run("report", made, "-o", folder), folder)
    check_refused(run("report", made, "-o", tmp_path / "none" / "r.docx"), tmp_path / "none")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "x"),
        ("export", "x", "-o", "y", "--format", "pdf"),
        ("new", "x"),
        ("report", "x", "-o", "y", "--language", "xx"),
        ("report", "x", "-o", "y", "--layout", "delegations"),
        ("new", "x", "--concept-note", "y", "--preset", "none"),
        ("--nonsense",),
        ("speakers", "x", "y", "--encoding", "klingon"),
    ],
)
def test_wrong_usage_is_status_two(run: Command, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("reprot",), "did you mean report?"),
        (("reprot", "x"), "did you mean report?"),
        (("reprot", "x", "-o", "y"), "did you mean report?"),
        (("REPORT", "x"), "did you mean report?"),
        (("speaker", "x", "y"), "did you mean speakers?"),
        (("bakups", "x"), "did you mean backups?"),
        (("qwfpgj", "x"), "--help names them"),
        (("--versoin",), "--version"),
        (("report", "x", "-o", "y", "--finl"), "--final"),
    ],
)
def test_a_mistyped_word_is_status_two_and_the_nearest_is_named(
    run: Command, arguments: tuple[str, ...], named: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert named in done.stderr.decode()
    assert b"display" not in done.stderr


def test_a_file_that_is_not_there_and_a_folder_open_no_window(run: Command, tmp_path: Path) -> None:
    check_refused(run("gone.ipusession"), "gone.ipusession", "no such file")
    check_refused(run(tmp_path / "gone"), "gone", "no such file")
    check_refused(run(tmp_path), tmp_path, "folder")


def test_a_file_called_as_a_command_or_nearly_is_a_file_where_it_is_one(run: Command, tmp_path: Path) -> None:
    for name in ("report", "reprot"):
        (tmp_path / name).write_text("a session")
    check_refused(run(tmp_path / "report"), "no window can open")
    check_refused(run("./report", cwd=tmp_path), "no window can open")
    check_refused(run("reprot", cwd=tmp_path), "no window can open")
    assert run("report", cwd=tmp_path).returncode == 2


def test_without_a_display_the_window_says_so_and_names_the_way_out(run: Command, made: Path) -> None:
    for arguments in ((), (made,)):
        check_refused(run(*arguments), "no display", "--help")


def test_help_and_version_load_neither_qt_nor_word_nor_the_database_library(
    run: Command,
) -> None:
    assert "COMMAND" in out(run("--help"))
    assert "0." in out(run("--version"))
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ipu_session", "--help"],
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE_S,
        check=True,
    ).stderr.decode()
    assert " ipu_session.app.cli.files\n" in loaded.replace("\r", "")
    for heavy in ("PySide6", "docx", "sqlite_utils", "pypdf", "xlsxwriter"):
        assert f" {heavy}\n" not in loaded.replace("\r", "")


def test_our_own_fault_is_one_line_and_is_written_down(run: Command, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from ipu_session.app import main; main.show_window = lambda path: 1 / 0; main.main()"],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    check_refused(done, "ZeroDivisionError", "ipu-session.log")
    log = Path(done.stderr.decode().rstrip("\n").partition("it is written down in ")[2])
    assert "Traceback" in log.read_text("utf-8")
    # On Windows the user's folder is not where a variable says.
    assert log in tmp_path.rglob("ipu-session.log") or sys.platform == "win32"


def test_lots_are_repeated_step_by_step(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "lots.ipusession"
    with create_and_close(path) as journal:
        service = SessionService(journal, FakeClock())
        service.execute(c.CreateSession(Details(title="Lots"), Rules(), DIRECTORY))
        for code in ("KE", "PE", "WS", "JP"):
            service.execute(c.AddRequest(person(code)))
        service.execute(c.DrawLots(7))
    done = run("lots", path)
    assert done.stdout.decode().splitlines() == [
        "drawing 1, seed 7, 4 names",
        "1. 117649 / 4: 2 – Peru",
        "2. 1977326743 / 3: 2 – Samoa",
        "3. 621132276 / 2: 1 – Kenya",
        "4. 452154665 / 1: 1 – Japan",
        "the same as recorded",
    ]


def test_lots_among_names_in_a_file(run: Command, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Kenya\nPérou\n\nSamoa\nJapan\n", "utf-8")
    done = run("lots", names, "--seed", "7")
    assert [line.rpartition("– ")[2] for line in done.stdout.decode().splitlines()] == [
        "Pérou",
        "Samoa",
        "Kenya",
        "Japan",
    ]
    for seed in ("0", "2147483647", "x"):
        assert run("lots", names, "--seed", seed).returncode == 2


def test_a_session_without_lots_says_so(run: Command, example: Path) -> None:
    assert run("lots", example).stdout == b"no lots were drawn\n"


def test_the_list_is_written_without_a_display(run: Command, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    out(run("list", example, "-o", file, "--language", "fr"))
    told = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    assert "Liste des orateurs" in told
    assert "Page 1 sur" in told


def test_a_list_that_cannot_be_written_says_where(run: Command, example: Path, tmp_path: Path) -> None:
    done = run("list", example, "-o", tmp_path / "missing" / "list.pdf")
    assert done.returncode == 1
    assert b"missing" in done.stderr


def test_any_table_can_be_had_as_csv(run: Command, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    out(run("export", example, "-o", file, "--format", "csv", "--table", "notes"))
    assert file.read_text("utf-8-sig").startswith("id,taken,speaker,")
    assert run("export", example, "-o", file, "--format", "json", "--table", "notes").returncode == 2


def test_the_schema_of_the_record_is_printed(run: Command) -> None:
    done = run("schema")
    out(done)
    assert json.loads(done.stdout)["$id"] == "urn:ipu-session:record:1"


def test_the_commands_load_nothing_of_the_window(run: Command) -> None:
    code = "import sys, ipu_session.app.cli.main; print([n for n in sys.modules if n.startswith('PySide6')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT)
    assert done.stdout.strip() == b"[]", done.stderr
