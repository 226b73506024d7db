"""The command line: compare, inspect and verify."""

from sverka.cli.command_line import run

__all__ = ["run"]
