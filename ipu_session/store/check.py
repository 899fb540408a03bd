"""Whether a session file is whole: the pages, the chain, every event, and the sums that follow from them."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from ipu_session.domain.figures import participation
from ipu_session.domain.state import RequestState, Session
from ipu_session.domain.timeline import ImpossibleRowError, Row, Timeline
from ipu_session.store import shape
from ipu_session.store.chain import linked
from ipu_session.store.codec import decode
from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.migrations import draft_hash, seals

_FILES = "select digest, size, bytes from kept_file order by digest"
_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_ABOUT_THE_FILE = frozenset(
    {StoreTrouble.DAMAGED, StoreTrouble.CUT, StoreTrouble.FOREIGN_OBJECTS, StoreTrouble.DISK_TROUBLE}
)


class FaultCode(StrEnum):
    """One value for each way in which a file can be unsound."""

    PAGES = "pages"
    HEADER = "header"
    SHAPE = "shape"
    SEAL = "seal"
    DRAFT = "draft"
    CHAIN = "chain"
    EVENT = "event"
    FOLD = "fold"
    NOT_CREATED = "not-created"
    REFERENCE = "reference"
    LEDGERS = "ledgers"
    FIGURES = "figures"
    KEPT_FILE = "kept-file"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where."""

    code: FaultCode
    place: str = ""


def check_file(path: Path) -> tuple[Fault, ...]:
    """Return everything that is wrong with a session file; StoreError if it cannot be looked at as one."""
    try:
        with known_troubles(path):
            version = shape.refuse_unlike(path)
            with closing(shape.connect(path, writing=False)) as connection:
                return tuple(_faults(connection, path, version))
    except StoreError as error:
        if error.trouble not in _ABOUT_THE_FILE:
            raise
        return (Fault(FaultCode.PAGES, error.place),)


def _faults(connection: sqlite3.Connection, path: Path, version: int) -> Iterator[Fault]:
    shape.refuse_endless(connection)
    try:
        shape.refuse_misshapen(connection, path, version)
    except StoreError as error:
        yield Fault(FaultCode.SHAPE, error.place)
        return
    if odd := shape.odd_header(path):
        yield Fault(FaultCode.HEADER, f"byte {odd[0]}")
    said = [str(line) for (line,) in connection.execute("pragma integrity_check(20)")]
    if said != ["ok"]:
        yield from (Fault(FaultCode.PAGES, line) for line in said)
        return
    rows: list[Row] = []
    broken = list(_read(connection, rows))
    yield from broken
    if "kept_file" in shape.tables(version):
        yield from _changed_files(connection)
    if "seal" in shape.tables(version):
        yield from _changed_drafts(connection)
        yield from _broken_seals(connection)
    if not broken:
        yield from _folded(rows)


def _read(connection: sqlite3.Connection, rows: list[Row]) -> Iterator[Fault]:
    previous = ""
    for version, found in enumerate(connection.execute(_ALL), start=1):
        if not linked(found, version, previous):
            yield Fault(FaultCode.CHAIN, f"event {version}")
        previous = found[6]
        try:
            rows.append(Row(version, found[1], found[2], decode(found[3], found[4])))
        except ValueError:
            yield Fault(FaultCode.EVENT, f"event {version}, {found[3]}")


def _changed_files(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield the kept files that are not what they were; one that is not here is no fault."""
    for digest, size, data in connection.execute(_FILES):
        if hashlib.sha256(data).hexdigest() != digest or len(data) != size:
            yield Fault(FaultCode.KEPT_FILE, str(digest))


def _changed_drafts(connection: sqlite3.Connection) -> Iterator[Fault]:
    for key, text, said in connection.execute("select key, text, hash from draft"):
        if draft_hash(str(key), str(text)) != said:
            yield Fault(FaultCode.DRAFT, str(key))


def _broken_seals(connection: sqlite3.Connection) -> Iterator[Fault]:
    found = dict(connection.execute("select name, hash from seal"))
    wanted = seals(connection)
    yield from (Fault(FaultCode.SEAL, name) for name in wanted if found.get(name) != wanted[name])
    yield from (Fault(FaultCode.SEAL, str(name)) for name in found if name not in wanted)


def _folded(rows: list[Row]) -> Iterator[Fault]:
    timeline = Timeline()
    for row in rows:
        try:
            timeline.add_foreign(row)
        except ImpossibleRowError:
            yield Fault(FaultCode.FOLD, f"event {row.version}")
            return
    if not timeline.now.created:
        yield Fault(FaultCode.NOT_CREATED)
        return
    yield from (Fault(FaultCode.REFERENCE, place) for place in _loose_ends(timeline.now))
    if all(row.at_ms <= after.at_ms for row, after in pairwise(rows)):
        # A machine whose clock was set back between two runs leaves ledgers that cannot add up.
        yield from (Fault(FaultCode.LEDGERS, place) for place in _odd_ledgers(timeline.now, rows[-1].at_ms))
    yield from _odd_figures(timeline.now, rows[-1].at_ms)


def _odd_figures(session: Session, now_ms: int) -> Iterator[Fault]:
    found = participation(session, now_ms)
    if found.women + found.men + found.not_stated != found.delegates:
        yield Fault(FaultCode.FIGURES, "delegates")
    parts = (found.women_time, found.men_time, found.not_stated_time)
    if sum(part.seconds for part in parts) != found.speeches.seconds:
        yield Fault(FaultCode.FIGURES, "time")


def _loose_ends(session: Session) -> Iterator[str]:
    themes = {theme.id for theme in session.themes}
    for request in session.requests.values():
        waits = request.state is RequestState.WAITING
        if (
            request.delegate not in session.delegates
            or not themes.issuperset(request.themes)
            or (request.id in session.queue) is not waits
        ):
            yield f"request {request.id}"
    for delegate in session.delegates.values():
        if delegate.person.delegation and delegate.person.delegation not in session.delegations:
            yield f"delegate {delegate.id}"
    for note in session.notes.values():
        known = note.intervention is None or note.intervention in session.interventions
        if not known or not themes.issuperset(note.themes):
            yield f"note {note.id}"


def _odd_ledgers(session: Session, now_ms: int) -> Iterator[str]:
    """Yield the interventions whose time spoken, paused and held is not the time from start to end."""
    for each in session.interventions.values():
        end_ms = now_ms if each.ended_ms is None else each.ended_ms
        watch = each.watch
        parts = watch.spoken_ms(end_ms) + watch.stopped_ms(end_ms) + watch.interrupted_ms(end_ms)
        if parts != end_ms - each.started_ms:
            yield f"intervention {each.id}"
