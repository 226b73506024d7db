"""The redline of two reading texts: right both ways, as the comparison says, and clean to read."""

import pathlib
import random
import re
import zipfile
from io import BytesIO

import docx
import pytest
from openxml_audit import OpenXmlValidator

import sverka
from sverka.language import language
from sverka.model import Comparison, Part, Side, Tracked
from sverka.readers import read
from sverka.readers.intake import take_in
from sverka.redline import Proven, RedlineOptions
from sverka.redline.reading import prove_reading

ENGLISH = language("en")
WORDS = "harbour ferry captain ticket morning anchor deck cargo lantern gull tide rope".split()


def proven(
    old: bytes, new: bytes, options: RedlineOptions | None = None
) -> tuple[Comparison, Proven]:
    comparison = sverka.compare(old, new)
    made = prove_reading(comparison, take_in(new), options or RedlineOptions(), ENGLISH)
    return comparison, made


def body(made: Proven) -> str:
    """The body of a redline, without who did it and when."""
    with zipfile.ZipFile(BytesIO(made.redlined.data)) as archive:
        markup = archive.read("word/document.xml").decode()
    return re.sub(r' (w:(author|date|id)|xml:space)="[^"]*"', "", markup)


def read_back(made: Proven, tracked: Tracked) -> list[str]:
    document = read(made.redlined.data, name="redline.docx", tracked=tracked)
    texts = ("".join(run.text for run in block.runs) for block in document.blocks)
    parts = (block.source.part for block in document.blocks)
    return [t for t, part in zip(texts, parts, strict=True) if part is Part.BODY and t.strip()]


def assert_right(comparison: Comparison, made: Proven) -> None:
    assert made.verification.verified, made.verification.flaws[:3]
    for tracked, side in ((Tracked.ACCEPT, Side.NEW), (Tracked.REJECT, Side.OLD)):
        texts = [one.text for one in comparison.version(side).paragraphs if one.text.strip()]
        assert read_back(made, tracked) == texts


def text_of(paragraphs: list[str]) -> bytes:
    return "\n\n".join(paragraphs).encode()


def sentence(seed: random.Random) -> str:
    words = [seed.choice(WORDS) for _ in range(seed.randint(4, 12))]
    return f"{' '.join(words).capitalize()} {seed.randint(100, 999)}."


def edited(paragraphs: list[str], seed: random.Random) -> list[str]:
    """The paragraphs after a few things that editors do."""
    new = list(paragraphs)
    for _ in range(seed.randint(1, 5)):
        at = seed.randrange(len(new))
        match seed.choice(("word", "drop", "add", "split", "join", "move", "sentence")):
            case "word":
                words = new[at].split()
                words[seed.randrange(len(words))] = "changed"
                new[at] = " ".join(words)
            case "drop" if len(new) > 2:
                del new[at]
            case "add":
                new.insert(seed.randint(0, len(new)), sentence(seed))
            case "split" if ". " in new[at]:
                first, rest = new[at].split(". ", 1)
                new[at : at + 1] = [f"{first}.", rest]
            case "join" if at + 1 < len(new):
                new[at : at + 2] = [f"{new[at]} {new[at + 1]}"]
            case "move":
                new.insert(seed.randint(0, len(new) - 1), new.pop(at))
            case "sentence":
                new[at] = f"{new[at]} {sentence(seed)}"
    return new


@pytest.mark.parametrize("seed", range(25))
def test_texts_edited_by_lot_are_right_both_ways(seed: int) -> None:
    lot = random.Random(seed)
    old = [" ".join(sentence(lot) for _ in range(lot.randint(1, 4))) for _ in range(12)]
    assert_right(*proven(text_of(old), text_of(edited(old, lot))))


def test_what_changed_is_marked_as_the_comparison_says() -> None:
    comparison, made = proven(b"The ferry leaves at eight.", b"The ferry leaves at nine.")
    assert "<w:del><w:r><w:delText>eight</w:delText></w:r></w:del>" in body(made)
    assert "<w:ins><w:r><w:t>nine</w:t></w:r></w:ins>" in body(made)
    assert made.redlined.counts == {"del": 1, "ins": 1}
    assert len(comparison.changes) == 1


def test_a_paragraph_that_moved_is_a_move_of_word() -> None:
    seed = random.Random(7)
    paragraphs = [f"{sentence(seed)} {sentence(seed)}" for _ in range(8)]
    moved = [*paragraphs[1:6], paragraphs[0], *paragraphs[6:]]
    comparison, made = proven(text_of(paragraphs), text_of(moved))
    assert_right(comparison, made)
    counts = made.redlined.counts
    assert (counts["moveFromRangeStart"], counts["moveToRangeStart"]) == (1, 1)
    assert "ins" not in counts
    without = RedlineOptions(moves=False)
    comparison, made = proven(text_of(paragraphs), text_of(moved), without)
    assert_right(comparison, made)
    assert "moveFrom" not in made.redlined.counts


def test_a_split_is_a_mark_and_nothing_is_typed_again() -> None:
    old = b"The first sentence is here. The second follows it in the same paragraph."
    _comparison, made = proven(old, old.replace(b"here. ", b"here.\n\n"))
    assert made.verification.verified
    assert "<w:rPr><w:ins/></w:rPr>" in body(made)
    assert "<w:ins><w:r>" not in body(made)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One stays.", "One stays.\n\nTwo comes.\n\nThree comes."),
        ("One stays.\n\nTwo goes.\n\nThree goes.", "One stays."),
        ("One stays.\n\nAll of this goes away.", "One stays.\n\nQuite another thing came 1."),
        ("Nothing of this stays.", "Wholly different words 1 2 3."),
    ],
)
def test_the_end_of_a_text_may_come_or_go(old: str, new: str) -> None:
    assert_right(*proven(old.encode(), new.encode()))


def test_a_header_set_aside_is_a_comment_at_its_place() -> None:
    text = (
        "HARBOUR NEWS\n\nThe ferry leaves at eight and nobody waves at it, as ever.\n\n"
        "The captain told the\n\nHARBOUR NEWS\n\nharbour master about it.\n\n"
        "Then he went home, and\n\nHARBOUR NEWS\n\nslept until noon, they say."
    )
    new = text.replace("\n\nHARBOUR NEWS\n\n", " ").replace("eight", "nine")
    comparison, made = proven(text.encode(), new.encode())
    assert made.verification.verified
    said = [c.text for c in docx.Document(BytesIO(made.redlined.data)).comments]
    assert len(said) == sum(one.place is not None for one in comparison.findings) >= 2
    assert all("set aside here: “HARBOUR NEWS”" in one for one in said)
    assert "HARBOUR NEWS" not in "".join(read_back(made, Tracked.ACCEPT)[1:])
    assert "<w:del><w:r><w:commentReference" not in body(made)


def test_headings_lists_and_tables_are_such() -> None:
    old = b"# The ferry\n\nIt leaves.\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| c | 1 |\n"
    new = old.replace(b"| c | 1 |", b"| c | 2 |\n| d | 3 |").replace(b"2. two", b"2. two\n3. three")
    comparison = sverka.compare(read(old, name="a.md"), read(new, name="b.md"))
    made = prove_reading(comparison, take_in(new), RedlineOptions(), ENGLISH)
    assert_right(comparison, made)
    document = docx.Document(BytesIO(made.redlined.data))
    assert document.paragraphs[0].style.name.lower() == "heading 1"
    assert len(document.tables) == 1
    assert (
        '<w:numFmt w:val="decimal"/>'
        in zipfile.ZipFile(BytesIO(made.redlined.data)).read("word/numbering.xml").decode()
    )
    assert "<w:trPr><w:ins/></w:trPr>" in body(made)


def test_what_the_comparison_ignores_is_tracked_all_the_same() -> None:
    old, new = "It is - so they say - “good”.", "It is – so they say – «good»."
    options = sverka.model.Options(ignore=frozenset({sverka.model.Category.TYPOGRAPHY}))
    comparison = sverka.compare(old.encode(), new.encode(), options)
    assert comparison.changes == ()
    made = prove_reading(comparison, take_in(new.encode()), RedlineOptions(), ENGLISH)
    assert_right(comparison, made)
    assert made.redlined.counts["ins"] >= 1


def test_the_same_date_makes_the_same_bytes() -> None:
    one, other = (proven(b"One word.", b"Two words.")[1].redlined.data for _ in range(2))
    assert one == other


def as_docx(paragraphs: list[str]) -> bytes:
    """A DOCX of its own looks: a bold first paragraph, and some words in italics."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "A header of its own"
    for number, text in enumerate(paragraphs):
        paragraph = document.add_paragraph()
        head, _space, rest = text.partition(" ")
        paragraph.add_run(head).bold = number == 0
        paragraph.add_run(f" {rest}" if rest else "").italic = number % 3 == 1
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("seed", range(12))
def test_a_revised_docx_carries_the_changes_in_its_own_package(seed: int) -> None:
    lot = random.Random(seed)
    old = [" ".join(sentence(lot) for _ in range(lot.randint(1, 4))) for _ in range(10)]
    new = as_docx(edited(old, lot))
    comparison, made = proven(text_of(old), new)
    assert_right(comparison, made)
    document = docx.Document(BytesIO(made.redlined.data))
    assert document.sections[0].header.paragraphs[0].text == "A header of its own"


def test_words_that_stayed_keep_the_looks_of_the_revised_docx() -> None:
    old = ["The ferry leaves at eight.", "Nobody waves at it.", "They never did."]
    new = [old[0].replace("eight", "nine"), *old[1:]]
    _comparison, made = proven(text_of(old), as_docx(new))
    assert made.redlined.counts == {"del": 1, "ins": 1}
    assert "<w:b/>" in body(made)


def test_the_words_of_a_table_are_carried_in_its_cells() -> None:
    document = docx.Document()
    document.add_paragraph("The ports and their times are listed here.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Bishkek", "10 hours", "Osh", "12 hours"), strict=True):
        cell.text = text
    document.add_paragraph("That is all there is to say about it.")
    stream = BytesIO()
    document.save(stream)
    old = read(
        b"The ports and their times are listed here.\n\n| a | b |\n|---|---|\n"
        b"| Bishkek | 11 hours |\n| Osh | 12 hours |\n\nThat is all there is to say about it.\n",
        name="old.md",
    )
    new = stream.getvalue()
    comparison = sverka.compare(old, new)
    made = prove_reading(comparison, take_in(new), RedlineOptions(), ENGLISH)
    assert_right(comparison, made)


def test_a_comment_stands_in_the_package_of_the_revised_docx_too() -> None:
    paragraphs = [
        "The ferry leaves at eight and nobody waves at it, as ever.",
        "The captain told the harbour master about it.",
        "Then he went home, and slept until noon, they say.",
    ]
    old = (
        "HARBOUR NEWS\n\n" + paragraphs[0] + "\n\nThe captain told the\n\nHARBOUR NEWS\n\n"
        "harbour master about it.\n\nThen he went home, and\n\nHARBOUR NEWS\n\n"
        "slept until noon, they say."
    )
    _comparison, made = proven(old.encode(), as_docx(["HARBOUR NEWS", *paragraphs]))
    assert made.verification.verified
    document = docx.Document(BytesIO(made.redlined.data))
    assert any("set aside here: “HARBOUR NEWS”" in one.text for one in document.comments)
    assert document.sections[0].header.paragraphs[0].text == "A header of its own"


def test_a_redline_of_other_formats_is_verified_by_their_reading_texts() -> None:
    old, new = b"The ferry leaves at eight.\n\nNobody waves.", b"The ferry leaves at nine."
    _comparison, made = proven(old, new)
    data = made.redlined.data
    assert sverka.verify(data, old, new).verified
    assert not sverka.verify(data, old, new.replace(b"nine", b"ten")).verified
    assert not sverka.verify(data, new, old).verified
    revised = as_docx(["The ferry leaves at nine.", "All are aboard."])
    carried = proven(old, revised)[1].redlined.data
    assert sverka.verify(carried, old, revised).verified
    flaws = sverka.verify(carried, old.replace(b"waves", b"sings"), revised).flaws
    assert [(flaw.paragraph, flaw.expected) for flaw in flaws] == [(1, "Nobody sings.")]


def test_the_validator_finds_nothing_but_what_it_says_of_every_tracked_row(
    tmp_path: pathlib.Path,
) -> None:
    old = (
        b"# The ferry\n\nIt leaves at eight.\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| c | 1 |\n"
    )
    new = old.replace(b"eight", b"nine").replace(b"| c | 1 |", b"| c | 1 |\n| d | 3 |")
    comparison = sverka.compare(read(old, name="a.md"), read(new, name="b.md"))
    made = prove_reading(comparison, take_in(new), RedlineOptions(), ENGLISH)
    path = tmp_path / "redline.docx"
    path.write_bytes(made.redlined.data)
    found = {error.description for error in OpenXmlValidator().validate(str(path)).errors}
    assert found <= {"Required sequence content is missing"}  # of w:trPr that holds only w:ins
