"""The tables of actions: names and keys stand once, and every row has a function or a command."""

import importlib
import pkgutil
import re
from itertools import chain
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain.commands import WithdrawRequest
from ipu_session.domain.model.ids import RequestId
from ipu_session.ui import actions
from ipu_session.ui.actions import scopes
from ipu_session.ui.actions.action_factory import add_actions, make_action_button, make_spec_button, unavailable_reason
from ipu_session.ui.actions.action_spec import HAS_ROW, ActionSpec, ActionTable, RowActionSpec, RowCondition
from ipu_session.ui.actions.command_actions import COMMAND_ACTIONS
from ipu_session.ui.actions.scopes import SESSION, SPEAKERS_LIST, Scope
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS, WINDOW_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.keyboard.alternative_keys import key_sequences
from ipu_session.ui.shell import menus
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import set_current_row
from tests.architecture.source import ROOT
from tests.builders import a_session


def _tables() -> list[ActionTable]:
    names = [each.name for each in pkgutil.iter_modules(actions.__path__)]
    modules = [importlib.import_module(f"{actions.__name__}.{name}") for name in names]
    return [value for module in modules for value in vars(module).values() if isinstance(value, ActionTable)]


def _unique_tables() -> list[ActionTable]:
    """Each table once, though other modules may import it."""
    return list({id(table): table for table in _tables()}.values())


_KEY_IN_TEXT = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+\w+|\bF\d{1,2}\b")
TABLES = _unique_tables()
SCOPES = [value for value in vars(scopes).values() if isinstance(value, Scope)]


def test_every_name_stands_once() -> None:
    names = [spec.name for table in TABLES for spec in table.specs]
    assert len(names) > 120
    assert sorted(names) == sorted(set(names))


def test_every_scope_has_a_table_and_a_name_of_its_own() -> None:
    assert len({scope.name for scope in SCOPES}) == len(SCOPES)
    assert {table.scope for table in TABLES} == set(SCOPES)


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_keys_that_are_active_together_stand_once(scope: Scope) -> None:
    around = list(scope.with_ancestors())
    specs = chain.from_iterable(table.specs for table in TABLES if table.scope in around)
    keys = [sequence.toString() for spec in specs for key in spec.keys for sequence in key_sequences(key)]
    assert sorted(keys) == sorted(set(keys))


def test_every_text_is_translated() -> None:
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / "ipu_session_fr.ts")
    [context] = [each for each in tree.iter("context") if each.findtext("name") == "Actions"]
    translated = {message.findtext("source") for message in context.iter("message")}
    specs = [spec for table in TABLES for spec in table.specs]
    texts = {text for spec in specs for text in (spec.text, spec.button_text, spec.tooltip) if text}
    reasons = {
        condition.otherwise
        for spec in specs
        if isinstance(spec, RowActionSpec)
        for condition in spec.conditions
        if condition.otherwise
    }
    assert texts | reasons <= translated


def test_every_action_of_window_and_session_is_in_one_menu_or_only_in_the_palette() -> None:
    listed = [name for _, names in menus.MENUS for name in names if name]
    assert len(listed) == len(set(listed))
    known = {*WINDOW_ACTIONS.names, *SESSION_ACTIONS.names, *COMMAND_ACTIONS.names}
    # Screen readers alone need it: what it says is on the screen.
    assert known - set(listed) == {"state"}
    assert set(listed) <= known


def test_every_key_that_a_text_names_is_the_key_of_an_action() -> None:
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / "ipu_session_fr.ts")
    texts = [message.findtext("source") or "" for message in tree.iter("message")]
    named = {key.replace("Enter", "Return") for text in texts for key in _KEY_IN_TEXT.findall(text)}
    # Italics while a passage is written, and a key of Word.
    others = {"Ctrl+I", "Ctrl+Shift+F9"}
    assert {"F4", "Ctrl+Return", "Shift+F4"} <= named
    assert named <= others | {key for table in TABLES for spec in table.specs for key in spec.keys}


def test_a_row_without_function_and_a_function_without_row_are_refused(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    table = ActionTable(SESSION, (ActionSpec("one", "One", "F2"), ActionSpec("two", "Two", "F3")))
    with pytest.raises(ValueError, match=r"session: rows and slots differ: \['two'\]"):
        add_actions(widget, table, {"one": widget.update})
    with pytest.raises(ValueError, match=r"session: rows and slots differ: \['three'\]"):
        add_actions(widget, table, dict.fromkeys(("one", "two", "three"), widget.update))
    assert widget.actions() == []


def test_rows_that_execute_commands_need_a_session(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(ValueError, match="needs a bridge"):
        add_actions(widget, COMMAND_ACTIONS, {})


def test_an_action_on_the_current_row_needs_a_list(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(ValueError, match="which only a list has"):
        add_actions(widget, ActionTable(SPEAKERS_LIST, (RowActionSpec("open", "Open", "F4"),)), {"open": widget.update})


def test_a_button_takes_text_tooltip_and_state_from_its_action(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    spec = ActionSpec("one", "Put it away", "Alt+X", button_text="Away", tooltip="Puts it away for good")
    plain = ActionSpec("two", "Take it", "Alt+Y")
    done: list[str] = []
    slots = {"one": lambda: done.append("one"), "two": lambda: done.append("two")}
    made = add_actions(widget, ActionTable(SESSION, (spec, plain)), slots)
    button, other = make_action_button(made["one"]), make_spec_button(plain, made["two"].trigger)
    for each in (button, other):
        qtbot.addWidget(each)
    assert (button.text(), button.toolTip()) == ("Away", "Puts it away for good (Alt+X)")
    assert (other.text(), other.toolTip()) == ("Take it", "Take it (Alt+Y)")
    button.click()
    other.click()
    assert done == ["one", "two"]
    made["one"].setEnabled(False)
    assert not button.isEnabled()


class _List:
    """A list of requests with three actions: a command, one with a sentence of its own, one without."""

    def __init__(self, qtbot: QtBot) -> None:
        self.service = a_session("KE", "PE")
        self.bridge = SessionBridge(self.service)
        self.model = RowsModel(("Name",))
        self.view = QTableView()
        self.view.setModel(self.model)
        qtbot.addWidget(self.view)
        self.opened: list[int] = []
        table = ActionTable(
            SPEAKERS_LIST,
            (
                RowActionSpec(
                    "withdraw",
                    "Withdraw",
                    "Delete",
                    conditions=(HAS_ROW,),
                    make_command=lambda row: WithdrawRequest(RequestId(row.id)),
                ),
                RowActionSpec(
                    "open",
                    "Open",
                    "F4",
                    conditions=(HAS_ROW, RowCondition(lambda row: row.number > 0, "This is the first.")),
                ),
            ),
        )
        self.actions = add_actions(self.view, table, {"open": self._open}, self.bridge)
        self.refusals: list[str] = []
        self.bridge.action_unavailable.connect(self.refusals.append)

    def _open(self) -> None:
        self.opened.append(self.view.currentIndex().row())

    def fill(self) -> None:
        session = self.service.session
        self.model.set_rows([TableRow((str(number),), number) for number in session.queue])
        set_current_row(self.view, 0)


@pytest.fixture
def rows(qtbot: QtBot) -> _List:
    return _List(qtbot)


def test_without_a_row_nothing_is_allowed(rows: _List) -> None:
    assert [action.isEnabled() for action in rows.actions.values()] == [False, False]
    assert unavailable_reason(rows.actions["open"]) == "This cannot be done now: Open."


def test_an_action_follows_the_current_row(rows: _List) -> None:
    rows.fill()
    assert rows.actions["withdraw"].isEnabled()
    assert unavailable_reason(rows.actions["open"]) == "This is the first."
    set_current_row(rows.view, 1)
    assert rows.actions["open"].isEnabled()
    assert rows.actions["open"].statusTip() == ""
    rows.actions["open"].trigger()
    assert rows.opened == [1]


def test_a_key_that_the_row_does_not_allow_says_why(rows: _List) -> None:
    rows.fill()
    rows.view.show()
    QTest.keyClick(rows.view, Qt.Key.Key_F4)
    assert (rows.refusals, rows.opened) == (["This is the first."], [])
    QTest.keyClick(rows.view, Qt.Key.Key_F4, Qt.KeyboardModifier.KeypadModifier)
    assert (rows.refusals, rows.opened) == (["This is the first."] * 2, [])


def test_a_command_that_a_rule_refuses_is_disabled_with_the_rule_as_its_reason(rows: _List) -> None:
    rows.fill()
    action = rows.actions["withdraw"]
    action.trigger()
    assert len(rows.service.session.queue) == 1
    # The row stays, as in the list of the absent; it cannot be withdrawn twice.
    assert not action.isEnabled()
    assert action.statusTip() == "This request is not waiting any more."


def test_a_list_has_its_actions_in_the_context_menu(rows: _List) -> None:
    assert rows.view.contextMenuPolicy() is rows.view.contextMenuPolicy().ActionsContextMenu
    assert rows.view.actions() == list(rows.actions.values())
    assert all(isinstance(action, QAction) and action.objectName() for action in rows.view.actions())
