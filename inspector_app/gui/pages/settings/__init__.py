"""设置: language, look, printer, and what is installed."""
