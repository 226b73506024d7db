"""Compares what the styles of a redline say with what they say in its versions."""

from collections.abc import Iterator

from sverka.model import Flaw, FlawCode, Layer
from sverka.redline.verification.known_styles import KnownStyles


def compare_styles(old: KnownStyles, new: KnownStyles, found: KnownStyles) -> Iterator[Flaw]:
    """The styles of the redline say what one of the versions says.

    Where the versions say different things no revision can tell both: that is told, and not grave.
    """
    for key in sorted(found.definitions):
        said = [one.definitions[key] for one in (old, new) if key in one.definitions]
        if not said:
            continue
        if found.definitions[key] not in said:
            yield Flaw(Layer.PROPERTIES, FlawCode.STYLE_DEFINITION, subject=key[1])
        elif len(said) > 1 and said[0] != said[1]:
            flaw = Flaw(Layer.PROPERTIES, FlawCode.STYLE_DEFINITION, subject=key[1], grave=False)
            yield flaw
    for key in sorted((old.definitions.keys() & new.definitions.keys()) - found.definitions.keys()):
        yield Flaw(Layer.PROPERTIES, FlawCode.STYLE_DEFINITION, subject=key[1])
    if found.defaults not in (old.defaults, new.defaults):
        yield Flaw(Layer.PROPERTIES, FlawCode.STYLE_DEFINITION, subject="docDefaults")
