"""Every threshold of the alignment, with where it comes from.

Fitted: found with the method as a whole, for the best F1 over ArgRewrite (essays and their
revisions, aligned by hand, English), Sherlock (a novel, English), BGB and Grundgesetz (codes,
German), both edited at random lightly, at medium strength and heavily, and Bible (two English
translations, shuffled). No record tells which of the sets decided a single figure.
Set: chosen when its rule was written, for the cases that are named or told in the tests, and since
then held only by the figures of the same sets.
Bound: limits work or memory, and is to cost nothing.

`tests/benchmarks/thresholds.py` tries each that is fitted or set below and above its value on gold,
and says what it costs: one stands well where neither way brings anything.
"""

from typing import Final

# Weights, for chains and for what moved.

HEAVIEST_PARAGRAPH: Final = 300
"""Characters from which on a paragraph weighs no more: none is to outvote a chapter. Fitted."""

WEIGHT_OF_ANY: Final = 8
"""What a paragraph weighs besides its characters, so that short ones count as well. Fitted."""

LEAST_RARITY: Final = 0.2
"""The least a token weighs, however common: likeness counts where all is alike. Set."""

# How alike two paragraphs are.

WORTH_COMPARING: Final = 0.25
"""Pairs whose lengths alone keep them below this similarity are not compared. Bound: it is below
every similarity that a step accepts."""

FEW_TOKENS: Final = 20
"""Up to so many tokens the characters of a paragraph are compared as well. Fitted."""

UNRELATED_CHARACTERS: Final = 0.45
"""The share of characters that unrelated texts of one language have in common; what counts is what
is beyond. Fitted."""

COMPARABLE_LENGTHS: Final = 3
"""So many times as long as the other a paragraph may be for its characters to count. Set."""

# Candidates: pairs that share rare features.

RARE_PRODUCT: Final = 48
"""A feature counts when its occurrences in the two versions multiply to at most this; below 64, for
the product is packed into six bits. Fitted."""

BEST_CANDIDATES: Final = 4
"""Of the pairs of one paragraph so many are worth comparing … Fitted."""

SHARE_OF_BEST: Final = 1 / 3
"""… if they weigh this share of the best. Set."""

PAIRS_A_PARAGRAPH: Final = 20
"""Rarer features only, where the rare ones make more pairs for each paragraph than these. Bound."""

FEWEST_PAIRS: Final = 1 << 14
"""So many pairs may always be made. Bound."""

MOST_PAIRS: Final = 1 << 23
"""And no more than these. Bound."""

MOST_FEATURES_KEPT: Final = 96
"""Features that are kept of a long paragraph, as scaled sketches do (Irber and others 2022).
Bound."""

LEAST_FEATURES_KEPT: Final = 24
"""The same where there are very many paragraphs. Bound."""

FEATURES_IN_ALL: Final = 1 << 21
"""About so many are kept of all paragraphs of a side. Bound."""

LEAST_SHARE_KEPT: Final = 1 / 4
"""The least share of its features that is kept of a paragraph. Bound."""

# The chain.

CHAINED_ALIKE: Final = 0.3
"""The least similarity of a pair in the chain. Fitted."""

# Gaps between two neighbours of the chain.

GAP_ALIKE: Final = 0.34
"""The least similarity of a pair in a gap. Fitted."""

GAP_CELLS: Final = 60_000
"""Pairs up to which every pair of a gap is compared; beyond, those near its diagonals. Bound."""

GAP_TOKEN_PAIRS: Final = 4096 * GAP_CELLS
"""As much work as so many pairs of long paragraphs are. Bound."""

BESIDE_DIAGONAL: Final = 1
"""So many cells to either side of a diagonal are compared. Bound."""

SMALL_GAP: Final = 8
"""Pairs in a gap this small need no rare words in common. Set."""

SHARED_A_DOUBLING: Final = 0.1
"""The share of rare words in common that each doubling of a gap asks for. Set."""

SHARED_IN_GAP: Final = 0.45
"""The most that is asked. Set."""

ALIKE_ENOUGH: Final = 0.7
"""Pairs so alike need no rare words in common. Set, for a misspelt heading of one word, which
shares no word with itself."""

WEAK_PAIR: Final = 0.5
"""A pair less alike than this gives way to an exact twin that is free on the other side. Set, for
documents in reversed order."""

TELLING_TWIN: Final = 25
"""Characters that such a twin has at least. Set, for the same."""

# What stands alone between the same neighbours.

KEPT_AT_ENDS: Final = 0.8
"""The share of the fewer words that must stand at the beginning or the end of the more: the first
sentence was kept, or something was written before it. Set on Russian, French, Ukrainian, Chinese
and Arabic books of which paragraphs were cut, lengthened and rewritten: 138 right, none wrong."""

FEWEST_KEPT: Final = 4
"""Tokens that must have been kept where others are in the gap. Set."""

SMALL_GAP_ALONE: Final = 64
"""Pairs up to which such a gap is looked through. Set."""

SHORT_ALONE: Final = 40
"""Characters up to which, where there are few tokens too, nothing in common is asked. Set on the
same books."""

FEW_ALONE: Final = 6
"""Tokens up to which it is so. Set on the same books."""

CHARACTERS_ALONE: Final = 0.55
"""The least share of characters in common for what is longer. Set on the same books."""

# Moves off the chain.

MOVED_ALIKE: Final = 0.5
"""The least similarity of what moved. Fitted."""

SHARED_IF_MOVED: Final = 0.45
"""The share of rare words in common that what moved must have. Set."""

SHARED_IF_SHORT: Final = 0.5
"""The same for what is short. Set."""

SHORT_MOVE: Final = 60
"""Characters below which it is. Fitted."""

TOO_SHORT_A_DUPLICATE: Final = 25
"""Characters below which one of several places of a text is as likely as another. Fitted."""

TRIVIAL: Final = 30
"""Characters below which a text that stands several times does not move without its neighbours.
Set on a revision with 717 moves, of which 270 were of that kind."""

WEIGHT_OF_TRIVIAL: Final = 1 / 1024
"""What such a text weighs against others: all of a page of them less than a line. Set."""

SUPPORT: Final = 0.2
"""What good pairs right before and after a pair are worth to it. Set."""

GROWN_ALIKE: Final = 0.34
"""The least similarity of the neighbours that a moved block takes along. Fitted."""

# Splits and merges.

SURE_PIECE: Final = 0.6
"""The share of a piece's tokens that must be new to the whole, before gaps are filled. Set."""

LATE_PIECE: Final = 0.5
"""The same after all else was matched. Fitted at .55, lowered when SURE_PIECE came in."""

CLEARLY_CONTAINED: Final = 0.6
"""The share of its tokens a far piece must have in the whole. Fitted."""

GATHERED_ALIKE: Final = 0.5
"""The least similarity of the whole with far pieces together. Fitted."""

MOST_NEIGHBOURS: Final = 8
"""Pieces that are taken from neighbour to neighbour. Fitted."""

MANY_PIECES: Final = 64
"""Of a whole with more pieces than these not every one is compared with all of it. Bound."""

MOST_APART: Final = 16
"""There may be so many paragraphs for every piece that is known to be one. Bound."""

STRANGE_PART: Final = 1 / 16
"""What may stand between two pieces, as a part of the whole. Set, for a book that lost the ends of
its paragraphs."""

# Neighbours between which text crossed the border.

CROSSED_SHARE: Final = 0.5
"""The share of what the one lost and the other gained that must have crossed. Set, for sentences
that went over a border, and an address book edited line by line."""

CROSSED_TOKENS: Final = 8
"""So many tokens must have crossed as well … Set, for the same."""

CROSSED_FEWEST: Final = 3
"""… or all that one of them has, and at least so many. Set."""

CROSSING_RUN: Final = 4
"""Tokens in a row that make a run of what crossed: two addresses share many tokens, and none in a
row that tells one from the other. Set."""

RUNS_SHARE: Final = 0.5
"""The part of what crossed, weighed by rarity, that must stand in such runs. Set."""

JOINED_PARAGRAPHS: Final = 24
"""Joined links have no more paragraphs on a side. Bound."""

JOINED_TOKENS: Final = 1 << 14
"""Nor more tokens. Bound."""

# Tables. What is set was set for the cases of tests/unit/alignment/test_tables.py.

TABLE_SHARE: Final = 0.3
"""The part of what the smaller of two tables says that the other must say too. Set."""

TABLE_SHARE_IN_PLACE: Final = 0.05
"""The same where the paragraph before or behind them is the same. Set."""

TABLE_AROUND: Final = 0.25
"""What such a paragraph is worth, in shares, where a table resembles several. Set."""

TABLES_THAT_SAY_IT: Final = 64
"""What stands in more tables, their numbers multiplied, is not asked about. Bound."""

LABEL_WEIGHT: Final = 3
"""So many times the label of a row counts: it is what the values are values of. Set."""

LABEL_ALIKE: Final = 0.6
"""The least similarity of labels, and of headings, that are the same, edited. Set."""

ROWS_ALIKE: Final = 0.4
"""The least that two rows must share of what they say, to be one in the order of the rows. Set."""

ROWS_LOOSELY_ALIKE: Final = 0.3
"""The same between rows that are paired already. Set."""

MOVED_ROWS_ALIKE: Final = 0.6
"""The same for a row that went to another place. Set."""

ROWS_IN_GAP: Final = 1 << 12
"""Up to so many pairs of rows between paired ones are compared each with each. Bound."""

LONGEST_COUNT: Final = 7
"""A number of as many digits is not one that counts rows. Bound."""

SAME_HEADING: Final = 0.6
"""What the same heading says for two columns, where all values are worth one. Set."""

NEAR_HEADING: Final = 0.3
"""What a heading says that was edited, times its similarity. Set."""

OWN_COLUMN: Final = 0.01
"""What its own place says for a column: something only where nothing else does. Set."""

COLUMNS_ALIKE: Final = 0.2
"""The least that columns must have in common, to be one in the order of the columns. Set."""

MOVED_COLUMNS_ALIKE: Final = 0.5
"""The same for a column that went to another place. Set."""

# Whether the two are versions of one text.

HARDLY_AGREES: Final = 0.2
"""The share of linked text below which one asks whether the files are the right ones. Set: of 62
pairs of versions the lowest whose files could be read had .25, and most of the pairs made of two
that have nothing to do with each other had less than .02."""

LEAST_TEXT: Final = 400
"""Characters of both versions together from which on the share says something. Set."""
