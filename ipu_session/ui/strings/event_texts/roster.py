"""Texts of the events of the session's details, its delegations and its delegates."""

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts.registry import set_texts
from ipu_session.ui.strings.event_texts.sentences import describe_recorded
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

# Not described: screen readers read the window title of a new session.
set_texts(e.SessionCreated, QT_TRANSLATE_NOOP("Wording", "new session"), None)
set_texts(e.DetailsChanged, QT_TRANSLATE_NOOP("Wording", "session details"), describe_recorded)
set_texts(e.RulesSet, QT_TRANSLATE_NOOP("Wording", "rules"), describe_recorded)
# Not described: recorded only with a new session.
set_texts(e.DelegationsLoaded, QT_TRANSLATE_NOOP("Wording", "directory of delegations"), None)
set_texts(e.DelegationChanged, QT_TRANSLATE_NOOP("Wording", "delegation"), describe_recorded)
# Not described: recorded with a request, an intervention or a correction, which names the delegate.
set_texts(e.DelegateAdded, QT_TRANSLATE_NOOP("Wording", "name added"), None)
set_texts(e.DelegateChanged, QT_TRANSLATE_NOOP("Wording", "delegate's entry"), describe_recorded)
set_texts(e.PresenceCounted, QT_TRANSLATE_NOOP("Wording", "count of those present"), describe_recorded)
