"""The `speakers` command: imports a speakers list, and prints a reason for each row refused or doubtful."""

from pathlib import Path

import click

from ipu_session.app.cli.common import back_up, open_session_service
from ipu_session.app.error_lines import exit_with_error, to_single_line
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.import_results import ImportDoubt, ImportedSpeaker, ListImportOptions, SpeakersList
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.importers.files.encodings import encoding_candidates
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.speakers.reader import read_speakers
from ipu_session.service.session_service import SessionService
from ipu_session.ui.strings import list_import_messages

_FILE = click.Path(path_type=Path)


def _check_encoding(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the encoding name; raise click.BadParameter if Python has no text encoding of that name."""
    try:
        "".encode(value or "utf-8")
    except LookupError as error:
        raise click.BadParameter(f"there is no encoding called {value}") from error
    return value


@click.command()
@click.argument("file", type=_FILE)
@click.argument("list_path", metavar="LIST", type=_FILE)
@click.option(
    "--encoding",
    default=None,
    callback=_check_encoding,
    help="Encoding of a CSV list that is not in UTF-8, such as cp1252.",
)
@click.option("--sheet", default="", help="Name of a sheet of a workbook, or number of a table in a Word document.")
@click.option(
    "--dates",
    type=click.Choice(["day-first", "month-first"]),
    default=None,
    help="Order of day and month in a date such as 3/4/1990. Default: the date is reported as doubtful.",
)
@click.option("--keep-capitals", is_flag=True, help="Keep family names in capitals, as KIHIKA.")
def speakers(  # one argument for each option
    file: Path, list_path: Path, encoding: str | None, sheet: str, **options: str | bool | None
) -> None:
    """Import the speakers list LIST (CSV, XLSX, ODS, XLS, XLSB, or a table in a Word document) into FILE.

    Prints each row that is refused or doubtful, and why; the exit status is 1 if no row was imported.
    """
    dates = options["dates"]
    day_first = None if dates is None else dates == "day-first"
    choices = ListImportOptions(encoding, sheet, day_first=day_first, keep_capitals=bool(options["keep_capitals"]))
    with open_session_service(file) as service:
        speakers_list = _read_list(list_path, service.session, choices)
        imported = _import_speakers(file, service, speakers_list)
        session = service.session
    click.echo(f"{imported} on the list now, {len(speakers_list.refused)} refused")
    for line in _format_findings(speakers_list, imported, session):
        click.echo(to_single_line(line))
    if not imported:
        exit_with_error(f"{list_path}: no row was taken over; {_reason_nothing_imported(speakers_list)}")


def _read_list(path: Path, session: Session, choices: ListImportOptions) -> SpeakersList:
    """Read the list; exit with an error line if the user must give the encoding or the sheet."""
    try:
        speakers_list = read_speakers(path, tuple(session.delegations.values()), choices)
    except InputFileError as error:
        if error.code is InputErrorCode.ENCODING_UNKNOWN:
            _show_encodings(path)
        raise
    if not speakers_list.speakers and not speakers_list.refused:
        for sheet in speakers_list.sheets:
            click.echo(to_single_line(f'--sheet "{sheet}"'))
        which = str(list_import_messages.LIST_ERROR_MESSAGES["which-sheet"]).replace(
            "{found}", ", ".join(speakers_list.sheets)
        )
        exit_with_error(f"{path}: {which}")
    return speakers_list


def _import_speakers(file: Path, service: SessionService, speakers_list: SpeakersList) -> int:
    """Back up the session, add the speakers to its speakers list, and return how many were added."""
    before = len(service.session.queue)
    if speakers_list.speakers:
        back_up(file)
        try:
            service.execute(c.ImportSpeakers(speakers_list.speakers))
        except RejectedError as refusal:
            if refusal.reason is not Reason.NOTHING_CHANGES:
                raise
    return len(service.session.queue) - before


def _format_findings(speakers_list: SpeakersList, imported: int, session: Session) -> list[str]:
    lines = []
    if imported < len(speakers_list.speakers):
        lines.append(f"{len(speakers_list.speakers) - imported} stood on the list already")
    if speakers_list.doubtful_speakers:
        lines.append(f"{len(speakers_list.doubtful_speakers)} to be looked at")
    if speakers_list.sheet:
        lines.append(list_import_messages.format_list_remark(ImportDoubt("sheet", speakers_list.sheet), str))
    lines += [
        list_import_messages.format_list_remark(ImportDoubt("unused", heading), str)
        for heading in speakers_list.unused_headings
    ]
    lines += [list_import_messages.format_list_remark(remark, str) for remark in speakers_list.remarks]
    rows = [
        (row.line, f"{row.text}: {_format_refusal(speakers_list, index, session)}")
        for index, row in enumerate(speakers_list.refused)
    ]
    rows += [
        (each.line, f"{_display_name(each, session)}: {_format_doubts(each)}")
        for each in speakers_list.doubtful_speakers
    ]
    return lines + [f"line {line}: {text}" for line, text in sorted(rows)]


def _format_refusal(speakers_list: SpeakersList, index: int, session: Session) -> str:
    row = speakers_list.refused[index]
    reason = list_import_messages.format_row_rejection(row.reason, row.value, str)
    names = [session.delegations[each].name_en for each in row.proposed_delegations]
    return f"{reason} (perhaps {', '.join(names)})" if names else reason


def _display_name(speaker: ImportedSpeaker, session: Session) -> str:
    person = speaker.person
    delegation = session.delegations.get(person.delegation)
    affiliation = delegation.name_en if delegation else person.organization
    return ", ".join(part for part in (affiliation, person.titled_name) if part)


def _format_doubts(speaker: ImportedSpeaker) -> str:
    return "; ".join(list_import_messages.format_row_warning(each, str) for each in speaker.doubts)


def _reason_nothing_imported(speakers_list: SpeakersList) -> str:
    if speakers_list.refused:
        return list_import_messages.format_row_rejection(
            speakers_list.refused[0].reason, speakers_list.refused[0].value, str
        )
    return "all stood on the list already"


def _show_encodings(path: Path) -> None:
    for encoding, preview in encoding_candidates(path):
        first = preview.partition("\n")[0]
        click.echo(f"--encoding {encoding}: {to_single_line(first)}")
