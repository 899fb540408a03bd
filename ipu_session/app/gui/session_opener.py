"""Opening of session files, one at a time, in a worker thread (decision 0054)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from ipu_session.app.gui.session_loader import LoadedSession, OpeningRequest
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.keyboard.deferred_keys import DEFERRED_KEYS

OpeningFailure = UserFacingError | RejectedError


class SessionOpener(QObject):
    """Loads the session of the latest request in a worker thread; key presses are held until it is shown.

    A session whose request was replaced or cancelled while it was being loaded is closed without being shown.
    """

    def __init__(
        self,
        load: Callable[[OpeningRequest], LoadedSession],
        on_loaded: Callable[[OpeningRequest, LoadedSession], object],
        on_failed: Callable[[OpeningRequest, OpeningFailure], object],
        parent: QObject,
    ) -> None:
        """Take the function ``load``, called in a worker thread, and one for each outcome, called in the GUI thread.

        ``load`` raises UserFacingError or RejectedError if it fails; ``on_failed`` gets that error.
        """
        super().__init__(parent)
        self._load_session = load
        self._on_loaded = on_loaded
        self._on_failed = on_failed
        self._request: OpeningRequest | None = None
        self._tasks = TaskRunner(self)
        self._tasks.finished.connect(self._on_task_finished)

    @property
    def is_opening(self) -> bool:
        """Whether a session is being loaded."""
        return self._request is not None

    def open(self, request: OpeningRequest) -> None:
        """Load a session, and cancel the request being loaded; do nothing if that has the same path."""
        if self._request is not None and self._request.path == request.path:
            return
        self.cancel()
        self._request = request
        DEFERRED_KEYS.hold()
        self._tasks.run(partial(self._load, request), partial(self._report, request))

    def cancel(self) -> None:
        """Drop the present request: neither ``on_loaded`` nor ``on_failed`` is called for it."""
        if self._request is not None:
            self._request = None
            DEFERRED_KEYS.release()

    def complete(self) -> None:
        """Block until the session is loaded, and call ``on_loaded`` or ``on_failed``; needs no event loop."""
        self._tasks.wait_for_all()

    def _load(self, request: OpeningRequest) -> LoadedSession | OpeningFailure | None:
        if request is not self._request:
            return None
        try:
            return self._load_session(request)
        except (UserFacingError, RejectedError) as error:
            return error

    def _report(self, request: OpeningRequest, result: LoadedSession | OpeningFailure | None) -> None:
        if request is not self._request:
            if isinstance(result, LoadedSession):
                result.service.close()
            return
        self._request = None
        try:
            if isinstance(result, LoadedSession):
                self._on_loaded(request, result)
            elif result is not None:
                self._on_failed(request, result)
        finally:
            DEFERRED_KEYS.release()

    @Slot()
    def _on_task_finished(self) -> None:
        if not self._tasks.is_running:
            # After an unexpected exception in the worker thread nothing was reported: the request is still set.
            self.cancel()
