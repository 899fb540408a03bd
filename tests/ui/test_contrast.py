"""The looks: contrast by WCAG 2.2 AA, computed; nothing told by colour alone is tested where it is shown."""

from itertools import product

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.ui.core.appearance import (
    COLOUR_SCHEMES,
    THEME_COLOURS,
    apply_appearance,
    build_palette,
    build_style_sheet,
)
from ipu_session.ui.core.preferences import ColourSchemeName, Preferences

GROUNDS = ("window", "base", "card")
TEXTS = ("text", "quiet", "good", "warning", "alarm", "accent")


def luminance(colour: str) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_formula_agrees_with_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("look", "ground", "text"), list(product(COLOUR_SCHEMES, GROUNDS, TEXTS)))
def test_every_text_stands_out_from_every_ground(look: str, ground: str, text: str) -> None:
    colours = COLOUR_SCHEMES[look]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("look", COLOUR_SCHEMES)
def test_chosen_rows_primary_buttons_and_lines_stand_out(look: str) -> None:
    colours = COLOUR_SCHEMES[look]
    assert contrast(colours.text, colours.chosen) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    for ground in GROUNDS:
        assert contrast(colours.line, getattr(colours, ground)) >= 3


@pytest.mark.parametrize("look", COLOUR_SCHEMES)
def test_a_look_gives_a_sheet_without_gaps_and_a_palette(look: str, qapp: QApplication) -> None:
    sheet = build_style_sheet(COLOUR_SCHEMES[look], 10)
    assert "{" in sheet
    assert "{{" not in sheet
    assert build_palette(COLOUR_SCHEMES[look]).text().color().name() == COLOUR_SCHEMES[look].text


@pytest.mark.parametrize("look", COLOUR_SCHEMES)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QListView])
def test_what_is_written_quietly_in_fields_and_lists_has_the_quiet_colour(
    look: str, kind: type[QWidget], qtbot: QtBot
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.setPalette(build_palette(COLOUR_SCHEMES[look]))
    widget.setStyleSheet(build_style_sheet(COLOUR_SCHEMES[look], 10))
    widget.ensurePolished()
    assert widget.palette().color(QPalette.ColorRole.PlaceholderText).name() == COLOUR_SCHEMES[look].quiet


@pytest.mark.parametrize(("look", "ground", "hue"), list(product(COLOUR_SCHEMES, GROUNDS, THEME_COLOURS)))
def test_the_colours_of_themes_stand_out_from_every_ground(look: str, ground: str, hue: str) -> None:
    assert contrast(hue, getattr(COLOUR_SCHEMES[look], ground)) >= 3


@pytest.mark.parametrize(("look", "kind"), list(product(COLOUR_SCHEMES, (QSpinBox, QComboBox))))
def test_what_qt_draws_itself_has_an_outline(
    look: ColourSchemeName, kind: type[QWidget], qapp: QApplication, qtbot: QtBot
) -> None:
    apply_appearance(qapp, Preferences(look=look))
    made = kind()
    qtbot.addWidget(made)
    seen = made.grab().toImage()
    edge = {seen.pixelColor(x, seen.height() // 2).name() for x in range(4)}
    apply_appearance(qapp, Preferences())
    # Its corners are smoothed with the ground: not all of the line, but nearly.
    assert max(contrast(colour, COLOUR_SCHEMES[look].base) for colour in edge) >= 2.9
