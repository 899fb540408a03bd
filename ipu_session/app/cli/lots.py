"""Replay of drawings of lots in the terminal, step by step, so that anyone can verify them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.list_positions import LotDrawing
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.lot_drawing import MODULUS, draw_order, generate_lots
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.input_guard import read_bytes


def read_names(path: Path) -> tuple[str, ...]:
    """Return the names in a text file, one on each line; InputFileError if it is not UTF-8, or has no name."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputFileError(InputErrorCode.NOT_TEXT, str(path)) from error
    names = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not names:
        raise InputFileError(InputErrorCode.NO_SPEAKERS, str(path))
    return names


def explain_draw(seed: int, names: Sequence[str]) -> Iterator[str]:
    """Yield a line for each name drawn: place. random number / number of names left: position among them – name."""
    remaining = list(names)
    for position, lot in enumerate(generate_lots(seed, len(names)), start=1):
        yield f"{position}. {lot.number} / {lot.remaining}: {lot.position} – {remaining.pop(lot.position - 1)}"


def explain_draws(session: Session) -> Iterator[str]:
    """Yield the lines of every drawing of a session; the last line says whether its repetition gives the same order."""
    for number, drawing in enumerate(session.drawings, start=1):
        names = [_display_name(session, request) for request in drawing.before]
        yield f"drawing {number}, seed {drawing.seed}, {len(names)} names"
        yield from explain_draw(drawing.seed, names)
        yield "the same as recorded" if is_reproducible(drawing) else "NOT the same as recorded"


def is_reproducible(drawing: LotDrawing) -> bool:
    """Return whether repeating a drawing gives the recorded order."""
    return 0 < drawing.seed < MODULUS and draw_order(drawing.seed, drawing.before) == drawing.order


def _display_name(session: Session, request: RequestId) -> str:
    person = session.person(session.requests[request].delegate)
    delegation = session.delegations.get(person.delegation)
    affiliation = delegation.name_en if delegation else person.organization
    return " – ".join(part for part in (affiliation, person.titled_name) if part)
