"""The window: shell, theme, controls and pages. The only room that knows Qt."""

from inspector_app.gui.immortal_none import keep_none_alive

keep_none_alive()
