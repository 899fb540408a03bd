"""Decision functions: a command and the present state give events, or a rejection; pure, nothing is written."""

from collections.abc import Callable
from typing import Any

from ipu_session.domain import commands as c
from ipu_session.domain.decide import (
    contributions,
    corrections,
    floor,
    next_speaker,
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
from ipu_session.domain.events import Event
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason, RejectedError

Events = tuple[Event, ...]

_HANDLERS: dict[type[Any], Callable[[Any, Session, Timestamp], Events]] = {
    c.CreateSession: roster.create_session,
    c.ChangeDetails: roster.change_details,
    c.SetRules: roster.set_rules,
    c.ChangeDelegation: roster.change_delegation,
    c.ChangeDelegate: roster.change_delegate,
    c.ImportConceptNote: roster.import_concept_note,
    c.AddTheme: themes.add_theme,
    c.RenameTheme: themes.rename_theme,
    c.MoveTheme: themes.move_theme,
    c.RemoveTheme: themes.remove_theme,
    c.MergeThemes: themes.merge_themes,
    c.SplitTheme: themes.split_theme,
    c.AddRequest: queue.add_request,
    c.ImportSpeakers: queue.import_speakers,
    c.MoveRequest: queue.move_request,
    c.WithdrawRequest: queue.withdraw_request,
    c.MarkAbsent: queue.mark_absent,
    c.RestoreRequest: queue.restore_request,
    c.SwapRequests: queue.swap_requests,
    c.DrawLots: queue.draw_lots,
    c.AcceptOrder: queue.accept_order,
    c.SetReserve: queue.set_reserve,
    c.AnnounceClosing: queue.announce_closing,
    c.CloseList: queue.close_list,
    c.ReopenList: queue.reopen_list,
    c.OpenSitting: sitting.open_sitting,
    c.SuspendSitting: sitting.suspend_sitting,
    c.ExplainSuspension: sitting.explain_suspension,
    c.ResumeSitting: sitting.resume_sitting,
    c.CloseSitting: sitting.close_sitting,
    c.GiveFloor: floor.give_floor,
    c.EndIntervention: floor.end_intervention,
    c.EndAndNext: next_speaker.end_and_next,
    c.SetAllotment: floor.set_allotment,
    c.PauseSpeech: floor.pause_speech,
    c.ResumeSpeech: floor.resume_speech,
    c.GrantTime: floor.grant_time,
    c.RaisePointOfOrder: procedure.raise_point_of_order,
    c.AttributeIntervention: procedure.attribute_intervention,
    c.RulePointOfOrder: procedure.rule_point_of_order,
    c.AskQuestion: procedure.ask_question,
    c.ChairSpeaks: procedure.chair_speaks,
    c.MoveMotion: procedure.move_motion,
    c.ExplainMotion: procedure.explain_motion,
    c.DecideMotion: procedure.decide_motion,
    c.CorrectIntervention: corrections.correct_intervention,
    c.DeleteIntervention: corrections.delete_intervention,
    c.EnterIntervention: corrections.enter_intervention,
    c.RecordTimingGap: timing_gaps.record_timing_gap,
    c.ResolveTimingGap: timing_gaps.resolve_timing_gap,
    c.AcceptLimitProposal: roster.accept_limit_proposal,
    c.CountPresence: roster.count_presence,
    c.TakeNote: notes.take_note,
    c.EditNote: notes.edit_note,
    c.SetNoteThemes: notes.set_note_themes,
    c.MoveNote: notes.move_note,
    c.RestrictNote: notes.restrict_note,
    c.SplitNote: notes.split_note,
    c.JoinNotes: notes.join_notes,
    c.DeleteNote: notes.delete_note,
    c.AddNotesToSynthesis: synthesis.add_notes_to_synthesis,
    c.AddPassage: synthesis.add_passage,
    c.WritePassage: synthesis.write_passage,
    c.SetPassageSources: synthesis.set_passage_sources,
    c.SupportPassage: synthesis.support_passage,
    c.MovePassage: synthesis.move_passage,
    c.CopyToResolution: synthesis.copy_to_resolution,
    c.RemovePassage: synthesis.remove_passage,
    c.RegisterContribution: contributions.register_contribution,
    c.RemoveContribution: contributions.remove_contribution,
    c.FinalizeReport: report_versions.finalize_report,
    c.RegisterCorrection: report_versions.register_correction,
}


def decide(command: c.Command, session: Session, now: Timestamp) -> Events:
    """Return the events that carry out ``command``; RejectedError if a rule refuses it or nothing would change."""
    if not session.created and not isinstance(command, c.CreateSession):
        raise RejectedError(Reason.NOT_CREATED)
    events = _HANDLERS[type(command)](command, session, now)
    if not events:
        raise RejectedError(Reason.NOTHING_CHANGES)
    return events
