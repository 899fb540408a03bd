"""A line that is empty has the height that it has with a text: what stands around it does not move."""

import pytest
from PySide6.QtGui import QFont

from ipu_session.ui.widgets.elided import Elided
from ipu_session.ui.widgets.plain import set_role
from ipu_session.ui.widgets.reserved import Reserved

ROLES = ("quiet", "warning", "heading", "")


def heights(label):
    return label.sizeHint().height(), label.minimumSizeHint().height()


@pytest.mark.parametrize("points", [7, 8, 9, 10, 11, 12, 13.5, 14, 15.5, 18, 20, 24])
@pytest.mark.parametrize("kind", [Elided, Reserved])
def test_a_line_is_as_high_empty_as_with_a_text(qtbot, kind, points):
    label = kind("quiet")
    qtbot.addWidget(label)
    font = QFont(label.font())
    font.setPointSizeF(points)
    label.setFont(font)
    empty = heights(label)
    for role in ROLES:
        set_role(label, role)
        label.setText("Kenya – Ms. S. Kihika has the floor, 3:00.")
        assert heights(label) == empty, role
        label.setText("")
        assert heights(label) == empty, role
