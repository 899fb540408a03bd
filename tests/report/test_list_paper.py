"""The list of speakers for paper: who waits in order with their time, who was heard, in two languages."""

from pathlib import Path

from msgspec.structs import replace

from ipu_session.domain.exchange.printable_list import PrintableList
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase, Stopwatch
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.speakers_list import build_printable_list
from tests.report.sessions import MINUTE, OFFSET_MIN, OPENED_MS, empty_session, made_session

FOLDER = Path(__file__).parents[2] / "resources" / "report"
NOW = Timestamp(OPENED_MS + 160 * MINUTE, OFFSET_MIN)


def paper(session: Session, language: str = "en") -> PrintableList:
    return build_printable_list(session, NOW, load_catalog(language, FOLDER))


def test_it_says_what_and_when_it_is() -> None:
    made = paper(made_session(3, closed=False))
    assert made.title.startswith("Parliamentary impetus")
    where, printed = made.header_lines
    assert where == "Sitting 1 · the list is closed"
    assert printed == "Printed at 11.40 on 21 March 2022 · version 500"


def test_those_who_wait_stand_in_order_with_their_time() -> None:
    part = paper(made_session(3)).sections[0]
    assert part.heading == "2 names are waiting"
    assert [(row.number, row.name, row.allotted) for row in part.rows] == [
        ("1", "Mr. R. Not Reached 1", "3:00"),
        ("2", "Mr. R. Not Reached 2", "3:00"),
    ]
    assert part.blank_rows > 0


def test_a_reserve_and_a_reply_say_what_they_are() -> None:
    session = made_session(3)
    first, second = (session.requests[each] for each in session.queue)
    changed = session.requests.set(first.id, replace(first, reserve=True))
    changed = changed.set(second.id, replace(second, kind=Kind.REPLY))
    speakers, replies = paper(replace(session, requests=changed)).sections
    assert speakers.rows[0].remark == "reserve"
    assert replies.heading.startswith("Rights of reply")
    assert (replies.rows[0].number, replies.blank_rows) == ("1", 0)


def test_no_limit_is_no_time() -> None:
    session = made_session(3)
    free = replace(session, rules=replace(session.rules, delegate_ms=0))
    assert paper(free).sections[0].rows[0].allotted == "–"


def test_who_has_the_floor_is_told_apart_from_those_heard() -> None:
    session = made_session(2)
    speech = session.interventions[min(session.interventions)]
    watch = Stopwatch(Phase.RUNNING, NOW.utc_ms - 65_000)
    running = replace(speech, stopwatch=watch, ended_ms=None)
    session = replace(session, interventions=session.interventions.set(speech.id, running), speaking=speech.id)
    made = paper(session)
    assert made.floor == "Has the floor: Kenya, Ms. S. Kihika (1:05 of 3:00)"
    # Egypt's speech and the reply.
    assert [row[1] for row in made.heard_rows] == ["Egypt", "Kenya"]


def test_french_has_its_own_names_and_titles() -> None:
    made = paper(made_session(3), "fr")
    assert made.heading == "Liste des orateurs"
    assert made.heard_rows[1][1:3] == ("Égypte", "M. A. Hassan")


def test_an_empty_session_has_a_sheet_to_write_on() -> None:
    made = paper(empty_session())
    assert made.header_lines[0] == "Before the first sitting · the list is open"
    assert (made.sections[0].heading, made.sections[0].rows) == ("Nobody is waiting", ())
