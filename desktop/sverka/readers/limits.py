"""How much the readers take in at most, so that no file can exhaust the memory."""

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 256 * MEGABYTE
"""A file of any format. What is large in a document is its pictures, which are not unpacked."""

MAX_TEXT_BYTES = 32 * MEGABYTE
"""A plain text file: some ten thousand pages."""

MAX_ENTRIES = 20_000
"""Entries of a ZIP archive. A document has one for each picture and about twenty besides."""

MAX_ENTRY_BYTES = 64 * MEGABYTE
"""One unpacked entry; a parsed tree takes some six times as much. Thousand pages of Word: 20 MB."""

MAX_UNPACKED_BYTES = 128 * MEGABYTE
"""All entries that are unpacked together."""

MAX_HASHED_BYTES = 512 * MEGABYTE
"""All pictures that are hashed together; they are not kept. Some two seconds."""

MAX_RATIO = 250
"""Unpacked to packed bytes of one entry; Word's most repetitive tables reach about 100."""

RATIO_MATTERS_FROM = 16 * MEGABYTE
"""Below this size a high ratio does no harm."""

MAX_PAGES = 20_000
"""Pages of a PDF, or of a scan kept as TIFF."""

MAX_PICTURE_PIXELS = 30_000_000
"""Of a page whose text is recognised: A4 at 500 dots per inch has 24 million. Larger pages of a PDF
are drawn smaller, larger pictures refused."""

MAX_PAGE_CHARS = 500_000
"""Characters on one page of a PDF; a closely printed newspaper page has about 30,000."""

MAX_MARKUP_BYTES = 32 * MEGABYTE
"""The markup of a web page or of one part of a book; the pictures in it count as well."""

MAX_TAGS = 1_500_000
"""Signs that begin a tag in a web page; the largest known, standards on one page, have as many."""

MAX_MARKDOWN_BYTES = 2 * MEGABYTE
"""A file in Markdown, which is read by a library in Python: one to three seconds each megabyte.
What is larger is read as plain text."""

MAX_MARKDOWN_BRACKETS = 100_000
"""Brackets in such a file; a hundred thousand that are never closed take two seconds."""

MAX_MARKDOWN_ADDRESSES = 10_000
"""Addresses in angle brackets in such a file, <https://example.org>; each takes .2 milliseconds."""

MAX_SHEET_CHARS = 2_000_000
"""A style sheet of a web page; those of large sites have some 500,000."""

MAX_SHEET_RULES = 20_000
"""Rules of the style sheets of a page that are kept."""

MAX_GRID_PLACES = 2_000_000
"""Places in the grid of a table; beyond it cells cover one place each."""

MAX_CSV_CELLS = 1_000_000
"""Cells of a table kept as text (CSV)."""

MAX_CSV_FIELD = 1_000_000
"""Characters in one cell of such a table."""

MAX_MAIL_PARTS = 1_000
"""Parts of a message, and of a web page saved as one."""

MAX_MAIL_NESTING = 30
"""Messages and alternatives inside each other; the library reads them by recursion."""

MAX_BOOK_PARTS = 5_000
"""Parts of an electronic book in its reading order."""

MAX_TABLE_SPAN = 2_000
"""Columns of a table, and rows that one cell covers; Word has at most 63 columns."""

MAX_MARKUP_DEPTH = 100
"""Elements inside each other in a text document; ten levels of lists and tables make some 60."""

MAX_RTF_GROUPS = 10_000
"""Groups inside each other in an RTF; Word writes some 20."""


def megabytes(count: int) -> int:
    """`count` bytes in whole megabytes, for sentences."""
    return count // MEGABYTE
