"""Lists the paragraphs, tables and controls of a story, a cell or a text box."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from sverka.readers.docx.wordprocessing import m, w
from sverka.redline.canonical_markup import markup_digest
from sverka.redline.inline_tokens import NOTE_REFERENCES, WITHOUT_WIDTH

_TRANSPARENT = frozenset(w(name) for name in ("customXml",))
_NO_BLOCKS = frozenset(
    w(name) for name in ("tcPr", "sectPr", "proofErr", "sdtPr", "sdtEndPr", "pPr")
)
_WRITTEN = frozenset(
    {
        *(w(name) for name in ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")),
        *(w(name) for name in ("drawing", "pict", "object", "footnoteReference")),
        *(w(name) for name in ("endnoteReference", "instrText")),
        m("t"),
    }
)
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


class BlockSort(StrEnum):
    """What a block is; only blocks of one sort can be the same."""

    PARAGRAPH = "paragraph"
    SECTION_END = "section"
    TABLE = "table"
    CONTROL = "control"
    OTHER = "other"


@dataclass(eq=False, slots=True)
class StoryBlock:
    """A paragraph, table or control where it stands; `text` is what it says, for pairing.

    `digest` is equal for blocks that are the same in all; "" where what they refer to must be
    looked at. `leads` are what stands before it without being a block.
    """

    sort: BlockSort
    element: etree._Element
    text: str
    digest: bytes
    leads: tuple[etree._Element, ...] = ()

    @property
    def is_paragraph(self) -> bool:
        """Whether it ends with a paragraph mark."""
        return self.sort in (BlockSort.PARAGRAPH, BlockSort.SECTION_END)


def story_blocks(
    container: etree._Element,
) -> tuple[list[StoryBlock], tuple[etree._Element, ...]]:
    """The blocks of a container, and what stands behind the last of them."""
    blocks: list[StoryBlock] = []
    leads: list[etree._Element] = []
    for child in _children(container):
        if child.tag in WITHOUT_WIDTH:
            leads.append(child)
        elif child.tag not in _NO_BLOCKS:
            blocks.append(_block(child, tuple(leads)))
            leads = []
    return blocks, tuple(leads)


def _children(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in _TRANSPARENT:
            yield from _children(child)
        elif isinstance(child.tag, str):
            yield child


def _block(element: etree._Element, leads: tuple[etree._Element, ...]) -> StoryBlock:
    sort = _sort(element)
    refers = next(element.iter(*NOTE_REFERENCES, w("sectPr")), None) is not None
    digest = b"" if refers else markup_digest(element)
    return StoryBlock(sort, element, text_of_block(element), digest, leads)


def _sort(element: etree._Element) -> BlockSort:
    if element.tag == w("p"):
        ends = element.find(f"{w('pPr')}/{w('sectPr')}") is not None
        return BlockSort.SECTION_END if ends else BlockSort.PARAGRAPH
    if element.tag == w("tbl"):
        return BlockSort.TABLE
    return BlockSort.CONTROL if element.tag == w("sdt") else BlockSort.OTHER


def text_of_block(element: etree._Element) -> str:
    """What a block says, as far as it tells blocks apart; cells and paragraphs in lines."""
    if element.tag != w("p"):
        paragraphs = element.iter(w("p"))
        return "\n".join(text_of_block(paragraph) for paragraph in paragraphs)
    found = []
    for one in element.iter(*_WRITTEN):
        if one.tag in (w("t"), m("t")):
            found.append(one.text or "")
        elif one.tag != w("instrText"):
            found.append(_SIGNS.get(str(one.tag), "\ufffc"))
    return "".join(found)
