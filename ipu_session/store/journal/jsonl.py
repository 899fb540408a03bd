"""Export and import of all events as JSON lines, one event a line; no drafts or attachments (docs/events.md)."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from ipu_session.domain.history import JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.journal.event_codec import UnknownKindError, decode_row, parse_json, row_payload

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_KEYS = ["version", "at", "act", "kind", "data"]


def dump_lines(rows: Iterable[JournalRow]) -> Iterator[str]:
    """Yield one line of JSON for each row, without the line feed."""
    for row in rows:
        head = {
            "version": row.version,
            "at": format_iso_ms(row.at_ms),
            "act": row.transaction,
            "kind": row.event.event_kind,
        }
        yield f'{json.dumps(head, separators=(",", ":"))[:-1]},"data":{row_payload(row)}}}'


def parse_lines(lines: Iterable[str], name: str) -> Iterator[JournalRow]:
    """Yield the row of each line; blank lines are skipped.

    StoreError, with the file name ``name`` and the line number, if a line is invalid, out of order, or has an
    unknown kind of event.
    """
    version, transaction = 0, 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = _parse_row(line)
            _check_order(row, version, transaction)
        except UnknownKindError as error:
            raise StoreError(StoreErrorCode.NEWER_LINE, name, f"line {number}") from error
        except (ValueError, OverflowError, RecursionError) as error:
            raise StoreError(StoreErrorCode.BAD_LINE, name, f"line {number}") from error
        version, transaction = row.version, row.transaction
        yield row


def format_iso_ms(at_ms: int) -> str:
    """Return a time in milliseconds since the epoch as ISO 8601 in UTC with milliseconds."""
    moment = _EPOCH + at_ms * _MILLISECOND
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def _parse_row(line: str) -> JournalRow:
    record = parse_json(line)
    if not isinstance(record, dict) or list(record) != _KEYS:
        raise ValueError("not the keys of an event")
    version, timestamp, transaction, kind, data = record.values()
    if not (type(version) is int and type(transaction) is int and isinstance(timestamp, str) and isinstance(kind, str)):
        raise ValueError("not the types of an event")
    payload = json.dumps(data, separators=(",", ":"))
    return decode_row(version, _parse_iso_ms(timestamp), transaction, kind, payload)


def _check_order(row: JournalRow, version: int, transaction: int) -> None:
    if row.version != version + 1 or row.transaction not in {transaction, transaction + 1} or row.transaction == 0:
        raise ValueError("out of order")


def _parse_iso_ms(text: str) -> int:
    moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    at_ms = (moment - _EPOCH) // _MILLISECOND
    if format_iso_ms(at_ms) != text:
        raise ValueError("not a moment as this program writes it")
    return at_ms
