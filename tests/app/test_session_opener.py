"""The opener of sessions: one at a time, the latest request counts, what nobody wants any more is closed."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject

from ipu_session.app.gui.session_loader import LoadedSession, OpeningRequest
from ipu_session.app.gui.session_opener import OpeningFailure, SessionOpener
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.journal.emergency_recovery import RecoveryResult
from ipu_session.ui.keyboard.deferred_keys import DEFERRED_KEYS
from tests.builders import MemoryJournal, a_session
from tests.construction import wait_until


class FakeLoader:
    """Loads a session of its own for each path, when it is let; raises what is set for a path."""

    def __init__(self) -> None:
        self.loaded: dict[Path, MemoryJournal] = {}
        self.errors: dict[Path, Exception] = {}
        self.may_go_on = Event()

    def load(self, request: OpeningRequest) -> LoadedSession:
        assert self.may_go_on.wait(20)
        if request.path in self.errors:
            raise self.errors[request.path]
        journal = self.loaded[request.path] = MemoryJournal()
        return LoadedSession(a_session("KE", journal=journal), RecoveryResult())


class Room:
    """An opener with what it called back."""

    def __init__(self) -> None:
        self.loader = FakeLoader()
        self.parent = QObject()
        self.opened: list[Path] = []
        self.failed: list[tuple[Path, OpeningFailure]] = []
        self.opener = SessionOpener(self.loader.load, self._on_loaded, self._on_failed, self.parent)

    def _on_loaded(self, request: OpeningRequest, loaded: LoadedSession) -> None:
        self.opened.append(request.path)
        loaded.service.close()

    def _on_failed(self, request: OpeningRequest, failure: OpeningFailure) -> None:
        self.failed.append((request.path, failure))

    def open(self, name: str) -> None:
        self.opener.open(OpeningRequest(Path(name)))

    def go_on(self) -> None:
        self.loader.may_go_on.set()
        wait_until(lambda: not self.opener._tasks.is_running)


@pytest.fixture
def room(qapp: object) -> Room:
    return Room()


def test_keys_are_held_from_the_request_to_the_session(room: Room) -> None:
    room.open("a")
    assert room.opener.is_opening
    assert DEFERRED_KEYS.is_holding
    room.go_on()
    assert room.opened == [Path("a")]
    assert not room.opener.is_opening
    assert not DEFERRED_KEYS.is_holding


def test_a_second_request_replaces_the_first_whose_session_is_closed(room: Room) -> None:
    room.open("a")
    room.open("b")
    room.go_on()
    assert room.opened == [Path("b")]
    assert all(journal.closed for journal in room.loader.loaded.values())
    assert not DEFERRED_KEYS.is_holding


def test_of_many_requests_only_the_first_and_the_last_are_loaded(room: Room) -> None:
    for name in "abcd":
        room.open(name)
    room.go_on()
    assert room.opened == [Path("d")]
    assert Path("b") not in room.loader.loaded


def test_the_same_file_asked_for_twice_is_loaded_once(room: Room) -> None:
    room.open("a")
    room.open("a")
    room.go_on()
    assert room.opened == [Path("a")]


def test_a_request_called_off_calls_nobody_back_and_its_session_is_closed(room: Room) -> None:
    room.open("a")
    room.opener.cancel()
    assert not DEFERRED_KEYS.is_holding
    room.go_on()
    assert (room.opened, room.failed) == ([], [])
    assert all(journal.closed for journal in room.loader.loaded.values())


@pytest.mark.parametrize("error", [StoreError(StoreErrorCode.DAMAGED, "a"), RejectedError(Reason.LIST_CLOSED)])
def test_an_error_is_called_back(room: Room, error: Exception) -> None:
    room.loader.errors[Path("a")] = error
    room.open("a")
    room.go_on()
    assert room.failed == [(Path("a"), error)]
    assert not room.opener.is_opening
    assert not DEFERRED_KEYS.is_holding


def test_who_cannot_wait_completes_it_without_the_event_loop(room: Room) -> None:
    room.loader.may_go_on.set()
    room.open("a")
    room.opener.complete()
    assert room.opened == [Path("a")]
