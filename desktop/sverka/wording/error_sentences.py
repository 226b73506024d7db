"""Says an error in a language, from its sentence and what is to stand in it."""

import re
from collections.abc import Mapping

from sverka.language import Language
from sverka.model import Counted, Listed, Phrase, SverkaError, Term

_FIELD = re.compile(r"\{(\w+)\}")


def error_words(error: SverkaError, language: Language) -> str:
    """The sentence of an error; in English where the language has no translation of it."""
    return sentence_words(error.sentence, error.terms, language)


def sentence_words(sentence: str, terms: Mapping[str, Term], language: Language) -> str:
    """An English sentence said in `language` with its {names} replaced by their terms."""
    # For "" a catalogue gives what stands at its head
    said = language.gettext(sentence) if sentence else ""
    return filled(said, {name: _term_words(term, language) for name, term in terms.items()})


def filled(sentence: str, words: Mapping[str, str]) -> str:
    """A sentence with its {names} replaced by words.

    A name that has none stays as it is: what a reader from outside the project says must not end
    in a failure to say it.
    """
    return _FIELD.sub(lambda name: words.get(name[1], name[0]), sentence)


def _term_words(term: Term, language: Language) -> str:
    if isinstance(term, Phrase):
        return language.gettext(term.english)
    if isinstance(term, Counted):
        return language.ngettext(term.one, term.many, term.count).format(count=term.count)
    if isinstance(term, Listed):
        return ", ".join(language.gettext(phrase.english) for phrase in term.phrases)
    return str(term)
