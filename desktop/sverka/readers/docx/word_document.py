"""Reads a whole DOCX: the body in order, then notes, text boxes, comments, headers and footers."""

from sverka.model import EVERY_ASPECT, Document, Stage, Traits
from sverka.readers.docx.package import no_document, opened
from sverka.readers.docx.properties import read_properties
from sverka.readers.docx.stories import OPENED, read_blocks
from sverka.readers.docx.wordprocessing import w
from sverka.readers.intake import Intake, without_text
from sverka.readers.registry import Settings

_TRAITS = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)


def read_document(intake: Intake, settings: Settings) -> Document:
    """Read a document of Word or of whatever writes DOCX."""
    package, part = opened(intake)
    root = package.required(part)
    if root.tag != w("document"):
        raise no_document(intake.path)
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
