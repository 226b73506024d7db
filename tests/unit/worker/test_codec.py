"""A comparison survives the way through the frames, without the blocks of its documents."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path

from sverka.comparison import compare
from sverka.model import (
    Block,
    BlockKind,
    Cell,
    Comparison,
    Decision,
    Document,
    Finding,
    FindingKind,
    ListItem,
    Object,
    ObjectKind,
    Reason,
    ReasonCode,
    ReasonPlace,
    Run,
    Side,
    Style,
    StyleSpan,
    Tier,
    Traits,
)
from sverka.worker import codec


def _made(tmp_path: Path, count: int) -> Comparison:
    for name, word in (("old", "river"), ("new", "lake")):
        text = "\n\n".join(f"Paragraph {n} about the {word}, its {n} ships." for n in range(count))
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return compare(tmp_path / "old.txt", tmp_path / "new.txt")


def _without_blocks(value: Comparison) -> Comparison:
    old, new = (
        replace(version, document=replace(version.document, blocks=()))
        for version in (value.old, value.new)
    )
    return replace(value, old=old, new=new)


def test_what_is_packed_is_unpacked(tmp_path: Path) -> None:
    made = _made(tmp_path, 12)
    found = codec.unpacked(iter(list(codec.packed(made))))
    assert found.changes
    assert replace(found, alignment=made.alignment) == _without_blocks(made)
    assert tuple(found.alignment.links) == tuple(made.alignment.links)


def test_the_reasons_of_findings_pass_as_facts(tmp_path: Path) -> None:
    made = _made(tmp_path, 2)
    reasons = (
        Reason(ReasonCode.STANDS_ONCE),
        Reason(ReasonCode.LINE_REPEATS, {"count": 9, "places": (ReasonPlace(3, (4, 5)),)}),
        Reason(ReasonCode.TITLE_STAYS, {"place": ReasonPlace(0, page=2)}),
        Reason(ReasonCode.DIFFERS_IN_WORDS, {"count": 1, "before": ("a",), "after": ("b",)}),
        Reason(ReasonCode.AT_PAGE_TOPS, {"count": 2, "pages": (1, 2)}),
        Reason(ReasonCode.DOUBLED_WORD, {"word": "the"}),
    )
    finding = Finding(
        "f-1",
        FindingKind.RUNNING_HEADER,
        Side.OLD,
        "Header",
        reasons,
        Tier.CERTAIN,
        Decision.REMOVED,
    )
    found = codec.unpacked(codec.packed(replace(made, findings=(finding,))))
    assert found.findings == (finding,)
    assert hash(found.findings[0]) == hash(finding)


def test_the_frames_are_as_many_as_announced(tmp_path: Path) -> None:
    made = _made(tmp_path, 30)
    assert len(list(codec.packed(made))) == codec.frame_count(made)
    codec._CHUNK, before = 7, codec._CHUNK
    try:
        assert len(list(codec.packed(made))) == codec.frame_count(made)
        assert codec.unpacked(codec.packed(made)).changes == made.changes
    finally:
        codec._CHUNK = before


def test_what_paragraphs_know_beside_their_text_passes(tmp_path: Path) -> None:
    cell = Cell(2, 1, 1, within=Cell(1, 2, 3, rows=2))
    objects = (Object(0, ObjectKind.LINK, "https://a.example", length=4),)
    runs = (Run("Link", Style(bold=True, font="Arial")), Run(" and text"))
    item = ListItem("3", 1, "decimal", 4, "7")
    known = Block(
        BlockKind.TABLE_CELL, runs, objects=objects, cell=cell, item=item, style_name="Quote"
    )
    document = Document("a.docx", "docx", "0", blocks=(known,), traits=Traits(structured=True))
    made = compare(document, document)
    found = codec.unpacked(iter(list(codec.packed(made))))
    assert found.old.paragraphs == made.old.paragraphs
    (paragraph,) = found.old.paragraphs
    assert paragraph.styles == (StyleSpan(0, 4, Style(bold=True, font="Arial")),)
    assert (paragraph.cell, paragraph.item, paragraph.objects) == (cell, item, objects)
    assert found.old.document.traits == document.traits


class _Ring:
    """Something that refers to itself, as the parts of a window do."""

    def __init__(self) -> None:
        self.itself = self


def test_what_lived_when_a_comparison_came_can_be_collected_after_it(tmp_path: Path) -> None:
    ring = _Ring()
    lives = weakref.ref(ring)
    found = codec.unpacked(codec.packed(_made(tmp_path, 12)))
    del ring
    gc.collect()
    assert lives() is None
    assert found.changes
