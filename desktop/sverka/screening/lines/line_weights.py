"""The thresholds of how text is set, each with what it is and what it was fitted on."""

# Where they come from. A tag in brackets behind each says which.
#
# [cases]  Measured on labelled texts with page furniture, wrapped and not, alone and with the other
#          version at hand: how many of the interrupted sentences stand rejoined.
# [pdf]    Measured on PDFs whose paragraphs are known.
# [hand]   Set by hand where one of these failed, and held since by tests/gold/test_furniture.py,
#          tests/golden/screening and tests/unit/screening.
# [cost]   Bounds work on large or hostile input.
#
# `python tests/benchmarks/weights.py` turns each up and down and prints what that does to F1.


# How lines of text are set (layout.py); widths are in characters

TOO_LITTLE = 100
"""Characters before line ends that say how text is set, at least. [hand]"""
HAN_WIDTH = 2
"""How much a character without case counts among them. [hand]"""
NARROWEST = 28
"""Narrower lines are verse, lists or tables. [hand]"""
WIDEST = 200
"""Wider lines are whole paragraphs. [hand]"""
BLANK_SHARE = 0.04
"""The share of lines after blank ones from which those part paragraphs. [hand]"""
WIDTH_LOW = 0.8
"""Times the usual reach of a line: shorter ones were not wrapped, [cases]"""
WIDTH_HIGH = 1.3
"""nor longer ones. [cases]"""
WIDTH_SHARED = 0.6
"""The share of line ends that must agree. [hand]"""
WIDTH_BEYOND = 1.35
"""Times the usual reach: longer lines were certainly not wrapped; [hand]"""
WIDTH_LONGER = 0.2
"""more of the text in them, and none was. [hand]"""
WIDTH_LOWEST = 0.05
"""The share of line ends that may be shorter than full ones. [hand]"""
WIDTH_MANY = 20
"""Line ends of which that share is taken. [hand]"""
WIDTH_LEAST = 0.85
"""Times the usual reach: what is full reaches that far. [hand]"""
WIDTH_LIMIT = 1.1
"""Times the longest line: what is longer is not wrapped. [hand]"""
NEARLY_FULL = 0.88
"""Times the width: full enough in text set in a proportional face. [cases]"""
LONG_WORD = 20
"""Characters without a space in a script without case that may be broken anywhere. [hand]"""
DEEPER = 2
"""Columns deeper that make an indent. [hand]"""
FEWEST_INDENTS = 0.03
"""The share of deeper lines from which paragraphs begin with an indent, [hand]"""
MOST_INDENTS = 0.5
"""and up to which. [hand]"""
HEADING_WIDTH = 0.6
"""Times the width: a longer line is no heading. [hand]"""
HEADINGS_FEWEST = 3
"""Times that a short line comes back with another number before it is a heading. [hand]"""


# Whether a sentence goes on (interruption.py, line_signs.py)

INTERRUPTS = 0.5
"""From here on a line counts as standing in the middle of a sentence. [cases]"""
BARELY = 0.1
"""It seems to go on, but nothing shows that it had begun: verses and items begin small, too.
[hand]"""
HARDLY = 0.3
"""A sentence seems to go on, but the line before it had room left for the next word. [hand]"""
PERHAPS = 0.4
"""The line before is full, but nothing shows that its end is no end of a sentence. [hand]"""
LIKELY = 0.7
"""No small letter shows that the sentence goes on, but the line before it is full. [hand]"""
SURE = 0.95
"""The other version has both halves in the middle of one paragraph. [cases]"""
MEET = 0.8
"""It has them one after the other, and the text before does not end as paragraphs here do.
[cases]"""
OPEN_END = 0.6
"""Only that end tells: nothing shows how wide lines are. [cases]"""
STOPPED_SHARE = 0.75
"""The share of paragraphs with a stop at their end from which an open end is no end. [hand]"""
STOPPED_FEWEST = 2
"""Paragraphs that show it, at least. [hand]"""
LONG_ENOUGH = 0.7
"""Times the width: shorter lines are not full, however long the next word is. [hand]"""
AROUND = 8
"""Lines on either side that show how wide lines are at a place. [hand]"""
AROUND_FEWEST = 3
"""Lines that must be about as wide as the widest of them. [hand]"""
AROUND_SHARE = 0.8
"""Times the widest: about as wide. [hand]"""
AROUND_WIDEST = 100
"""Characters: a wider line there is a whole paragraph. [hand]"""
GOES_ON_WORDS = 3
"""Words of a line in which a sentence breaks off, at least: fewer are a cell or an item. [hand]"""
GOES_ON_LETTERS = 12
"""The same in letters, in a script without spaces. [hand]"""
PROSE_LETTERS = 6
"""Letters of a line of prose, at least. [hand]"""
PROSE_SHARE = 0.6
"""The share of letters in a line of prose; formulas and cells have less. [hand]"""
WORDED_SHARE = 0.5
"""The share of letters in a line that is made of words. [hand]"""

# The other version as a witness (witness.py)

WITNESS_HALF = 10
"""Letters on either side of a place by which it is known. [cases]"""
WITNESS_FEWEST = 4
"""Letters of the shorter side, at least. [hand]"""
WITNESS_REACH = 60
"""Characters in which those letters are looked for. [cost]"""
WITNESS_PLACES = 8
"""Equal places that are asked. [cost]"""
WITNESS_READ = 200
"""Questions that are answered without an index. [cost]"""
WITNESS_ENOUGH = 30
"""Characters of lines around a joint that show its place. [hand]"""

SEAM_HALF = 10
"""Letters on either side by which the place where two lines meet is known. [hand]"""
SEAM_REACH = 40
"""Characters in which those letters are looked for. [cost]"""

# Words broken at line ends (hyphens.py)

BROKEN_FEWEST = 3
"""Broken words from which a text is set with them, [hand]"""
BROKEN_SHARE = 0.02
"""and the share of its lines. [hand]"""

# Printed lines (boxes.py, printed_columns.py, print_layout.py, text_lines.py)

SAME_ROW = 0.5
"""The share of its height that a piece shares with the row it is part of. [pdf]"""
LONG_SEGMENT = 5
"""Lines that go down one column and show its edges, at least. [hand]"""
SAME_EDGE = 40
"""PDF points: nearer edges may be of the same column. [hand]"""
BLOCK_STEP = 1.25
"""Times the usual step from line to line: a larger one parts blocks that may be set otherwise.
[pdf]"""
BLOCK_LINES = 3
"""Lines of a block that shows where its column begins, at least. [pdf]"""
BLOCK_EDGE = 12
"""PDF points: blocks that begin nearer to each other are of one column. [pdf]"""
FLUSH_LINES = 4
"""Lines that show that they end at one place on the right, at least. [pdf]"""
FLUSH_SHARE = 0.6
"""The share of the lines of a block that end there, at least. [pdf]"""
TOUCHES = 3
"""PDF points: so near a row reaches the edge of its column. [hand]"""
WIDEST_INDENT = 4
"""Times the font size: how much deeper than its column a row set in pieces may begin. [hand]"""
BESIDE_HEIGHT = 0.5
"""Times the font size: how far the feet of two lines side by side may differ. [hand]"""
BELOW_HEIGHT = 0.3
"""Times the font size: how much lower the next line must stand. [hand]"""
INDENT = 0.7
"""Times the font size: how much deeper a line must begin to count as indented. [pdf]"""
INDENTED_FEWEST = 8
"""Lines that show whether paragraphs are indented, at least, [hand]"""
INDENTED_SHARE = 0.04
"""and the share of deeper ones from which they are, [hand]"""
INDENTED_MOST = 0.5
"""and up to which. [hand]"""
SMALLEST_LEADING = 0.6
"""Times the font size: a smaller step is none to the next line. [hand]"""
LARGEST_LEADING = 2.6
"""Times the font size: a larger one neither. [hand]"""
COMMON_LEADING = 0.4
"""Times the commonest step: how often a leading must stand. [hand]"""
ENOUGH_LEADINGS = 4
"""Steps that show the leading of a size, at least. [hand]"""
USUAL_LEADING = 1.2
"""Times the font size: the leading where nothing shows it. [hand]"""
MOSTLY_FULL = 0.86
"""The share of its column that a line in mid-sentence takes up with the next word, where words may
be broken. [pdf]"""
LOOSE_FEWEST = 20
"""Lines that show whether any end within a sentence for another reason, at least, [hand]"""
LOOSE_SHARE = 0.03
"""and the share of those that do so in running text, at most. [hand]"""
SAME_SIZE = 0.06
"""How far the sizes of one text may differ, as a share. [pdf]"""
ONE_PLACE = 2.1
"""Times the height of a line: nearer printed lines are told as one place. [hand]"""
AROUND = 32
"""Letters and digits on either side of a finding by which it is told from those alike. [hand]"""
