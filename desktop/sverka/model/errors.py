"""Errors a user may meet: a sentence to be said in any language, and what is to stand in it."""

from dataclasses import dataclass
from typing import TypeAlias


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
        if not self.terms:
            return self.sentence
        return self.sentence.format(**{name: _english(term) for name, term in self.terms.items()})

    def __reduce__(self) -> tuple[object, ...]:
        return _made_again, (type(self), self.sentence, self.terms)


class ReadError(SverkaError):
    """A file could not be read."""


class WriteError(SverkaError):
    """A file could not be written; what stood there before still stands there."""


def _english(term: Term) -> str | int | float:
    if isinstance(term, Phrase):
        return term.english
    if isinstance(term, Counted):
        return (term.one if term.count == 1 else term.many).format(count=term.count)
    if isinstance(term, Listed):
        return ", ".join(phrase.english for phrase in term.phrases)
    return term


def _made_again(kind: type[SverkaError], sentence: str, terms: dict[str, Term]) -> SverkaError:
    return kind(sentence, **terms)
