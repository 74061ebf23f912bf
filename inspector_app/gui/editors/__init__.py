"""Editors for the fields of document templates: one place maps a field's kind to its widget."""

from inspector_app.gui.editors.field_editor import FieldEditor, editor_kinds, make_editor

__all__ = ["FieldEditor", "editor_kinds", "make_editor"]
