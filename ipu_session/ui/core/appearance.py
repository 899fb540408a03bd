"""Appearance: three colour schemes, Qt palettes and one style sheet; contrasts are tested (WCAG 2.2 AA)."""

from typing import cast

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ipu_session.ui.core.preferences import Preferences

_BASE_POINT_SIZE = 10.0
_MAX_CLOCK_POINTS = 64.0
"""Maximum font size of the clock: a larger one leaves no room for the other panes on a screen of 1366×768."""


class ColourScheme(Struct, frozen=True):
    """Colours of one scheme as ``#rrggbb``.

    Every text colour has the required contrast on ``window``, ``base`` and ``card``.
    """

    window: str
    base: str
    card: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    good: str
    warning: str
    alarm: str
    chosen: str


_OUTLINE_LIGHTNESS = 140
"""Argument of `QColor.lighter()`, in per cent."""
THEME_COLOURS = ("#2f7fc1", "#c26a00", "#1f8f5f", "#b0549a", "#6a6fd0", "#d0453b", "#7d7f00", "#0e8c99")
"""Colours of the themes of a debate, in the order of their numbers; shown beside the number, never instead of it."""
_THEME_COLOUR_RULE = 'QPushButton[hue="{place}"] {{ border-left: 4px solid {colour}; }}'

COLOUR_SCHEMES = {
    "light": ColourScheme(
        window="#f3f4f6",
        base="#ffffff",
        card="#ffffff",
        text="#16191d",
        quiet="#525a64",
        line="#7d8590",
        accent="#0b5394",
        on_accent="#ffffff",
        good="#14682b",
        warning="#8a4b00",
        alarm="#b3141d",
        chosen="#d6e6f6",
    ),
    "dark": ColourScheme(
        window="#1b1e23",
        base="#14161a",
        card="#23272e",
        text="#eef0f3",
        quiet="#b0b8c2",
        line="#7b8592",
        accent="#8cc0f2",
        on_accent="#0d1a27",
        good="#7fd494",
        warning="#f3b95f",
        alarm="#ff9a93",
        chosen="#2f455c",
    ),
    "contrast": ColourScheme(
        window="#000000",
        base="#000000",
        card="#000000",
        text="#ffffff",
        quiet="#ffffff",
        line="#ffffff",
        accent="#ffe14d",
        on_accent="#000000",
        good="#66ff8c",
        warning="#ffd23f",
        alarm="#ff9d9d",
        chosen="#123a6b",
    ),
}

_STYLE_SHEET_TEMPLATE = """
* {{ font-size: {size}pt; }}
QToolTip {{ color: {text}; background: {card}; border: 1px solid {line}; padding: 3px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView {{
    background: {base}; color: {text}; border: 1px solid {line}; border-radius: 4px; padding: 3px;
    selection-background-color: {chosen}; selection-color: {text};
    placeholder-text-color: {quiet};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractItemView:focus {{
    border: 2px solid {accent}; padding: 2px;
}}
QAbstractItemView {{ padding: 0; outline: 0; }}
QAbstractItemView:focus {{ padding: 0; }}
QAbstractItemView::item:selected {{ background: {chosen}; color: {text}; }}
QComboBox, QSpinBox {{ min-height: 1.4em; }}
QHeaderView::section {{
    background: {window}; color: {quiet}; border: 0; border-bottom: 1px solid {line}; padding: 3px 6px;
}}
QPushButton, QToolButton {{
    background: {card}; color: {text}; border: 1px solid {line}; border-radius: 4px; padding: 4px 10px;
}}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 9px; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked {{
    background: {chosen}; border-color: {accent};
}}
QPushButton:disabled, QToolButton:disabled {{ color: {quiet}; border-style: dashed; }}
QPushButton[role="primary"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="primary"]:disabled {{ background: {card}; color: {quiet}; border-color: {line}; }}
QToolButton[role="chip"], QPushButton[role="chip"] {{ border-radius: 10px; padding: 2px 8px; }}
QFileDialog QToolButton {{ padding: 2px; }}
QCheckBox::indicator:unchecked {{ border: 1px solid {line}; border-radius: 2px; background: {base}; }}
QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {accent}; border-radius: 3px; }}
QFrame[role="card"] {{ background: {card}; border: 1px solid {line}; border-radius: 6px; }}
QFrame[role="card"]:focus {{ border: 2px solid {accent}; }}
QLabel {{ background: transparent; }}
{theme_rules}
QPushButton[untouched="yes"] {{ border-style: dashed; border-color: {warning}; }}
*[role="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
*[role="name"] {{ font-size: {name}pt; font-weight: 600; }}
*[role="bigclock"] {{ font-size: {clock}pt; font-weight: 600; }}
*[role="quiet"] {{ color: {quiet}; }}
*[role="good"] {{ color: {good}; font-weight: 600; }}
*[role="warning"] {{ color: {warning}; font-weight: 600; }}
*[role="alarm"] {{ color: {alarm}; font-weight: 600; }}
*[signal="good"] {{ color: {good}; }}
*[signal="warning"] {{ color: {warning}; }}
*[signal="alarm"] {{ color: {alarm}; }}
QProgressBar {{
    background: {base}; border: 1px solid {line}; border-radius: 4px; text-align: center; color: {text};
    min-height: 8px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
TimeBar {{ background: {base}; border: 1px solid {line}; border-radius: 4px; }}
TimeBar[signal=""] {{ color: {accent}; }}
QMenuBar {{ background: {window}; color: {text}; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {chosen}; color: {text}; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {line}; }}
QMenu::item:disabled {{ color: {quiet}; }}
QSplitter::handle {{ background: {window}; }}
QScrollArea {{ border: 0; }}
"""


def current_colour_scheme(preferences: Preferences) -> ColourScheme:
    """Return the colour scheme that the user chose."""
    return COLOUR_SCHEMES[preferences.look]


def apply_appearance(app: QApplication, preferences: Preferences) -> None:
    """Set style, palettes, font size and style sheet of the whole application."""
    scheme = current_colour_scheme(preferences)
    app.setStyle("Fusion")
    app.setPalette(build_palette(scheme))
    for kind in ("QComboBox", "QAbstractSpinBox"):
        # PySide6 6.11.3 expects a str here, although its type stub declares bytes.
        app.setPalette(_build_outline_palette(scheme), cast("bytes", kind))
    size = _BASE_POINT_SIZE * preferences.scale / 100
    font = QFont(app.font())
    font.setPointSizeF(size)
    app.setFont(font)
    app.setStyleSheet(build_style_sheet(scheme, size))


def build_style_sheet(scheme: ColourScheme, size: float) -> str:
    """Return the style sheet for a colour scheme and a font size in points."""
    values = {name: getattr(scheme, name) for name in ColourScheme.__struct_fields__}
    theme_rules = "\n".join(
        _THEME_COLOUR_RULE.format(place=number, colour=colour) for number, colour in enumerate(THEME_COLOURS)
    )
    return _STYLE_SHEET_TEMPLATE.format(
        theme_rules=theme_rules,
        size=size,
        heading=size * 1.15,
        name=size * 1.8,
        clock=min(size * 6.4, _MAX_CLOCK_POINTS),
        **values,
    )


def _build_outline_palette(scheme: ColourScheme) -> QPalette:
    """Return the palette for combo and spin boxes: Fusion draws their outline in a darkened Window colour."""
    palette = build_palette(scheme)
    palette.setColor(QPalette.ColorRole.Window, QColor(scheme.line).lighter(_OUTLINE_LIGHTNESS))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(scheme.accent).lighter(_OUTLINE_LIGHTNESS))
    return palette


def build_palette(scheme: ColourScheme) -> QPalette:
    """Return the QPalette for a colour scheme."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, scheme.window),
        (role.WindowText, scheme.text),
        (role.Base, scheme.base),
        (role.AlternateBase, scheme.card),
        (role.Text, scheme.text),
        (role.Button, scheme.card),
        (role.ButtonText, scheme.text),
        (role.ToolTipBase, scheme.card),
        (role.ToolTipText, scheme.text),
        (role.PlaceholderText, scheme.quiet),
        (role.Highlight, scheme.chosen),
        (role.HighlightedText, scheme.text),
        (role.Link, scheme.accent),
        (role.Mid, scheme.line),
        (role.BrightText, scheme.alarm),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(scheme.quiet))
    return palette
