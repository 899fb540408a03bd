"""Every trouble has a sentence that says what to do, for the window and the terminal alike."""

import re
from pathlib import Path

from ipu_session.app.error_lines import line_of
from ipu_session.domain.exchange.speakers_list_draft import LEFT_OUT
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.importers.files.errors import IntakeTrouble
from ipu_session.report.errors import ReportTrouble
from ipu_session.store.errors import StoreTrouble
from ipu_session.ui.strings import labels, list_import_messages
from ipu_session.ui.strings.label_tables import TROUBLES


def test_every_trouble_has_a_sentence_and_no_sentence_is_without_a_trouble():
    known = {trouble.value for kind in (StoreTrouble, IntakeTrouble, ReportTrouble) for trouble in kind}
    assert known | {"unknown", "which-sheet"} == set(TROUBLES) | set(list_import_messages.TROUBLES)


def test_every_reason_of_a_refused_row_has_words():
    folder = Path(__file__).parents[2] / "ipu_session" / "importers"
    source = "".join(file.read_text("utf-8") for file in folder.rglob("*.py"))
    said = {**list_import_messages.ROWS, **list_import_messages.DOUBTS}
    pattern = r'"((?:bad|no|unknown|ambiguous|error|born|hidden|struck|too|extra)-\w+|duplicate|withdrawn)"'
    asked = set(re.findall(pattern, source)) - set(list_import_messages.TROUBLES) - set(TROUBLES)
    notes = {"no-themes", "no-committee", "no-assembly", "no-deadline", "no-title"}
    assert asked - notes - set(list_import_messages.REMARKS) <= set(said)
    assert {reason for reason in said if f'"{reason}"' not in source} == {LEFT_OUT}


def test_the_line_names_the_file_and_the_place():
    error = TroubleError(IntakeTrouble.DAMAGED, "list.csv", "line 3")
    assert line_of(error) == "list.csv, line 3: The file is damaged here; save it anew."
    assert labels.trouble(error) == line_of(error)


def test_a_name_with_line_breaks_and_half_letters_is_one_line():
    line = line_of(TroubleError(StoreTrouble.MISSING, "a\nb\x1b[31m\ud800", ""))
    assert line.isprintable()


def test_a_refusal_is_said_too():
    assert line_of(RejectedError(Reason.LIST_CLOSED)).startswith("The list is closed")
