"""The thresholds of how a page is laid out, each with what it is and where it comes from."""

# [pages]  Set by looking at pages of public documents beside what was read of them, and held since
#          by tests/gold/test_page_layout.py.
# [cost]   Bounds work on large or hostile input.
#
# An em is the size that the line, or most of the page, is set in.

SAME_ROW = 0.5
"""The share of its height that a line shares with the row it stands in. [pages]"""
MOST_LINES = 3000
"""Lines of a page past which no columns are looked for. [cost]"""

# Running headers and page numbers (reading_order.py)

EDGE = 0.12
"""The share of the height of the text within which headers and footers stand. [pages]"""
EDGE_ROWS = 3
"""Rows of a header or footer, at most. [pages]"""
EDGE_GAP = 0.9
"""Ems of white between a header or footer and the text, at least. [pages]"""
MORE_WHITE = 1.5
"""Times the usual white between rows that it is, at least. [pages]"""

# Columns of running text (text_columns.py)

MOST_EDGES = 16
"""Places where a column may begin that are tried, those with most lines first. [cost]"""
COLUMN_PIECE = 4.0
"""Ems that half of the lines of a page in columns are wide, at least: cells of a table are not.
[pages]"""
COLUMN_LINES = 3
"""Lines of a column, at least. [pages]"""
EDGE_PLAY = 0.35
"""Ems by which the left ends of the lines of one column may differ without an indent. [pages]"""
GUTTER = 0.6
"""Ems of white between two columns, at least. [pages]"""
COLUMN_WIDTH = 8.0
"""Ems that a column of running text is wide, at least. [pages]"""
COLUMN_FILL = 0.5
"""The share of its width that the lines of a column of running text take up on average. [pages]"""
CLOSE = 2.2
"""Ems from one line of running text to the next, at most. [pages]"""
COLUMN_CLOSE = 0.5
"""The share of the lines of a column that follow so closely, at least. [pages]"""
PIECES_A_ROW = 1.35
"""Pieces that a row of a column is in on average, at most: tables have more. [pages]"""
SAME_HEIGHTS = 0.7
"""The share of the white between paragraphs that stands at one height in both columns from which
they are columns of a table. [pages]"""
PARAGRAPH_GAP = 0.45
"""Ems of white more than usual that part paragraphs, or the rows of a table. [pages]"""

# Numbers of lines in the margin (line_numbers.py)

LINE_NUMBERS = 4
"""Numbers in the margin that show that lines are numbered, at least. [pages]"""
COUNTING = 0.8
"""The share of them that counts on from the one before, and stands beside a line. [pages]"""
LONG_LINE = 0.6
"""The share of the widest line that half of the numbered lines are as wide as. [pages]"""
RUNNING_ON = 0.15
"""The share of lines within a sentence from which the text runs on over numbered lines. [pages]"""

# Notes at the foot of a page (printed_notes.py)

NOTE_SIZE = 0.95
"""Times the size of the text: lines that are no larger may be notes. [pages]"""
BODY_SHARE = 0.2
"""The share of a page that is set in the size of the document's text, where it has any. [pages]"""
BELOW_NOTES = 2
"""Lines of a footer below the notes, at most. [pages]"""
RULE_ABOVE = 3.0
"""Ems: how far a rule over the notes is from them, and from where they begin, at most, and how
long it is at least. [pages]"""

# Figures and their captions (page_figures.py)

SCRAP = 24
"""Characters of a label in a figure, at most. [pages]"""
SCRAPS = 2
"""Labels of a page on which figures are looked for, at least. [pages]"""
PROSE_LINE = 30
"""Characters of a line of running text, at least, [pages]"""
PROSE_LINES = 4
"""and such lines of a page that has text beside its figures, at least. [pages]"""
PART_OF_PAGE = 0.6
"""The share of a page that a figure takes up, at most; what is larger is its ground. [pages]"""
CELL = 3.0
"""Points of a cell: shapes in neighbouring cells are one drawing. [pages]"""
FIGURE = 45.0
"""Points that a figure is wide and high, at least. [pages]"""
FIGURE_TEXT = 0.35
"""The share of the text of a page that stands in a figure, at most. [pages]"""
LABEL_ACROSS = 2.5
"""Ems between a figure and a label to its left or right, at most, [pages]"""
LABEL_UP = 1.2
"""and below or above it. [pages]"""
LABEL_SIZE = 0.95
"""Times the size of the text: words around a figure that are no larger may be labels of it.
[pages]"""
TEXT_WIDTH = 0.6
"""The share of the width of a frame that a line of running text in it takes up. [pages]"""
TEXT_ROWS = 0.4
"""The share of such lines in a frame from which it holds text. [pages]"""
CAPTION_WHITE = 4.5
"""Ems of white between a figure and its caption, at most. [pages]"""
CAPTION_STEP = 1.6
"""Ems from one line of a caption to the next, at most. [pages]"""

# Formulas on lines of their own (printed_formulas.py)

FORMULA_PIECE = 80
"""Characters of a piece of a formula, at most. [pages]"""
FORMULA_WORDS = 0.3
"""The share of the characters of such a piece that stand in words, at most. [pages]"""
FORMULA_WHITE = 0.1
"""Ems of white between pieces of one formula, at most. [pages]"""
FORMULA_INDENT = 0.8
"""Ems that a formula begins deeper than the text, at least. [pages]"""
FORMULA_HEIGHT = 7.0
"""Ems that a formula is high, at most. [pages]"""

COLUMNS_IN_COLUMNS = 2
"""How often a column may be in two columns itself: eight in all. What has more is a table, and each
part of it would be looked through for all that might be in it. [cost]"""

# Ruled tables (ruled_grids.py, printed_tables.py)

RULE_PLAY = 1.0
"""Points by which pieces of one rule may be out of line. [pages]"""
RULE_TOUCH = 3.0
"""Points between rules that touch, at most. [pages]"""
SHORTEST_RULE = 6.0
"""Points: what is shorter is no rule of a table. [pages]"""
MOST_CELLS = 5000
"""Fields of a grid, at most. [cost]"""
FILLED_CELLS = 0.3
"""The share of the cells of a table that hold text, at least. [pages]"""
CELL_LINES = 12
"""Lines that half of the cells have at most; what has more is text in columns. [pages]"""
OVERHANG = 0.35
"""Ems by which a line may reach out of its cell. [pages]"""
ONE_HEIGHT = 1.0
"""Points between the baselines of rows that stand beside each other, at most. [pages]"""
TABLE_GAP = 1.0
"""Ems of a gap in a row that may be that between two cells, at least. [pages]"""
ROW_COLUMNS = 0.6
"""The share of the columns in which lines stand at one height where rows without rules between
them are rows of their own. [pages]"""
HEADER = 0.07
"""The share of a page at its top and bottom in which lines do not part a table from the rest of it
on the next page. [pages]"""
