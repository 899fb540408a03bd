"""The flow layout: its items come and go with their widgets."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.ui.widgets.flow_layout import FlowLayout
from tests.narrowing import not_none


def test_a_widget_that_is_deleted_leaves_the_layout_and_one_taken_out_stays_whole(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = FlowLayout()
    QVBoxLayout(window).addLayout(layout)
    window.show()
    for _ in range(3):
        buttons = [QPushButton(str(number)) for number in range(4)]
        for button in buttons:
            layout.addWidget(button)
        assert [button.parentWidget() for button in buttons] == [window] * 4
        buttons[0].deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert layout.count() == 3
        while (item := layout.takeAt(0)) is not None:
            not_none(item.widget()).deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert layout.count() == 0
