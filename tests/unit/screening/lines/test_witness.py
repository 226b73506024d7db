from collections.abc import Callable

from sverka.model import Document
from sverka.screening.lines import line_weights
from sverka.screening.lines.layout import layout_of
from sverka.screening.lines.text_lines import lines_of
from sverka.screening.lines.witness import Witness, witness_of


def witness(document: Document) -> Witness:
    lines = lines_of(document)
    return witness_of(document, lines, layout_of(lines))


def test_it_knows_what_stands_together_whatever_the_spaces_and_marks(
    text: Callable[[str], Document],
) -> None:
    one = witness(
        text("Программа сотрудничества государств в борьбе с\nтерроризмом и экстремизмом")
    )
    assert one.reads_on("государств  в борьбе с", "терроризмом, и")
    assert one.reads_on("ГОСУДАРСТВ В БОРЬБЕ С ", "«Терроризмом и")
    assert not one.reads_on("государств в борьбе с", "экстремизмом")


def test_with_an_index_it_knows_the_same(text: Callable[[str], Document]) -> None:
    one = witness(text("Мы плыли вниз по реке, и снова мы плыли вниз по реке к морю"))
    asked = [
        ("мы плыли вниз", "по реке, и снова"),
        ("мы плыли вниз", "по реке к морю"),
        ("по реке к морю", "мы поплыли"),
    ]
    first = [one._find(before, after) for before, after in asked]
    for _time in range(line_weights.WITNESS_READ):
        one.reads_on("мы плыли вниз", "по реке к морю")
    assert [one._find(before, after) for before, after in asked] == first
    assert [len(places) for places in first] == [1, 1, 0]


def test_too_little_text_tells_nothing(text: Callable[[str], Document]) -> None:
    one = witness(text("в борьбе с терроризмом"))
    assert not one.reads_on("с", "терроризмом")
    assert not one.reads_on("", "")


def test_it_knows_where_paragraphs_end(docx: Callable[..., Document]) -> None:
    one = witness(docx("Капитаны говорили о навигации.", "Управление обещало помочь им."))
    assert one.joint("Капитаны говорили", "о навигации") is True
    assert one.joint("говорили о навигации.", "Управление обещало") is False
    assert one.joint("говорили о пароходах.", "Управление обещало") is None


def test_wrapped_lines_do_not_tell_where_paragraphs_end(
    text: Callable[[str], Document], chapter: Callable[..., str]
) -> None:
    words = chapter(1).split()
    lines = [" ".join(words[k : k + 9]) for k in range(0, len(words), 9)]
    one = witness(text("\n".join(lines)))
    assert one.joint(lines[2], lines[3]) is None
    assert one.joint(" ".join(lines[2].split()[:4]), " ".join(lines[2].split()[4:])) is True


def test_an_empty_version_knows_nothing(text: Callable[[str], Document]) -> None:
    assert not witness(text("")).reads_on("государств в борьбе с", "терроризмом")
