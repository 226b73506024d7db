"""Finds what changed inside linked paragraphs, and what each change is about."""
