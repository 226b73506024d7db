"""The command line: compare and inspect."""

from sverka.cli.command_line import run

__all__ = ["run"]
