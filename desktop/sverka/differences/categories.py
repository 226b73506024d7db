"""Says what a change is about, by rules one can read.

The words, the marks and the spaces of both sides are compared each by themselves.

- number: a number changed its value, in digits, as a Roman numeral or in words; or its sign,
  currency or percent sign did.
- date: a word or number that changed belongs to a date.
- name: a word that changed is capitalised inside a sentence.
- spelling-script: a word is the same but for letters of another alphabet.
- case: a word is the same but for capitals.
- wording: any other word that changed, or the order of words, or a symbol.
- punctuation: marks changed; typography: only their looks did, or a space's.
- spacing: spaces came, went or changed their number, and nothing else around them.
- quotation: any of this inside quotation marks, on either side.

Text that only came in or only went out is told by its words, if it has any: its marks came along.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from sverka.differences.dates import dates_near, is_of_calendar
from sverka.differences.folding import same_looks
from sverka.differences.marks import Offsets
from sverka.differences.names import is_name
from sverka.differences.numerals import NUMBER, is_numeral, value_of
from sverka.differences.scripts import differ_by_alphabet, mixes_alphabets
from sverka.model import Category

_WORD = regex.compile(rf"{NUMBER.pattern}|[\p{{L}}\p{{M}}]+(?:['’][\p{{L}}\p{{M}}]+)*")
_NO_MARK = regex.compile(r"[\p{L}\p{M}\p{N}\s]+")
_SYMBOL = regex.compile(r"[\p{S}--[`´]]", regex.V1)
_OF_NUMBER = regex.compile(r"[\p{Sc}%‰°]")
_SIGN = regex.compile(r"(?<![\w\p{Pd}])[-−–](?=\d)")
_SPACES = regex.compile(r"\s+")

_ORDER = {category: place for place, category in enumerate(Category)}


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters [start, end) of a paragraph, and what is quoted in the paragraph."""

    text: str
    start: int
    end: int
    quotations: tuple[Offsets, ...] = ()

    @property
    def changed(self) -> str:
        """The characters themselves."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or number of a passage: as written, as compared, and where it stands."""

    written: str
    key: str
    start: int
    end: int


def categories_of(old: Passage, new: Passage) -> tuple[Category, ...]:
    """What the change from `old` to `new` is about, in the order of Category; never nothing."""
    old_words, new_words = _words(old), _words(new)
    found: set[Category] = set()
    if old_words or new_words:
        found |= _about_words(old, old_words, new, new_words)
    if bool(old_words) == bool(new_words):
        found |= _about_marks(old, new) | _about_spaces(old.changed, new.changed)
    if not found:
        found.add(Category.WORDING)
    if _is_quoted(old) or _is_quoted(new):
        found.add(Category.QUOTATION)
    return tuple(sorted(found, key=_ORDER.__getitem__))


def _words(passage: Passage) -> list[_Word]:
    """The words and numbers of a passage, in order."""
    words = []
    for match in _WORD.finditer(passage.text, passage.start, passage.end):
        written = match.group()
        key = value_of(written) if written[0].isdigit() else written.casefold()
        words.append(_Word(written, key, *match.span()))
    return words


def _about_words(
    old: Passage, old_words: list[_Word], new: Passage, new_words: list[_Word]
) -> set[Category]:
    """What the words say of a change."""
    old_keys, new_keys = [w.key for w in old_words], [w.key for w in new_words]
    if old_keys == new_keys:
        pairs = zip(old_words, new_words, strict=True)
        return {Category.CASE} if any(_differ_by_case(a, b) for a, b in pairs) else set()
    gone = _left_over(old_words, new_keys)
    come = _left_over(new_words, old_keys)
    if not gone and not come:
        return {Category.WORDING}
    found = _by_alphabet(gone, come)
    for passage, words in ((old, gone), (new, come)):
        for word in words:
            found |= _about_word(passage, word)
    return found


def _differ_by_case(one: _Word, two: _Word) -> bool:
    return one.written != two.written and not one.written[0].isdigit()


def _left_over(words: list[_Word], others: Iterable[str]) -> list[_Word]:
    """The words that have no counterpart of the same key among `others`."""
    spare = Counter(others)
    left = []
    for word in words:
        if spare[word.key]:
            spare[word.key] -= 1
        else:
            left.append(word)
    return left


def _by_alphabet(gone: list[_Word], come: list[_Word]) -> set[Category]:
    """Whether words changed their alphabet; those that changed nothing else are taken out."""
    found = set()
    for one in list(gone):
        two = next((w for w in come if differ_by_alphabet(one.written, w.written)), None)
        if two is not None:
            gone.remove(one)
            come.remove(two)
            found.add(Category.SPELLING_SCRIPT)
    if any(mixes_alphabets(word.written) for word in (*gone, *come)) and gone and come:
        found.add(Category.SPELLING_SCRIPT)
    return found


def _about_word(passage: Passage, word: _Word) -> set[Category]:
    """What a word is about that stands on one side only."""
    is_number = word.written[0].isdigit() or is_numeral(word.written)
    found = {Category.NUMBER} if is_number else set()
    if is_number or is_of_calendar(word.written):
        dates = dates_near(passage.text, word.start, word.end)
        if dates:
            found.add(Category.DATE)
    if not found:
        named = is_name(passage.text, word.start, word.end)
        found.add(Category.NAME if named else Category.WORDING)
    return found


def _about_marks(old: Passage, new: Passage) -> set[Category]:
    """What the marks between the words say of a change."""
    old_marks, new_marks = _NO_MARK.sub("", old.changed), _NO_MARK.sub("", new.changed)
    found: set[Category] = set()
    if _signs(old) != _signs(new):
        found.add(Category.NUMBER)
    if old_marks == new_marks:
        return found
    old_symbols, new_symbols = _SYMBOL.findall(old_marks), _SYMBOL.findall(new_marks)
    if old_symbols != new_symbols:
        differing = "".join(old_symbols + new_symbols)
        found.add(Category.NUMBER if _OF_NUMBER.search(differing) else Category.WORDING)
    elif _OF_NUMBER.findall(old_marks) != _OF_NUMBER.findall(new_marks):
        found.add(Category.NUMBER)
    old_plain, new_plain = _SYMBOL.sub("", old_marks), _SYMBOL.sub("", new_marks)
    if same_looks(old_plain) != same_looks(new_plain):
        found.add(Category.PUNCTUATION)
    elif old_plain != new_plain:
        found.add(Category.TYPOGRAPHY)
    return found


def _signs(passage: Passage) -> int:
    """How many numbers in a passage or right behind it are negative by a sign in the passage."""
    return len(_SIGN.findall(passage.text, passage.start, passage.end + 1))


def _about_spaces(old: str, new: str) -> set[Category]:
    """What the spaces say of a change, where the rest is alike but for its looks and case."""
    old_plain, new_plain = same_looks(old).casefold(), same_looks(new).casefold()
    if old_plain != new_plain:
        alike = _SPACES.sub("", old_plain) == _SPACES.sub("", new_plain)
        return {Category.SPACING} if alike else set()
    alike = _SPACES.findall(old) == _SPACES.findall(new)
    return set() if alike else {Category.TYPOGRAPHY}


def _is_quoted(passage: Passage) -> bool:
    """Whether any of the passage is quoted."""
    return any(s < passage.end and e > passage.start for s, e in passage.quotations)
