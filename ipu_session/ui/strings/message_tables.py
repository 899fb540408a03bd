"""Texts of rejections, errors and exports, by reason or code.

The command line uses them too, so this module does not import Qt: pyside6-lupdate finds the texts by the name
``QT_TRANSLATE_NOOP``.
"""

from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

REJECTION_MESSAGES = {
    "floor-taken": QT_TRANSLATE_NOOP("Wording", "Somebody has the floor."),
    "floor-free": QT_TRANSLATE_NOOP("Wording", "Nobody has the floor."),
    "list-empty": QT_TRANSLATE_NOOP("Wording", "Nobody is waiting on the list."),
    "list-closed": QT_TRANSLATE_NOOP("Wording", "The list is closed; reopen it to add a name."),
    "list-open": QT_TRANSLATE_NOOP("Wording", "The list is open already."),
    "already-waiting": QT_TRANSLATE_NOOP("Wording", "This delegate is on the list already."),
    "not-waiting": QT_TRANSLATE_NOOP("Wording", "This request is not waiting any more."),
    "waiting": QT_TRANSLATE_NOOP("Wording", "This request is waiting already."),
    "not-running": QT_TRANSLATE_NOOP("Wording", "The clock is not running."),
    "not-paused": QT_TRANSLATE_NOOP("Wording", "The clock is not paused."),
    "point-of-order-pending": QT_TRANSLATE_NOOP("Wording", "A point of order is on; rule on it first."),
    "no-point-of-order": QT_TRANSLATE_NOOP("Wording", "No point of order has the floor."),
    "observer-has-no-point-of-order": QT_TRANSLATE_NOOP(
        "Wording", "An observer has no right to raise a point of order."
    ),
    "observer-has-no-reply": QT_TRANSLATE_NOOP("Wording", "An observer has no right of reply."),
    "no-more-replies": QT_TRANSLATE_NOOP("Wording", "This delegation has had, or waits for, all its replies."),
    "motion-pending": QT_TRANSLATE_NOOP("Wording", "A motion is on; record its decision first."),
    "no-motion": QT_TRANSLATE_NOOP("Wording", "No motion is on."),
    "motion-moved-before": QT_TRANSLATE_NOOP("Wording", "The same was moved before in this debate."),
    "nobody-to-ask": QT_TRANSLATE_NOOP("Wording", "Nobody has spoken yet to whom a question could be put."),
    "no-limit": QT_TRANSLATE_NOOP("Wording", "There is no limit to add to or take from."),
    "not-ended": QT_TRANSLATE_NOOP("Wording", "This intervention is not over yet; correct it when it is."),
    "not-yet": QT_TRANSLATE_NOOP("Wording", "That time has not come yet."),
    "no-offer": QT_TRANSLATE_NOOP(
        "Wording", "The limits fit as they are, or there is no planned end, or too little time."
    ),
    "no-gap": QT_TRANSLATE_NOOP("Wording", "There is no gap to answer for."),
    "other-list": QT_TRANSLATE_NOOP("Wording", "A speaker and a reply stand on two lists; they exchange no places."),
    "order-outdated": QT_TRANSLATE_NOOP("Wording", "The list has changed since; let the order be proposed anew."),
    "sitting-open": QT_TRANSLATE_NOOP("Wording", "The sitting is open already."),
    "no-sitting": QT_TRANSLATE_NOOP("Wording", "No sitting is open: Ctrl+Shift+O opens one."),
    "sitting-suspended": QT_TRANSLATE_NOOP("Wording", "The sitting is suspended; resume it first (F12)."),
    "not-suspended": QT_TRANSLATE_NOOP("Wording", "The sitting is not suspended."),
    "empty-text": QT_TRANSLATE_NOOP("Wording", "There is nothing written yet."),
    "nothing-changes": QT_TRANSLATE_NOOP("Wording", "That is how it stands already."),
    "out-of-range": QT_TRANSLATE_NOOP("Wording", "That number is out of range."),
    "unknown-delegation": QT_TRANSLATE_NOOP("Wording", "That delegation is not in the directory."),
    "unknown-theme": QT_TRANSLATE_NOOP("Wording", "There is no theme of that number."),
    "unknown-thing": QT_TRANSLATE_NOOP("Wording", "That is no longer there."),
    "no-element": QT_TRANSLATE_NOOP("Wording", "Only an element for the resolution names supporters."),
    "other-section": QT_TRANSLATE_NOOP("Wording", "A passage of a theme and an element stay apart."),
    "not-for-the-report": QT_TRANSLATE_NOOP("Wording", "This note is not for the report (Ctrl+R)."),
    "written-not-said": QT_TRANSLATE_NOOP("Wording", "This note quotes what was written; it belongs to no speech."),
    "contribution-quoted": QT_TRANSLATE_NOOP("Wording", "A note quotes this contribution; it stays."),
    "theme-in-use": QT_TRANSLATE_NOOP("Wording", "Notes or requests belong to this theme; it stays."),
    "debate-not-closed": QT_TRANSLATE_NOOP(
        "Wording", "Only the report of a closed debate can be made final; close the sitting first."
    ),
    "already-created": QT_TRANSLATE_NOOP("Wording", "The session exists already."),
    "not-created": QT_TRANSLATE_NOOP("Wording", "The session does not exist yet."),
    "nothing-to-undo": QT_TRANSLATE_NOOP("Wording", "There is nothing to undo."),
    "nothing-to-redo": QT_TRANSLATE_NOOP("Wording", "There is nothing to redo."),
}

ERROR_MESSAGES = {
    "missing": QT_TRANSLATE_NOOP("Wording", "There is no such file or folder; look at the name."),
    "is-a-directory": QT_TRANSLATE_NOOP("Wording", "This is a folder; name a file."),
    "not-a-file": QT_TRANSLATE_NOOP("Wording", "This is no ordinary file; name one that is."),
    "not-permitted": QT_TRANSLATE_NOOP(
        "Wording", "This machine does not permit it; choose another place or change the rights."
    ),
    "read-only": QT_TRANSLATE_NOOP("Wording", "This can only be read; copy the file to where it can be written."),
    "replaced-session": QT_TRANSLATE_NOOP(
        "Wording", "Another file lies where the session was; put the session back in its place."
    ),
    "disk-full": QT_TRANSLATE_NOOP("Wording", "The disk is full; make room, then try again."),
    "disk-trouble": QT_TRANSLATE_NOOP("Wording", "The disk reports a fault; copy the file to another disk."),
    "exists": QT_TRANSLATE_NOOP("Wording", "There is a file of that name already; choose another name."),
    "empty-session": QT_TRANSLATE_NOOP(
        "Wording", "The file is empty; it never held a session, or was lost. Take a copy of it from elsewhere."
    ),
    "not-a-session": QT_TRANSLATE_NOOP("Wording", "This is not a session of this program; choose an .ipusession file."),
    "damaged-session": QT_TRANSLATE_NOOP(
        "Wording", "The session is damaged here; restore a backup, or repair it into a copy."
    ),
    "cut-session": QT_TRANSLATE_NOOP(
        "Wording", "The end of this session is missing; take a copy that is whole, or repair it into a copy."
    ),
    "impossible-event": QT_TRANSLATE_NOOP(
        "Wording", "This event cannot have happened; somebody changed the session. Repair it into a copy."
    ),
    "other-mode": QT_TRANSLATE_NOOP(
        "Wording", "Another program changed how this session is written; take a copy of it from before."
    ),
    "other-journal": QT_TRANSLATE_NOOP(
        "Wording", "A -journal file beside this session belongs to another file; move it away, and keep it."
    ),
    "nothing-saved": QT_TRANSLATE_NOOP(
        "Wording", "Nothing of this session can be saved by itself; restore a backup, or take a copy from before."
    ),
    "no-backup": QT_TRANSLATE_NOOP("Wording", "There is no such backup of this session."),
    "newer-session": QT_TRANSLATE_NOOP(
        "Wording", "A newer version of this program wrote this session; open it with that version."
    ),
    "foreign-objects": QT_TRANSLATE_NOOP(
        "Wording", "Somebody put things into this session that this program never makes; it is not opened."
    ),
    "session-in-use": QT_TRANSLATE_NOOP("Wording", "This session is open in another program; close it there first."),
    "session-in-use-elsewhere": QT_TRANSLATE_NOOP(
        "Wording", "This session is open on another machine; close it there, or delete the .lock file if it is not."
    ),
    "lock-unreadable": QT_TRANSLATE_NOOP(
        "Wording", "A .lock file beside the session says nothing; if the session is open nowhere, delete it."
    ),
    "bad-line": QT_TRANSLATE_NOOP("Wording", "This line is no event of a session; nothing was written."),
    "newer-line": QT_TRANSLATE_NOOP(
        "Wording", "This line is an event of a newer version of this program; use that version."
    ),
    "unreadable": QT_TRANSLATE_NOOP("Wording", "The file cannot be read; copy it to this machine and try again."),
    "empty": QT_TRANSLATE_NOOP("Wording", "The file is empty; choose another."),
    "too-large": QT_TRANSLATE_NOOP("Wording", "This is too large for what it should be; choose another file."),
    "not-text": QT_TRANSLATE_NOOP("Wording", "This is not text; choose another file."),
    "wrong-kind": QT_TRANSLATE_NOOP(
        "Wording", "The file is not what is needed here, or not what its name says; save it anew in the right form."
    ),
    "encrypted": QT_TRANSLATE_NOOP("Wording", "The file is protected by a password; save it without one."),
    "no-cipher": QT_TRANSLATE_NOOP(
        "Wording", "The file is encrypted; if it opens elsewhere without a password, print it there to a new PDF."
    ),
    "damaged": QT_TRANSLATE_NOOP("Wording", "The file is damaged here; save it anew."),
    "dtd": QT_TRANSLATE_NOOP(
        "Wording", "The file defines words of its own (a DTD), as no Office program does; save it anew."
    ),
    "encoding-unknown": QT_TRANSLATE_NOOP(
        "Wording", "The letters are in an encoding that must be named; name it (--encoding), or save the list as UTF-8."
    ),
    "no-heading-row": QT_TRANSLATE_NOOP(
        "Wording", "There is no heading row with a column for the delegation or the name; add one."
    ),
    "no-speakers": QT_TRANSLATE_NOOP("Wording", "There is no speaker in the list."),
    "not-writable": QT_TRANSLATE_NOOP("Wording", "This cannot be written; choose another name or place."),
    "in-use": QT_TRANSLATE_NOOP(
        "Wording", "Another program has this file open; close it there, or choose another name."
    ),
    "is-a-session": QT_TRANSLATE_NOOP("Wording", "A session lies there; choose another name."),
    "folder-missing": QT_TRANSLATE_NOOP("Wording", "There is no such folder; make it, or choose another place."),
    "template-not-word": QT_TRANSLATE_NOOP("Wording", "This is no Word template; choose a .docx or .dotx file."),
    "template-macros": QT_TRANSLATE_NOOP(
        "Wording", "The template contains macros; save it in Word as .dotx, without them."
    ),
    "template-linked-image": QT_TRANSLATE_NOOP(
        "Wording", "A picture of the template is only linked to; insert it in the template itself."
    ),
    "template-links": QT_TRANSLATE_NOOP(
        "Wording", "The template refers to a file somewhere else; remove the link in Word."
    ),
    "template-objects": QT_TRANSLATE_NOOP(
        "Wording", "The template contains an embedded object; put a picture in its place."
    ),
    "template-fields": QT_TRANSLATE_NOOP(
        "Wording", "A field in a header or footer fetches something from elsewhere; turn it into text (Ctrl+Shift+F9)."
    ),
    "no-such-language": QT_TRANSLATE_NOOP("Wording", "There is no report in this language."),
    "no-names-by-speaker": QT_TRANSLATE_NOOP(
        "Wording", "A report by speaker cannot be without names; choose the report by theme."
    ),
    "not-on-disk": QT_TRANSLATE_NOOP(
        "Wording", "Some acts are not on the disk yet; write them first (Ctrl+F12), or wait for the disk."
    ),
    "differs-from-file": QT_TRANSLATE_NOOP(
        "Wording",
        "The file says otherwise than the program; nothing was written. "
        "Close the session and open it again: the file counts.",
    ),
    "does-not-add-up": QT_TRANSLATE_NOOP(
        "Wording",
        "The report would not agree with the record in this; nothing was written. "
        "Export the tables, and report this fault.",
    ),
    "no-such-version": QT_TRANSLATE_NOOP("Wording", "No final version of the report has this number."),
    "unknown": QT_TRANSLATE_NOOP("Wording", "This could not be read or written."),
}

EXPORT_MESSAGES = {
    "styles": QT_TRANSLATE_NOOP("Wording", "Styles added that the template has not: {names}"),
    "look": QT_TRANSLATE_NOOP(
        "Wording", "The earlier report keeps the look that it has; to give it the template's, write to a new file."
    ),
    "earlier": QT_TRANSLATE_NOOP("Wording", "What was there before is kept as {path}"),
    "named": QT_TRANSLATE_NOOP(
        "Wording", "Without names, but what was typed names a delegation or a person in {count} places:"
    ),
}

OMITTED_PART_MESSAGES = {
    "attached": QT_TRANSLATE_NOOP("Wording", "The template attached to the template was left out."),
    "picture": QT_TRANSLATE_NOOP(
        "Wording", "Pictures in the body of the template were left out; those of its header and footer stay."
    ),
    "columns": QT_TRANSLATE_NOOP("Wording", "The template has several columns; the report has one."),
    "orientation": QT_TRANSLATE_NOOP(
        "Wording", "The template has upright and wide pages; the report has its last page throughout."
    ),
}

MERGE_MESSAGES = {
    "outdated": QT_TRANSLATE_NOOP("Wording", "Kept as changed by hand, though the session has changed since: {count}"),
    "kept": QT_TRANSLATE_NOOP("Wording", "Kept as changed by hand: {count}"),
    "deleted": QT_TRANSLATE_NOOP("Wording", "Deleted by hand, not brought back: {count}"),
    "added": QT_TRANSLATE_NOOP("Wording", "New: {count}"),
    "removed": QT_TRANSLATE_NOOP("Wording", "Taken out, no longer in the session: {count}"),
    "renewed": QT_TRANSLATE_NOOP("Wording", "Renewed, left alone by hand: {count}"),
    "unchanged": QT_TRANSLATE_NOOP("Wording", "Paragraphs and tables that are as before: {count}"),
}
"""Messages by field of `MergeResult`, in the order shown: first what the user should check."""
