"""Commands: what a user asks for; any of them may be rejected."""

from ipu_session.domain.commands.contributions import RegisterContribution as RegisterContribution
from ipu_session.domain.commands.contributions import RemoveContribution as RemoveContribution
from ipu_session.domain.commands.corrections import CorrectIntervention as CorrectIntervention
from ipu_session.domain.commands.corrections import DeleteIntervention as DeleteIntervention
from ipu_session.domain.commands.corrections import EnterIntervention as EnterIntervention
from ipu_session.domain.commands.floor import EndAndNext as EndAndNext
from ipu_session.domain.commands.floor import EndIntervention as EndIntervention
from ipu_session.domain.commands.floor import GiveFloor as GiveFloor
from ipu_session.domain.commands.floor import GrantTime as GrantTime
from ipu_session.domain.commands.floor import PauseSpeech as PauseSpeech
from ipu_session.domain.commands.floor import ResumeSpeech as ResumeSpeech
from ipu_session.domain.commands.floor import SetAllotment as SetAllotment
from ipu_session.domain.commands.notes import DeleteNote as DeleteNote
from ipu_session.domain.commands.notes import EditNote as EditNote
from ipu_session.domain.commands.notes import JoinNotes as JoinNotes
from ipu_session.domain.commands.notes import MoveNote as MoveNote
from ipu_session.domain.commands.notes import RestrictNote as RestrictNote
from ipu_session.domain.commands.notes import SetNoteThemes as SetNoteThemes
from ipu_session.domain.commands.notes import SplitNote as SplitNote
from ipu_session.domain.commands.notes import TakeNote as TakeNote
from ipu_session.domain.commands.procedure import AskQuestion as AskQuestion
from ipu_session.domain.commands.procedure import AttributeIntervention as AttributeIntervention
from ipu_session.domain.commands.procedure import ChairSpeaks as ChairSpeaks
from ipu_session.domain.commands.procedure import DecideMotion as DecideMotion
from ipu_session.domain.commands.procedure import ExplainMotion as ExplainMotion
from ipu_session.domain.commands.procedure import MoveMotion as MoveMotion
from ipu_session.domain.commands.procedure import RaisePointOfOrder as RaisePointOfOrder
from ipu_session.domain.commands.procedure import RulePointOfOrder as RulePointOfOrder
from ipu_session.domain.commands.queue import AcceptOrder as AcceptOrder
from ipu_session.domain.commands.queue import AddRequest as AddRequest
from ipu_session.domain.commands.queue import AnnounceClosing as AnnounceClosing
from ipu_session.domain.commands.queue import CloseList as CloseList
from ipu_session.domain.commands.queue import DrawLots as DrawLots
from ipu_session.domain.commands.queue import ImportSpeakers as ImportSpeakers
from ipu_session.domain.commands.queue import MarkAbsent as MarkAbsent
from ipu_session.domain.commands.queue import MoveRequest as MoveRequest
from ipu_session.domain.commands.queue import ReopenList as ReopenList
from ipu_session.domain.commands.queue import RestoreRequest as RestoreRequest
from ipu_session.domain.commands.queue import SetReserve as SetReserve
from ipu_session.domain.commands.queue import SwapRequests as SwapRequests
from ipu_session.domain.commands.queue import WithdrawRequest as WithdrawRequest
from ipu_session.domain.commands.report_versions import FinalizeReport as FinalizeReport
from ipu_session.domain.commands.report_versions import RegisterCorrection as RegisterCorrection
from ipu_session.domain.commands.roster import AcceptLimitProposal as AcceptLimitProposal
from ipu_session.domain.commands.roster import ChangeDelegate as ChangeDelegate
from ipu_session.domain.commands.roster import ChangeDelegation as ChangeDelegation
from ipu_session.domain.commands.roster import ChangeDetails as ChangeDetails
from ipu_session.domain.commands.roster import CountPresence as CountPresence
from ipu_session.domain.commands.roster import CreateSession as CreateSession
from ipu_session.domain.commands.roster import ImportConceptNote as ImportConceptNote
from ipu_session.domain.commands.roster import SetRules as SetRules
from ipu_session.domain.commands.sitting import CloseSitting as CloseSitting
from ipu_session.domain.commands.sitting import ExplainSuspension as ExplainSuspension
from ipu_session.domain.commands.sitting import OpenSitting as OpenSitting
from ipu_session.domain.commands.sitting import ResumeSitting as ResumeSitting
from ipu_session.domain.commands.sitting import SuspendSitting as SuspendSitting
from ipu_session.domain.commands.synthesis import AddNotesToSynthesis as AddNotesToSynthesis
from ipu_session.domain.commands.synthesis import AddPassage as AddPassage
from ipu_session.domain.commands.synthesis import CopyToResolution as CopyToResolution
from ipu_session.domain.commands.synthesis import MovePassage as MovePassage
from ipu_session.domain.commands.synthesis import RemovePassage as RemovePassage
from ipu_session.domain.commands.synthesis import SetPassageSources as SetPassageSources
from ipu_session.domain.commands.synthesis import SupportPassage as SupportPassage
from ipu_session.domain.commands.synthesis import WritePassage as WritePassage
from ipu_session.domain.commands.themes import AddTheme as AddTheme
from ipu_session.domain.commands.themes import MergeThemes as MergeThemes
from ipu_session.domain.commands.themes import MoveTheme as MoveTheme
from ipu_session.domain.commands.themes import RemoveTheme as RemoveTheme
from ipu_session.domain.commands.themes import RenameTheme as RenameTheme
from ipu_session.domain.commands.themes import SplitTheme as SplitTheme
from ipu_session.domain.commands.timing_gaps import RecordTimingGap as RecordTimingGap
from ipu_session.domain.commands.timing_gaps import ResolveTimingGap as ResolveTimingGap

Command = (
    CreateSession
    | ChangeDetails
    | SetRules
    | ChangeDelegation
    | ChangeDelegate
    | ImportConceptNote
    | CountPresence
    | AcceptLimitProposal
    | AddTheme
    | RenameTheme
    | MoveTheme
    | RemoveTheme
    | MergeThemes
    | SplitTheme
    | AddRequest
    | ImportSpeakers
    | MoveRequest
    | WithdrawRequest
    | MarkAbsent
    | RestoreRequest
    | CloseList
    | ReopenList
    | SwapRequests
    | DrawLots
    | AcceptOrder
    | SetReserve
    | AnnounceClosing
    | OpenSitting
    | SuspendSitting
    | ResumeSitting
    | CloseSitting
    | ExplainSuspension
    | GiveFloor
    | EndIntervention
    | EndAndNext
    | PauseSpeech
    | ResumeSpeech
    | GrantTime
    | SetAllotment
    | RaisePointOfOrder
    | AttributeIntervention
    | RulePointOfOrder
    | AskQuestion
    | ChairSpeaks
    | MoveMotion
    | ExplainMotion
    | DecideMotion
    | CorrectIntervention
    | DeleteIntervention
    | EnterIntervention
    | RecordTimingGap
    | ResolveTimingGap
    | TakeNote
    | EditNote
    | SetNoteThemes
    | MoveNote
    | RestrictNote
    | SplitNote
    | JoinNotes
    | DeleteNote
    | AddNotesToSynthesis
    | AddPassage
    | WritePassage
    | SetPassageSources
    | SupportPassage
    | MovePassage
    | CopyToResolution
    | RemovePassage
    | RegisterContribution
    | RemoveContribution
    | FinalizeReport
    | RegisterCorrection
)
