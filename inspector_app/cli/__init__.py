"""The command line; :mod:`inspector_app.cli.command_line` says what every command ends with."""

from inspector_app.cli.command_line import main

__all__ = ["main"]
