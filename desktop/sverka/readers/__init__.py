"""Reads files of each format into a Document."""
