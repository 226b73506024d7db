"""The colours and fonts of the window, read from resources/themes, light or dark as asked."""

import json
from dataclasses import dataclass, fields
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from sverka.presentation.item_marks import Role

_SERIF = (
    "Noto Serif",
    "Source Serif 4",
    "Charter",
    "Cambria",
    "Georgia",
    "PT Serif",
    "Liberation Serif",
    "DejaVu Serif",
)
_SANS = ("Inter",)


class ThemeChoice(StrEnum):
    """What the user chose: the two plain ones also by hand, the others follow the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CLASSIC = "classic"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme, by what they are for."""

    window: QColor
    panel: QColor
    line: QColor
    ink: QColor
    soft: QColor
    faint: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    chip: QColor
    insertion: QColor
    insertion_pale: QColor
    insertion_line: QColor
    deletion: QColor
    deletion_pale: QColor
    deletion_line: QColor
    move: QColor
    move_line: QColor
    formatting: QColor
    formatting_line: QColor
    furniture: QColor
    furniture_line: QColor
    artifact_line: QColor
    found: QColor
    found_current: QColor
    good: QColor
    warning: QColor
    trouble: QColor

    def line_of(self, role: Role) -> QColor:
        """The strong colour of a role: for signs, frames and the strip."""
        return {
            Role.INSERTION: self.insertion_line,
            Role.DELETION: self.deletion_line,
            Role.MOVE: self.move_line,
            Role.FORMATTING: self.formatting_line,
            Role.FURNITURE: self.furniture_line,
            Role.ARTIFACT: self.artifact_line,
            Role.FOUND: self.found_current,
        }[role]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme ready to paint with. `reading` is for documents, `interface` for the rest."""

    colours: Colours
    dark: bool
    reading: QFont
    interface: QFont


def theme(choice: ThemeChoice, *, system_dark: bool, reading_size: int = 15) -> Theme:
    """The theme for a choice; `reading_size` is the height of the reading font in pixels."""
    family = choice.value if choice in (ThemeChoice.CONTRAST, ThemeChoice.CLASSIC) else "default"
    dark = choice is ThemeChoice.DARK or (choice is not ThemeChoice.LIGHT and system_dark)
    name = f"{family}-{'dark' if dark else 'light'}.json"
    known = json.loads((files("sverka.resources") / "themes" / name).read_text("utf-8"))
    colours = Colours(**{field.name: QColor(known[field.name]) for field in fields(Colours)})
    return Theme(colours, dark, _reading_font(reading_size), _interface_font())


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application.styleHints().colorScheme() is Qt.ColorScheme.Dark


def dress(application: QApplication, look: Theme) -> None:
    """Give the whole application this look."""
    application.setPalette(_palette(look))
    application.setFont(look.interface)
    sheet = (files("sverka.resources") / "themes" / "window.qss").read_text("utf-8")
    for field in fields(Colours):
        colour: QColor = getattr(look.colours, field.name)
        sheet = sheet.replace(f"@{field.name}@", colour.name())
    for name, picture in (("down_arrow", "down"), ("check", "check")):
        icon = f"{picture}-{'dark' if look.dark else 'light'}.svg"
        path = files("sverka.resources") / "icons" / icon
        # Style sheets want a path with slashes on every system.
        sheet = sheet.replace(f"@{name}@", Path(str(path)).as_posix())
    application.setStyleSheet(sheet)


def _palette(look: Theme) -> QPalette:
    colours, palette = look.colours, QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.window),
        (QPalette.ColorRole.WindowText, colours.ink),
        (QPalette.ColorRole.Base, colours.panel),
        (QPalette.ColorRole.AlternateBase, colours.window),
        (QPalette.ColorRole.Text, colours.ink),
        (QPalette.ColorRole.PlaceholderText, colours.faint),
        (QPalette.ColorRole.Button, colours.panel),
        (QPalette.ColorRole.ButtonText, colours.ink),
        (QPalette.ColorRole.Highlight, colours.accent),
        (QPalette.ColorRole.HighlightedText, colours.on_accent),
        (QPalette.ColorRole.ToolTipBase, colours.panel),
        (QPalette.ColorRole.ToolTipText, colours.ink),
        (QPalette.ColorRole.Link, colours.accent),
    ):
        palette.setColor(role, colour)
    return palette


def _first_known(wanted: tuple[str, ...], fallback: str) -> str:
    known = set(QFontDatabase.families())
    return next((family for family in wanted if family in known), fallback)


def _reading_font(size: int) -> QFont:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont(_first_known(_SERIF, system.family()))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(size)
    return font


def _interface_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamily(_first_known(_SANS, font.family()))
    font.setPixelSize(13)
    return font
