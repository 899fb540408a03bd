"""The fold: applies one event to a state; pure, never refuses an event and never reads a clock."""

from collections.abc import Callable, Iterable
from typing import Any

from ipu_session.domain import events as e
from ipu_session.domain.evolve import (
    contributions,
    corrections,
    floor,
    notes,
    procedure,
    queue,
    report_versions,
    roster,
    sitting,
    synthesis,
    themes,
    timing_gaps,
)
from ipu_session.domain.model.session import Session

_HANDLERS: dict[type[Any], Callable[[Session, Any, int], Session]] = {
    e.SessionCreated: roster.session_created,
    e.DetailsChanged: roster.details_changed,
    e.RulesSet: roster.rules_set,
    e.DelegationsLoaded: roster.delegations_loaded,
    e.DelegationChanged: roster.delegation_changed,
    e.DelegateAdded: roster.delegate_stored,
    e.DelegateChanged: roster.delegate_stored,
    e.ThemeAdded: themes.theme_added,
    e.ThemeRenamed: themes.theme_renamed,
    e.ThemesOrdered: themes.themes_ordered,
    e.ThemeRemoved: themes.theme_removed,
    e.ThemesMerged: themes.themes_merged,
    e.ThemeSplit: themes.theme_split,
    e.SynthesisWritten: synthesis.synthesis_written,
    e.PassageWritten: synthesis.passage_written,
    e.PassagesOrdered: synthesis.passages_ordered,
    e.PassageRemoved: synthesis.passage_removed,
    e.RequestMade: queue.request_made,
    e.RequestMoved: queue.request_moved,
    e.RequestWithdrawn: queue.request_withdrawn,
    e.RequestPassedOver: queue.request_passed_over,
    e.RequestAbsent: queue.request_absent,
    e.RequestRestored: queue.request_restored,
    e.RequestsSwapped: queue.requests_swapped,
    e.LotsDrawn: queue.lots_drawn,
    e.OrderAccepted: queue.order_accepted,
    e.RequestReserved: queue.request_reserved,
    e.ListClosingAnnounced: queue.list_closing_announced,
    e.ListClosed: queue.list_closed,
    e.ListReopened: queue.list_reopened,
    e.SittingOpened: sitting.sitting_opened,
    e.SittingSuspended: sitting.sitting_suspended,
    e.SuspensionExplained: sitting.suspension_explained,
    e.SittingResumed: sitting.sitting_resumed,
    e.SittingClosed: sitting.sitting_closed,
    e.FloorGiven: floor.floor_given,
    e.InterventionAttributed: floor.intervention_attributed,
    e.SpeechPaused: floor.speech_paused,
    e.SpeechResumed: floor.speech_resumed,
    e.SpeechHeld: floor.speech_held,
    e.SpeechRestored: floor.speech_restored,
    e.TimeGranted: floor.time_granted,
    e.PointOfOrderRuled: floor.point_of_order_ruled,
    e.InterventionEnded: floor.intervention_ended,
    e.AllotmentChanged: floor.allotment_changed,
    e.MotionMoved: procedure.motion_moved,
    e.MotionExplained: procedure.motion_explained,
    e.MotionDecided: procedure.motion_decided,
    e.InterventionCorrected: corrections.intervention_corrected,
    e.InterventionDeleted: corrections.intervention_deleted,
    e.InterventionEntered: corrections.intervention_entered,
    e.GapFound: timing_gaps.gap_found,
    e.GapAnswered: timing_gaps.gap_answered,
    e.PresenceCounted: roster.presence_counted,
    e.NoteTaken: notes.note_taken,
    e.NoteEdited: notes.note_edited,
    e.NoteThemed: notes.note_themed,
    e.NoteMoved: notes.note_moved,
    e.NoteRestricted: notes.note_restricted,
    e.NoteSplit: notes.note_split,
    e.NotesJoined: notes.notes_joined,
    e.NoteDeleted: notes.note_deleted,
    e.ContributionRegistered: contributions.contribution_registered,
    e.ContributionRemoved: contributions.contribution_removed,
    e.ReportFinalized: report_versions.report_finalized,
    e.CorrectionReceived: report_versions.correction_received,
}


def evolve(session: Session, event: e.Event, at_ms: int) -> Session:
    """Return the session after ``event``, which happened at ``at_ms`` (UTC); Rewound is not supported."""
    after = _HANDLERS[type(event)](session, event, at_ms)
    version = session.version + 1
    return after if after.version == version else after._replace(version=version)


def evolve_all(session: Session, events: Iterable[e.Event], at_ms: int) -> Session:
    """Return the session after ``events``, all at ``at_ms`` (UTC)."""
    for event in events:
        session = evolve(session, event, at_ms)
    return session
