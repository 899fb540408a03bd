"""What every test gets: no screen, no unexpected line in the log, nothing left open."""

import logging
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class _FailOnWarning(logging.Handler):
    def emit(self, record):
        pytest.fail(f"unexpected log: {record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request):
    """A warning in the log fails the test, unless the test asked for caplog."""
    if "caplog" in request.fixturenames:
        yield
        return
    handler = _FailOnWarning(level=logging.WARNING)
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, and afterwards nothing may be left running or open."""
    yield qtbot
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    tops = QApplication.topLevelWidgets()
    left = [widget for widget in tops if widget.isVisible()]
    timers = [t for widget in tops for t in widget.findChildren(QTimer) if t.isActive()]
    assert not left, f"left open: {left}"
    assert not timers, f"left running: {timers}"
