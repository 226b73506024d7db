"""Finds page furniture, repeats and text artifacts, and makes the reading text."""
