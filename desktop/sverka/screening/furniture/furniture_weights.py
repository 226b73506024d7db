"""The weights and thresholds of page furniture, each with what it is and where it comes from."""

# Where they come from. A tag in brackets behind each says which.
#
# [cases]  Measured on labelled texts: short texts in nine languages whose sentences a header
#          interrupts 2 to 4 times, alone and with the other version at hand; twelve texts that only
#          look like it (refrains, clauses, speakers, table heads, lists), in none of which a line
#          may be set aside; RFCs; and long papers without pages, fitted on one half of them and
#          checked on the other.
# [pdf]    Measured on PDFs with labelled rows and on running headers of scanned books.
# [hand]   Set by hand where one of these sets failed, and held since by tests/gold/
#          test_furniture.py and tests/golden/screening.
# [papers] Measured on scientific papers of many publishers as text without pages, whose headers,
#          footers and page numbers are labelled; set on one half of them, checked on the other.
# [cost]   Bounds work on large or hostile input; what it leaves out is not what any set has.
#
# `python tests/benchmarks/weights.py` turns each up and down and prints what that does to F1.


# The score (score.py): what repeated lines say for and against themselves

CERTAIN = 4.0
"""From here on furniture is certain, and set aside. [cases]"""
SUSPECTED = 2.0
"""From here on it is suspected, and set aside where it interrupts a sentence. [cases]"""
WEAK = 1.0
"""From here on lines count as possible furniture when others are looked at. [hand]"""
REPEATED = 0.55
"""For each doubling of how often the lines stand in the file. [cases]"""
REPEATED_MOST = 2.6
"""So much at most for repeating. [cases]"""
TOGETHER = 0.6
"""For each further line that repeats with them. [cases]"""
TOGETHER_MOST = 2.0
"""So much at most for lines that repeat together. [cases]"""
TOGETHER_TIMES = 6
"""Occurrences that give the full weight to lines that repeat together. [cases]"""
NAMED = 1.5
"""The line is a page number by its own words. [hand]"""
SEEDED = 2.0
"""The other version has the line as a page header. [hand]"""
TOO_NEAR = -1.5
"""Less text lies between them than on a page. [hand]"""
MUCH_TOO_NEAR = -3.0
"""They come back within a few lines. [hand]"""
BESIDE_BASE = 0.9
"""Page numbers beside them count up. [cases]"""
BESIDE_EACH = 0.35
"""For each of those numbers. [cases]"""
BESIDE_MOST = 2.4
"""So much at most for numbers beside them. [cases]"""
INSIDE_PAGES = 1.4
"""A number inside them goes up with the pages. [cases]"""
INSIDE = 0.7
"""A number inside them goes up, but not with the pages. [hand]"""
COUNTS_ELSE = -2.0
"""A number inside them goes up, but not as the page numbers beside them do. [hand]"""
FEWEST_COUNTED = 3
"""Times that both numbers have to be there for that. [hand]"""
AT_EDGES = 3.2
"""Times how far the share of occurrences at page edges is from a half. [cases]"""
EVENLY = 0.5
"""They come back at even distances. [cases]"""
BREAKS = 2.8
"""Times how surely they interrupt sentences. [cases]"""
BREAKS_BASE = 0.8
"""They interrupt a sentence at all. [cases]"""
BREAKS_TIMES = 5
"""Occurrences beyond which interrupting counts for less. [cases]"""
READS_ON = 4.0
"""Times the share of places where the other version reads on without them. [cases]"""
READS_ON_WHOLE = 0.3
"""Of that, the share that counts where no sentence is interrupted: a paragraph that came in between
two others is missing in the other version as well. [hand]"""
LABEL = -1.8
"""They begin as a caption or a clause does. [cases]"""
ITEM = -1.2
"""They begin as a list item does. [cases]"""
HALTED = -2.0
"""They end with a colon. [cases]"""
STOPPED = -1.0
"""They end as a sentence does. [hand]"""
LOWER = -1.0
"""They begin with a small letter. [hand]"""
PASSAGE = -3.0
"""They run on as text does: text that stands twice. [hand]"""
WORDLESS = -1.5
"""Letters make up less than half of them. [hand]"""

# What the terms of the score ask (score.py)

APART = 500
"""Characters between two pages at least; nearer repeats belong to the text. [cases]"""
SHORTEST_PAGE = 200
"""Nearer than so many characters not even pages cut short follow each other. [hand]"""
SHORTEST_CUT = 100
"""The same where each of them interrupts a sentence surely and has a page number. [hand]"""
APART_BROKEN = 0.5
"""From this share of interrupted sentences on, short pages are believed. [hand]"""
COUNTED_SHARE = 0.8
"""The share of occurrences that must have a number before it is believed to count. [hand]"""
UNEVEN = 2.5
"""Times the usual page: a count that is further off is not one of pages. [hand]"""
EVEN_STEPS = 0.6
"""The share of steps of a count that must be about a page long. [hand]"""
FEWEST_EDGES = 2
"""Occurrences of which page edges are known, at least. [hand]"""
FEWEST_STEPS = 3
"""Distances that show whether they are even, at least. [hand]"""
EVEN_SPREAD = 0.45
"""Times the mean: distances that spread further are not even. [hand]"""

# Whether pages end where lines stand (page_evidence.py, torn_sentences.py, text_furniture.py)

PAGE_EDGES = 0.5
"""The share of occurrences at page edges from which they stand where pages end. [hand]"""
SURELY = 1.0
"""How surely a line interrupts a sentence that goes on in small letters. [hand]"""
SURELY_SHARE = 0.06
"""The share of occurrences that must do so: headings never do. [hand]"""
SUPPORT_FEWEST = 3
"""Occurrences that support each other, at least, [hand]"""
SUPPORT = 0.9
"""and the share of them that must stand behind an open end in a full line. [hand]"""
LIKELY_SHARE = 0.5
"""The share that must interrupt one where no small letter shows it: the last line of a paragraph is
full now and then. [hand]"""
LIKELY_FEWEST = 3
"""How many must. [hand]"""
LIKELY_CONFIRMED = 0.25
"""The share where a page number or the other version confirms it. [hand]"""
TORN_FEWEST = 2
"""Occurrences beside half a sentence, whose other half stands elsewhere, at least, [papers]"""
TORN_SHARE = 0.15
"""and the share of occurrences that must. [papers]"""
TORN_WORDS = 4
"""Words of a line that is half a sentence, at least. [hand]"""
HABIT_FEWEST = 4
"""Occurrences behind which half a sentence begins, and before none of which one breaks off, at
least, [hand]"""
HABIT = 0.8
"""and the share of them from which it is how paragraphs begin here. [hand]"""
COUNTED_FEWEST = 3
"""Page numbers beside lines that show that they count on, at least, [papers]"""
COUNTED_STEPS = 0.6
"""and the share of steps to the very next number. [papers]"""
SURE_BLOCK = 3
"""So many lines that always come back together are no text that comes back by chance. [papers]"""
EDGE_TIMES = 0.45
"""Of that, how often the line between them and the half sentence must come back. [papers]"""
BLOCK_LINES = 2
"""So many lines that always come back together confirm it, too: headings are shorter. [hand]"""

# Units and runs of lines (line_runs.py, text_furniture.py)

LONGEST_LINE = 400
"""Characters: longer lines are running text, whatever repeats. [hand]"""
TIME_NUMBERS = 5
"""Numbers of a line that is a date and a time, at least. [hand]"""
LONGEST_RUN = 18
"""More repeated lines in a row are a repeated passage, not a header. [cases]"""
ABOVE_TITLE = 160
"""Characters above a title, at most: an embargo, a date, the name of the office. [hand]"""
LONGEST_UNIT = 400
"""Characters: repeated lines with more of them are a passage. [hand]"""
WRAPPED_SHARE = 0.75
"""The share of lines wrapped into the next from which repeated ones are a passage. [hand]"""
COUNTING_SHARE = 0.8
"""The share of occurrences whose inner number must rise before it counts. [hand]"""
COUNTING_FEWEST = 2
"""Occurrences whose inner number must rise, at least. [hand]"""
NEXT_TO_CERTAIN = 0.6
"""The share of occurrences that must stand beside certain furniture for weak lines to be so.
[hand]"""
NEXT_TO_FEWEST = 2
"""Occurrences of such weak lines, at least. [hand]"""
BESIDE_NUMBERS = 0.8
"""The share of occurrences that must stand beside a certain page number for lines that look like
furniture to be so. [papers]"""
LOOSE_SIGNS = 3
"""Characters of a line that is but a sign between pieces of furniture, at most. [papers]"""
LONE_NUMBERS = 2
"""More numbers in one run are a table, not a page number. [hand]"""

CAPTIONS_FEWEST = 2
"""Lines under captions with the same number at their end, at least, [papers]"""
CAPTIONS_SHARE = 0.6
"""and the share of occurrences that must be so. [papers]"""
CAPTION_LINES = 6
"""Lines of a caption that are looked at. [papers]"""

# Nearly equal lines (near_keys.py)

NEAR_RATIO = 0.88
"""The indel ratio of two keys that are nearly equal. [cases]"""
NEAR_LENGTHS = 0.18
"""How far their lengths may differ, as a share of the longer. [cases]"""
NEAR_SHORTEST = 8
"""Characters: shorter keys are not taken for each other. [hand]"""
NEAR_GRAM = 4
"""Characters of the runs by which candidates are found. [cost]"""
NEAR_RARE = 40
"""Runs that more keys have find nothing. [cost]"""
NEAR_ASKED = 10
"""So many of the rarest runs of a key are asked. [cost]"""
NEAR_MOST_KEYS = 20_000
"""More keys are not looked at. [cost]"""

# Page numbers by themselves (page_numbers.py, lone_numbers.py)

LARGEST_ROMAN = 300
"""Larger ones are words: "mi", "dix", "mix". [hand]"""
LONGEST_NUMBER = 40
"""Characters: no longer line is only a page number. [hand]"""
LONGEST_MISREAD = 4
"""Characters of a number with letters read into it, at most. [hand]"""
SHORTEST_CHAIN = 4
"""Numbers that count up on their own, at least. [cases]"""
SPARSEST_CHAIN = 0.5
"""The share of numbers between its ends that a chain must have. [hand]"""
CHAIN_AT_EDGES = 0.5
"""The share of a chain at page edges that makes it one of pages. [hand]"""
CHAIN_BREAKS = 0.15
"""The share of a chain that interrupts sentences and makes it one of pages: chapters never do.
[cases]"""
CHAIN_TORN = 0.2
"""The share of a chain beside half a sentence that makes it one of pages. [papers]"""
WHOLE_CHAIN = 0.9
"""The share of numbers between its ends that a chain without gaps has, [papers]"""
WHOLE_CHAIN_FEWEST = 5
"""its numbers, at least, [papers]"""
WHOLE_CHAIN_TORN = 0.12
"""and the share of them that must stand beside half a sentence. [papers]"""
MISREAD_WEIGHT = 0.8
"""What a misread number counts in a chain. [hand]"""
OTHER_WORDS = 0.6
"""The indel ratio under which the words of two headers are others. [hand]"""
CHAPTERS = 3
"""Headers that follow each other in one count, at least, to be those of chapters. [hand]"""
HEADER_WEIGHT = 1.2
"""What a number in a header counts in a chain. [hand]"""
LONGEST_HEADER = 120
"""Characters of a line that may be a header with its number. [hand]"""
HEADER_LETTERS = 4
"""Letters of such a header, at least. [hand]"""
NAMED_FEWEST = 2
"""Numbers with a word such as "page" in one form, at least. [hand]"""

# Chains of numbers (number_chains.py)

LOOK_BACK = 60
"""So many numbers back the one before is looked for. [cost]"""
LARGEST_STEP = 12
"""So many numbers in a row may be missing. [hand]"""
SMALLEST_PAGE = 400
"""Characters of a page, at least. [hand]"""
LARGEST_PAGE = 12_000
"""Characters of a page, at most. [hand]"""
TOO_LONG = 2.2
"""Times the usual page: no page is longer, but one may be left out or misread. [hand]"""
TOO_SHORT = 4.5
"""Times the usual page: pages at the end of a chapter, or full of figures, have little text.
[hand]"""
STEP_GAIN = 1.2
"""What a step of a chain gains, [hand]"""
STEP_UNEVEN = 0.2
"""less so much for each page that it is longer or shorter than usual, [hand]"""
STEP_SKIPPED = 0.05
"""and less so much for each number it leaves out. [hand]"""
PAGES_SKIPPED = 30
"""Pages between two occurrences of a header, at most. [hand]"""
PAGES_SKIPPED_OF_FEW = 3
"""The same where there are few of them. [hand]"""
FEW_PLACES = 3
"""Up to so many occurrences are few. [hand]"""
RISE_SKIPPED = 0.01
"""What each page left out costs a rise of numbers. [hand]"""
MOST_CANDIDATES = 12
"""Numbers of one place that are looked at. [cost]"""

# Lines that stand once (single.py, header_parts.py, surroundings.py)

SINGLE_LONGEST = 6
"""Lines of a run that stands once, at most. [hand]"""
SINGLE_ABOVE = 4
"""Short lines above a single number that may go with it. [hand]"""
SINGLE_BELOW = 3
"""Short lines below it. [hand]"""
OTHER_NUMBERS = 5
"""Lines around it without another number, as tables and formulas have. [hand]"""
ROMAN_APART = 3
"""Lines from one Roman page number to the next, at least: nearer ones are of a list. [hand]"""
SHORTEST_SEED = 4
"""Characters of a header of the other version that finds its like, at least. [hand]"""
NOTE_LINES = 6
"""Lines of footnotes between a sentence and the furniture that breaks it, at most. [hand]"""
GLUED_FEWEST = 3
"""Places inside lines where the other version reads on without a header, at least. [hand]"""
GLUED_SHARE = 0.8
"""The share of its places where it must. [hand]"""
GLUED_WORDS = 3
"""Words of such a header, at least. [hand]"""
GLUED_LONGEST = 12
"""Words of such a header, at most. [hand]"""
CONTEXT = 60
"""Characters of text that show the witness a place. [hand]"""
ABBREVIATION = 4
"""Characters of an abbreviation with its full stop, at most. [hand]"""
SENTENCE_WORDS = 4
"""Words of a line that begins a sentence, at least; fewer are a cell or an item. [hand]"""
SENTENCE_LINES = 60
"""Lines above in which a sentence that is broken must begin. [cost]"""
SENTENCE_LETTERS = 12
"""The same in characters, in a script without case. [hand]"""
SHORT_LINE = 80
"""Characters of a line that is short in a text whose lines are whole paragraphs. [hand]"""

# Printed pages (page_furniture.py, edge_rows.py); shares are of the height of the page

OUTERMOST = 8
"""How many rows from either edge may be furniture. [pdf]"""
WINDOW = 8
"""Pages before and after that are compared. [pdf]"""
SAME_HEIGHT = 0.008
"""How far two rows at the same height may differ. [pdf]"""
SAME_FONT = 0.35
"""How far the sizes of the same header may differ, as a share of the larger. [pdf]"""
SAME_TEXT = 0.85
"""The indel ratio of two rows that read alike. [pdf]"""
ROW_EDGE = 0.08
"""Nearer to the edge of the page no white needs to set a row apart. [pdf]"""
ROW_GAP = 0.018
"""The white between furniture and text, at least. [pdf]"""
ROW_SHARE = 0.4
"""The share of pages around that must have the like of a row. [pdf]"""
POSITION_SHARE = 0.6
"""The share where only the height is the same, not the words. [pdf]"""
POSITION_FEWEST = 2
"""Pages around that tell such a height, at least. [hand]"""
POSITION_EDGES = 2.0
"""Times the edge: so far in such a row may stand. [hand]"""
POSITION_FONT = 1.05
"""Times the usual size of the text: a larger row is a heading. [hand]"""
UNMARKED = 2
"""Rows further out that come back nowhere, at most. [pdf]"""
MOST_ROWS = 5
"""Where more rows come back, whole pages do, and only what is set apart is furniture. [hand]"""
FEW_PAGES = 3
"""Up to so many pages heights alone do not tell enough. [pdf]"""
FEWEST_ALIKE = 2
"""Pages that must have the like of a row where so many are around. [hand]"""
OUTER_ROWS = 4
"""Rows from either edge that the text is asked about where there are few pages. [hand]"""
MARGIN_GRID = 0.02
"""How far two lines at the same place of the margin may differ. [hand]"""
MARGIN_AWAY = 9
"""PDF points between the text and what stands beside it; ragged lines end nearer to a number that
stands over them. [hand]"""
MARGIN_SHARE = 0.05
"""The share of characters that may begin outside the text. [hand]"""
EDGE_DIGITS = 6
"""Digits from which the number at the end of a row is none of a page. [hand]"""
NAMED_WORDS = 5
"""Words of the longest page number with its words: "page 3 of 7 pages". [hand]"""
