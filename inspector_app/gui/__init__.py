"""The window: shell, theme, controls and pages. The only room that knows Qt."""
