"""Says what came of writing a redline: the verdict, and what had to be done otherwise."""

from collections.abc import Sequence

from sverka.language import Language
from sverka.model import Side, Verification, WriteError
from sverka.wording.shortening import first_listed
from sverka.wording.verification_sentences import flaw_words, verdict_words

_SHOWN = 3


def redline_words(
    verification: Verification,
    whole: Sequence[str],
    settled: Sequence[Side],
    kept: Sequence[str],
    language: Language,
) -> tuple[str, ...]:
    """The verdict on a redline that was written, and what one should know of it, a sentence each.

    `whole` are the containers that stand in whole paragraphs, `settled` the sides whose own tracked
    changes were accepted, `kept` the styles that stay as in the original.
    """
    sentences = [verdict_words(verification, language)]
    if whole:
        sentences.append(
            language.ngettext(
                "{count} part of the text is marked in whole paragraphs, since nothing finer"
                " would be right there.",
                "{count} parts of the text are marked in whole paragraphs, since nothing finer"
                " would be right there.",
                len(whole),
            ).format(count=len(whole))
        )
    if settled:
        sentences.append(_settled(settled, language))
    if kept:
        names = first_listed([f"“{name}”" for name in kept], _SHOWN, language)
        sentences.append(
            language.gettext(
                "The revised version defines these styles otherwise, which cannot be tracked; they"
                " stay as in the original: {names}."
            ).format(names=names)
        )
    return tuple(sentences)


def redline_refused(verification: Verification, file: str, language: Language) -> WriteError:
    """The error for a redline that was not written: what would not be right, in `language`."""
    wrong = next(flaw for flaw in verification.flaws if flaw.grave)
    return WriteError(
        "“{file}” was not written, since the redline would not be right: {flaw}",
        file=file,
        flaw=flaw_words(wrong, language),
    )


def _settled(settled: Sequence[Side], language: Language) -> str:
    if len(set(settled)) > 1:
        return language.gettext("Tracked changes in both versions were accepted first.")
    if settled[0] is Side.OLD:
        return language.gettext("Tracked changes in the original were accepted first.")
    return language.gettext("Tracked changes in the revised version were accepted first.")
