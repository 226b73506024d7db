"""Tells names by their capitals, where capitals say something."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from sverka.differences.categories.dates import is_of_calendar
from sverka.differences.categories.numerals import is_numeral
from sverka.differences.categories.quantities import unit_of
from sverka.differences.edit_thresholds import (
    CAPITALS_OF_NOUNS,
    FEWEST_INSIDE,
    LONGEST_ABBREVIATION,
    MOST_SAMPLED,
    MOST_WEIGHED,
)
from sverka.patterns import late_pattern, late_wide_pattern
from sverka.text.signs import DASHES, OPENERS, SENTENCE_ENDS

_ABBREVIATION = late_pattern(
    r"гг?|ул|пр|им|тов|проф|акад|доц|ген|полк|тел|см|ср|рис|табл|ст|гл"
    r"|m[rs]|mrs|dr|st|prof|gen|col|sen|rep|no|vol|fig|ca|vs|hr|fr|mme?|mgr|str|abs|art",
    re.IGNORECASE,
)
"""Words whose full stop ends no sentence."""

_BEFORE_SENTENCE = OPENERS | DASHES
_BEFORE_CAPITAL = SENTENCE_ENDS | {":"}
_LAST_WORD = late_pattern(r"\w+$")


_INSIDE = late_wide_pattern(r" (?<=[\p{Ll},] )([\p{L}\p{M}]{2,})")
"""Words behind a small letter or a comma: no sentence begins there."""
_CAPITAL_INSIDE = late_pattern(r" (?<=[a-zß-ÿа-яёα-ώ,] )([A-ZÀ-ÞА-ЯЁΑ-Ω]\w+)")
_ACRONYM = late_wide_pattern(r"\p{Lu}{2,}\p{Ll}?|\p{Lu}\p{Ll}+\p{Lu}\w*")
_WORD_BEFORE = late_pattern(r"([^\W\d_]+)(\.?)[ \u00a0]$")
_WORD_BEHIND = late_pattern(r"[ \u00a0]([^\W\d_]+)")

_OF_MAN = late_pattern(
    r"\w{2,}(?:[оеё]в|[сц]кий|енко|швили|дзе|[чщ]ук|ян|баев|беков|уулу)", re.IGNORECASE
)
_OF_WOMAN = late_pattern(r"\w{2,}(?:[оеё]ва|[сц]кая|енко|швили|дзе|ян|кызы)", re.IGNORECASE)
"""Endings of surnames in Russian texts, of which the language makes no other subjects."""
_KYRGYZ = late_pattern("[ңөү]", re.IGNORECASE)
"""Letters of texts in which only surnames have these endings, whatever stands behind them."""
_DID_HE = late_pattern(r"\w+(?:л|лся|ет|ёт|ит|ется|ится)")
_DID_SHE = late_pattern(r"\w+(?:ла|лась|ет|ёт|ит|ется|ится)")

_FINITE = late_pattern(
    # Behind a bare word at the beginning of a sentence: its subject, which has no article
    r"\w{2,}ed|was|is|has|had|will|would|said|says|told|came|went|took|made|gave|wrote|saw"
    r"|est|était|avait|aura|sera|fut|dit|fue|era|dijo|tiene|había|será"
)
_NO_NAME = late_pattern(
    # Pronouns, adverbs and the like of English, French and Spanish, and endings of common nouns
    r"i|it|he|she|we|you|they|this|that|these|those|there|here|what|who|which|whoever|whatever|how"
    r"|where|when|why|all|both|some|any|each|every|many|most|few|several|none|one|another|other"
    r"|others|such|much|more|less|nothing|something|anything|everything|nobody|somebody|anybody"
    r"|everybody|someone|anyone|everyone|no|not|never|then|now|once|soon|later|earlier|today"
    r"|yesterday|tomorrow|tonight|only|also|as|so|if|but|and|or|nor|yet|because|while|if"
    r"|il|elle|on|ce|cela|ceci|ça|qui|que|quoi|tout|tous|toute|rien|personne|chacun|puis|alors"
    r"|él|ella|eso|esto|esta|este|ese|quien|todo|todos|nada|nadie|algo|alguien|ahora|luego|ya"
    r"|\w+(?:s|ly|ing|ed|tion|sion|ment|ness|ity|ism|ance|ence|ure|age|hood|ship|dom|ción|dad)",
    re.IGNORECASE,
)


class CapitalHabits:
    """What capitals say in a text: whether nouns have them, and which words are names elsewhere.

    Both are found from the text itself, from a sample of its paragraphs where it is long.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._names: dict[str, bool] = {}

    @cached_property
    def _sample(self) -> str:
        """Paragraphs from all of the text, a space in front of each."""
        texts = self._texts
        step = 1 + sum(map(len, texts)) // MOST_SAMPLED
        return " " + "\n ".join(text for text in texts[::step] if not text.isupper())

    @cached_property
    def of_nouns(self) -> bool:
        """Whether nouns are capitalised, as in German: so many words inside sentences are."""
        inside = _INSIDE.findall(self._sample, 0, MOST_WEIGHED)
        capital = sum(word[0].isupper() for word in inside)
        return len(inside) >= FEWEST_INSIDE and capital > CAPITALS_OF_NOUNS * len(inside)

    @cached_property
    def _inside(self) -> frozenset[str]:
        """The words that stand capitalised inside a sentence."""
        return frozenset(_CAPITAL_INSIDE.findall(self._sample))

    def knows(self, word: str) -> bool:
        """Whether a word stands capitalised inside a sentence somewhere, and small nowhere."""
        known = self._names.get(word)
        if known is None:
            known = self._names[word] = word in self._inside and not self._is_small(word)
        return known

    def _is_small(self, word: str) -> bool:
        """Whether it stands small somewhere, perhaps with another ending."""
        return f" {word[0].lower()}{word[1:]}" in self._sample


NO_HABITS = CapitalHabits(())


def is_name(
    text: str,
    start: int,
    end: int,
    habits: CapitalHabits = NO_HABITS,
    *,
    may_begin: bool = True,
) -> bool:
    """Whether the word text[start:end] is a name: capitalised, and not because a sentence begins.

    Words of a text all in capitals are not, nor is the English "I". Where nouns are capitalised,
    and at the beginning of a sentence, what stands around it has to say so, too; unless it
    `may_begin` one, no name is looked for there.
    """
    if not text[start].isupper() or _is_all_capitals(text):
        return False
    if end - start == 1 and text[end : end + 1] != ".":
        return False
    if _begins_sentence(text, start):
        return may_begin and not habits.of_nouns and _is_subject(text, start, end, habits)
    return not habits.of_nouns or _is_evidently_name(text, start, end, habits)


def _is_evidently_name(text: str, start: int, end: int, habits: CapitalHabits) -> bool:
    """Whether something else than its capital says that a word is a name.

    It is an acronym, or another capitalised word stands beside it, as "Herr" or a first name does,
    or an abbreviation.
    """
    if end - start == 1 or _ACRONYM.fullmatch(text, start, end):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    behind = _WORD_BEHIND.match(text, end)
    if before is not None and before[2]:
        return _is_abbreviated(text, before.end(2) - 1)
    if before is not None and _may_be_name(before[1]):
        # The capital of a sentence's first word says nothing by itself: "Das Gericht"
        begins = _begins_sentence(text, before.start(1))
        return not begins or habits.knows(before[1])
    return behind is not None and _may_be_name(behind[1])


def _may_be_name(word: str) -> bool:
    if not word[0].isupper() or is_numeral(word) or is_of_calendar(word):
        return False
    return unit_of(word) is None


def _is_subject(text: str, start: int, end: int, habits: CapitalHabits) -> bool:
    """Whether the first word of a sentence is a name: by the rest of the text, or what it does."""
    word = text[start:end]
    if habits.knows(word):
        return True
    behind = _WORD_BEHIND.match(text, end)
    if behind is None or not behind[1].islower():
        return False
    does = behind[1]
    if (_OF_MAN.fullmatch(word) or _OF_WOMAN.fullmatch(word)) and _is_kyrgyz(text):
        return True
    if _OF_MAN.fullmatch(word) and _DID_HE.fullmatch(does):
        return True
    if _OF_WOMAN.fullmatch(word) and _DID_SHE.fullmatch(does):
        return True
    return _FINITE.fullmatch(does) is not None and _NO_NAME.fullmatch(word) is None


@lru_cache(2)
def _is_kyrgyz(text: str) -> bool:
    """Whether `text` has a letter of Kyrgyz that Russian has not; remembered likewise."""
    return _KYRGYZ.search(text) is not None


@lru_cache(2)
def _is_all_capitals(text: str) -> bool:
    """Whether `text` has no small letter; remembered, as a paragraph has many words."""
    return text.isupper()


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, perhaps behind an opening quotation mark."""
    at = start
    while at and (text[at - 1].isspace() or text[at - 1] in _BEFORE_SENTENCE):
        at -= 1
    if at == 0:
        return True
    stop = text[at - 1]
    if stop == ":":
        return at < start and any(c in '«“„"' for c in text[at:start])
    if stop not in _BEFORE_CAPITAL:
        return False
    return stop != "." or not _is_abbreviated(text, at - 1)


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` stands behind an initial or a common abbreviation."""
    if stop > LONGEST_ABBREVIATION and text[stop - LONGEST_ABBREVIATION - 1 : stop].isalpha():
        return False
    word = _LAST_WORD.search(text, max(0, stop - 8), stop)
    if word is None or word.group()[0].isdigit():
        return False
    return len(word.group()) == 1 or _ABBREVIATION.fullmatch(word.group()) is not None
