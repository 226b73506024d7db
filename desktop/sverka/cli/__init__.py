"""The command line: compare and inspect."""
