"""A line that is empty has the height that it has with a text: what stands around it does not move."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ipu_session.ui.core.appearance import apply_appearance
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.widgets.factories import set_role
from ipu_session.ui.widgets.text.elided_label import ElidedLabel
from ipu_session.ui.widgets.text.fixed_height_label import FixedHeightLabel


@pytest.fixture(params=[80, 90, 100, 110, 125, 150, 175, 200])
def scaled(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    apply_appearance(qapp, Preferences(scale=request.param))
    yield
    apply_appearance(qapp, Preferences())


def heights(qtbot: QtBot, label: QLabel) -> tuple[int, int]:
    qtbot.addWidget(label)
    label.ensurePolished()
    return label.sizeHint().height(), label.minimumSizeHint().height()


@pytest.mark.usefixtures("scaled")
@pytest.mark.parametrize("role", ["quiet", "warning", "heading", ""])
@pytest.mark.parametrize("kind", [ElidedLabel, FixedHeightLabel])
def test_a_line_is_as_high_empty_as_with_a_text(qtbot: QtBot, kind: type[QLabel], role: str) -> None:
    label = kind(role)
    empty = heights(qtbot, label)
    label.setText("Kenya – Ms. S. Kihika has the floor, 3:00.")
    assert heights(qtbot, label) == empty
    label.setText("")
    assert heights(qtbot, label) == empty


@pytest.mark.usefixtures("scaled")
def test_a_warning_is_as_high_as_news(qtbot: QtBot) -> None:
    label = ElidedLabel("quiet")
    label.setText("Kenya")
    quiet = heights(qtbot, label)
    set_role(label, "warning")
    assert heights(qtbot, label) == quiet
