from sverka.model import BlockKind, ReasonCode, ReasonPlace
from sverka.screening.lines import facts
from sverka.screening.lines.text_lines import TextLine


def line(text: str, paragraph: int, number: int | None = None, page: int | None = None) -> TextLine:
    return TextLine(
        index=0,
        block=paragraph + 7,
        start=0,
        end=len(text),
        text=text,
        kind=BlockKind.PARAGRAPH,
        number=number,
        page=page,
        paragraph=paragraph,
    )


def test_a_place_has_what_the_file_knows() -> None:
    assert facts.place_of([line("a", 2, 5), line("b", 3, 7)]) == ReasonPlace(2, (5, 7))
    assert facts.place_of([line("a", 2, page=4)]) == ReasonPlace(2, None, 4)


def test_a_long_list_is_counted_whole_and_kept_by_its_beginning() -> None:
    reason = facts.listing(ReasonCode.AT_PAGE_TOPS, "pages", list(range(1, 1001)))
    assert reason.values == {"count": 1000, "pages": tuple(range(1, 13))}


def test_of_the_text_around_a_place_the_nearest_is_kept() -> None:
    before, after = "начало " * 100 + "конец", "начало" + " конец" * 100
    reason = facts.interrupts(line(before, 0), line(after, 1))
    kept = str(reason.values["before"]), str(reason.values["after"])
    assert before.endswith(kept[0])
    assert after.startswith(kept[1])
    assert 42 < max(map(len, kept)) < 200


def test_the_start_of_a_text_stands_on_one_line() -> None:
    assert facts.start_of("a\n b\tc") == "a b c"
