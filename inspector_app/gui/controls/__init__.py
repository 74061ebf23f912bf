"""Controls that pages are made of. See ``gui/README.md`` for how each is used.

`pdf_preview` and `camera` are imported from their own modules, when they are first shown: QtPdf
and QtMultimedia cost start-up time.
"""

from inspector_app.gui.controls.answer_buttons import ANSWER_TONES, AnswerButtons
from inspector_app.gui.controls.badge import Badge, Chip
from inspector_app.gui.controls.busy import BusyOverlay
from inspector_app.gui.controls.buttons import (
    Button,
    ButtonKind,
    IconButton,
    LargeButton,
    PrimaryButton,
)
from inspector_app.gui.controls.choices import CheckBox, Choice, ChoiceField, MultiChoiceField
from inspector_app.gui.controls.columns import Columns
from inspector_app.gui.controls.confirm import ConfirmDialog, confirm
from inspector_app.gui.controls.field import Field
from inspector_app.gui.controls.fields import DateField, LongTextField, NumberField, TextField
from inspector_app.gui.controls.flow import FlowRow
from inspector_app.gui.controls.notices import Banner, Notice, Toast
from inspector_app.gui.controls.photo_strip import Photo, PhotoStrip
from inspector_app.gui.controls.section_list import SectionList, SectionProgress
from inspector_app.gui.controls.signature_pad import SignaturePad
from inspector_app.gui.controls.step_line import StepLine, StepMark
from inspector_app.gui.controls.strokes import (
    Stroke,
    StrokePoint,
    strokes_from_json,
    strokes_to_json,
    strokes_to_png,
)
from inspector_app.gui.controls.surfaces import (
    Card,
    Divider,
    EmptyState,
    KeyValueGrid,
    ScrollPage,
    SectionHeader,
    Well,
)
from inspector_app.gui.controls.table import Cell, Column, Table, TableRow
from inspector_app.gui.controls.text import IconLabel, Label
from inspector_app.gui.controls.translated import (
    TranslatedDialog,
    TranslatedFrame,
    TranslatedWidget,
)

__all__ = [
    "ANSWER_TONES",
    "AnswerButtons",
    "Badge",
    "Banner",
    "BusyOverlay",
    "Button",
    "ButtonKind",
    "Card",
    "Cell",
    "CheckBox",
    "Chip",
    "Choice",
    "ChoiceField",
    "Column",
    "Columns",
    "ConfirmDialog",
    "DateField",
    "Divider",
    "EmptyState",
    "Field",
    "FlowRow",
    "IconButton",
    "IconLabel",
    "KeyValueGrid",
    "Label",
    "LargeButton",
    "LongTextField",
    "MultiChoiceField",
    "Notice",
    "NumberField",
    "Photo",
    "PhotoStrip",
    "PrimaryButton",
    "ScrollPage",
    "SectionHeader",
    "SectionList",
    "SectionProgress",
    "SignaturePad",
    "StepLine",
    "StepMark",
    "Stroke",
    "StrokePoint",
    "Table",
    "TableRow",
    "TextField",
    "Toast",
    "TranslatedDialog",
    "TranslatedFrame",
    "TranslatedWidget",
    "Well",
    "confirm",
    "strokes_from_json",
    "strokes_to_json",
    "strokes_to_png",
]
