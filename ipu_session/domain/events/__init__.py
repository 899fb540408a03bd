"""Events: facts in the past tense; types and fields are never renamed, only added (docs/events.md)."""

from ipu_session.domain.events.contributions import ContributionRegistered as ContributionRegistered
from ipu_session.domain.events.contributions import ContributionRemoved as ContributionRemoved
from ipu_session.domain.events.corrections import InterventionCorrected as InterventionCorrected
from ipu_session.domain.events.corrections import InterventionDeleted as InterventionDeleted
from ipu_session.domain.events.corrections import InterventionEntered as InterventionEntered
from ipu_session.domain.events.floor import AllotmentChanged as AllotmentChanged
from ipu_session.domain.events.floor import FloorGiven as FloorGiven
from ipu_session.domain.events.floor import InterventionAttributed as InterventionAttributed
from ipu_session.domain.events.floor import InterventionEnded as InterventionEnded
from ipu_session.domain.events.floor import PointOfOrderRuled as PointOfOrderRuled
from ipu_session.domain.events.floor import SpeechHeld as SpeechHeld
from ipu_session.domain.events.floor import SpeechPaused as SpeechPaused
from ipu_session.domain.events.floor import SpeechRestored as SpeechRestored
from ipu_session.domain.events.floor import SpeechResumed as SpeechResumed
from ipu_session.domain.events.floor import TimeGranted as TimeGranted
from ipu_session.domain.events.history import Rewound as Rewound
from ipu_session.domain.events.notes import NoteDeleted as NoteDeleted
from ipu_session.domain.events.notes import NoteEdited as NoteEdited
from ipu_session.domain.events.notes import NoteMoved as NoteMoved
from ipu_session.domain.events.notes import NoteRestricted as NoteRestricted
from ipu_session.domain.events.notes import NotesJoined as NotesJoined
from ipu_session.domain.events.notes import NoteSplit as NoteSplit
from ipu_session.domain.events.notes import NoteTaken as NoteTaken
from ipu_session.domain.events.notes import NoteThemed as NoteThemed
from ipu_session.domain.events.procedure import MotionDecided as MotionDecided
from ipu_session.domain.events.procedure import MotionExplained as MotionExplained
from ipu_session.domain.events.procedure import MotionMoved as MotionMoved
from ipu_session.domain.events.queue import ListClosed as ListClosed
from ipu_session.domain.events.queue import ListClosingAnnounced as ListClosingAnnounced
from ipu_session.domain.events.queue import ListReopened as ListReopened
from ipu_session.domain.events.queue import LotsDrawn as LotsDrawn
from ipu_session.domain.events.queue import OrderAccepted as OrderAccepted
from ipu_session.domain.events.queue import RequestAbsent as RequestAbsent
from ipu_session.domain.events.queue import RequestMade as RequestMade
from ipu_session.domain.events.queue import RequestMoved as RequestMoved
from ipu_session.domain.events.queue import RequestPassedOver as RequestPassedOver
from ipu_session.domain.events.queue import RequestReserved as RequestReserved
from ipu_session.domain.events.queue import RequestRestored as RequestRestored
from ipu_session.domain.events.queue import RequestsSwapped as RequestsSwapped
from ipu_session.domain.events.queue import RequestWithdrawn as RequestWithdrawn
from ipu_session.domain.events.report_versions import CorrectionReceived as CorrectionReceived
from ipu_session.domain.events.report_versions import ReportFinalized as ReportFinalized
from ipu_session.domain.events.roster import DelegateAdded as DelegateAdded
from ipu_session.domain.events.roster import DelegateChanged as DelegateChanged
from ipu_session.domain.events.roster import DelegationChanged as DelegationChanged
from ipu_session.domain.events.roster import DelegationsLoaded as DelegationsLoaded
from ipu_session.domain.events.roster import DetailsChanged as DetailsChanged
from ipu_session.domain.events.roster import PresenceCounted as PresenceCounted
from ipu_session.domain.events.roster import RulesSet as RulesSet
from ipu_session.domain.events.roster import SessionCreated as SessionCreated
from ipu_session.domain.events.sitting import SittingClosed as SittingClosed
from ipu_session.domain.events.sitting import SittingOpened as SittingOpened
from ipu_session.domain.events.sitting import SittingResumed as SittingResumed
from ipu_session.domain.events.sitting import SittingSuspended as SittingSuspended
from ipu_session.domain.events.sitting import SuspensionExplained as SuspensionExplained
from ipu_session.domain.events.synthesis import PassageRemoved as PassageRemoved
from ipu_session.domain.events.synthesis import PassagesOrdered as PassagesOrdered
from ipu_session.domain.events.synthesis import PassageWritten as PassageWritten
from ipu_session.domain.events.synthesis import SynthesisWritten as SynthesisWritten
from ipu_session.domain.events.themes import ThemeAdded as ThemeAdded
from ipu_session.domain.events.themes import ThemeRemoved as ThemeRemoved
from ipu_session.domain.events.themes import ThemeRenamed as ThemeRenamed
from ipu_session.domain.events.themes import ThemesMerged as ThemesMerged
from ipu_session.domain.events.themes import ThemesOrdered as ThemesOrdered
from ipu_session.domain.events.themes import ThemeSplit as ThemeSplit
from ipu_session.domain.events.timing_gaps import GapAnswered as GapAnswered
from ipu_session.domain.events.timing_gaps import GapFound as GapFound

Event = (
    SessionCreated
    | DetailsChanged
    | RulesSet
    | DelegationsLoaded
    | DelegationChanged
    | DelegateAdded
    | DelegateChanged
    | PresenceCounted
    | ThemeAdded
    | ThemeRenamed
    | ThemesOrdered
    | ThemeRemoved
    | ThemesMerged
    | ThemeSplit
    | RequestMade
    | RequestMoved
    | RequestWithdrawn
    | RequestPassedOver
    | RequestAbsent
    | RequestRestored
    | ListClosed
    | ListReopened
    | RequestsSwapped
    | LotsDrawn
    | OrderAccepted
    | RequestReserved
    | ListClosingAnnounced
    | SittingOpened
    | SittingSuspended
    | SittingResumed
    | SittingClosed
    | SuspensionExplained
    | FloorGiven
    | InterventionAttributed
    | SpeechPaused
    | SpeechResumed
    | SpeechHeld
    | SpeechRestored
    | TimeGranted
    | PointOfOrderRuled
    | InterventionEnded
    | AllotmentChanged
    | MotionMoved
    | MotionExplained
    | MotionDecided
    | InterventionCorrected
    | InterventionDeleted
    | InterventionEntered
    | GapFound
    | GapAnswered
    | NoteTaken
    | NoteEdited
    | NoteThemed
    | NoteMoved
    | NoteRestricted
    | NoteSplit
    | NotesJoined
    | NoteDeleted
    | SynthesisWritten
    | PassageWritten
    | PassagesOrdered
    | PassageRemoved
    | ContributionRegistered
    | ContributionRemoved
    | ReportFinalized
    | CorrectionReceived
    | Rewound
)
