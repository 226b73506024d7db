"""Writes the redline of two reading texts: a clean DOCX with what changed as tracked changes."""

from datetime import UTC, datetime

from sverka.language import Language
from sverka.model import Comparison, Side
from sverka.readers.docx import match
from sverka.readers.intake import Intake, take_in
from sverka.readers.registry import Match
from sverka.redline.proven import Proven, prove
from sverka.redline.reading.carried_original import CannotCarry, carried
from sverka.redline.reading.clean_comments import furniture_comments
from sverka.redline.reading.clean_package import clean_package
from sverka.redline.reading.reading_texts import reading_texts
from sverka.redline.reading.woven_body import CannotWeave, woven_body
from sverka.redline.redline_values import Redlined, RedlineOptions
from sverka.redline.revision_elements import Stamp
from sverka.redline.verification import verify

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def prove_versions(
    comparison: Comparison,
    versions: tuple[Intake, Intake],
    options: RedlineOptions,
    language: Language,
) -> Proven:
    """The redline of two versions: of two DOCX the original itself, of others as `prove_reading`.

    Comments in `language` say at their place what was set aside as page furniture.
    """
    old, new = versions
    if all(match(one) is Match.CERTAIN for one in versions):
        return prove(old, new, options)
    return prove_reading(comparison, new, options, language)


def prove_reading(
    comparison: Comparison, new: Intake, options: RedlineOptions, language: Language
) -> Proven:
    """The redline of both reading texts, verified against each of them as a clean DOCX.

    It is woven as the comparison says, change by change; where that cannot be (tables, paragraphs
    that came between those of one link) or is not right, both clean documents are compared anew.
    Comments in `language` say at their place what was set aside as page furniture.
    """
    moment = options.date or new.modified or _EPOCH
    if match(new) is Match.CERTAIN:
        made = _carried(
            comparison, new, RedlineOptions(options.author, moment, options.moves), language
        )
        if made is not None and made.verification.verified:
            return made
    texts = reading_texts(comparison, options.author, moment, language)
    documents = [texts.document(side) for side in Side]
    stamp = Stamp(options.author, moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    try:
        body = woven_body(comparison, texts, stamp, moves=options.moves)
    except CannotWeave:
        body = None
    if body is not None:
        data = clean_package(body, texts.lists, texts.comments)
        found = verify(data, *documents, moves=options.moves)
        if found.verified:
            return Proven(Redlined(data, dict(stamp.counts)), found)
    names = [comparison.version(side).document.path for side in Side]
    old, revised = (take_in(data, name) for data, name in zip(documents, names, strict=True))
    return prove(old, revised, RedlineOptions(options.author, moment, options.moves))


def _carried(
    comparison: Comparison, new: Intake, options: RedlineOptions, language: Language
) -> Proven | None:
    """The redline in the package of the revised DOCX; None where the original does not fit in."""
    date = (options.date or _EPOCH).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    comments = furniture_comments(comparison, options.author, date, language)
    ours = [one for one in comments if one.side is Side.OLD]
    try:
        both = carried(comparison, new, ours)
    except CannotCarry:
        return None
    old = take_in(both.old, comparison.old.document.path)
    return prove(old, take_in(both.new, new.path), options)
