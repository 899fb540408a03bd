"""The command line: everything that needs no screen (product.md, *The command line*)."""

import pkgutil
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TypedDict, Unpack

import click

from ipu_session import __version__
from ipu_session.app import paths
from ipu_session.app.cli import files
from ipu_session.app.cli.common import now_of, session_at
from ipu_session.app.cli.corrections import correction
from ipu_session.app.cli.lots import drawings_told, names_in, same, told
from ipu_session.app.cli.speakers import speakers
from ipu_session.app.cli.verification import check, made_of
from ipu_session.app.demo.example import write_example
from ipu_session.app.error_lines import one_line, refuse
from ipu_session.app.launcher import names_a_file, show_window
from ipu_session.app.services import file_services
from ipu_session.app.services.journal_import import read_lines
from ipu_session.app.services.recorded_session import read_record
from ipu_session.app.services.report_export import export_report, report_of
from ipu_session.domain import commands as c
from ipu_session.domain.decide.roster import details_with
from ipu_session.domain.exchange import report_options
from ipu_session.domain.exchange.import_results import Finding
from ipu_session.domain.exchange.report_options import Layout, Length, ReportChoice
from ipu_session.domain.model.rules import PRESETS
from ipu_session.domain.model.session import Details
from ipu_session.domain.queries.lot_drawing import MODULUS
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.report.atomic_write import replace_file
from ipu_session.report.data.export import SHEETS
from ipu_session.service.clock import SystemClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError, StoreTrouble
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.journal.open_session import making, open_journal
from ipu_session.ui.core.app_services import Target
from ipu_session.ui.prepare.concept_note_labels import note_remark
from ipu_session.ui.strings.export_messages import exported_told

FILE = click.Path(path_type=Path)
LANGUAGES = click.Choice(report_options.LANGUAGES)
LAYOUTS = click.Choice([layout.value for layout in Layout])


class _Wanted(TypedDict):
    """The options that say which report is wanted."""

    language: str | None
    layout: str
    unattributed: bool
    short: bool
    final: bool
    number: int | None
    template: Path | None


class _Program(click.Group):
    """A file is a session to open, no word at all opens the window, and any other word is a mistake."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and names_a_file(args[0]):
            return "open", _open, args
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            ctx.fail(_no_such_command(args[0], self.commands))
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[FILE]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix="       ")


def _no_such_command(word: str, commands: Iterable[str]) -> str:
    """Return what to say of a mistyped command: the nearest one, by its letters."""
    near = get_close_matches(word.lower(), list(commands), 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else "ipu-session --help names them."
    return f"there is no command {one_line(word)}, and no file of that name; {hint}"


@click.group(cls=_Program, invoke_without_command=True)
@click.version_option(__version__, prog_name="IPU Session")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Speakers list, clock, notes and report of an IPU preparatory debate. FILE is a session to open."""
    if ctx.invoked_subcommand is None:
        show_window(None)


@click.command("open")
@click.argument("file", type=FILE)
def _open(file: Path) -> None:
    """Open the window on a session."""
    show_window(file)


@program.command()
@click.argument("file", type=FILE, required=False)
def example(file: Path | None) -> None:
    """Write the example session and open it."""
    path = paths.data_dir() / "example.ipusession" if file is None else file
    if file is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    _make_room_for_example(path)
    write_example(path)
    click.echo(f"{path}")
    show_window(path)


@program.command()
@click.argument("file", type=FILE)
@click.option("--concept-note", "note_path", type=FILE, required=True, help=".docx, .pdf or .txt")
@click.option("--title", default="", help="instead of the note's own")
@click.option("--preset", type=click.Choice(sorted(PRESETS)), default="ipu-committee", show_default=True)
@click.option("--language", type=LANGUAGES, default=None, help="of the report")
def new(file: Path, note_path: Path, title: str, preset: str, language: str | None) -> None:
    """Make a session out of a concept note."""
    note = read_concept_note(note_path)
    found = details_with(Details(), note)
    noted = note.value("language")
    chosen = language or (noted if noted in LANGUAGES.choices else found.language)
    details = replace(found, title=title or found.title, language=chosen)
    themes = tuple((theme.value, theme.source) for theme in note.themes)
    _begin(file, c.CreateSession(details, PRESETS[preset], file_services.directory(), themes))
    click.echo(f"title: {one_line(details.title) or '(none found; name it with --title or in the window)'}")
    if not themes:
        click.echo("themes: (none found; type them in the window, Prepare)")
    for number, theme in enumerate(note.themes, start=1):
        click.echo(f"theme {number}{_doubt(theme)}: {one_line(theme.value)}")
    for finding in note.findings:
        if finding.field not in {"theme", "title"}:
            click.echo(f"{finding.field}{_doubt(finding)}: {one_line(finding.value)}")
    for code in note.remarks:
        if code != "no-themes":
            click.echo(f"please check: {one_line(note_remark(code, str))}")


def _doubt(finding: Finding) -> str:
    return " (doubtful)" if finding.doubtful else ""


@program.command()
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="the Word document to write")
@click.option("--language", type=LANGUAGES, default=None, help="default: the session's")
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.THEMES.value,
    show_default=True,
)
@click.option(
    "--unattributed",
    is_flag=True,
    help="by themes only: say what was said, not by whom; lists typed texts that name somebody",
)
@click.option("--short", is_flag=True, help="two pages for the Chair, without annexes")
@click.option("--final", is_flag=True, help="make it final, unless nothing is new since the last final one")
@click.option("--version", "number", type=click.IntRange(1), help="write this final version again")
@click.option("--template", type=FILE, default=None, help="a .docx or .dotx: styles, page, header and logo")
def report(file: Path, out: Path, **wanted: Unpack[_Wanted]) -> None:
    """Write the session report in Word; with --final, as the version that is signed.

    What was changed by hand in an earlier report there stays, and that file is kept beside it.
    """
    choice, number = _choice(wanted), wanted["number"]
    target = Target(out, wanted["template"])
    if wanted["final"] and number is None:
        _make_final(file)
    record = read_record(file)
    session = record.session
    choice = replace(choice, language=choice.language or session.details.language)
    with made_of(file):
        if wanted["final"] or number is not None:
            done = file_services.write_final(record, number or session.finals[-1].number, choice, target)
        else:
            moment, basis = now_of(record), record.basis(session.version)
            made = report_of(session, moment, choice, basis)
            done = export_report(made, session, choice, target)
    for line in exported_told(done, str):
        click.echo(one_line(line))


@program.command()
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="the file to write")
@click.option("--format", "form", type=click.Choice(["csv", "xlsx", "json"]), required=True)
@click.option("--table", type=click.Choice(list(SHEETS)), help="of CSV; default: interventions")
@click.option("--restricted", is_flag=True, help="with notes not for the report, birth dates and senders")
def export(file: Path, out: Path, form: str, table: str | None, *, restricted: bool) -> None:
    """Write the record as a table or as JSON.

    Notes not for the report, dates of birth and who sent corrections are left out, unless --restricted.
    """
    if table is not None and form != "csv":
        raise click.UsageError("--table goes with --format csv: the other forms hold every table")
    record = read_record(file)
    wanted = f"csv-{table}" if table else form
    with made_of(file):
        file_services.export(record.session, now_of(record), wanted, out, restricted=restricted)


@program.command(name="list")
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="the PDF to write")
@click.option("--language", type=LANGUAGES, default=None, help="default: the session's")
def speakers_list(file: Path, out: Path, language: str | None) -> None:
    """Write the list of speakers as a PDF, to go on by hand on paper."""
    record = read_record(file)
    session = record.session
    # By name, so that the other commands load no Qt.
    write = pkgutil.resolve_name("ipu_session.app.services.speakers_list_pdf:write_off_screen")
    with made_of(file):
        write(session, now_of(record), language or session.details.language, out)


@program.command()
def schema() -> None:
    """Write the JSON Schema that the record in JSON follows."""
    text = (paths.resources() / "record.schema.json").read_text("utf-8")
    click.echo(text, nl=False)


@program.command()
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, default=None, help="default: standard output")
def journal(file: Path, out: Path | None) -> None:
    """Write every recorded event, one JSON object a line.

    This is the full record: with notes not for the report, deleted notes, birth dates and senders.
    """
    text = "".join(f"{line}\n" for line in dump_lines(read_record(file).rows))
    if out is None:
        click.echo(text, nl=False)
    else:
        replace_file(out, text.encode("ascii"))


@program.command()
@click.argument("events", metavar="EVENTS.jsonl", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="the session file to make")
def replay(events: Path, out: Path) -> None:
    """Make a session file of a journal written by `journal`."""
    rows = read_lines(events)
    with making(out) as made:
        made.append(rows)


@program.command(name="lots")
@click.argument("file", type=FILE)
@click.option("--seed", type=click.IntRange(1, MODULUS - 1), help="draw among the names in FILE, one a line")
def draw_lots(file: Path, seed: int | None) -> None:
    """Repeat the drawings of lots of session FILE, step by step; with --seed, draw among names."""
    if seed is not None:
        lines = list(told(seed, names_in(file)))
    else:
        session = read_record(file).session
        lines = list(drawings_told(session)) or ["no lots were drawn"]
    for line in lines:
        click.echo(one_line(line))
    if seed is None and not all(map(same, session.drawings)):
        refuse(f"{file}: a drawing of lots does not come out as recorded; take a copy of it from before")


for _command in (check, correction, speakers, *files.COMMANDS):
    program.add_command(_command)


def _choice(wanted: _Wanted) -> ReportChoice:
    """Return which report is wanted; wrong usage if there is none such."""
    length = Length.SHORT if wanted["short"] else Length.FULL
    layout, attributed = Layout(wanted["layout"]), not wanted["unattributed"]
    choice = ReportChoice(wanted["language"] or "", layout, attributed, length)
    if not choice.possible:
        raise click.UsageError("a report by speakers cannot be --unattributed; leave out one of the two")
    return choice


def _make_final(path: Path) -> None:
    """Make the report final, if the record says anything that the last final version does not."""
    record = read_record(path)
    if not record.is_final:
        with session_at(path) as service:
            service.execute(c.FinalizeReport())


def _make_room_for_example(path: Path) -> None:
    """Take away an older example; any other file stays, and is named as in the way."""
    if not path.exists():
        return
    try:
        old = read_record(path).session
    except StoreError as error:
        raise StoreError(StoreTrouble.EXISTS, str(path)) from error
    if not old.details.example:
        raise StoreError(StoreTrouble.EXISTS, str(path))
    journal = open_journal(path)
    journal.close()
    path.unlink()


def _begin(path: Path, command: c.CreateSession) -> None:
    """Make a session file with its first act, or none."""
    with making(path) as journal:
        SessionService(journal, SystemClock()).execute(command)
