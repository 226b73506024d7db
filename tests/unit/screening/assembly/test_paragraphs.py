"""How lines of text files become paragraphs; those of PDF are in test_print_layout.py."""

import textwrap
from collections.abc import Callable

import pytest

from sverka.model import BlockKind, Document, Join
from sverka.screening import screen

Text = Callable[[str], Document]

WRAPPED = """The harbour master counts the boats before the light is lit and once more
when it has been put out, and writes both numbers into the same book that
his grandfather began. Whoever wants to know how the trade has changed
will find it there, between the remarks about ice and the coal.
The book is kept in the tower.
Nobody else may
read it."""


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in screen(document).paragraphs]


def test_wrapped_lines_are_joined_and_a_short_line_ends_the_paragraph(text: Text) -> None:
    first, *rest = texts(text(WRAPPED))
    assert first.endswith("between the remarks about ice and the coal.")
    assert first.count(" ") == len(" ".join(WRAPPED.split("\n")[:4]).split(" ")) - 1
    assert rest == ["The book is kept in the tower.", "Nobody else may", "read it."]


def test_between_blank_lines_a_sentence_runs_on_past_any_line_end(text: Text) -> None:
    assert texts(text(f"{WRAPPED}\n\n{WRAPPED}"))[-1] == "Nobody else may read it."


def test_a_paragraph_a_line_stays_so(text: Text) -> None:
    lines = [
        "принимая во внимание, что необходимо содействовать развитию отношений; и",
        "принимая во внимание, что народы подтвердили в Уставе свою веру в основные права; и " * 4,
        "Генеральная Ассамблея,",
        "провозглашает настоящую Декларацию в качестве задачи для всех народов. " * 5,
    ]
    assert texts(text("\n".join(lines))) == [line.strip() for line in lines]


def test_a_title_broken_over_lines_is_one_heading(text: Text) -> None:
    document = text(
        "Встреча с  \nруководителями пристаней  \nпароходства\n\nСегодня встретились они."
    )
    title, _body = screen(document).paragraphs
    assert title.text == "Встреча с руководителями пристаней пароходства"
    assert title.kind is BlockKind.HEADING
    assert title.joins == (Join.SPACE, Join.SPACE)


def test_verse_is_not_glued(text: Text) -> None:
    verse = "Над рекою тихо стелется туман,\nЗа рекою песня слышится вдали,\nОй ты, степь широкая."
    assert texts(text(f"{verse}\n\n{verse}")) == [*verse.split("\n")] * 2


@pytest.mark.parametrize(
    "lines",
    [
        "Товар\tЦена\nсахар\t12\nсоль\t3",
        "name      price      sum\nsugar     12         24\nsalt      3          6",
        "- first thing\n- second thing\n- third thing",
        "1. первое\n2. второе\n3. третье",
        "# Heading\n> quoted words\n> and more of them",
    ],
)
def test_tables_lists_and_markup_are_not_glued(text: Text, lines: str) -> None:
    alone = [" ".join(line.split()) for line in texts(text(f"{lines}\n\n{WRAPPED}"))]
    assert alone[: lines.count("\n") + 1] == [" ".join(line.split()) for line in lines.split("\n")]


def test_an_indent_begins_a_paragraph(text: Text) -> None:
    lines = WRAPPED.split("\n")[:4]
    indented = "\n".join(f"    {lines[0][4:]}\n" + "\n".join(lines[1:]) for _ in range(2))
    assert len(texts(text(indented))) == 2


def test_items_of_a_list_take_in_their_deeper_lines(text: Text) -> None:
    item = (
        "- the harbour master counts the boats before the light is lit and once\n"
        "  more when it has been put out, and writes both numbers into the same\n"
        "  book that his grandfather began."
    )
    assert (
        texts(text(f"{WRAPPED}\n\n{item}\n{item}"))[-2:]
        == [" ".join(part.strip() for part in item.split("\n"))] * 2
    )


def test_broken_words_are_welded_and_told(text: Text) -> None:
    lines = WRAPPED.replace("both numbers into the same book", "both num-\nbers into the same book")
    screening = screen(text(f"{lines}\n\nAll numbers are kept."))
    assert "writes both numbers into" in screening.paragraphs[0].text
    told = [f for f in screening.findings if f.kind == "hyphenation"]
    assert [(f.suggestion, f.decision) for f in told] == [("numbers", "removed")]


def test_leading_and_trailing_spaces_fall_away_and_inner_ones_stay(text: Text) -> None:
    assert texts(text("  два  пробела \n\n\tконец ")) == ["два  пробела", "конец"]


def test_the_other_version_tells_where_a_full_line_ends_a_paragraph(
    text: Text, docx: Callable[..., Document]
) -> None:
    lines = WRAPPED.split("\n")[:4]
    lines[2] = "his grandfather began. Whoever wants to know it will find it all there."
    lines[3] = "Traders have changed between the remarks about ice and the price of coal."
    other = docx(" ".join(lines[:3]), lines[3])
    alone = screen(text("\n".join(lines)))
    witnessed = screen(text("\n".join(lines)), other)
    assert len(alone.paragraphs) == 1
    assert [p.text for p in witnessed.paragraphs] == [" ".join(lines[:3]), lines[3]]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize("width", [60, 72, 95])
def test_wrapping_changes_no_paragraph_of_the_other_version(
    text: Text,
    docx: Callable[..., Document],
    chapter: Callable[..., str],
    between: str,
    indent: str,
    width: int,
) -> None:
    paragraphs = [chapter(n, 1 + n % 5) for n in range(12)]
    lines = between.join(
        textwrap.fill(p, width, initial_indent=indent, break_on_hyphens=False) for p in paragraphs
    )
    screening = screen(text(lines), docx(*paragraphs))
    assert [p.text for p in screening.paragraphs] == paragraphs


def test_han_lines_are_joined_without_a_space(text: Text) -> None:
    lines = (
        "鉴于对人类家庭所有成员的固有尊严及其平等的和不移的权利的承认，乃是世界自由、\n"
        "正义与和平的基础，鉴于对人权的无视和侮蔑已发展为野蛮暴行，这些暴行玷污了人类\n"
        "的良心，而一个人人享有言论和信仰自由的世界的来临，已被宣布为普通人民的愿望。"
    )
    assert texts(text(lines)) == [lines.replace("\n", "")]


def test_soft_breaks_of_a_docx_stay_unless_a_sentence_runs_through(
    docx: Callable[..., Document],
) -> None:
    assert texts(docx("Улица Мира, 5\nБишкек", "Встреча с\nруководителями")) == [
        "Улица Мира, 5\nБишкек",
        "Встреча с руководителями",
    ]


def test_an_empty_document_has_no_paragraphs(text: Text) -> None:
    assert texts(text("")) == []
    assert texts(text("\n \n")) == []
