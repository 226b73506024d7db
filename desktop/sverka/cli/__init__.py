"""The command line: compare and inspect."""

from sverka.cli.commands import run

__all__ = ["run"]
