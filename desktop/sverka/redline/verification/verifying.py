"""Verifies a redline: accepted it is the revised version, rejected the original, and no more."""

from collections.abc import Iterator

from sverka.model import Flaw, Layer, Part, StoryName, Tracked, Verification, Way
from sverka.readers.intake import Readable, take_in
from sverka.redline.verification.document_views import viewed
from sverka.redline.verification.known_styles import KnownStyles, known_styles
from sverka.redline.verification.minimality_layer import look_at_paint
from sverka.redline.verification.opened_package import OpenedPackage, opened
from sverka.redline.verification.package_layer import look_at_package
from sverka.redline.verification.properties_layer import (
    compare_marks,
    compare_properties,
    compare_results,
    compare_sections,
    compare_settings,
)
from sverka.redline.verification.rules_layer import look_at_rules
from sverka.redline.verification.seen_values import SeenDocument
from sverka.redline.verification.settling import Ours
from sverka.redline.verification.style_definitions import compare_styles
from sverka.redline.verification.text_layer import paired_stories

MOST = 200
"""Flaws that are listed; of a redline with more the rest is counted."""


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
    marked so. ReadError where one of the three is no DOCX.
    """
    asked, before, after = (opened(take_in(path)) for path in (redline, old, new))
    flaws = list(_flaws(asked, before, after, Ours(author), tracked, moves=moves))
    flaws.sort(key=lambda flaw: (not flaw.grave, list(Layer).index(flaw.layer)))
    return Verification(tuple(flaws[:MOST]), max(0, len(flaws) - MOST))


def _flaws(
    redline: OpenedPackage,
    old: OpenedPackage,
    new: OpenedPackage,
    ours: Ours,
    tracked: Tracked,
    *,
    moves: bool,
) -> Iterator[Flaw]:
    styles = known_styles(old), known_styles(new), known_styles(redline)
    versions = {
        Way.REJECTED: _version(old, styles[0], ours, tracked),
        Way.ACCEPTED: _version(new, styles[1], ours, tracked),
    }
    for way in (Way.ACCEPTED, Way.REJECTED):
        found = viewed(redline, styles[2], way, ours)
        other = versions[Way.REJECTED if way is Way.ACCEPTED else Way.ACCEPTED]
        yield from _one_way(versions[way], found, other, way)
        if way is Way.ACCEPTED:
            yield from compare_settings(versions[Way.REJECTED], versions[Way.ACCEPTED], found)
    yield from compare_styles(*styles)
    yield from look_at_package(redline, old, new)
    yield from look_at_rules(redline, old, new, ours)
    yield from _paint(redline, ours, moves=moves)


def _version(
    package: OpenedPackage, styles: KnownStyles, ours: Ours, tracked: Tracked
) -> SeenDocument:
    """A version as the redline has it: with its own changes accepted, rejected, or in place."""
    if tracked is Tracked.KEEP:
        return viewed(package, styles, Way.ACCEPTED, ours)
    way = Way.REJECTED if tracked is Tracked.REJECT else Way.ACCEPTED
    return viewed(package, styles, way, Ours())


def _one_way(
    expected: SeenDocument, found: SeenDocument, other: SeenDocument, way: Way
) -> Iterator[Flaw]:
    flaws: list[Flaw] = []
    paired = paired_stories(expected, found, way, flaws)
    yield from flaws
    yield from compare_properties(paired, way)
    yield from compare_marks(paired, other, way)
    yield from compare_results(found, (expected, other), way)
    yield from compare_sections(expected, found, paired, way)


def _paint(redline: OpenedPackage, ours: Ours, *, moves: bool) -> Iterator[Flaw]:
    parts = [redline.main, redline.part_of_kind("footnotes"), redline.part_of_kind("endnotes")]
    for part in parts:
        root = redline.tree_if_any(part)
        if root is None:
            continue
        for flaw in look_at_paint(root, ours, moves=moves):
            name = StoryName(Part.BODY) if part == redline.main else None
            yield Flaw(flaw.layer, flaw.code, None, name, flaw.paragraph, subject=flaw.subject)
