"""The command line: the group of all commands, and those without their own module (docs/rules.md#command-line)."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from msgspec.structs import replace

from ipu_session import __version__
from ipu_session.app import paths
from ipu_session.app.cli import files
from ipu_session.app.cli.common import open_session_service, report_now
from ipu_session.app.cli.corrections import correction
from ipu_session.app.cli.lots import explain_draw, explain_draws, is_reproducible, read_names
from ipu_session.app.cli.speakers import speakers
from ipu_session.app.cli.verification import check, translate_unsound_data_errors
from ipu_session.app.demo.example import write_example
from ipu_session.app.error_lines import exit_with_error, to_single_line
from ipu_session.app.launcher import is_file_argument, show_window
from ipu_session.app.lazy_imports import LazyModule
from ipu_session.app.services import file_services
from ipu_session.app.services.journal_import import read_journal_rows
from ipu_session.app.services.recorded_session import read_recorded_session
from ipu_session.app.services.report_export import build_checked_report, export_report
from ipu_session.domain import commands as c
from ipu_session.domain.decide.roster import merge_details
from ipu_session.domain.exchange import report_options
from ipu_session.domain.exchange.import_results import ExtractedField
from ipu_session.domain.exchange.report_options import ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.rules import PRESETS
from ipu_session.domain.model.session import Details
from ipu_session.domain.queries.lot_drawing import MODULUS
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.report.data.export import TABLE_BUILDERS
from ipu_session.report.output_file import replace_file
from ipu_session.service.clock import SystemClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.journal.open_session import create_and_close, open_journal
from ipu_session.ui.core.app_services import ExportTarget
from ipu_session.ui.prepare.concept_note_remarks import format_note_remark
from ipu_session.ui.strings.export_messages import describe_export

if TYPE_CHECKING:
    from ipu_session.app.services import speakers_list_pdf
else:
    # Only one command needs Qt.
    speakers_list_pdf = LazyModule("ipu_session.app.services.speakers_list_pdf")

FILE = click.Path(path_type=Path)
LANGUAGES = click.Choice(report_options.LANGUAGE_CODES)
LAYOUTS = click.Choice([layout.value for layout in ReportLayout])


class _ReportArguments(TypedDict):
    """The options of `report` that select the report and its output."""

    language: str | None
    layout: str
    unattributed: bool
    short: bool
    final: bool
    number: int | None
    template: Path | None


class _CommandGroup(click.Group):
    """Group that opens the window for a file (see `is_file_argument`) and rejects any other unknown word."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and is_file_argument(args[0]):
            return "open", _open_command, args
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            ctx.fail(_unknown_command_message(args[0], self.commands))
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[FILE]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix="       ")


def _unknown_command_message(word: str, commands: Iterable[str]) -> str:
    """Return the error message for a mistyped command, with the closest command name."""
    similar = get_close_matches(word.lower(), list(commands), 1, 0.5)
    hint = f"did you mean {similar[0]}?" if similar else "ipu-session --help names them."
    return f"there is no command {to_single_line(word)}, and no file of that name; {hint}"


@click.group(cls=_CommandGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="IPU Session")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Speakers list, clock, notes and report of an IPU preparatory debate. FILE is a session to open in the window."""
    if ctx.invoked_subcommand is None:
        show_window(None)


@click.command("open")
@click.argument("file", type=FILE)
def _open_command(file: Path) -> None:
    """Open the window on a session."""
    show_window(file)


@program.command()
@click.argument("file", type=FILE, required=False)
def example(file: Path | None) -> None:
    """Write the example session to FILE (default: in the data folder of the user) and open it."""
    path = paths.data_dir() / "example.ipusession" if file is None else file
    if file is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    _remove_old_example(path)
    write_example(path)
    click.echo(f"{path}")
    show_window(path)


@program.command()
@click.argument("file", type=FILE)
@click.option(
    "--concept-note", "note_path", type=FILE, required=True, help="Concept note to read: .docx, .pdf or .txt."
)
@click.option("--title", default="", help="Title of the debate. Default: the title of the note.")
@click.option(
    "--preset",
    type=click.Choice(sorted(PRESETS)),
    default="ipu-committee",
    show_default=True,
    help="Rules of procedure.",
)
@click.option("--language", type=LANGUAGES, default=None, help="Language of the report. Default: that of the note.")
def new(file: Path, note_path: Path, title: str, preset: str, language: str | None) -> None:
    """Create the session FILE from a concept note."""
    note = read_concept_note(note_path)
    extracted = merge_details(Details(), note)
    note_language = note.value("language")
    session_language = language or (note_language if note_language in LANGUAGES.choices else extracted.language)
    details = replace(extracted, title=title or extracted.title, language=session_language)
    themes = tuple((theme.value, theme.source) for theme in note.themes)
    _write_new_session(file, c.CreateSession(details, PRESETS[preset], file_services.load_delegations(), themes))
    click.echo(f"title: {to_single_line(details.title) or '(none found; name it with --title or in the window)'}")
    if not themes:
        click.echo("themes: (none found; type them in the window, Prepare)")
    for number, theme in enumerate(note.themes, start=1):
        click.echo(f"theme {number}{_doubt_suffix(theme)}: {to_single_line(theme.value)}")
    for finding in note.findings:
        if finding.field not in {"theme", "title"}:
            click.echo(f"{finding.field}{_doubt_suffix(finding)}: {to_single_line(finding.value)}")
    for code in note.remarks:
        if code != "no-themes":
            click.echo(f"please check: {to_single_line(format_note_remark(code, str))}")


def _doubt_suffix(finding: ExtractedField) -> str:
    return " (doubtful)" if finding.is_doubtful else ""


@program.command()
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="Word document to write.")
@click.option(
    "--language", type=LANGUAGES, default=None, help="Language of the document. Default: that of the session."
)
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in ReportLayout]),
    default=ReportLayout.THEMES.value,
    show_default=True,
    help="Order of the content: by theme, or by speaker.",
)
@click.option(
    "--unattributed",
    is_flag=True,
    help="Leave out who said what; list the typed texts that name somebody. Not with --layout speakers.",
)
@click.option("--short", is_flag=True, help="Two pages for the Chair, without annexes.")
@click.option(
    "--final", is_flag=True, help="Record a final version first, unless nothing has changed since the last one."
)
@click.option("--version", "number", type=click.IntRange(1), help="Number of a final version to write again.")
@click.option(
    "--template",
    type=FILE,
    default=None,
    help="Word file (.docx, .dotx) with the styles, page, header and logo to use.",
)
def report(file: Path, out: Path, **options: Unpack[_ReportArguments]) -> None:
    """Write the report of the session FILE as a Word document; with --final, as the version to be signed.

    If there is an earlier report at that path, what people changed in it is kept, and the old file is saved beside it.
    """
    choice, number = _build_report_options(options), options["number"]
    target = ExportTarget(out, options["template"])
    if options["final"] and number is None:
        _finalize_report(file)
    record = read_recorded_session(file)
    session = record.session
    choice = replace(choice, language=choice.language or session.details.language)
    with translate_unsound_data_errors(file):
        if options["final"] or number is not None:
            done = file_services.write_final(record, number or session.final_versions[-1].number, choice, target)
        else:
            moment, basis = report_now(record), record.build_report_basis(session.version)
            built = build_checked_report(session, moment, choice, basis)
            done = export_report(built, session, choice, target)
    for line in describe_export(done, str):
        click.echo(to_single_line(line))


@program.command()
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="File to write.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx", "json"]),
    required=True,
    help="CSV: one table; XLSX: every table; JSON: every recorded field.",
)
@click.option("--table", type=click.Choice(list(TABLE_BUILDERS)), help="Table of a CSV file. Default: interventions.")
@click.option(
    "--restricted", is_flag=True, help="Include notes not for the report, dates of birth, and senders of corrections."
)
def export(file: Path, out: Path, form: str, table: str | None, *, restricted: bool) -> None:
    """Write the record of the session FILE as a table or as JSON.

    Notes not for the report, dates of birth and senders of corrections are left out, unless --restricted.
    """
    if table is not None and form != "csv":
        raise click.UsageError("--table goes with --format csv: the other forms hold every table")
    record = read_recorded_session(file)
    export_form = f"csv-{table}" if table else form
    with translate_unsound_data_errors(file):
        file_services.export(record.session, report_now(record), export_form, out, restricted=restricted)


@program.command(name="list")
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="PDF to write.")
@click.option(
    "--language", type=LANGUAGES, default=None, help="Language of the document. Default: that of the session."
)
def list_command(file: Path, out: Path, language: str | None) -> None:
    """Write the speakers list as a PDF, to continue the debate on paper."""
    record = read_recorded_session(file)
    session = record.session
    with translate_unsound_data_errors(file):
        speakers_list_pdf.write_headless(session, report_now(record), language or session.details.language, out)


@program.command()
def schema() -> None:
    """Print the JSON Schema of the record that `export --format json` writes."""
    text = (paths.resources_dir() / "record.schema.json").read_text("utf-8")
    click.echo(text, nl=False)


@program.command()
@click.argument("file", type=FILE)
@click.option("-o", "out", type=FILE, default=None, help="File to write. Default: standard output.")
def journal(file: Path, out: Path | None) -> None:
    """Write every recorded event as JSON lines, one object for each event.

    This is the full record: with notes not for the report, deleted notes, birth dates and senders.
    """
    text = "".join(f"{line}\n" for line in dump_lines(read_recorded_session(file).rows))
    if out is None:
        click.echo(text, nl=False)
    else:
        replace_file(out, text.encode("ascii"))


@program.command()
@click.argument("events", metavar="EVENTS.jsonl", type=FILE)
@click.option("-o", "out", type=FILE, required=True, help="Session file to create.")
def replay(events: Path, out: Path) -> None:
    """Create a session file from the events that `journal` wrote."""
    rows = read_journal_rows(events)
    with create_and_close(out) as journal:
        journal.append(rows)


@program.command(name="lots")
@click.argument("file", type=FILE)
@click.option(
    "--seed",
    type=click.IntRange(1, MODULUS - 1),
    help="Seed of a drawing among the names in FILE, a text file with one name on each line.",
)
def lots_command(file: Path, seed: int | None) -> None:
    """Repeat the drawings of lots of the session FILE, step by step; with --seed, draw lots among names."""
    if seed is not None:
        lines = list(explain_draw(seed, read_names(file)))
    else:
        session = read_recorded_session(file).session
        lines = list(explain_draws(session)) or ["no lots were drawn"]
    for line in lines:
        click.echo(to_single_line(line))
    if seed is None and not all(map(is_reproducible, session.drawings)):
        exit_with_error(f"{file}: a drawing of lots does not come out as recorded; take a copy of it from before")


for _command in (check, correction, speakers, *files.COMMANDS):
    program.add_command(_command)


def _build_report_options(options: _ReportArguments) -> ReportOptions:
    """Return the report options; raise click.UsageError for an impossible combination."""
    length = ReportLength.SHORT if options["short"] else ReportLength.FULL
    layout, attributed = ReportLayout(options["layout"]), not options["unattributed"]
    choice = ReportOptions(options["language"] or "", layout, attributed, length)
    if not choice.is_possible:
        raise click.UsageError("a report by speakers cannot be --unattributed; leave out one of the two")
    return choice


def _finalize_report(path: Path) -> None:
    """Record a final version, unless the content of the record is that of the last final version."""
    record = read_recorded_session(path)
    if not record.is_unchanged_since_final:
        with open_session_service(path) as service:
            service.execute(c.FinalizeReport())


def _remove_old_example(path: Path) -> None:
    """Delete an earlier example session at ``path``; StoreError (EXISTS) if another file is there."""
    if not path.exists():
        return
    try:
        old = read_recorded_session(path).session
    except StoreError as error:
        raise StoreError(StoreErrorCode.EXISTS, str(path)) from error
    if not old.details.example:
        raise StoreError(StoreErrorCode.EXISTS, str(path))
    journal = open_journal(path)
    journal.close()
    path.unlink()


def _write_new_session(path: Path, command: c.CreateSession) -> None:
    """Create a session file with its first transaction; if that fails, no file is left."""
    with create_and_close(path) as journal:
        SessionService(journal, SystemClock()).execute(command)
