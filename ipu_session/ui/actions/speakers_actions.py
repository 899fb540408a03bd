"""Tables of the actions of the speakers pane: lists of requests, interventions held, panel for a new order."""

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import InterventionId, RequestId
from ipu_session.ui.actions.action_spec import ActionSpec, ActionTable, CurrentRow, RowActionSpec, RowCondition
from ipu_session.ui.actions.scopes import HISTORY_LIST, ORDER_PANEL, SPEAKERS_LIST
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP


def _position(row: CurrentRow) -> int | None:
    """Return the index of the row's request on its list; None if it is not waiting or the row is no request."""
    request = row.session.requests.get(RequestId(row.id))
    waiting = () if request is None else row.session.list_containing(request.id)
    return waiting.index(RequestId(row.id)) if row.id in waiting else None


def _is_not_last(row: CurrentRow) -> bool:
    position = _position(row)
    return position is None or position < len(row.session.list_containing(RequestId(row.id))) - 1


def _move_by(row: CurrentRow, step: int) -> c.Command:
    return c.MoveRequest(RequestId(row.id), max(0, (_position(row) or 0) + step))


def _call(row: CurrentRow) -> c.Command:
    request = RequestId(row.id)
    return c.GiveFloor(request) if row.session.floor is None else c.MoveRequest(request, 0)


def _toggle_reserve(row: CurrentRow) -> c.Command:
    request = RequestId(row.id)
    return c.SetReserve(request, not row.session.requests[request].reserve)


_HAS_REQUEST = RowCondition(
    lambda row: RequestId(row.id) in row.session.requests,
    QT_TRANSLATE_NOOP("Actions", "No name is chosen; there is none on this list."),
)
_IS_NOT_FIRST = RowCondition(
    lambda row: _position(row) != 0, QT_TRANSLATE_NOOP("Actions", "This name is the first already.")
)
_IS_NOT_LAST = RowCondition(_is_not_last, QT_TRANSLATE_NOOP("Actions", "This name is the last already."))
_HAS_INTERVENTION = RowCondition(
    lambda row: InterventionId(row.id) in row.session.interventions,
    QT_TRANSLATE_NOOP("Actions", "No intervention is chosen; none was held yet."),
)

SPEAKERS_LIST_ACTIONS = ActionTable(
    SPEAKERS_LIST,
    (
        RowActionSpec(
            "request-call",
            QT_TRANSLATE_NOOP("Actions", "Give the floor, or let be next"),
            "Return",
            conditions=(_HAS_REQUEST,),
            make_command=_call,
        ),
        RowActionSpec(
            "request-up",
            QT_TRANSLATE_NOOP("Actions", "Up"),
            "Alt+Up",
            conditions=(_HAS_REQUEST, _IS_NOT_FIRST),
            make_command=lambda row: _move_by(row, -1),
        ),
        RowActionSpec(
            "request-down",
            QT_TRANSLATE_NOOP("Actions", "Down"),
            "Alt+Down",
            conditions=(_HAS_REQUEST, _IS_NOT_LAST),
            make_command=lambda row: _move_by(row, 1),
        ),
        RowActionSpec(
            "request-first",
            QT_TRANSLATE_NOOP("Actions", "Let be next"),
            "Alt+Home",
            conditions=(_HAS_REQUEST,),
            make_command=lambda row: c.MoveRequest(RequestId(row.id), 0),
        ),
        RowActionSpec(
            "request-absent",
            QT_TRANSLATE_NOOP("Actions", "Not in the room"),
            "Ctrl+Shift+A",
            conditions=(_HAS_REQUEST,),
            make_command=lambda row: c.MarkAbsent(RequestId(row.id)),
        ),
        RowActionSpec(
            "request-withdraw",
            QT_TRANSLATE_NOOP("Actions", "Withdraw"),
            "Delete",
            conditions=(_HAS_REQUEST,),
            make_command=lambda row: c.WithdrawRequest(RequestId(row.id)),
        ),
        RowActionSpec(
            "request-restore",
            QT_TRANSLATE_NOOP("Actions", "Back on the list"),
            "Ctrl+Shift+B",
            conditions=(_HAS_REQUEST,),
            make_command=lambda row: c.RestoreRequest(RequestId(row.id)),
        ),
        RowActionSpec(
            "request-edit",
            QT_TRANSLATE_NOOP("Actions", "Correct the entry"),
            "F4",
            conditions=(_HAS_REQUEST,),
        ),
        RowActionSpec(
            "request-exchange",
            QT_TRANSLATE_NOOP("Actions", "Exchange places"),
            "Ctrl+Shift+X",
            conditions=(_HAS_REQUEST,),
        ),
        RowActionSpec(
            "request-reserve",
            QT_TRANSLATE_NOOP("Actions", "Reserve / not any more"),
            "Ctrl+Shift+V",
            conditions=(_HAS_REQUEST,),
            make_command=_toggle_reserve,
        ),
    ),
)

HISTORY_LIST_ACTIONS = ActionTable(
    HISTORY_LIST,
    (
        RowActionSpec(
            "intervention-correct",
            QT_TRANSLATE_NOOP("Actions", "Correct times or speaker"),
            "F4",
            conditions=(_HAS_INTERVENTION,),
        ),
        RowActionSpec(
            "intervention-notes",
            QT_TRANSLATE_NOOP("Actions", "Show its notes"),
            "Ctrl+Return",
            conditions=(_HAS_INTERVENTION,),
        ),
        RowActionSpec(
            "intervention-strike",
            QT_TRANSLATE_NOOP("Actions", "Strike out: recorded by mistake"),
            "Delete",
            conditions=(_HAS_INTERVENTION,),
            make_command=lambda row: c.DeleteIntervention(InterventionId(row.id)),
        ),
    ),
)

ORDER_PANEL_ACTIONS = ActionTable(
    ORDER_PANEL,
    (ActionSpec("order-accept", QT_TRANSLATE_NOOP("Actions", "Accept this order"), "Ctrl+Return"),),
)
