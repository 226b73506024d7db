"""How much the readers take in at most, so that no file can exhaust the memory."""

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 256 * MEGABYTE
"""A file of any format. What is large in a document is its pictures, which are not unpacked."""

MAX_TEXT_BYTES = 32 * MEGABYTE
"""A plain text file: some ten thousand pages."""


def megabytes(count: int) -> int:
    """`count` bytes in whole megabytes, for sentences."""
    return count // MEGABYTE
