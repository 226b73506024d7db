"""The marks and spaces of text, each table once for all steps."""

from typing import Final

APOSTROPHES: Final = "'’"
"""What joins two letters of one word; for the insides of expressions."""

QUOTES: Final = frozenset("«»“”„‟″‹›‘’‚‛′`´\"'\uff02\uff07「」『』")
"""Quotation marks and apostrophes of every shape."""

HYPHENS: Final = "-\u2010\u2011"
"""What joins the parts of one word; for the insides of expressions, where the first comes first."""

DASHES: Final = frozenset(HYPHENS + "\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
"""Hyphens, dashes and the minus sign."""

BREAKING_HYPHENS: Final = "-\u2010\u00ac"
"""What a word is broken with at a line's end; ¬ is what text recognition makes of a hyphen."""

SOFT_HYPHEN: Final = "\u00ad"

SOFT_HYPHENS: Final = SOFT_HYPHEN + "\ufffe\x02"
"""Hyphens that exist only for the line's end; the last two are what PDF readers make of them."""

SPACES: Final = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Spaces of other kinds than the plain one; no tabs and no line ends."""

GROUPING_SPACES: Final = " \u00a0\u2009\u202f"
"""Spaces that part the digits of one number into groups; for the insides of expressions."""

INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""What is not seen and parts no words: soft hyphens, joiners, spaces without width."""

SENTENCE_ENDS: Final = frozenset(".!?…‽⁇⁈⁉。！？．｡؟۔।॥։።፧။។།")
"""Full stops, question and exclamation marks of all scripts; the Burmese "၊" is a comma."""

HALTS: Final = frozenset(":;：；؛")
"""Colons and semicolons: a sentence may go on behind them, and need not."""

COMMAS: Final = frozenset(",，、،၊")
"""Commas."""

OPENERS: Final = frozenset("«‹“„‟\"'‘‚([{「『《〈（【")
"""Quotation marks and brackets that may stand in front of a sentence's first word."""

CLOSERS: Final = frozenset("»›”“\"'’‘)]}」』》〉）】")
"""Quotation marks and brackets that may stand behind a sentence's full stop."""

BULLETS: Final = "•◦‣⁃∙·●○■□▪▫◆◇➢➤✓*"
"""What list items begin with, besides dashes; for the insides of expressions."""

SYMBOL_FONT_BULLETS: Final = "\ue000-\uf8ff"
"""The range for private use, where fonts of symbols have theirs; for expressions."""
