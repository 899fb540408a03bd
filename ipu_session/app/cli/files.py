"""The commands for a session file itself: repair, copy, backups, restore, unlock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from ipu_session.app import paths
from ipu_session.app.error_lines import to_single_line
from ipu_session.domain.exchange.backup_info import BackupSummary
from ipu_session.service.clock import SystemClock
from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files.lock import is_session_locked, lock_path, read_lock_holder, remove_lock
from ipu_session.store.maintenance.backups import Backup, Backups, read_digests, summarize_session
from ipu_session.store.maintenance.file_snapshots import save_copy
from ipu_session.store.maintenance.repair import MissingParts, repair

_FILE = click.Path(path_type=Path)


@click.command(name="repair")
@click.argument("file", type=_FILE)
@click.option("-o", "out", type=_FILE, required=True, help="Session file to create.")
def repair_command(file: Path, out: Path) -> None:
    """Copy the valid part of a damaged session to a new file, and print what is missing."""
    result = repair(file, out)
    click.echo(f"{out}: {result.events} events, {result.drafts} half-typed texts, {result.files} files")
    for line in _describe_missing(result.missing):
        click.echo(to_single_line(line))


@click.command(name="copy")
@click.argument("file", type=_FILE)
@click.option("-o", "out", type=_FILE, required=True, help="Session file to create.")
def copy_command(file: Path, out: Path) -> None:
    """Save a verified copy of a session, which may be open in the window."""
    _require_free_path(out)
    click.echo(f"{out}: {save_copy(file, out).events} events")


@click.command(name="backups")
@click.argument("file", type=_FILE)
def backups_command(file: Path) -> None:
    """List the backups of a session, latest first; the session file may be damaged or missing."""
    backups = Backups(paths.data_dir(), file)
    present = read_digests(file)
    for number, backup in enumerate(backups.list_all(), start=1):
        click.echo(
            to_single_line(f"{number}  {_format_time(backup.created_ms, 0)} UTC  {_describe_backup(backup, present)}")
        )
    click.echo(f"in {backups.folder}")


@click.command(name="restore")
@click.argument("file", type=_FILE)
@click.option(
    "--backup", "number", type=click.IntRange(1), required=True, help="Number of the backup, as `backups` lists it."
)
@click.option("-o", "out", type=_FILE, default=None, help="File to restore to; FILE is not changed.")
def restore_command(file: Path, number: int, out: Path | None) -> None:
    """Replace a session by one of its backups; the present file is backed up first."""
    backups = Backups(paths.data_dir(), file)
    available = backups.list_all()
    if number > len(available):
        raise StoreError(StoreErrorCode.NO_BACKUP, str(file), str(number))
    backup = available[number - 1]
    if out is None:
        backups.restore(backup, SystemClock().now().utc_ms)
    else:
        _require_free_path(out)
        save_copy(backup.path, out)
    click.echo(f"{out or file}: {backup.events} events, as of {_format_time(backup.created_ms, 0)} UTC")


@click.command(name="unlock")
@click.argument("file", type=_FILE)
@click.option("--remove", is_flag=True, help="Remove the lock. Only if nobody has the session open on any machine.")
def unlock_command(file: Path, *, remove: bool) -> None:
    """Print who has a session open, by its lock; with --remove, remove a lock that was left behind."""
    if not (lock_path(file).exists() or is_session_locked(file)):
        click.echo("no lock")
        return
    click.echo(to_single_line(read_lock_holder(file) or "the lock does not say whose it is"))
    if remove:
        remove_lock(file)
        click.echo("removed")


COMMANDS = (repair_command, copy_command, backups_command, restore_command, unlock_command)


def _require_free_path(out: Path) -> None:
    """StoreError if the path exists, or cannot be examined."""
    with translate_errors(out):
        if out.exists():
            raise StoreError(StoreErrorCode.EXISTS, str(out))


def _describe_backup(backup: Backup, present: tuple[str, ...]) -> str:
    try:
        summary = summarize_session(backup.path, present)
    except StoreError as error:
        return f"not sound: {error.code.value}"
    last = _format_time(summary.last_ms, summary.offset_min)
    description = f"{summary.events} events to {last}, sitting {summary.sittings}"
    description += f", {summary.speeches} speeches, {summary.notes} notes"
    return f"{description}; {_describe_difference(summary, len(present))}" if present else description


def _describe_difference(summary: BackupSummary, present: int) -> str:
    if summary.common_events < summary.events:
        return f"{summary.events - summary.common_events} events that the file has not"
    return (
        f"{present - summary.common_events} events fewer than the file"
        if present > summary.common_events
        else "as the file"
    )


def _describe_missing(missing: MissingParts) -> list[str]:
    lines = []
    if missing.first_event:
        since = _format_time(missing.from_ms, 0)
        if missing.last_event:
            until = _format_time(missing.to_ms, 0)
            lines.append(f"missing: events {missing.first_event} to {missing.last_event}, from {since} to {until} UTC")
        else:
            lines.append(f"missing: what may have come after event {missing.first_event - 1}, of {since} UTC")
    lines += [f"missing: half-typed text {name}" for name in missing.drafts]
    lines += [f"missing: file {name}" for name in missing.files]
    return lines or ["nothing is missing"]


def _format_time(at_ms: int, offset_min: int) -> str:
    local = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at_ms, minutes=offset_min)
    return f"{local:%Y-%m-%d %H:%M:%S}"
