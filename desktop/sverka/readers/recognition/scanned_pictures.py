"""Pictures of pages as files of their own: PNG, JPEG and TIFF, read where OCR is asked for."""

from sverka.model import Document, Phrase, PictureError, Properties, ReadError, Traits
from sverka.readers.intake import Intake, not_whole, too_many_pages, without_text
from sverka.readers.limits import MAX_PAGES, MAX_PICTURE_PIXELS
from sverka.readers.recognition.scan_sizes import is_picture, picture_sizes
from sverka.readers.registry import Format, Match, Settings

TRAITS = Traits(paged=True, printed_lines=True)


def match(intake: Intake) -> Match:
    """By the first bytes."""
    return Match.CERTAIN if is_picture(intake.data) else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """The text in a picture; PictureError where nobody asked for it to be recognised."""
    if not settings.ocr:
        raise PictureError(
            "“{file}” is a picture; have its text recognised (OCR) with --ocr.", file=intake.path
        )
    sizes = picture_sizes(intake.data)
    _check(sizes, intake.path)
    from sverka.readers.recognition.ocr_program import not_recognised
    from sverka.readers.recognition.scanned_pages import recogniser

    reading = recogniser(intake.path, settings, None)
    blocks, height = reading.picture(intake.data, len(sizes))
    if not reading.pages:
        raise not_recognised(intake.path)
    if not blocks:
        raise without_text(intake.path)
    properties = Properties(
        size=len(intake.data), modified=intake.modified, pages=len(sizes), page_height=height
    )
    notices = tuple(reading.notices(intake.path))
    return Document(
        intake.path, FORMAT.name, intake.sha256, properties, tuple(blocks), notices, TRAITS
    )


def _check(sizes: tuple[tuple[int, int], ...], shown: str) -> None:
    """ReadError for a picture that is damaged, and for one that takes too much when unpacked."""
    if not sizes:
        raise not_whole(shown)
    if len(sizes) > MAX_PAGES:
        raise too_many_pages(shown, MAX_PAGES)
    if any(width * height > MAX_PICTURE_PIXELS for width, height in sizes):
        raise ReadError(
            "“{file}” is a picture of more than {count} million points;"
            " scan it at 300 dots per inch.",
            file=shown,
            count=MAX_PICTURE_PIXELS // 1_000_000,
        )


FORMAT = Format(
    "picture",
    Phrase("pictures (PNG, JPEG, TIFF; with OCR)"),
    (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
    match,
    read,
)
