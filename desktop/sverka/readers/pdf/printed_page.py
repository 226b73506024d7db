"""Reads one page: its rows of text, upright, without what a reader of the page does not see."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sverka.readers.pdf.accents import compose_accents
from sverka.readers.pdf.frame import Frame, frame_of
from sverka.readers.pdf.glyphs import PageGlyphs
from sverka.readers.pdf.outline import ASLANT, Outline, count_unmapped, outline_of
from sverka.readers.pdf.right_to_left import read_from_the_right
from sverka.readers.pdf.rows import Row, read_rows
from sverka.readers.pdf.shapes import Box, PageShapes
from sverka.readers.pdf.stretches import Paint, TextStretch, read_stretches

_PAGE_PICTURE = 0.3
"""A picture that covers this part of a page may be the page as scanned."""


_SHADOW = 2.0
"""What is printed again is moved by less than so many points, across and up together."""

_WATERMARK, _WATERMARK_LETTERS, _CROSSING_LETTERS = 2.5, 3, 20
"""Words of so many times the usual size and so many letters are a watermark where so many letters
of the text stand inside them, in several pieces. A drop cap has the text beside it."""

_EDGE = 0.06
"""Within this part of a page from its edges stands nothing but what belongs to the page."""


class Unseen(StrEnum):
    """Why text of a page is not text that its readers see."""

    INVISIBLE = "invisible"
    OUTSIDE = "outside"
    SLANTED = "slanted"
    ACROSS = "across"
    """Large words printed across the lines of the text."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The text of a page and what it shows beside it, in points as it is read, y upwards.

    `rows` come in the order of the file, those that are turned against the page last. `left_out`
    says why there is text that is not among them, `at_edges` are rows of it that cannot be seen in
    the margins. `recognised` says that a program recognised the text in a picture of the page.
    `shapes` can be asked while the page is open.
    """

    frame: Frame
    rows: tuple[Row, ...]
    shapes: PageShapes
    left_out: frozenset[Unseen] = frozenset()
    at_edges: tuple[Row, ...] = ()
    recognised: bool = False
    characters: int = 0
    unmapped: int = 0
    cut_short: bool = False

    @property
    def width(self) -> float:
        """The width of the page as it is read."""
        return self.frame.width

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return self.frame.height


def read_page(page: pdfium.PdfPage, limit: int) -> PrintedPage:
    """Read a page, of its text no more than `limit` characters."""
    frame = frame_of(page)
    textpage = page.get_textpage()
    try:
        glyphs, outline = _glyphs(textpage, limit, frame)
        turns = outline.main_turns
        if turns is not None and turns != frame.turns:
            # PDFium puts characters into lines as the page stands; so it is stood upright.
            textpage.close()
            raw.FPDFPage_SetRotation(page, turns)
            frame = frame._replace(turns=turns)
            textpage = page.get_textpage()
            glyphs, outline = _glyphs(textpage, limit, frame)
        return _printed(page, glyphs, outline, frame, textpage.count_chars() > limit)
    finally:
        textpage.close()


def _glyphs(textpage: pdfium.PdfTextPage, limit: int, frame: Frame) -> tuple[PageGlyphs, Outline]:
    glyphs = PageGlyphs(textpage, limit)
    compose_accents(glyphs, frame)
    read_from_the_right(glyphs, frame)
    return glyphs, outline_of(glyphs)


def _printed(
    page: pdfium.PdfPage, glyphs: PageGlyphs, outline: Outline, frame: Frame, cut_short: bool
) -> PrintedPage:
    shapes = PageShapes(page, frame)
    stretches = read_stretches(glyphs, outline, frame)
    unseen = _unseen(stretches, frame, shapes)
    if len(unseen) == len(stretches):
        # Nothing is seen as text: the page is drawn in outlines, and this is what they say.
        unseen = {
            number: why
            for number, why in unseen.items()
            if why is not Unseen.INVISIBLE or stretches[number].paint is not Paint.NOT_AT_ALL
        }
    seen = list(_without(stretches, unseen)) if unseen else stretches
    unseen_rows = _rows(
        [stretches[n] for n, why in unseen.items() if why is Unseen.INVISIBLE], frame
    )
    return PrintedPage(
        frame=frame,
        rows=tuple(_once(_rows(seen, frame))),
        shapes=shapes,
        left_out=frozenset(unseen.values()),
        at_edges=tuple(
            row
            for row in unseen_rows
            if _at_edge((row.left, row.bottom, row.right, row.top), frame)
        ),
        recognised=any(one.paint is Paint.NOT_AT_ALL for one in seen),
        characters=glyphs.count,
        unmapped=count_unmapped(glyphs, outline),
        cut_short=cut_short,
    )


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows without those that are printed again over themselves, as for a shadow."""
    places: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        before = places.setdefault(row.text, [])
        if not any(abs(x - row.left) + abs(y - row.bottom) < _SHADOW for x, y in before):
            before.append((row.left, row.bottom))
            yield row


def _rows(stretches: Sequence[TextStretch], frame: Frame) -> list[Row]:
    """The rows of these stretches, those turned against the page last."""
    turned = {one.turns for one in stretches} - {0}
    upright = [one for one in stretches if not one.turns] if turned else stretches
    rows = read_rows(upright)
    for turns in sorted(turned):
        rows += _turned_rows([one for one in stretches if one.turns == turns], turns, frame)
    return rows


def _unseen(
    stretches: Sequence[TextStretch], frame: Frame, shapes: PageShapes
) -> dict[int, Unseen]:
    """The places of the stretches that the page does not show as its text, and why not.

    Text that is painted not at all but lies over a large picture is what was recognised in it.
    """
    found = {}
    sizes = [(own.width, own.height) for own in map(frame.turned, range(4))]
    for number, one in enumerate(stretches):
        turns, paint = one.turns, one.paint
        if turns == ASLANT:
            found[number] = Unseen.SLANTED
            continue
        width, height = sizes[turns]
        if not (0 <= one.left + one.right <= 2 * width and 0 <= one.bottom + one.top <= 2 * height):
            found[number] = Unseen.OUTSIDE
        elif paint is not Paint.PLAIN:
            (box,) = _onto_page([one[1:5]], turns, frame)
            grounds = shapes.grounds if paint is Paint.WHITE else _large(shapes, frame)
            if not any(_holds(ground, box) for ground in grounds):
                found[number] = Unseen.INVISIBLE
    found.update((number, Unseen.ACROSS) for number in _watermarks(stretches))
    return found


def _watermarks(stretches: Sequence[TextStretch]) -> Iterator[int]:
    """The places of the large words that lines of the usual size run through."""
    sizes: dict[float, int] = {}
    for one in stretches:
        size = one.face.size
        sizes[size] = sizes.get(size, 0) + len(one.text)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    if max(sizes, default=0.0) < _WATERMARK * usual:
        return
    for number, one in enumerate(stretches):
        large = one.face.size
        if large < _WATERMARK * usual or one.turns or len(one.text.strip()) < _WATERMARK_LETTERS:
            continue
        # From where its letters stand to about their height.
        box = (one.left, one.baseline, one.right, one.baseline + 0.7 * large)
        crossing = [
            len(other.text)
            for other in stretches
            if other.face.size <= 1.5 * usual and not other.turns and _holds(box, other[1:5])
        ]
        if len(crossing) > 1 and sum(crossing) >= _CROSSING_LETTERS:
            yield number


def _at_edge(box: Box, frame: Frame) -> bool:
    """Whether a box lies in the margin of the page, where nothing but furniture stands."""
    across, up = _EDGE * frame.width, _EDGE * frame.height
    beside = box[2] <= across or box[0] >= frame.width - across
    return beside or box[3] <= up or box[1] >= frame.height - up


def _large(shapes: PageShapes, frame: Frame) -> list[Box]:
    least = _PAGE_PICTURE * frame.width * frame.height
    return [box for box in shapes.pictures if (box[2] - box[0]) * (box[3] - box[1]) >= least]


def _holds(ground: Box, box: Box) -> bool:
    """Whether the middle of a box lies on a ground."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ground[0] <= x <= ground[2] and ground[1] <= y <= ground[3]


def _without(stretches: Iterable[TextStretch], unseen: dict[int, Unseen]) -> Iterator[TextStretch]:
    """The stretches that are seen; a line that ends with one that is not ends before it."""
    before: TextStretch | None = None
    for number, one in enumerate(stretches):
        if number not in unseen:
            if before is not None:
                yield before
            before = one
        elif one.ends_line and before is not None:
            before = before._replace(ends_line=True)
    if before is not None:
        yield before


def _turned_rows(stretches: list[TextStretch], turns: int, frame: Frame) -> list[Row]:
    """The rows of text that is turned against its page, with their boxes on the page."""
    rows = read_rows(stretches)
    placed = _onto_page([(r.left, r.bottom, r.right, r.top) for r in rows], turns, frame)
    boxes = [tuple(round(side, 2) for side in box) for box in placed]
    return [
        row._replace(left=box[0], bottom=box[1], right=box[2], top=box[3], turns=turns)
        for row, box in zip(rows, boxes, strict=True)
    ]


def _onto_page(boxes: Sequence[Box], turns: int, frame: Frame) -> list[Box]:
    """Boxes of the page turned by so many quarters more, on the page as it is read."""
    width, height = frame.width, frame.height
    if turns == 1:
        return [(width - top, left, width - bottom, right) for left, bottom, right, top in boxes]
    if turns == 2:
        return [(width - r, height - t, width - left, height - b) for left, b, r, t in boxes]
    if turns == 3:
        return [(bottom, height - right, top, height - left) for left, bottom, right, top in boxes]
    return list(boxes)
