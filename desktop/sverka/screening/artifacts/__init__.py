"""Traces of the way a text has gone: mixed alphabets, stray spaces, broken encodings."""

from collections.abc import Callable, Iterator

from sverka.screening.artifacts.doubled import doubled_words
from sverka.screening.artifacts.encodings import broken_encodings
from sverka.screening.artifacts.hyphenation import left_hyphens
from sverka.screening.artifacts.observation import Observation, in_few
from sverka.screening.artifacts.scripts import mixed_scripts
from sverka.screening.artifacts.spaces import odd_spaces
from sverka.screening.artifacts.traits import traits_of
from sverka.screening.artifacts.wraps import hard_wraps
from sverka.screening.hyphens import Words
from sverka.screening.paragraphs import Assembly

__all__ = ["Observation", "artifacts_of"]


_TELL_EVERY = 512


def artifacts_of(
    assembly: Assembly, words: Words, tell: Callable[[float], None] = lambda fraction: None
) -> list[Observation]:
    """Everything of this kind in a reading text, in its order; what is everywhere, once.

    `words` are those of both versions; `tell` is told now and then how far it is, from 0 to 1.
    """
    return in_few(_all(assembly, words, tell))


def _all(assembly: Assembly, words: Words, tell: Callable[[float], None]) -> Iterator[Observation]:
    traits = traits_of([paragraph.text for paragraph in assembly.paragraphs])
    for index, paragraph in enumerate(assembly.paragraphs):
        if index % _TELL_EVERY == 0:
            tell(index / len(assembly.paragraphs))
        text = paragraph.text
        broken = list(broken_encodings(index, text))
        yield from broken
        for seen in mixed_scripts(index, text, traits, words):
            # Damaged letters come from all alphabets; that is told already.
            if not any(b.start < seen.end and seen.start < b.end for b in broken):
                yield seen
        yield from odd_spaces(index, text, traits)
        yield from left_hyphens(index, text, words)
        yield from doubled_words(index, text, traits)
    yield from hard_wraps(assembly)
