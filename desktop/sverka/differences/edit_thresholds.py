"""Every threshold of the differences, with where it comes from.

Fitted: found on 2,309 edited pairs of real paragraphs in eight languages, for few changes, few
islands of one or two characters between them, and no cut inside a word. Set: chosen when its rule
was written, for the cases in its tests. Bound: limits work or memory.

`tests/benchmarks/differences.py` prints the figures that the fitted ones were found by.
"""

from typing import Final

# Clean-up.

LONGEST_SWALLOWED: Final = 12
"""Letters and digits from which on an equal stretch is never part of a change. Fitted."""

SMALLER_CHANGE: Final = 2
"""So many times as many letters as the stretch between them two changes must have each, to be made
one with it. Fitted."""

LEAST_IN_COMMON: Final = 0.3
"""Share of its letters and digits the shorter text must keep not to be replaced as a whole.
Fitted."""

# Inside a word.

LEAST_RATIO: Final = 0.6
"""Words less alike than this (2·LCS/(la + lb) on characters) are marked as a whole. Fitted."""

LONGEST_WORD: Final = 200
"""Code points; what is longer is hardly a word, and is not looked into. Bound."""

MOST_TOKENS_MARKED: Final = 5
"""A word that was cut ("втечение", "в течение") is still looked into up to so many tokens. Set."""

FARTHEST_WORD: Final = 16
"""Tokens to either side of a change within which a word is sought that decides what counts as
equal. Bound."""

# The longest common subsequence.

MOST_CELLS: Final = 20_000 * 20_000
"""Largest product of lengths compared at once; a bit each makes 50 MB, and 300 MB at 50,000².
Bound."""

ANCHOR: Final = 4
"""Tokens in a row that must be alike, and occur once on each side, to anchor a longer text. Set."""

# Categories.

MOST_PAIRS: Final = 2_500
"""Pairs of words up to which a change is searched for words that changed their alphabet. Bound."""

DATE_REACH: Final = 40
"""Code points to either side within which the rest of a date is looked for. Set."""

LONGEST_READ: Final = 200
"""Code points of both sides of a change up to which its values are read and compared. Bound."""

LONGEST_VALUE: Final = 40
"""Code points of the longest paragraph that may be nothing but a value. Set."""

LONGEST_NUMBER: Final = 100
"""Code points of the longest number whose value is known; of longer ones the figures are compared.
Bound: a file may hold thousands of figures in a row, of which Python makes no number."""

VALUE_REACH: Final = 32
"""Code points to either side of a change within which the rest of its value is read. Set."""

QUANTITY_REACH: Final = 40
"""Code points in front of a word within which the number is looked for that it belongs to. Set."""

MOST_BETWEEN: Final = 3
"""Words of a quantity that may stand between its number and another: "5 млн долларов". Set."""

PATTERN_SECONDS: Final = 2.0
"""Seconds a pattern of the user's own may take for one comparison. Bound."""

MOST_NEGATED: Final = 12
"""Words of a change without a counterpart up to which a negation among them is one of what stayed
around: of more the sentence is another. Set."""

LEAST_NEGATED: Final = 4
"""Letters of the shortest word to which a prefix makes the opposite: "able". Set."""

MOST_OPPOSED: Final = 4
"""Words on a side up to which one is looked for that is the opposite of another. Set."""

MOST_OF_SUBJECT: Final = 12
"""Words of a change up to which the first of a sentence in it may be told to be a name. Set."""

CAPITALS_OF_NOUNS: Final = 0.2
"""Share of the words inside sentences from which on capitals are those of nouns: in German a
quarter to a third of them are, in other languages, names included, hardly a tenth. Set."""

FEWEST_INSIDE: Final = 12
"""Words inside sentences that have to be seen to judge that. Set."""

MOST_SAMPLED: Final = 60_000
"""Code points of a version from which on names are looked for in a sample of it. Bound."""

MOST_WEIGHED: Final = 10_000
"""Code points by which it is judged whether nouns have capitals. Bound."""

MOST_CARRIED: Final = 20
"""Paragraphs within which a quotation left open has to be closed to count as going on. Set."""

DEEPEST: Final = 8
"""Quotations inside each other that are told apart; more are no text. Bound."""

LONGEST_ABBREVIATION: Final = 4
"""Letters of the longest abbreviation known; a longer word needs no look. Bound."""

BETWEEN_MOVED: Final = 2
"""Up to so many paragraphs that came in or went out do not part a block that moved. Set."""

ALIKE_FEWEST: Final = 3
"""Paragraphs from which on the same alteration of looks or roles may be told as one. Set."""

ALIKE_SHARE: Final = 0.9
"""Share of what had the old value and of what has the new one that has to have altered alike for
that. Set."""

ALIKE_MANY: Final = 10
"""Paragraphs from which on the share of one of the two is enough. Set."""

SAME_EXTENT: Final = 0.01
"""The share by which a picture may be wider or higher and still be as large. Set."""

SAME_CROP: Final = 0.01
"""The share of a picture by which it may be cut off further and still be as it was. Set."""

MOST_OF_A_TABLE: Final = 0.5
"""The share of the paragraphs of a table that stand outside of any, from which on it is none now;
the others were changed beyond recognition. Set."""

# Sentences that went to another paragraph.

FEWEST_OF_SENTENCE: Final = 4
"""Words that a sentence has at least to be known again elsewhere; those of a single character, as
in Chinese, count half. Set."""

SENTENCE_ALIKE: Final = 0.7
"""The least share of words in common of a sentence that was edited while it moved. Set."""

COMMON_WORD: Final = 20
"""Sentences that came in with a word, up to which it helps to find one again. Bound."""

LIKEST_SENTENCES: Final = 3
"""Sentences that came in, those with the most words in common, that one is held against. Bound."""
