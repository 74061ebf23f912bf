"""The window: shell, theme, controls and pages. The only room that knows Qt."""

from inspector_app.gui import own_import

# Before any module of the window is loaded, so that all of them are loaded so.
own_import.restore()
