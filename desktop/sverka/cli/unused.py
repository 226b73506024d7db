"""Says of what was asked for that it had nothing to act on: decisions, an encoding."""

import sys
from collections.abc import Iterable, Iterator, Mapping

from sverka.language import Language
from sverka.model import Decision, Document, Finding
from sverka.readers.intake import printable
from sverka.screening import known_by
from sverka.wording import first_listed

_IDS_LISTED = 3


def say_unused(
    decisions: tuple[str | None, Mapping[str, Decision]],
    findings: Iterable[Finding],
    encodings: Mapping[str, tuple[str | None, Document]],
    language: Language,
) -> None:
    """Print to standard error what had nothing to act on; no more is amiss, so the work is done.

    `decisions` are those of a file, with its name; `encodings` are by their options, each with the
    document it was for.
    """
    name, decided = decisions
    for line in (
        *_undecided(name or "", decided, findings, language),
        *_not_encoded(encodings, language),
    ):
        print(f"sverka: {line}", file=sys.stderr)


def _undecided(
    name: str, decisions: Mapping[str, Decision], findings: Iterable[Finding], language: Language
) -> Iterator[str]:
    """About the ids that no finding has; those of older files say a place, not a finding."""
    known = set(known_by(decisions, [finding.key for finding in findings]).values())
    unknown = [key for key in decisions if key not in known and ":" not in key]
    if unknown:
        yield language.ngettext(
            "“{file}” decides about {ids}, but no finding has that id.",
            "“{file}” decides about {ids}, but no finding has these ids.",
            len(unknown),
        ).format(
            file=printable(name),
            ids=first_listed([printable(key) for key in unknown], _IDS_LISTED, language),
        )


def _not_encoded(
    encodings: Mapping[str, tuple[str | None, Document]], language: Language
) -> Iterator[str]:
    """About the encodings that were named for documents whose format has its own."""
    for option, (encoding, document) in encodings.items():
        if encoding is not None and document.properties.encoding is None:
            yield language.gettext(
                "--{option} was not needed: the format of “{file}” knows its own encoding."
            ).format(option=option, file=printable(document.path))
