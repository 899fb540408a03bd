"""Every trouble has a sentence that says what to do, for the window and the terminal alike."""

import re
from pathlib import Path

from ipu_session.app.error_lines import format_error
from ipu_session.domain.exchange.speakers_list_draft import EXCLUDED
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.importers.files.errors import InputErrorCode
from ipu_session.report.errors import ReportErrorCode
from ipu_session.store.errors import StoreErrorCode
from ipu_session.ui.strings import labels, list_import_messages
from ipu_session.ui.strings.message_tables import ERROR_MESSAGES


def test_every_trouble_has_a_sentence_and_no_sentence_is_without_a_trouble() -> None:
    known = {trouble.value for kind in (StoreErrorCode, InputErrorCode, ReportErrorCode) for trouble in kind}
    assert known | {"unknown", "which-sheet"} == set(ERROR_MESSAGES) | set(list_import_messages.LIST_ERROR_MESSAGES)


def test_every_reason_of_a_refused_row_has_words() -> None:
    folder = Path(__file__).parents[2] / "ipu_session" / "importers"
    source = "".join(file.read_text("utf-8") for file in folder.rglob("*.py"))
    said = {**list_import_messages.ROW_REJECTION_MESSAGES, **list_import_messages.ROW_WARNING_MESSAGES}
    pattern = r'"((?:bad|no|unknown|ambiguous|error|born|hidden|struck|too|extra)-\w+|duplicate|withdrawn)"'
    asked = set(re.findall(pattern, source)) - set(list_import_messages.LIST_ERROR_MESSAGES) - set(ERROR_MESSAGES)
    notes = {"no-themes", "no-committee", "no-assembly", "no-deadline", "no-title"}
    assert asked - notes - set(list_import_messages.LIST_REMARK_MESSAGES) <= set(said)
    assert {reason for reason in said if f'"{reason}"' not in source} == {EXCLUDED}


def test_the_line_names_the_file_and_the_place() -> None:
    error = UserFacingError(InputErrorCode.DAMAGED, "list.csv", "line 3")
    assert format_error(error) == "list.csv, line 3: The file is damaged here; save it anew."
    assert labels.error_message(error) == format_error(error)


def test_a_name_with_line_breaks_and_half_letters_is_one_line() -> None:
    line = format_error(UserFacingError(StoreErrorCode.MISSING, "a\nb\x1b[31m\ud800", ""))
    assert line.isprintable()


def test_a_refusal_is_said_too() -> None:
    assert format_error(RejectedError(Reason.LIST_CLOSED)).startswith("The list is closed")
