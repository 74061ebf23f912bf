"""The one style sheet, generated from the tokens. Selectors go by class and dynamic property."""

from __future__ import annotations

from string import Template

from inspector_app.gui.theme.tokens import (
    BAR,
    KEY_CAP,
    TARGET,
    Colours,
    Radius,
    Space,
    Tone,
    TypeRole,
)

__all__ = ["build_stylesheet"]


def build_stylesheet(colours: Colours, text_scale: float, family: str) -> str:
    """Style sheet of the application for one theme and text scale.

    Qt measures ``min-height`` without padding and border, so both are taken off the target.
    """
    line = colours.line_width
    target = max(TARGET, round(TARGET * 0.9 * text_scale))
    cap = Space.S + round(KEY_CAP * text_scale)
    values = {
        **{name: getattr(colours, name) for name in _COLOUR_NAMES},
        "family": family,
        "invalid": colours.tone(Tone.NOT_MET).solid,
        "line_width": f"{line}px",
        "inner_target": f"{target - 2 * line}px",
        # A thicker line on focus or error must not make the control higher.
        "inner_focused": f"{target - 4}px",
        # A spin box adds a line of its own above and below.
        "inner_date": f"{target - 2 * line - 3}px",
        "inner_date_focused": f"{target - 7}px",
        "button_focused": f"{18 - 2 + line}px",
        "quiet_focused": f"{12 - 2 + line}px",
        "flush_focused": f"{line}px",
        "field_focused": f"{12 - 2 + line}px",
        "large_focused": f"{round(target * 1.27) - 4}px",
        "target": f"{target}px",
        "bar": f"{BAR}px",
        "keyed": f"{18 + cap}px",
        "keyed_focused": f"{18 - 2 + line + cap}px",
        "quiet_keyed": f"{12 + cap}px",
        "quiet_keyed_focused": f"{12 - 2 + line + cap}px",
        "large": f"{round(target * 1.27) - 2 * line}px",
        "rail_item": f"{max(64, round(64 * (0.55 + 0.45 * text_scale)))}px",
        "xs": f"{Space.XS}px",
        "s": f"{Space.S}px",
        "m": f"{Space.M}px",
        "l": f"{Space.L}px",
        "radius_s": f"{Radius.S}px",
        "radius_m": f"{Radius.M}px",
        "radius_l": f"{Radius.L}px",
        **{f"size_{role.key}": f"{round(role.value.size * text_scale)}px" for role in TypeRole},
    }
    sheets = [_BASE, _BUTTONS, _FIELDS, _VIEWS, _SHELL]
    styled = "".join(Template(sheet).substitute(values) for sheet in sheets)
    return styled + _type_rules(text_scale) + _tone_rules(colours)


_COLOUR_NAMES = [
    name for name in Colours.__dataclass_fields__ if name not in ("tones", "line_width", "dark")
]


def _type_rules(text_scale: float) -> str:
    return "".join(
        f'QLabel[type="{role.key}"] {{ font-size: {round(role.value.size * text_scale)}px; '
        f"font-weight: {role.value.weight}; }}\n"
        for role in TypeRole
    )


def _tone_rules(colours: Colours) -> str:
    rules = []
    for tone in Tone:
        own = colours.tone(tone)
        rules.append(
            f'QLabel[tone="{tone.value}"] {{ color: {own.text}; }}\n'
            f'QFrame[ground="{tone.value}"] {{ background: {own.soft}; '
            f"border: {colours.line_width}px solid "
            f"{own.solid if colours.line_width > 1 else own.soft}; "
            f"border-radius: {Radius.M}px; }}\n"
        )
    return "".join(rules)


_BASE = """
* { font-family: "$family"; font-size: $size_body; outline: none; }
QWidget { color: $text; }
QMainWindow, QDialog, QWidget#page, QWidget#canvas { background: $canvas; }
QLabel { background: transparent; }
QLabel[muted="true"] { color: $text_muted; }
QLabel[error="true"] { font-size: $size_caption; }
QLabel:disabled { color: $text_disabled; }
QFrame#card { background: transparent; border: none; }
QFrame#well { background: $sunken; border: none; border-radius: $radius_m; }
QFrame#divider { background: $line; border: none; }
QFrame#divider[upright="false"] { max-height: 1px; min-height: 1px; }
QFrame#divider[upright="true"] { max-width: 1px; min-width: 1px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line_strong;
  padding: 6px 10px; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: $bar; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $bar; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $text_muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: none; border-radius: 4px; max-height: 8px;
  min-height: 8px; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QMenu { background: $raised; border: 1px solid $line; border-radius: $radius_m; padding: $xs; }
QMenu::item { padding: 10px 20px; border-radius: $radius_s; min-height: 24px; }
QMenu::item:selected { background: $primary_soft; color: $on_primary_soft; }
QMenu::item:disabled { color: $text_disabled; }
"""

_BUTTONS = """
QPushButton[kind] { min-height: $inner_target; padding: 0 18px; border-radius: $radius_m;
  border: $line_width solid transparent; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; }
QPushButton[kind="primary"]:hover { background: $primary_hover; }
QPushButton[kind="primary"]:pressed { background: $primary_pressed; }
QPushButton[kind="secondary"] { background: $surface; color: $text; border-color: $line_strong; }
QPushButton[kind="secondary"]:hover { background: $hover; }
QPushButton[kind="secondary"]:pressed { background: $pressed; }
QPushButton[kind="quiet"] { background: transparent; color: $text; padding: 0 12px; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked { background: $pressed; }
QPushButton[kind]:focus { border: 2px solid $focus; min-height: $inner_focused;
  padding: 0 $button_focused; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind][keyed="true"] { padding-right: $keyed; }
QPushButton[kind][keyed="true"]:focus { padding: 0 $keyed_focused 0 $button_focused; }
QPushButton[kind="quiet"][keyed="true"] { padding-right: $quiet_keyed; }
QPushButton[kind="quiet"]:focus { padding: 0 $quiet_focused; }
QPushButton[kind="quiet"][keyed="true"]:focus {
  padding: 0 $quiet_keyed_focused 0 $quiet_focused; }
QPushButton[kind="quiet"][flush="true"] { padding-left: 2px; }
QPushButton[kind="quiet"][flush="true"]:focus { padding: 0 $quiet_focused 0 $flush_focused; }
QPushButton[kind]:disabled { color: $text_disabled; background: $sunken; border-color: $line; }
QPushButton[kind="quiet"]:disabled { background: transparent; border-color: transparent; }
QPushButton[large="true"] { min-height: $large; font-size: $size_lead; padding: 0 28px; }
QPushButton[large="true"]:focus { min-height: $large_focused; }
QPushButton[kind]::menu-indicator { image: none; width: 0; height: 0; }
QPushButton[square="true"] { min-width: $inner_target; max-width: $inner_target; padding: 0; }
QPushButton[square="true"]:focus { min-width: $inner_focused; max-width: $inner_focused;
  padding: 0; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit {
  background: $surface; color: $text; border: $line_width solid $line_strong;
  border-radius: $radius_m; padding: 0 12px;
  selection-background-color: $primary; selection-color: $on_primary; }
QLineEdit, QComboBox, QDateEdit { min-height: $inner_target; }
QComboBox { padding-left: 14px; }
QDateEdit { min-height: $inner_date; }
QPlainTextEdit, QTextEdit { padding: 8px 10px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $text_muted; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QDateEdit:hover { border-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid $focus; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"],
QDateEdit[invalid="true"] { border: 2px solid $invalid; }
QLineEdit:focus, QLineEdit[invalid="true"] { padding: 0 $field_focused; }
QLineEdit:focus, QComboBox:focus, QLineEdit[invalid="true"],
QComboBox[invalid="true"] { min-height: $inner_focused; }
QDateEdit:focus, QDateEdit[invalid="true"] { min-height: $inner_date_focused; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled {
  color: $text_disabled; background: $sunken; border-color: $line; }
QLineEdit[readOnly="true"] { background: $sunken; border-color: $line; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 36px; background: transparent; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line_strong;
  padding: $xs; selection-background-color: $primary_soft; selection-color: $on_primary_soft; }
QComboBox QAbstractItemView::item { min-height: $target; padding: 0 8px;
  border-radius: $radius_s; }
QCalendarWidget QWidget { background: $raised; alternate-background-color: $sunken; }
QCalendarWidget QToolButton { min-height: 36px; padding: 0 10px; border: none;
  border-radius: $radius_s; background: transparent; color: $text; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { min-height: 32px; border: $line_width solid $line_strong;
  background: $surface; }
QCalendarWidget QAbstractItemView { background: $raised; selection-background-color: $primary;
  selection-color: $on_primary; border: none; }
QCalendarWidget QAbstractItemView:disabled { color: $text_disabled; }
"""

_VIEWS = """
QListView, QTableView, QTreeView { background: $surface; border: none; border-radius: $radius_m;
  selection-background-color: $primary_soft; selection-color: $text; gridline-color: $line; }
QTableView::item, QListView::item { padding: 0 $m; border-bottom: 1px solid $line; }
QTableView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected { background: $primary_soft; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text_muted; border: none;
  border-bottom: $line_width solid $line_strong; padding: 0 15px; min-height: 40px;
  font-size: $size_caption; }
QTableCornerButton::section { background: $surface; border: none; }
QTextEdit#statuteText, QTextEdit#statuteText:focus { background: transparent; border: none;
  padding: 0; }
QTextEdit#lawWording, QTextEdit#lawWording:focus { background: transparent; border: none;
  padding: 0; }
QPdfView { background: $sunken; border: none; }
"""

_SHELL = """
QFrame#rail { background: $rail; border: none; border-right: $line_width solid $line; }
QPushButton#railItem { border: none; background: transparent; }
QFrame#topBar { background: transparent; border: none; }
QFrame#statusBar { background: $rail; border: none; border-top: $line_width solid $line; }
QFrame#statusBar QLabel { font-size: $size_caption; }
QFrame#paletteBox QLineEdit { border: none; background: transparent; font-size: $size_lead;
  padding: 0 4px; min-height: $target; }
QFrame#paletteBox QListView { background: transparent; }
QFrame#paletteBox QListView::item { border: none; }
QPushButton#searchButton { min-height: $inner_target; padding: 0; background: $surface;
  border: $line_width solid $line_strong; border-radius: $radius_m; }
QPushButton#searchButton:hover { border-color: $text; }
QPushButton#searchButton:focus { border: 2px solid $focus; }
"""
