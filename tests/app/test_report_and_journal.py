"""Counts, names and durations in the Word tables are those of the journal, by a fold of the test's own."""

import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import docx
import pytest

from ipu_session.app.demo.example import write_example
from ipu_session.app.services import file_services
from ipu_session.app.services.recorded_session import read_recorded_session
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import DEFAULT_OPTIONS
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details, Gender, NoteKind
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.journal.open_session import create_session_file
from tests.builders import DIRECTORY, THEMES, FakeClock, person
from tests.narrowing import not_none
from tests.report.word_reader import paragraphs, tables

GROUPS = ("African", "Arab", "Asia-Pacific", "Eurasia", "GRULAC", "Twelve Plus")


def a_random_debate(path: Path) -> None:
    """Forty speeches of odd lengths, interrupted, paused, corrected and undone."""
    chance, clock = random.Random(7), FakeClock()
    service = SessionService(create_session_file(path), clock)
    service.execute(c.CreateSession(Details(title="Water"), Rules(), DIRECTORY, THEMES))
    service.execute(c.OpenSitting())
    themes = [theme.id for theme in service.session.themes[:-1]]
    codes = [entry.id for entry in DIRECTORY]
    for number in range(40):
        who = person(chance.choice(codes), f"N. {number}", gender=chance.choice(list(Gender)))
        service.execute(c.AddRequest(who))
        service.execute(c.GiveFloor())
        for _ in range(chance.randrange(3)):
            clock.now_ms += chance.randrange(1, 90_000)
            chosen = tuple(chance.sample(themes, chance.randrange(3)))
            service.execute(c.TakeNote(f"said {number}", NoteKind.POINT, chosen))
        if number % 5 == 0:
            service.execute(c.PauseSpeech())
            clock.now_ms += chance.randrange(1, 9_000)
            service.execute(c.ResumeSpeech())
        clock.now_ms += chance.randrange(1, 200_000)
        service.execute(c.EndIntervention())
        if number % 7 == 0:
            service.undo()
            clock.now_ms += chance.randrange(1, 5_000)
            service.execute(c.EndIntervention())
    service.execute(c.CloseSitting())
    service.close()


@pytest.fixture(scope="module", params=[write_example, a_random_debate])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "tuple[Journal, dict[str, str]]":
    """What the journal says, as lines of text alone, and the Word file."""
    folder = tmp_path_factory.mktemp("agrees")
    path = folder / "d.ipusession"
    request.param(path)
    record = read_recorded_session(path)
    session = record.history.state
    data = file_services.report_bytes(
        session,
        Timestamp(record.rows[-1].at_ms, 480),
        DEFAULT_OPTIONS,
        basis=record.build_report_basis(session.version),
    )
    (folder / "r.docx").write_bytes(data)
    lines = [json.loads(line) for line in dump_lines(record.rows)]
    return Journal(in_force(lines)), tables_of(folder / "r.docx")


Line = dict[str, Any]
"""A line of the journal, or a value in it, as JSON."""


def in_force(lines: list[Line]) -> tuple[Line, ...]:
    """The events that undo has not taken back."""
    stood: list[tuple[Line, ...]] = [()]
    for line in lines:
        back = line["kind"] == "Rewound"
        stood.append(stood[line["data"]["to_version"]] if back else (*stood[-1], line))
    return stood[-1]


def ms_of(at: str) -> int:
    hours, minutes, seconds = at[11:-1].split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)


class Journal:
    """Who spoke for how long, by nothing but the starts and stops in the journal."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.people: dict[int, Line] = {}
        self.delegations: dict[str, Line] = {}
        self.notes: dict[int, Line] = {}
        self.asked: dict[int, list[int]] = {}
        self.order: list[Line] = []
        self.spent: Counter[int] = Counter()
        self.running: dict[int, int] = {}
        self.themes: list[int] = []
        for line in lines:
            name = re.sub("([A-Z])", r"_\1", line["kind"]).lower()
            getattr(self, f"on{name}", lambda data, at: None)(line["data"], ms_of(line["at"]))

    def on_delegations_loaded(self, data: Line, at: int) -> None:
        self.delegations.update({entry["id"]: entry for entry in data["delegations"]})

    def on_theme_added(self, data: Line, at: int) -> None:
        self.themes.append(data["theme"])

    def on_delegate_added(self, data: Line, at: int) -> None:
        self.people[data["delegate"]] = data["person"]

    on_delegate_changed = on_delegate_added

    def on_request_made(self, data: Line, at: int) -> None:
        self.asked[data["request"]] = data["themes"]

    def on_floor_given(self, data: Line, at: int) -> None:
        self.order.append(data)
        self.running[data["intervention"]] = at

    def on_speech_resumed(self, data: Line, at: int) -> None:
        self.running[data["intervention"]] = at

    on_speech_restored = on_speech_resumed

    def on_speech_paused(self, data: Line, at: int) -> None:
        since = self.running.pop(data["intervention"], at)
        self.spent[data["intervention"]] += at - since

    on_speech_held = on_intervention_ended = on_speech_paused

    def on_note_taken(self, data: Line, at: int) -> None:
        self.notes[data["note"]] = data

    def on_note_restricted(self, data: Line, at: int) -> None:
        self.notes[data["note"]] = {**self.notes[data["note"]], "restricted": data["restricted"]}

    @property
    def speeches(self) -> list[tuple[Line, int]]:
        """Who, and for how many whole seconds, halves up."""
        return [
            (self.people[each["delegate"]], (self.spent[each["intervention"]] + 500) // 1000)
            for each in self.order
            if each["kind"] == "speech"
        ]


def tables_of(path: Path) -> dict[str, Any]:
    """Every table by its caption without its number."""
    document = docx.Document(str(path))
    found: dict[str, Any] = {"text": "\n".join(p.text for p in paragraphs(document))}
    captions = [
        p.text for p in paragraphs(document) if not_none(p.style).name == "Caption" and p.text.startswith("Table")
    ]
    for caption, table in zip(captions, tables(document), strict=True):
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        found[caption.partition(". ")[2]] = rows[1:]
    return found


def shown(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def test_every_speech_with_its_name_and_its_length_to_the_second(
    both: tuple[Journal, dict[str, Any]],
) -> None:
    journal, tables = both
    rows = tables["Speakers heard, in the order in which they took the floor"]
    assert [(row[3].removeprefix("Ms. ").removeprefix("Mr. "), row[6].split(" / ")[0]) for row in rows[:-1]] == [
        (who["name"], shown(seconds)) for who, seconds in journal.speeches
    ]
    assert [row[2] for row in rows[:-1] if row[2]] == [
        journal.delegations[who["delegation"]]["name_en"].replace("'", "’")
        if who["delegation"]
        else who["organization"] or row[2]
        for (who, _), row in zip(journal.speeches, rows, strict=False)
    ]
    assert rows[-1][6] == shown(sum(seconds for _, seconds in journal.speeches))


def test_women_and_men_of_names_and_of_time(both: tuple[Journal, dict[str, Any]]) -> None:
    journal, tables = both
    rows = {row[0]: row for row in tables["Women, men and young parliamentarians"]}
    for word, letter in (("Women", "F"), ("Men", "M")):
        heard = {str(who) for who, _ in journal.speeches if who["gender"] == letter}
        seconds = sum(length for who, length in journal.speeches if who["gender"] == letter)
        assert (rows[word][1], rows[word][3]) == (str(len(heard)), shown(seconds))
    everybody = {str(who) for who, _ in journal.speeches}
    assert rows["All delegates"][1] == str(len(everybody))


def test_time_by_geopolitical_group(both: tuple[Journal, dict[str, Any]]) -> None:
    journal, tables = both
    rows = tables["Speeches by geopolitical group"]
    for group, row in zip(GROUPS, rows, strict=True):
        of_group = [
            (who, seconds)
            for who, seconds in journal.speeches
            if group in journal.delegations.get(who["delegation"], {"groups": ()})["groups"]
        ]
        assert row[1] == str(len({who["delegation"] for who, _ in of_group}))
        assert row[2] == str(len({str(who) for who, _ in of_group}))
        assert row[3] == shown(sum(seconds for _, seconds in of_group))


def test_themes_by_notes_and_interventions(both: tuple[Journal, dict[str, Any]]) -> None:
    journal, tables = both
    notes: Counter[int] = Counter()
    spoke: defaultdict[int, set[int]] = defaultdict(set)
    for note in journal.notes.values():
        if not note.get("restricted"):
            for theme in note["themes"]:
                notes[theme] += 1
                spoke[theme] |= {note["intervention"]} - {None}
    for each in journal.order:
        for theme in journal.asked.get(each["request"], ()):
            spoke[theme].add(each["intervention"])
    rows = tables["Interventions and notes by theme"]
    assert [row[1:] for row in rows] == [[str(len(spoke[t])), str(notes[t])] for t in journal.themes]


def test_the_rounding_is_said(both: tuple[Journal, dict[str, Any]]) -> None:
    _, tables = both
    assert "rounded to the nearest second; totals are the sums of the rounded durations" in tables["text"]
    assert "Shares are rounded to whole per cent." in tables["text"]
