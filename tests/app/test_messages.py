"""Every trouble has a sentence that says what to do, for the window and the terminal alike."""

import re
from pathlib import Path

from ipu_session.app.messages import line_of
from ipu_session.domain.errors import Reason, RejectedError
from ipu_session.domain.list_draft import LEFT_OUT
from ipu_session.domain.trouble import TroubleError
from ipu_session.intake.errors import IntakeTrouble
from ipu_session.report.errors import ReportTrouble
from ipu_session.store.errors import StoreTrouble
from ipu_session.ui import list_words, wording
from ipu_session.ui.wording_tables import TROUBLES


def test_every_trouble_has_a_sentence_and_no_sentence_is_without_a_trouble():
    known = {trouble.value for kind in (StoreTrouble, IntakeTrouble, ReportTrouble) for trouble in kind}
    assert known | {"unknown", "which-sheet"} == set(TROUBLES) | set(list_words.TROUBLES)


def test_every_reason_of_a_refused_row_has_words():
    folder = Path(__file__).parents[2] / "ipu_session" / "intake"
    source = "".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    said = {**list_words.ROWS, **list_words.DOUBTS}
    pattern = r'"((?:bad|no|unknown|ambiguous|error|born|hidden|struck|too|extra)-\w+|duplicate|withdrawn)"'
    asked = set(re.findall(pattern, source)) - set(list_words.TROUBLES) - set(TROUBLES)
    notes = {"no-themes", "no-committee", "no-assembly", "no-deadline", "no-title"}
    assert asked - notes - set(list_words.REMARKS) <= set(said)
    assert {reason for reason in said if f'"{reason}"' not in source} == {LEFT_OUT}


def test_the_line_names_the_file_and_the_place():
    error = TroubleError(IntakeTrouble.DAMAGED, "list.csv", "line 3")
    assert line_of(error) == "list.csv, line 3: The file is damaged here; save it anew."
    assert wording.trouble(error) == line_of(error)


def test_a_name_with_line_breaks_and_half_letters_is_one_line():
    line = line_of(TroubleError(StoreTrouble.MISSING, "a\nb\x1b[31m\ud800", ""))
    assert line.isprintable()


def test_a_refusal_is_said_too():
    assert line_of(RejectedError(Reason.LIST_CLOSED)).startswith("The list is closed")
