"""The thresholds of the reading text, each with what it is and what it was fitted on."""

# Where they come from. A tag in brackets behind each says which.
#
# [pdf]    Measured on PDFs whose paragraphs are known.
# [hand]   Set by hand, and held since by tests/golden/screening and tests/unit/screening/assembly.
# [cost]   Bounds work on large or hostile input.
#
# `python tests/benchmarks/weights.py` turns each up and down and prints what that does to F1.


# When a paragraph goes on (paragraphs.py, resuming.py, printed_paragraphs.py)

HEADING_LINE = 40
"""Characters of a line that, with a capital first, is rather a heading than the end of a text.
[hand]"""
EXTRA_LEADING = 1.18
"""Times the leading: a larger step parts paragraphs. [pdf]"""
PUSHED_APART = 1.7
"""Times the leading: a larger step parts even lines within a sentence. [pdf]"""
SMALL_CAPITALS = 0.75
"""Times the size: capitals that go on the same sentence. [hand]"""
FULL = 0.995
"""The share of its column that a full line takes up with the next word. [pdf]"""
CAPTION_STEP = 2.0
"""Times the size: a larger step parts two captions. [pdf]"""
FULL_CELL = 0.95
"""The share of the widest line of its column of a table that a full line takes up with the next
word. [pdf]"""
BARE_MARK = 6
"""Characters of a bullet or number that stands on a line of its own. [hand]"""
NOTE_SIZE = 0.95
"""Times the size of the text: smaller lines are notes. [hand]"""
MOST_NOTES = 40
"""Notes under a column past which its text is looked for. [cost]"""

# What a paragraph is (paragraph_kinds.py)

LONGEST_TITLE = 300
"""Characters of a title at the top of a text. [hand]"""
LONGEST_HEADING = 200
"""Characters of a heading that stands out in print. [hand]"""
LONGEST_LABEL = 80
"""Characters of a heading that is known by its label. [hand]"""
LARGER = 1.12
"""Times the size of the text: from here on a line stands out. [hand]"""

# How much is told (broken_words.py)

MOST_APART = 10
"""Where more broken words were put together, they are told as one finding. [hand]"""
