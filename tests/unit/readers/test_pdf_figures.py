"""What is printed in a figure or a formula is apart from the text, and a caption is one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sverka.model import BlockKind, Part
from sverka.readers import read

Pdf = Callable[..., Path]
Words = Callable[..., Any]

CURVE = "1 w 150 450 m 200 520 250 400 300 500 c S"
AXES = "0.5 w 150 400 m 150 550 l S 150 400 m 350 400 l S"
FRAME = "0.5 w 100 400 300 150 re S"


def prose(words: Words, y: float, count: int = 4, x: float = 72) -> list[Any]:
    return [
        words(f"{n} is a line of the text beside a figure, as long", x=x, y=y - 14 * n)
        for n in range(count)
    ]


def plotted(words: Words) -> list[Any]:
    """A curve with its axes, and labels in it and around it."""
    labels = [("0", 140, 390), ("5", 250, 390), ("speed", 220, 470), ("load", 300, 430)]
    return [CURVE, AXES, *(words(text, x=x, y=y, size=8) for text, x, y in labels)]


def blocks(path: Path) -> list[tuple[str, Part, BlockKind]]:
    return [(b.text, b.source.part, b.kind) for b in read(path).blocks]


def test_the_labels_of_a_figure_stand_apart_as_one(pdf: Pdf, words: Words) -> None:
    path = pdf([*prose(words, 700), *plotted(words), *prose(words, 340)])
    found = blocks(path)
    assert [part for _text, part, _kind in found] == [Part.BODY] * 8 + [Part.TEXT_BOX]
    assert found[-1][0] == "speed load 0 5"


def test_a_label_at_the_edge_of_the_page_is_no_part_of_a_figure(pdf: Pdf, words: Words) -> None:
    drawn = [CURVE.replace("4", "7").replace("5", "7"), words("17", x=300, y=775)]
    found = blocks(pdf([*prose(words, 600), *drawn, words("load", x=200, y=745, size=8)]))
    assert ("17", Part.BODY, BlockKind.PARAGRAPH) in found


def test_a_caption_is_one_with_all_its_lines(pdf: Pdf, words: Words) -> None:
    caption = [
        words("Plate 4. The speed of the cart on the way to the mill,", y=370, size=9),
        words("when it was empty.", y=359, size=9),
    ]
    found = blocks(pdf([*prose(words, 700), *plotted(words), *caption, *prose(words, 320)]))
    assert [text for text, _part, kind in found if kind is BlockKind.CAPTION] == [
        "Plate 4. The speed of the cart on the way to the mill,",
        "when it was empty.",
    ]


def test_captions_beside_each_other_are_read_one_after_the_other(pdf: Pdf, words: Words) -> None:
    page = [*prose(words, 700), CURVE, CURVE.replace(" 1", " 4").replace("300", "550")]
    for x, name in ((72, "left"), (330, "right")):
        page.append(words(f"Plate 1. A cart on the {name} way to", x=x, y=370, size=9))
        page.append(words(f"the {name} mill.", x=x, y=359, size=9))
    texts = [text for text, _part, kind in blocks(pdf(page)) if kind is BlockKind.CAPTION]
    assert texts == [
        "Plate 1. A cart on the left way to",
        "the left mill.",
        "Plate 1. A cart on the right way to",
        "the right mill.",
    ]


def test_a_sentence_that_only_begins_like_a_caption_is_text(pdf: Pdf, words: Words) -> None:
    found = blocks(pdf([*prose(words, 700), words("Plate 4 shows the cart and the mill", y=400)]))
    assert {kind for _text, _part, kind in found} == {BlockKind.PARAGRAPH}


def test_text_in_a_frame_is_text(pdf: Pdf, words: Words) -> None:
    curved = FRAME.replace("S", "h S") + " 100 400 m 100 390 110 390 120 400 c S"
    framed = [
        words(f"{n} is a long line within the frame", x=110, y=520 - 14 * n) for n in range(4)
    ]
    found = blocks(pdf([*prose(words, 700), curved, *framed, words("note", x=110, y=420)]))
    assert {part for _text, part, _kind in found} == {Part.BODY}


def test_a_table_with_rules_is_no_figure(pdf: Pdf, words: Words) -> None:
    cells = [words(f"{n}{k}", x=120 + 90 * k, y=520 - 30 * n) for n in range(4) for k in range(3)]
    found = blocks(pdf([*prose(words, 700), FRAME, *cells]))
    assert {part for _text, part, _kind in found} == {Part.BODY}


def test_a_page_that_is_nothing_but_a_drawing_keeps_its_words(pdf: Pdf, words: Words) -> None:
    found = blocks(pdf([*plotted(words)]))
    assert [text for text, _part, _kind in found] == ["speed", "load", "0", "5"]


def test_the_pieces_of_a_formula_are_one_line(pdf: Pdf, words: Words) -> None:
    formula = [
        words("E =", x=200, y=600),
        words("m + v", x=228, y=606),
        words("2r", x=234, y=594),
        words("(5)", x=480, y=600),
    ]
    found = blocks(pdf([*prose(words, 700), *formula, *prose(words, 560)]))
    assert found[4][0] == "E = m + v 2r (5)"
    assert len(found) == 9


def test_short_lines_of_text_are_no_formula(pdf: Pdf, words: Words) -> None:
    lines = ["a = b", "c = d", "so it is"]
    found = blocks(pdf([words(text, y=700 - 20 * n) for n, text in enumerate(lines)]))
    assert [text for text, _part, _kind in found] == lines


def test_every_line_of_a_page_is_read_once(pdf: Pdf, words: Words) -> None:
    page = [
        *prose(words, 700),
        *plotted(words),
        CURVE.replace("1 w 150", "1 w 356"),
        words("Plate 2. The speed of the cart on the way,", y=372, size=9),
        words("and 3 of its wheels.", y=361, size=9),
        *prose(words, 320),
        "0.5 w 72 240 300 40 re S 72 260 m 372 260 l S 172 240 m 172 280 l S",
        "0.5 w 80 264 40 12 re S 90 264 m 90 276 l S",
        *(words(t, x=x, y=y, size=8) for t, x, y in (("ab", 76, 266), ("cd", 180, 266))),
        *(words(t, x=x, y=y, size=8) for t, x, y in (("ef", 76, 246), ("gh", 180, 246))),
    ]
    drawn = sorted("".join(one.text for one in page if not isinstance(one, str)).replace(" ", ""))
    read_ = sorted("".join(text for text, _part, _kind in blocks(pdf(page))).replace(" ", ""))
    assert read_ == drawn
