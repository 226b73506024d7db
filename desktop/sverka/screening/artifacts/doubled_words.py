"""Words that stand twice in a row by mistake."""

import re
from collections.abc import Iterator

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.artifacts.text_habits import TextHabits
from sverka.screening.lines.layout import is_tabular

_TWICE = late_pattern(
    r"\b([^\W\d_]{1,40}(?:[-'’][^\W\d_]{1,40}){0,3})[ \u00a0]{1,9}(\1)\b(?![-'’]\w)", re.IGNORECASE
)
_ENGLISH = (
    "had that is who do was her it ha he ho hi la na no so bye bla blah very much many hear knock"
    " there now yes ding tick boo choo pom far long big"
)
_RUSSIAN = (
    "да нет ну так ха хи хе хо ой ай эй ля та тра бла тук кап тик чуть еле едва вот все всё только"
    " тихо тише долго далеко давно очень много мало быстро скоро быть иди спи баю люли ура кто что"
)
_GERMAN_AND_DUTCH = "die der das den dem sie ihr wir dat sehr ganz heel zeer"
_ROMANCE = "nous vous en se te le la que di poco piano via bien más muy très molto muito"
_MAY_STAND_TWICE = frozenset(f"{_ENGLISH} {_RUSSIAN} {_GERMAN_AND_DUTCH} {_ROMANCE}".split())
"""Words that can stand twice in correct sentences: "he had had", relative pronouns after articles,
sounds, emphasis, what folk tales say twice. About these nobody is told."""

_OF_TURKIC = "жана менен үчүн бул ал деп ошол бирок же эмес ve ile için bu bir de da және мен үшін"
_NEVER_TWICE = frozenset(_OF_TURKIC.split())
"""Words that even languages with doubled words do not double."""

_ONE_LETTER = frozenset("ивскуоаayeo")
"""One letter twice is a formula or a list, unless it is a word of some language."""


def doubled_words(index: int, text: str, traits: TextHabits) -> Iterator[Observation]:
    """The words of a paragraph that stand twice in a row."""
    if not _may_have_some(text) or is_tabular(text):
        return
    for match in _TWICE.finditer(text):
        word, again = match[1], match[2]
        if not _is_doubled(word, again, traits):
            continue
        sure = len(word) <= weights.SHORT_DOUBLED or word.casefold() in _NEVER_TWICE
        yield Observation(
            kind=FindingKind.DOUBLED_WORD,
            paragraph=index,
            start=match.start(),
            end=match.end(),
            reasons=(Reason(ReasonCode.DOUBLED_WORD, {"word": word}),),
            group=f"doubled:{word.casefold()}",
            tier=Tier.CERTAIN if sure else Tier.SUSPECTED,
            suggestion=word,
        )


def _may_have_some(text: str) -> bool:
    """Whether any two neighbours are equal but for a mark after the second: a quick look."""
    words = text.casefold().split()
    begin_alike = enumerate(map(str.startswith, words[1:], words))
    return any(alike and len(words[k + 1]) - len(words[k]) < 4 for k, alike in begin_alike)


def _is_doubled(word: str, again: str, traits: TextHabits) -> bool:
    """Whether a word that stands twice does so by mistake, as far as one can tell."""
    folded = word.casefold()
    if traits.turkic:
        return folded in _NEVER_TWICE
    if folded in _MAY_STAND_TWICE or (word[0].isupper() and again[0].isupper()):
        return False
    return len(word) > 1 or folded in _ONE_LETTER
