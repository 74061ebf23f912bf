"""Controls that pages are made of. See ``gui/README.md`` for how each is used.

A control is loaded when it is first asked for: the first frame shows five of them, and those that
make up the whole package cost as much as Qt. `pdf_preview` and `camera` are imported from their
own modules, because they bring QtPdf and QtMultimedia along.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from inspector_app.gui.controls.confirmation import ConfirmDialog, ReasonDialog, confirm
    from inspector_app.gui.controls.disclosure import Disclosure
    from inspector_app.gui.controls.field import Field
    from inspector_app.gui.controls.fields import DateField, LongTextField, NumberField, TextField
    from inspector_app.gui.controls.fitting import Fitting
    from inspector_app.gui.controls.flow import FlowRow
    from inspector_app.gui.controls.notices import Banner, Notice, Toast
    from inspector_app.gui.controls.photo_strip import Photo, PhotoStrip
    from inspector_app.gui.controls.search_field import SearchField
    from inspector_app.gui.controls.section_list import SectionList, SectionProgress
    from inspector_app.gui.controls.signature_pad import SignaturePad
    from inspector_app.gui.controls.spotlight import Spotlight, point_out, reveal
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
    from inspector_app.gui.controls.text import IconLabel, IconLine, Label
    from inspector_app.gui.controls.translated import (
        Translated,
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
    "Disclosure",
    "Divider",
    "EmptyState",
    "Field",
    "Fitting",
    "FlowRow",
    "IconButton",
    "IconLabel",
    "IconLine",
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
    "ReasonDialog",
    "ScrollPage",
    "SearchField",
    "SectionHeader",
    "SectionList",
    "SectionProgress",
    "SignaturePad",
    "Spotlight",
    "StepLine",
    "StepMark",
    "Stroke",
    "StrokePoint",
    "Table",
    "TableRow",
    "TextField",
    "Toast",
    "Translated",
    "TranslatedDialog",
    "TranslatedFrame",
    "TranslatedWidget",
    "Well",
    "confirm",
    "point_out",
    "reveal",
    "strokes_from_json",
    "strokes_to_json",
    "strokes_to_png",
]

# No home bears the name of what lives there: the import of a module sets that name.
_HOMES = {
    "ANSWER_TONES": "answer_buttons",
    "AnswerButtons": "answer_buttons",
    "Badge": "badge",
    "Chip": "badge",
    "BusyOverlay": "busy",
    "Button": "buttons",
    "ButtonKind": "buttons",
    "IconButton": "buttons",
    "LargeButton": "buttons",
    "PrimaryButton": "buttons",
    "CheckBox": "choices",
    "Choice": "choices",
    "ChoiceField": "choices",
    "MultiChoiceField": "choices",
    "Columns": "columns",
    "ConfirmDialog": "confirmation",
    "ReasonDialog": "confirmation",
    "confirm": "confirmation",
    "Disclosure": "disclosure",
    "Spotlight": "spotlight",
    "point_out": "spotlight",
    "reveal": "spotlight",
    "Field": "field",
    "DateField": "fields",
    "LongTextField": "fields",
    "NumberField": "fields",
    "TextField": "fields",
    "Fitting": "fitting",
    "FlowRow": "flow",
    "Banner": "notices",
    "Notice": "notices",
    "Toast": "notices",
    "Photo": "photo_strip",
    "PhotoStrip": "photo_strip",
    "SearchField": "search_field",
    "SectionList": "section_list",
    "SectionProgress": "section_list",
    "SignaturePad": "signature_pad",
    "StepLine": "step_line",
    "StepMark": "step_line",
    "Stroke": "strokes",
    "StrokePoint": "strokes",
    "strokes_from_json": "strokes",
    "strokes_to_json": "strokes",
    "strokes_to_png": "strokes",
    "Card": "surfaces",
    "Divider": "surfaces",
    "EmptyState": "surfaces",
    "KeyValueGrid": "surfaces",
    "ScrollPage": "surfaces",
    "SectionHeader": "surfaces",
    "Well": "surfaces",
    "Cell": "table",
    "Column": "table",
    "Table": "table",
    "TableRow": "table",
    "IconLabel": "text",
    "IconLine": "text",
    "Label": "text",
    "Translated": "translated",
    "TranslatedDialog": "translated",
    "TranslatedFrame": "translated",
    "TranslatedWidget": "translated",
}

if not TYPE_CHECKING:
    # Hidden from the type checker, to which every name would otherwise exist.

    def __getattr__(name: str) -> object:
        """The control ``name`` from its own module."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        control = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = control
        return control
