"""Traces of the way a text has gone: mixed alphabets, stray spaces, broken encodings."""

from collections.abc import Callable, Collection, Iterator

from sverka.model import FindingKind
from sverka.patterns import late_pattern
from sverka.screening.artifacts.broken_encodings import broken_encodings, misread_alike
from sverka.screening.artifacts.doubled_words import doubled_words
from sverka.screening.artifacts.figures_for_letters import figures_for_letters
from sverka.screening.artifacts.foreign_words import LetterUse, foreign_words
from sverka.screening.artifacts.hard_wraps import hard_wraps
from sverka.screening.artifacts.html_codes import html_codes
from sverka.screening.artifacts.left_hyphens import left_hyphens
from sverka.screening.artifacts.listings import code_spans
from sverka.screening.artifacts.mixed_scripts import mixed_scripts
from sverka.screening.artifacts.observation import Observation, in_few
from sverka.screening.artifacts.odd_spaces import odd_spaces
from sverka.screening.artifacts.repeated_sentences import repeated_sentences
from sverka.screening.artifacts.text_habits import TextHabits, habits_of
from sverka.screening.artifacts.uncertain_words import uncertain_words
from sverka.screening.assembly.assembly_value import Assembly
from sverka.screening.lines.hyphens import Words

__all__ = ["Observation", "artifacts_of"]


_TELL_EVERY = 512
_HYPHEN = late_pattern("[-\u2010\u00ac]")


def artifacts_of(
    assembly: Assembly,
    words: Words,
    listings: Collection[int] = (),
    tell: Callable[[float], None] = lambda fraction: None,
) -> list[Observation]:
    """Everything of this kind in a reading text, in its order; what is everywhere, once.

    `words` are those of both versions; of the paragraphs that are `listings` less is told; `tell`
    is told now and then how far it is, from 0 to 1.
    """
    return in_few(_all(assembly, words, listings, tell))


def _all(
    assembly: Assembly, words: Words, listings: Collection[int], tell: Callable[[float], None]
) -> Iterator[Observation]:
    texts = [paragraph.text for paragraph in assembly.paragraphs]
    traits, use = habits_of(texts), LetterUse(texts)
    misread: set[int] = set()
    for index, paragraph in enumerate(assembly.paragraphs):
        if index % _TELL_EVERY == 0:
            tell(index / len(texts))
        text = texts[index]
        broken = list(broken_encodings(index, text, words))
        yield from broken
        if any(seen.kind is FindingKind.BROKEN_ENCODING for seen in broken):
            misread.add(index)
        # Damaged letters come from all alphabets; that is told already.
        for seen in (
            *mixed_scripts(index, text, traits, words),
            *foreign_words(index, text, words, use),
        ):
            if not any(b.start < seen.end and seen.start < b.end for b in broken):
                yield seen
        if index not in listings:
            seams = {piece.start for piece in paragraph.pieces} if _HYPHEN.search(text) else ()
            yield from _in_prose(index, text, words, traits, seams)
    if misread:
        yield from misread_alike(texts, misread)
    for index, paragraph in enumerate(assembly.paragraphs):
        yield from uncertain_words(index, paragraph)
    yield from hard_wraps(assembly, listings)


def _in_prose(
    index: int, text: str, words: Words, traits: TextHabits, seams: Collection[int]
) -> Iterator[Observation]:
    """What is trouble in running text and means something in code."""
    code = code_spans(text)
    yield from odd_spaces(index, text, traits, code)
    yield from html_codes(index, text, code)
    yield from figures_for_letters(index, text, words, code)
    yield from left_hyphens(index, text, words, seams)
    yield from doubled_words(index, text, traits)
    yield from repeated_sentences(index, text)
