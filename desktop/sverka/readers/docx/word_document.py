"""Reads a whole DOCX: the body in order, then notes, text boxes, comments, headers and footers."""

from sverka.model import EVERY_ASPECT, Document, ReadError, Stage, Traits
from sverka.readers.archive import Damaged, open_archive
from sverka.readers.docx.package import Package, main_part
from sverka.readers.docx.properties import read_properties
from sverka.readers.docx.stories import OPENED, read_blocks
from sverka.readers.docx.wordprocessing import w
from sverka.readers.intake import Intake, damaged, without_text
from sverka.readers.registry import Settings

_TRAITS = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)


def read_document(intake: Intake, settings: Settings) -> Document:
    """Read a document of Word or of whatever writes DOCX."""
    try:
        package = Package(open_archive(intake.data, intake.path))
    except Damaged as error:
        raise damaged(intake.path) from error
    part = main_part(package)
    if part is None:
        raise damaged(intake.path)
    root = package.required(part)
    if root.tag != w("document"):
        raise ReadError(
            "“{file}” holds no Word document; open it where it was made and save it as DOCX.",
            file=intake.path,
        )
    settings.progress(Stage.READING, OPENED)
    read = read_blocks(package, part, root, settings)
    if not any(block.text.strip() for block in read.blocks):
        raise without_text(intake.path)
    return Document(
        path=intake.path,
        format="docx",
        sha256=intake.sha256,
        properties=read_properties(package, part, intake, read.blocks),
        blocks=read.blocks,
        notices=(*read.notices, *package.notices),
        traits=_TRAITS,
        tracked=read.tracked,
    )
