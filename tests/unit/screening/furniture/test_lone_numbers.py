"""Lone numbers: which of them count the pages, by words, by counting and by what stands beside."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from sverka.model import Document, FindingKind, ReasonCode, Tier
from sverka.screening.furniture.furniture_mark import FurnitureMark
from sverka.screening.furniture.line_runs import numbers_of
from sverka.screening.furniture.lone_numbers import number_marks
from sverka.screening.furniture.surroundings import ScreenedText
from sverka.screening.lines.layout import layout_of
from sverka.screening.lines.text_lines import lines_of

WIDTH, HEIGHT = 72, 14
Between = str | Sequence[str] | None
"""What stands between two pages: a line, several or nothing."""


class Book:
    """Pages of prose that end within a sentence, or between two, and what stands between them."""

    def __init__(
        self, chapter: Callable[..., str], text: Callable[[str], Document], within: bool = True
    ) -> None:
        self._document = text
        self._within = within
        self._prose = " ".join(chapter(seed) for seed in range(1, 31)).split(" ")

    def _page(self, lines: int) -> list[str]:
        """So many lines; the last ends before a small letter, or with a sentence."""
        page = [""]
        while len(page) <= lines:
            word = self._prose.pop(0)
            if len(page[-1]) + len(word) >= WIDTH:
                page.append("")
            page[-1] = f"{page[-1]} {word}".strip()
        self._prose[:0] = page.pop().split(" ")
        if not self._within:
            page[-1] += " а потом наступил вечер."
            self._prose[0] = self._prose[0].capitalize()
        elif not (self._prose[0].islower() and page[-1][-1].isalpha()):
            page[-1] = page[-1].rstrip(".,") + " и"
            self._prose[0] = self._prose[0].lower()
        return page

    def marks(
        self, *between: Between, heights: Sequence[int] = (), known: str = "", end: str = ""
    ) -> dict[str, FurnitureMark]:
        """What is marked of the lines between the pages, by the line.

        Lines that are equal to `known` are furniture already.
        """
        lines: list[str] = []
        for k, insert in enumerate([*between, None]):
            lines += self._page(heights[k] if heights else HEIGHT)
            lines += [insert] if isinstance(insert, str) else insert or []
        lines += [end] if end else []
        self.lines = lines
        found = lines_of(self._document("\n".join(lines)))
        text = ScreenedText(found, layout_of(found), numbers_of(found))
        given = [
            FurnitureMark(FindingKind.RUNNING_HEADER, (i,), Tier.SUSPECTED, True, (), "header")
            for i, line in enumerate(lines)
            if line == known
        ]
        return {lines[mark.first]: mark for mark in number_marks(text, given)}


@pytest.fixture
def book(chapter: Callable[..., str], text: Callable[[str], Document]) -> Book:
    return Book(chapter, text)


@pytest.fixture
def chapters(chapter: Callable[..., str], text: Callable[[str], Document]) -> Book:
    """What stands between its pages stands between two sentences."""
    return Book(chapter, text, within=False)


def codes(mark: FurnitureMark) -> list[ReasonCode]:
    return [reason.code for reason in mark.reasons]


def test_four_numbers_that_count_up_with_the_pages_are_page_numbers(book: Book) -> None:
    marks = book.marks("17", "18", "19", "20")
    assert list(marks) == ["17", "18", "19", "20"]
    for mark in marks.values():
        assert (mark.kind, mark.tier, mark.removed) == (
            FindingKind.PAGE_NUMBER,
            Tier.CERTAIN,
            True,
        )
        assert codes(mark) == [ReasonCode.INTERRUPTS_SENTENCE, ReasonCode.NUMBER_CHAIN]
        assert mark.reasons[-1].values["numbers"] == (17, 18, 19, 20)
        around = book.lines[mark.first - 1], book.lines[mark.first + 1]
        assert (mark.reasons[0].values["before"], mark.reasons[0].values["after"]) == around


@pytest.mark.parametrize(
    "numbers",
    [
        ["17", "18", "19"],  # three may be chance
        ["17", "17", "17", "17"],
        ["20", "19", "18", "17"],
        ["17", "317", "4", "88"],
        ["xvii", "xviii", "xix", "xx"],  # as items of lists are
        ["1917", None, "a", "b"],
    ],
)
def test_numbers_that_count_no_pages_stay(book: Book, numbers: list[Between]) -> None:
    assert book.marks(*numbers) == {}


def test_half_of_the_pages_may_lack_their_number(book: Book) -> None:
    assert list(book.marks("1", "2", None, "4", None, None, None, "8")) == ["1", "2", "4", "8"]


def test_where_most_pages_lack_their_number_it_counts_something_else(book: Book) -> None:
    assert book.marks("1", "2", None, None, "5", None, None, None, "9") == {}


def test_numbers_of_chapters_stand_between_sentences_and_stay(chapters: Book) -> None:
    assert chapters.marks("1", "2", "3", "4", "5", "6") == {}


@pytest.mark.parametrize(("broken", "are_pages"), [(2, False), (3, True)])
def test_page_numbers_break_a_sentence_now_and_then(
    chapter: Callable[..., str],
    text: Callable[[str], Document],
    broken: int,
    are_pages: bool,
) -> None:
    """Three of twenty are enough."""
    found = Book(chapter, text, within=False)
    plain = found._page

    def page(lines: int) -> list[str]:
        found.turned += 1  # type: ignore[attr-defined]
        found._within = found.turned <= broken  # type: ignore[attr-defined]
        return plain(lines)

    found.turned = 0  # type: ignore[attr-defined]
    found._page = page  # type: ignore[method-assign]
    marks = found.marks(*map(str, range(11, 31)))
    assert len(marks) == (20 if are_pages else 0)
    if are_pages:
        assert codes(marks["11"]) == [ReasonCode.INTERRUPTS_SENTENCE, ReasonCode.NUMBER_CHAIN]
        assert codes(marks["30"]) == [ReasonCode.NUMBER_CHAIN]


def test_numbers_where_pages_begin_need_break_no_sentence(chapters: Book) -> None:
    numbers = [f"\f{k}" for k in range(4, 9)]
    assert len(chapters.marks(*numbers)) == 5
    assert len(chapters.marks("\f4", "\f5", "\f6", "7", "8")) == 5
    assert len(chapters.marks("\f4", "\f5", "6", "7")) == 0


def test_a_misread_number_counts_with_the_others(book: Book) -> None:
    assert list(book.marks("9", "1O", "11", "12")) == ["9", "1O", "11", "12"]


@pytest.mark.parametrize(
    "form", ["Садоводство в крае    {}", "{}    Садоводство в крае", "Сады края {}", "{}    Сады"]
)
def test_numbers_at_either_end_of_a_header_count_the_pages(
    book: Book, chapters: Book, form: str
) -> None:
    lines = [form.format(k) for k in (7, 8, 9, 10)]
    marks = book.marks(*lines)
    assert list(marks) == lines
    for mark in marks.values():
        assert (mark.kind, mark.removed) == (FindingKind.RUNNING_HEADER, True)
        assert codes(mark) == [ReasonCode.INTERRUPTS_SENTENCE, ReasonCode.NUMBER_CHAIN]
    # Headings count up at even distances too, but never inside a sentence.
    assert chapters.marks(*lines) == {}


def test_headers_that_change_while_the_count_goes_on_break_no_sentence(chapters: Book) -> None:
    lines = ["12    Садоводство в крае", "Лодки и вёсла    13", "14    Садоводство в крае"]
    lines += ["Лодки и вёсла    15", "16    Садоводство в крае"]
    assert list(chapters.marks(*lines)) == lines


def test_headers_of_chapters_follow_each_other_in_one_count(chapters: Book) -> None:
    titles = ["Ремонт пристаней", "Новые бакены", "Зимовка барж"]
    lines = [f"{k}    {titles[k // 2]}" for k in range(1, 6)]
    assert chapters.marks(*lines[1:]) == {}
    lines = [f"{k}    {titles[(k - 1) // 2]}" for k in range(1, 7)]
    assert list(chapters.marks(*lines)) == lines
    mixed = [f"{k}    {titles[k % 3]}" for k in range(1, 7)]
    assert chapters.marks(*mixed) == {}


def test_headings_spelled_in_two_ways_do_not_change(chapters: Book) -> None:
    lines = ["ONDAKA YA 1", "ONDAKA YA 2", "ONDAKA YE 3", "ONDAKA YE 4", "ONDAKA YA 5"]
    assert chapters.marks(*lines) == {}


@pytest.mark.parametrize(
    "form",
    [
        "садоводство в крае    {}",  # goes on in small letters
        "{}    Рисунок 4",
        "{}    ABC",  # too few letters
        "{}    Садоводство в крае.",
        "{}    Садоводство в крае,",
        "{}    Садоводство в крае:",
        "Садоводство {}",  # one word and a number: "Definition 3"
        "{}    " + "Садоводство в крае " * 7,  # longer than a header
    ],
)
def test_lines_of_text_that_begin_or_end_with_a_number_stay(book: Book, form: str) -> None:
    lines = [form.format(k) for k in (7, 8, 9, 10)]
    assert not set(book.marks(*lines)) & set(lines)


def test_headers_and_lone_numbers_count_together(book: Book) -> None:
    lines = ["Садоводство в крае 7", "Садоводство в крае 8", "9", "10"]
    assert list(book.marks(*lines)) == lines


def test_a_header_whose_numbers_come_twice_counts_no_pages(book: Book) -> None:
    lines = [f"Садоводство в крае    {k}" for k in (7, 8, 9, 10, 10)]
    assert book.marks(*lines) == {}


def test_four_different_titles_with_a_number_are_no_headers(book: Book) -> None:
    titles = ["Ремонт пристаней", "Новые бакены", "Зимовка барж", "Весенний лёд"]
    lines = [f"{title} {k}" for k, title in enumerate(titles, 7)]
    assert book.marks(*lines) == {}


def test_a_number_by_words_that_breaks_sentences_is_removed(book: Book) -> None:
    marks = book.marks("Page 3", "Page 4")
    assert list(marks) == ["Page 3", "Page 4"]
    for mark in marks.values():
        assert (mark.kind, mark.tier, mark.removed) == (
            FindingKind.PAGE_NUMBER,
            Tier.CERTAIN,
            True,
        )
        assert codes(mark)[:2] == [ReasonCode.INTERRUPTS_SENTENCE, ReasonCode.NUMBER_BY_WORDS]


def test_numbers_by_words_between_sentences_are_certain_by_counting_only(chapters: Book) -> None:
    counting = chapters.marks("Page 3", "Page 4", "Page 5")
    assert {(mark.tier, mark.removed) for mark in counting.values()} == {(Tier.CERTAIN, True)}
    others = chapters.marks("Page 9", "Page 3", "Page 6")
    assert {(mark.tier, mark.removed) for mark in others.values()} == {(Tier.SUSPECTED, False)}
    assert [codes(mark) for mark in others.values()] == [[ReasonCode.NUMBER_BY_WORDS]] * 3


@pytest.mark.parametrize("lines", [["Page 3"], ["Page 3", "стр. 4"]])
def test_a_form_of_words_that_comes_once_stays(chapters: Book, lines: list[str]) -> None:
    assert chapters.marks(*lines) == {}


def test_a_form_that_comes_once_does_not_hide_another(book: Book) -> None:
    assert list(book.marks("стр. 9", "Page 3", "Page 4")) == ["Page 3", "Page 4"]


def test_the_number_at_the_very_end_may_go_on_two(book: Book) -> None:
    marks = book.marks("Page 3", "Page 4", heights=[HEIGHT, HEIGHT, 2], end="5")
    assert list(marks) == ["Page 3", "Page 4", "5"]


def test_numbers_by_words_side_by_side_are_a_list(chapters: Book) -> None:
    assert chapters.marks(["Page 3", "Page 4"]) == {}


def test_a_number_beside_a_header_goes_with_it(book: Book) -> None:
    marks = book.marks(["Заголовок", "17"], ["Заголовок", "90"], known="Заголовок")
    assert list(marks) == ["17", "90"]
    for mark in marks.values():
        assert (mark.kind, mark.tier, mark.removed) == (
            FindingKind.PAGE_NUMBER,
            Tier.SUSPECTED,
            True,
        )
        assert codes(mark) == [ReasonCode.NUMBER_ALONE, ReasonCode.BESIDE_FURNITURE]


def test_a_number_by_words_beside_a_header_says_so(book: Book) -> None:
    marks = book.marks(["стр. 17", "Заголовок"], "Заголовок", known="Заголовок")
    assert codes(marks["стр. 17"]) == [
        ReasonCode.NUMBER_BY_WORDS,
        ReasonCode.BESIDE_FURNITURE,
    ]


def test_two_numbers_beside_a_header_go_with_it_and_more_are_a_table(book: Book) -> None:
    assert list(book.marks(["17", "Заголовок", "5"], known="Заголовок")) == ["17", "5"]
    assert book.marks(["17", "Заголовок", "5", "900"], known="Заголовок") == {}
    assert book.marks("17", "Заголовок", known="Заголовок") == {}


def test_what_is_furniture_already_is_not_marked_again(book: Book) -> None:
    assert list(book.marks("17", "18", "19", "20", known="18")) == ["17", "19", "20"]


@pytest.mark.parametrize(("end", "found"), [("21", True), ("22", False), ("20", False)])
def test_the_number_at_the_very_end_goes_on_the_others(book: Book, end: str, found: bool) -> None:
    heights = [HEIGHT] * 4 + [2]
    marks = book.marks("17", "18", "19", "20", heights=heights, end=end)
    assert list(marks)[:4] == ["17", "18", "19", "20"]
    assert len(marks) == 4 + found
    if found:
        mark = marks[end]
        assert (mark.tier, mark.removed) == (Tier.CERTAIN, True)
        assert mark.reasons[0].values["numbers"] == (17, 18, 19, 20, 21)


def test_the_end_of_a_text_with_one_page_number_is_no_number(book: Book) -> None:
    assert book.marks("3", heights=[HEIGHT, 2], end="4") == {}
    one = book.marks(["Заголовок", "3"], heights=[HEIGHT, 2], known="Заголовок", end="4")
    assert list(one) == ["3"]


def test_the_marks_of_a_chain_are_in_one_group(book: Book) -> None:
    marks = list(book.marks("17", "18", "19", "20").values())
    assert all(a.group == b.group for a, b in pairwise(marks))
