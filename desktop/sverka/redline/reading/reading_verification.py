"""Verifies a redline of versions in any format: those that are no DOCX by their reading text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from sverka.comparison import compare
from sverka.language import ENGLISH
from sverka.model import Flaw, FlawCode, Layer, Part, Side, Tracked, Verification, Way
from sverka.readers import read
from sverka.readers.docx import match
from sverka.readers.intake import Intake, Readable, take_in
from sverka.readers.registry import Match
from sverka.redline.reading.reading_texts import reading_texts
from sverka.redline.verification import verify as verify_documents

_NOT_OF_THE_TEXT = (FlawCode.EMPTY_EXTRA, FlawCode.EMPTY_MISSING, FlawCode.TABLE_SHAPE)
_ALWAYS = (Layer.RULES, Layer.MINIMALITY)
_BROKEN = (
    FlawCode.NOT_WELL_FORMED,
    FlawCode.RELATIONSHIP_MISSING,
    FlawCode.CONTENT_TYPE_MISSING,
    FlawCode.ENTRY_DOUBLED,
)
"""What is wrong with a package whatever it is compared with."""


def verify(
    redline: Readable,
    old: Readable,
    new: Readable,
    *,
    author: str | None = None,
    tracked: Tracked = Tracked.ACCEPT,
    moves: bool = True,
) -> Verification:
    """Whether accepting all changes of a redline gives NEW, rejecting all gives OLD, or where not.

    With an `author` only the changes of that author are resolved, others stay. `tracked` says what
    was made of the changes tracked in OLD and NEW themselves. `moves`: whether what moved is to be
    marked so. Of a version that is no DOCX the reading text counts: its paragraphs, without empty
    ones. ReadError for what cannot be read, and for a redline that is no DOCX.
    """
    made, *versions = (take_in(one) for one in (redline, old, new))
    told = dict(zip(Side, versions, strict=True))
    texts = {side for side, one in told.items() if match(one) is not Match.CERTAIN}
    documents = [one.data for one in versions]
    if texts:
        clean = _clean(told)
        documents = [clean[s] if s in texts else told[s].data for s in Side]
    found = verify_documents(made.data, *documents, author=author, tracked=tracked, moves=moves)
    if not texts:
        return found
    return replace(found, flaws=tuple(_of_text(found.flaws, texts)))


def _clean(versions: dict[Side, Intake]) -> dict[Side, bytes]:
    """Both versions as clean DOCX of their reading texts."""
    old, new = (read(one.data, name=one.path) for one in versions.values())
    texts = reading_texts(compare(old, new), "", datetime(1980, 1, 1, tzinfo=UTC), ENGLISH)
    return {side: texts.document(side) for side in Side}


def _of_text(flaws: tuple[Flaw, ...], texts: set[Side]) -> Iterator[Flaw]:
    """What counts where a version is only a text: its words, and what is wrong in any case."""
    ways = {Way.REJECTED if side is Side.OLD else Way.ACCEPTED for side in texts}
    for flaw in flaws:
        of_words = flaw.layer is Layer.TEXT and flaw.code not in _NOT_OF_THE_TEXT
        of_body = flaw.story is not None and flaw.story.part is Part.BODY
        if (
            flaw.layer in _ALWAYS
            or flaw.code in _BROKEN
            or (of_words and of_body)
            or (flaw.way is not None and flaw.way not in ways and flaw.layer is Layer.TEXT)
        ):
            yield flaw
