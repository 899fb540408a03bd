"""The bot of pytest-qt with longer timeouts, and with references to its widgets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot, _WaitWidgetContextManager
from pytestqt.wait_signal import CheckParamsCb, SignalBlocker

from tests.patience import PATIENCE_S

_TIMEOUT_MS = PATIENCE_S * 1000


class PatientQtBot(QtBot):
    """Waits for `PATIENCE_S`: the five seconds of pytest-qt are not enough on a busy machine.

    It holds a reference to each widget added: Python may otherwise delete a window while Qt paints it.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self.widgets: list[QWidget] = []

    def addWidget(self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None) -> None:
        self.widgets.append(widget)
        super().addWidget(widget, before_close_func=before_close_func)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _TIMEOUT_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: SignalInstance,
        *,
        timeout: int = _TIMEOUT_MS,
        raising: bool | None = None,
        check_params_cb: CheckParamsCb | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)

    def waitActive(self, widget: QWidget, *, timeout: int = _TIMEOUT_MS) -> _WaitWidgetContextManager:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = _TIMEOUT_MS) -> _WaitWidgetContextManager:
        return super().waitExposed(widget, timeout=timeout)
