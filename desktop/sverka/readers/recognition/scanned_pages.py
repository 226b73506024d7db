"""Recognises the pages of a PDF that have no text of their own, and puts them in their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pypdfium2 as pdfium

from sverka.model import (
    Block,
    BlockKind,
    Document,
    Notice,
    NoticeCode,
    NoticeValue,
    Progress,
    Run,
    Source,
    Stage,
    Style,
    sure_enough,
)
from sverka.readers.intake import Intake, without_text
from sverka.readers.limits import MAX_PICTURE_PIXELS
from sverka.readers.recognition import ocr_program
from sverka.readers.recognition.ocr_languages import LanguageOrder, languages_for
from sverka.readers.recognition.ocr_lines import OcrLine, OcrPage, pages_of
from sverka.readers.registry import Settings

_RESOLUTION = 300
"""Dots per inch a page is drawn in; what Tesseract was trained on."""
_POINTS_PER_INCH = 72


@dataclass(slots=True)
class Recogniser:
    """Recognises pictures of one document, and keeps what is to be said of it."""

    program: str
    order: LanguageOrder
    turned: bool
    settings: Settings
    uncertain: int = 0
    pages: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)

    def blocks(
        self, picture: bytes, number: int, resolution: int | None, done: float
    ) -> Iterator[Block]:
        """The lines of page `number`, from 1; `done` is how far reading is by now."""

        def reading(languages: Sequence[str]) -> OcrPage | None:
            return next(iter(self._read(picture, languages, done, resolution=resolution)), None)

        page = self.order.read(reading)
        if page is None:
            self.failed.append(number)
            return
        self.pages.append(number)
        yield from self.written(page, number)

    def picture(self, data: bytes, pages: int) -> tuple[list[Block], float | None]:
        """The lines of a picture file of so many pages, and how high a page is, in points.

        All pages are read in the order of languages that fits the first of them.
        """
        all_pages: tuple[OcrPage, ...] = ()

        def reading(languages: Sequence[str]) -> OcrPage | None:
            nonlocal all_pages
            all_pages = self._read(data, languages, 0.1, pages=pages)
            return next(iter(all_pages), None)

        if self.order.read(reading) is None:
            return [], None
        self.pages = list(range(1, len(all_pages) + 1))
        blocks = [
            block for number in self.pages for block in self.written(all_pages[number - 1], number)
        ]
        return blocks, max(page.height for page in all_pages)

    def _read(
        self,
        picture: bytes,
        languages: Sequence[str],
        done: float,
        *,
        resolution: int | None = None,
        pages: int = 1,
    ) -> tuple[OcrPage, ...]:
        """What Tesseract makes of a picture of so many pages; nothing where it fails."""
        hocr = ocr_program.recognised(
            self.program,
            picture,
            languages,
            lambda: self.settings.progress(Stage.READING, done),
            resolution=resolution,
            turned=self.turned,
            pages=pages,
        )
        return pages_of(hocr) if hocr is not None else ()

    def written(self, page: OcrPage, number: int) -> Iterator[Block]:
        """A block for each line."""
        for line in page.lines:
            self.uncertain += sum(not sure_enough(word.certainty) for word in line.words)
            yield _block(line, number)

    def notices(self, shown: str) -> Iterator[Notice]:
        """What is to be said of the pages that were recognised, and of those that were not."""
        values: dict[str, NoticeValue]
        if self.pages:
            values = {
                "pages": tuple(self.pages),
                "file": shown,
                "languages": "+".join(self.order.languages),
                "uncertain": self.uncertain,
            }
            yield Notice(NoticeCode.PAGES_RECOGNISED, values, page=self.pages[0])
        if self.failed:
            values = {"pages": tuple(self.failed), "file": shown}
            yield Notice(NoticeCode.PAGES_NOT_RECOGNISED, values, page=self.failed[0])


def recogniser(shown: str, settings: Settings, hint: str | None) -> Recogniser:
    """What recognises a document; ReadError where Tesseract or a language is not installed."""
    program = ocr_program.tesseract()
    if program is None:
        raise ocr_program.not_installed(shown)
    names = ocr_program.installed_languages(program)
    installed = ocr_program.are_languages(names)
    languages = languages_for(installed, settings.ocr_languages, hint, shown)
    return Recogniser(program, LanguageOrder(languages), ocr_program.knows_turns(names), settings)


def with_recognised(document: Document, intake: Intake, settings: Settings) -> Document:
    """The document of a PDF with the text of the pages that are nothing but pictures.

    ReadError where they cannot be recognised at all, or nothing in the document has any text.
    """
    wanted = [
        page
        for notice in document.notices
        if notice.code is NoticeCode.PAGES_WITHOUT_TEXT
        and isinstance(pages := notice.values["pages"], tuple)
        for page in pages
    ]
    if not wanted:
        return document
    reading = recogniser(intake.path, settings, document.properties.language)
    blocks = list(document.blocks)
    with pdfium.PdfDocument(intake.data, settings.password) as opened:
        for count, number in enumerate(wanted):
            done = count / len(wanted)
            settings.progress(Stage.READING, done)
            picture, resolution = _drawn(opened, number)
            blocks += reading.blocks(picture, number, resolution, done)
    if not blocks:
        if reading.failed:
            raise ocr_program.not_recognised(intake.path)
        raise without_text(intake.path)
    notices = [one for one in document.notices if one.code is not NoticeCode.PAGES_WITHOUT_TEXT]
    return replace(
        document,
        blocks=tuple(sorted(blocks, key=lambda block: block.source.page or 0)),
        notices=(*reading.notices(intake.path), *notices),
        traits=replace(document.traits, formatted=False),
    )


def first_part(progress: Progress, share: float) -> Progress:
    """The Progress of what comes before recognising, which takes `share` of the time."""

    def report(stage: Stage, fraction: float) -> None:
        progress(stage, fraction * share)

    return report


def _drawn(document: pdfium.PdfDocument, number: int) -> tuple[bytes, int]:
    """A page as a grey picture (PGM) as it is seen, and its resolution in dots per inch."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        pixels = max(1.0, width * height) * (_RESOLUTION / _POINTS_PER_INCH) ** 2
        scale = _RESOLUTION / _POINTS_PER_INCH * min(1.0, (MAX_PICTURE_PIXELS / pixels) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
        rows = np.frombuffer(bitmap.buffer, np.uint8).reshape(bitmap.height, bitmap.stride)
        # Where PDFium gives a grey picture several channels, all of them are the same.
        grey = rows[:, : bitmap.width * bitmap.n_channels : bitmap.n_channels].tobytes()
        head = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height)
        return head + grey, round(scale * _POINTS_PER_INCH)
    finally:
        page.close()


def _block(line: OcrLine, page: int) -> Block:
    """A line; each word is a run of its own, with the space behind it."""
    style = Style(size=line.size)
    last = len(line.words) - 1
    runs = tuple(
        Run(word.text + " " * (place < last), style, certainty=word.certainty)
        for place, word in enumerate(line.words)
    )
    source = Source(page=page, box=(line.left, line.bottom, line.right, line.top))
    return Block(BlockKind.PARAGRAPH, runs, source=source)
