"""The thresholds of artifacts, repeats and verdicts, each with what it is and where it is from."""

# Where they come from. A tag in brackets behind each says which.
#
# [texts]  Set so that sound texts of many languages have no finding: the Universal Declaration of
#          Human Rights, laws, handbooks, books out of copyright.
# [hand]   Set by hand, and held since by tests/golden/screening and tests/unit/screening/artifacts.
# [cost]   Bounds work on large or hostile input, or how much is told.


# Habits of a text as a whole (text_habits.py)

SAMPLE = 400_000
"""Characters that show the habits. [cost]"""
HABIT = 0.5
"""The share from which something is a habit, [hand]"""
HABIT_FEWEST = 3
"""and how often it must be so. [hand]"""
FRENCH_SHARE = 0.08
"""The share of small French words in a French text. [texts]"""
TURKIC_SHARE = 0.005
"""The share of letters only Turkic languages have in one of them. [texts]"""
JUSTIFIED_LENGTH = 200
"""Characters of a paragraph that shows whether lines were spaced out. [hand]"""
JUSTIFIED_GAPS = 2
"""Wide gaps in a paragraph that was. [hand]"""

# Listings (listings.py)

LONGEST_LISTING = 400
"""Paragraphs from a fence to the one that closes it. [cost]"""
LISTING_SIGNS = 3
"""Signs of code in a paragraph that is one, [hand]"""
LISTING_SHARE = 0.06
"""and their share of its characters. [texts]"""

# Odd spaces (odd_spaces.py)

LONGEST_LABEL = 12
"""Characters of a label at the beginning of a paragraph. [hand]"""

# Wrapped lines (hard_wraps.py)

WRAPPED_MOST = 0.5
"""The share of the text from which its wrapping is told once. [hand]"""
WRAPPED_SHOWN = 80
"""Characters of a wrapped line that are shown. [cost]"""

# Broken encodings (broken_encodings.py)

LEADS = 0.1
"""The share of first halves of misread letters in a text worth looking at. [texts]"""
PLAUSIBLE = 0.6
"""The share of common letters in a Russian word, [texts]"""
PLAUSIBLE_SHORT = 0.4
"""and in a short one. [texts]"""
SHORT_WORD = 6
"""Letters: shorter words are short. [hand]"""
SHORT_LINE = 120
"""Characters of a line that is judged by the words of the texts. [cost]"""
ACCENTED = 5
"""Letters with accents in a row that no language has. [texts]"""
MOSTLY = 0.8
"""The share of such words in a text that was put right. [texts]"""
FEW_LETTERS = 8
"""Odd letters before a whole text is held to be misread. [hand]"""

# Hyphens left inside lines (left_hyphens.py)

SHORTEST_HALF = 3
"""Letters of a part of a word that is no prefix. [hand]"""
LONGEST_CONJUNCTION = 5
"""Letters of a word between a hanging hyphen and the word that has the other half. [texts]"""

# Letters of another alphabet and figures (foreign_words.py, figures_for_letters.py)

FOREIGN_LETTERS = 4
"""Letters of a word told to be of another alphabet though no version has it in its own. [hand]"""
FOREIGN_SHORT = 3
"""Letters of a short name or formula in capitals, such as CO or EC. [texts]"""
FOREIGN_SHARE = 0.25
"""Cyrillic letters for one Latin one in a paragraph in which they are foreign. [texts]"""
FIGURE_LETTERS = 4
"""Letters around a figure that is one though no version has the word. [hand]"""

# Repeated sentences (repeated_sentences.py)

SENTENCE = 32
"""Characters of a sentence that stands twice by mistake only, [texts]"""
STRETCH = 8
"""Characters between two stops inside such a sentence; shorter ones are not looked at. [cost]"""
SENTENCE_WORDS = 4
"""its words, [hand]"""
SENTENCE_IN_SIGNS = 12
"""and its characters where a sign is a word. [hand]"""

# Doubled words (doubled_words.py)

SHORT_DOUBLED = 3
"""Letters: shorter words that stand twice are so by mistake for certain. [hand]"""

# Repeats (repeats.py)

REPEAT_LETTERS = 40
"""Letters of a paragraph whose repeat is told. [hand]"""
NEARLY = 0.9
"""The share of words in the same order of two paragraphs that are nearly the same. [hand]"""
PASTED_BESIDE = 3
"""Paragraphs up to which half a sentence that stands twice was pasted twice. [hand]"""
MOST_SAME = 2
"""More repeats of the same paragraph are told as one finding. [texts]"""
MOST_NEAR = 10
"""More near repeats are how a text is worded, such as a law's, and told as one finding. [texts]"""
SHINGLE = 3
"""Words of the runs by which candidates are found. [cost]"""
SAMPLED = 4
"""One run in so many is looked up. [cost]"""
COMMONEST = 8
"""Runs in more paragraphs find nothing. [cost]"""
DIFFERENCES_KEPT = 4
"""Differences that are kept as a reason. [cost]"""
REPEAT_KEPT = 399
"""Characters of a repeat that are kept, where it has more than one beside them. [cost]"""
LONGEST_COMPARED = 20_000
"""Words of a paragraph that is compared at all. [cost]"""
LONGEST_TOLD = 4_000
"""Words in which differences are told. [cost]"""

# What is looked at and shown around a place (several modules)

WORDS_AROUND = 40
"""Characters to either side in which the words around a place are looked for. [cost]"""
ADDRESS_BEFORE = 200
"""Characters in front of a code in which the address begins that it may belong to. [cost]"""
WORD_SHOWN = 80
"""Characters of a damaged word that are shown. [cost]"""
CODE_SHOWN = 40
"""Characters of a word with codes that are shown on either side of one. [cost]"""
PARAGRAPHS_SHOWN = 20
"""Of what is found in more paragraphs only the first is told with its lines. [cost]"""

# How much is told (observation.py)

MOST_ALIKE = 20
"""More paragraphs with the same trouble are told as one finding; nobody reads them one by one.
[cost]"""

MOST_MINOR = 5
"""The same of what changes no word: a space, a line end. [cost]"""

# Closing blocks (boilerplate.py)

LONGEST_CUE = 80
"""Characters of the words that a closing block begins with. [hand]"""
BLOCK_PARAGRAPHS = 4
"""Paragraphs of a closing block without a heading after it. [hand]"""
LONGEST_BLOCK = 20_000
"""Characters of a block that are compared. [cost]"""
SAME_BLOCK = 0.5
"""The share of words that two versions of one block have in common. [hand]"""

# Verdicts (verdicts.py)

ALIKE_HEADERS = 0.5
"""The indel ratio of two headers one of which became the other. [hand]"""
VERDICT_CONTEXT = 20
"""Letters around a finding by which its like is known. [hand]"""
PLACE_SIDE = 8
"""Letters on both sides by which a place is known again in the other version, [hand]"""
PLACE_ALONE = 16
"""and on one side where the word on the other side changed. [hand]"""
MOST_PAIRS = 2_500
"""More headers that read differently are headings of chapters, not one header that changed.
[cost]"""
