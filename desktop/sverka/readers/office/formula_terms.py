"""Writes the terms of a formula so that they can stand beside each other on one line."""


def grouped(text: str) -> str:
    """In brackets where it is more than one term."""
    return text if len(text) < 2 or text.isalnum() or text[0] == "(" else f"({text})"
