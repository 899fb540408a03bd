"""Texts of the Prepare workspace: presets, rules, remarks on concept notes, columns and rows of imported lists."""

from functools import partial

from ipu_session.ui.prepare.concept_note_remarks import format_note_remark
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

PRESET_TEXTS = {
    "ipu-committee": QT_TRANSLATE_NOOP("Prepare", "IPU committee"),
    "ipu-general-debate": QT_TRANSLATE_NOOP("Prepare", "IPU general debate"),
    "un": QT_TRANSLATE_NOOP("Prepare", "United Nations"),
    "pace": QT_TRANSLATE_NOOP("Prepare", "Council of Europe (PACE)"),
    "upr": QT_TRANSLATE_NOOP("Prepare", "Universal Periodic Review"),
    "blank": QT_TRANSLATE_NOOP("Prepare", "Blank: no limits"),
}

_COLUMN_TEXTS = {
    "delegation": QT_TRANSLATE_NOOP("Prepare", "delegation"),
    "name": QT_TRANSLATE_NOOP("Prepare", "name"),
    "full": QT_TRANSLATE_NOOP("Prepare", "full name"),
    "first": QT_TRANSLATE_NOOP("Prepare", "first name"),
    "middle": QT_TRANSLATE_NOOP("Prepare", "middle name"),
    "family": QT_TRANSLATE_NOOP("Prepare", "family name"),
    "second": QT_TRANSLATE_NOOP("Prepare", "second family name"),
    "title": QT_TRANSLATE_NOOP("Prepare", "title"),
    "gender": QT_TRANSLATE_NOOP("Prepare", "gender"),
    "function": QT_TRANSLATE_NOOP("Prepare", "function"),
    "category": QT_TRANSLATE_NOOP("Prepare", "category"),
    "young": QT_TRANSLATE_NOOP("Prepare", "young"),
    "born": QT_TRANSLATE_NOOP("Prepare", "born"),
    "language": QT_TRANSLATE_NOOP("Prepare", "language"),
    "theme": QT_TRANSLATE_NOOP("Prepare", "theme"),
    "organization": QT_TRANSLATE_NOOP("Prepare", "organization"),
    "": QT_TRANSLATE_NOOP("Prepare", "not used"),
}

COLUMN_FIELDS = ("", *(field for field in _COLUMN_TEXTS if field))
"""Fields that a column of a speakers list may be read as; "" (not used) first."""

RULE_TEXTS = {
    "delegate_ms": QT_TRANSLATE_NOOP("Prepare", "Delegate"),
    "observer_ms": QT_TRANSLATE_NOOP("Prepare", "Observer"),
    "opening_ms": QT_TRANSLATE_NOOP("Prepare", "Co-Rapporteur, opening"),
    "closing_ms": QT_TRANSLATE_NOOP("Prepare", "Co-Rapporteur, closing"),
    "point_of_order_ms": QT_TRANSLATE_NOOP("Prepare", "Point of order"),
    "reply_ms": QT_TRANSLATE_NOOP("Prepare", "Right of reply, first"),
    "second_reply_ms": QT_TRANSLATE_NOOP("Prepare", "Right of reply, second"),
    "question_ms": QT_TRANSLATE_NOOP("Prepare", "Question"),
    "response_ms": QT_TRANSLATE_NOOP("Prepare", "Response"),
    "amber_ms": QT_TRANSLATE_NOOP("Prepare", "Amber when so much is left"),
    "changeover_ms": QT_TRANSLATE_NOOP("Prepare", "Changeover between speakers"),
    "reaction_lag_ms": QT_TRANSLATE_NOOP("Prepare", "A note lags the speech by"),
    "speakers_for_each_delegation": QT_TRANSLATE_NOOP("Prepare", "Speakers for each delegation"),
    "replies_for_each_delegation": QT_TRANSLATE_NOOP("Prepare", "Replies for each delegation"),
    "young_under": QT_TRANSLATE_NOOP("Prepare", "Young means under"),
    "young_extra_ms": QT_TRANSLATE_NOOP("Prepare", "More for a young parliamentarian"),
    "motion_ms": QT_TRANSLATE_NOOP("Prepare", "Each speech on a motion"),
    "grace_ms": QT_TRANSLATE_NOOP("Prepare", "Grace after the time is up"),
    "announcement_ms": QT_TRANSLATE_NOOP("Prepare", "Closing of the list announced before"),
    "lots_cap": QT_TRANSLATE_NOOP("Prepare", "Lots: so many speak (0: all)"),
    "consecutive": QT_TRANSLATE_NOOP("Prepare", "In a row without a reminder"),
    "shared_by_delegation": QT_TRANSLATE_NOOP("Prepare", "Speakers of a delegation share its time"),
    "change_goes_to_the_end": QT_TRANSLATE_NOOP("Prepare", "Who changes an entry goes to the end"),
}


def preset_label(preset: str) -> str:
    """Return the name of a preset of the rules."""
    return translate("Prepare", PRESET_TEXTS.get(preset, preset))


def rule_label(field: str) -> str:
    """Return the name of a field of the rules."""
    return translate("Prepare", RULE_TEXTS[field])


def note_remark_text(code: str) -> str:
    """Return the sentence for a remark on a concept note."""
    return format_note_remark(code, partial(translate, "Prepare"))


def column_label(field: str) -> str:
    """Return the name of a column field."""
    return translate("Prepare", _COLUMN_TEXTS.get(field, field))


def names_added_message(count: int, already_listed: int) -> str:
    """Return the sentence that says how many names were added to the speakers list and how many were on it already."""
    if count == 1:
        message = translate("Prepare", "1 name was put on the list.")
    else:
        message = translate("Prepare", "{count} names were put on the list.").format(count=count)
    if already_listed == 1:
        message += " " + translate("Prepare", "1 stood on it already.")
    elif already_listed:
        message += " " + translate("Prepare", "{count} stood on it already.").format(count=already_listed)
    return message


def add_names_button_text(count: int) -> str:
    """Return the text of the button that adds the names."""
    if count == 1:
        return translate("Prepare", "Add 1 name")
    return translate("Prepare", "Add {count} names").format(count=count)


def row_counts_message(accepted: int, rejected: int, doubtful: int) -> str:
    """Return the sentence that says how many rows are accepted, how many rejected, and how many doubtful."""
    one_accepted, several_accepted = (
        translate("Prepare", "1 row can be taken over"),
        translate("Prepare", "{count} rows can be taken over"),
    )
    one_rejected, several_rejected = translate("Prepare", "1 is not"), translate("Prepare", "{count} are not")
    message = (one_accepted if accepted == 1 else several_accepted).format(count=accepted)
    message += f", {(one_rejected if rejected == 1 else several_rejected).format(count=rejected)}."
    if doubtful == 1:
        message += " " + translate("Prepare", "1 is to be looked at.")
    elif doubtful:
        message += " " + translate("Prepare", "{count} are to be looked at.").format(count=doubtful)
    return message
