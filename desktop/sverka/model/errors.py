"""Errors a user may meet: a sentence to be said in any language, and what is to stand in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sverka.patterns import late_pattern

_FIELD = late_pattern(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """English words that stand in a sentence and are translated with it: "a JPEG picture"."""

    english: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase that takes the form of a number: Counted("{count} page", "{count} pages", 3)."""

    one: str
    many: str
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Several phrases with commas between them: the formats that can be read."""

    phrases: tuple[Phrase, ...]


Term: TypeAlias = str | int | float | Phrase | Counted | Listed
"""What can stand in a sentence: names, paths and numbers as they are, and words to translate."""


class SverkaError(Exception):
    """Something the user can understand and act on.

    `sentence` is English with {names} for `terms`; it says what happened, to which file, what to
    do, and is the key under which it is translated. `str()` gives it in English; `wording` says it
    in a language.
    """

    def __init__(self, sentence: str, /, **terms: Term) -> None:
        super().__init__(sentence, terms)
        self.sentence = sentence
        self.terms = terms

    def __str__(self) -> str:
        return filled(self.sentence, self.terms)

    def __reduce__(self) -> tuple[object, ...]:
        return _made_again, (type(self), self.sentence, self.terms)


class ReadError(SverkaError):
    """A file could not be read."""


class PasswordError(ReadError):
    """A file is protected with a password that was not given, or is another one.

    Its terms are the "file" and, where it is one of a pair, the "side".
    """


class PictureError(ReadError):
    """A file holds nothing but pictures of text; it can be read when that is to be recognised."""


class WriteError(SverkaError):
    """A file could not be written; what stood there before still stands there."""


def _as_it_is(phrase: str) -> str:
    return phrase


def _in_english(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


def filled(
    sentence: str,
    terms: Mapping[str, Term],
    said: Callable[[str], str] = _as_it_is,
    counted: Callable[[str, str, int], str] = _in_english,
) -> str:
    """A sentence with its {names} replaced by their terms.

    `said` and `counted` give phrases in the language of the sentence; without them it is English. A
    name that has no term stays as it is: what a reader from outside the project says must not end
    in a failure to say it.
    """

    def words(term: Term) -> str:
        if isinstance(term, Phrase):
            return said(term.english)
        if isinstance(term, Counted):
            return filled(counted(term.one, term.many, term.count), {"count": term.count})
        if isinstance(term, Listed):
            return ", ".join(said(phrase.english) for phrase in term.phrases)
        return str(term)

    return _FIELD.sub(lambda name: words(terms[name[1]]) if name[1] in terms else name[0], sentence)


def _made_again(kind: type[SverkaError], sentence: str, terms: dict[str, Term]) -> SverkaError:
    return kind(sentence, **terms)
