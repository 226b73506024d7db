"""Says an error in a language, from its sentence and what is to stand in it."""

from collections.abc import Mapping

from sverka.language import Language
from sverka.model import SverkaError, Term
from sverka.model.errors import filled


def error_words(error: SverkaError, language: Language) -> str:
    """The sentence of an error; in English where the language has no translation of it."""
    return sentence_words(error.sentence, error.terms, language)


def sentence_words(sentence: str, terms: Mapping[str, Term], language: Language) -> str:
    """An English sentence said in `language` with its {names} replaced by their terms."""
    # For "" a catalogue gives what stands at its head
    said = language.gettext(sentence) if sentence else ""
    return filled(said, terms, language.gettext, language.ngettext)
