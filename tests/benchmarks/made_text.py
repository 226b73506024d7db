"""Made-up paragraphs in several scripts, with words as unevenly used as in a real language."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random


@dataclass(frozen=True, slots=True)
class Language:
    """The letters of a made-up language; `joint` stands between its words."""

    onsets: tuple[str, ...]
    vowels: tuple[str, ...]
    codas: tuple[str, ...]
    joint: str = " "
    stop: str = "."
    syllables: tuple[int, ...] = (1, 2, 2, 3, 3, 4)


LANGUAGES = {
    "en": Language(
        tuple("b c d f g h l m n p r s t v w th st".split()),
        tuple("aeiou"),
        tuple("n r s t".split()),
    ),
    "ru": Language(
        tuple("б в г д ж з к л м н п р с т х ст пр".split()),
        tuple("аеиоуыя"),
        tuple("й н л т сь".split()),
    ),
    "ar": Language(
        tuple("ب ت ج ح د ر س ش ع ف ق ك ل م ن".split()),
        tuple("اوي"),
        tuple("ن ر م ة".split()),
    ),
    "zh": Language(
        onsets=tuple(map(chr, range(0x4E00, 0x4E00 + 1500))),
        vowels=("",),
        codas=("",),
        joint="",
        stop="。",
        syllables=(1, 2, 2),
    ),
}
_VOCABULARY = 20_000


def paragraphs(count: int, length: int, language: str, seed: int) -> list[str]:
    """`count` paragraphs of about `length` characters in one of LANGUAGES.

    Word k of the vocabulary is used in proportion to 1/(k + 3): Zipf's law as Mandelbrot wrote it.
    """
    chance = Random(seed)
    spoken = LANGUAGES[language]
    words = _vocabulary(spoken, chance)
    odds = list(accumulate(1 / (k + 3) for k in range(len(words))))
    share = sum(len(w) for w in chance.choices(words, cum_weights=odds, k=5000)) / 5000
    each = share + len(spoken.joint)
    result = []
    for _ in range(count):
        size = max(1, round(chance.gauss(length / each, length / each / 3)))
        drawn = chance.choices(words, cum_weights=odds, k=size)
        result.append(_sentences(drawn, spoken, chance))
    return result


def _vocabulary(language: Language, chance: Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        count = chance.choice(language.syllables)
        syllables = (
            chance.choice(language.onsets)
            + chance.choice(language.vowels)
            + (chance.choice(language.codas) if chance.random() < 0.4 else "")
            for _ in range(count)
        )
        words["".join(syllables)] = None
    # Short words are the frequent ones.
    return sorted(words, key=lambda word: len(word) + chance.random() * 6)


def _sentences(words: list[str], language: Language, chance: Random) -> str:
    sentences = []
    while words:
        size = chance.randint(5, 16)
        sentence = language.joint.join(words[:size])
        sentences.append(sentence[:1].upper() + sentence[1:] + language.stop)
        words = words[size:]
    return language.joint.join(sentences)
