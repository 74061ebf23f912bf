"""The Qt application: shell, pages, editors, models, dialogs, theme, jobs. The only room with Qt."""
