"""Headers of a DOCX say which pages of which sections they stand on, and are told of by that."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka import compare
from sverka.language import ENGLISH
from sverka.model import ChangeKind, Comparison, HeaderPages, HeaderPlace, Part, Verdict
from sverka.readers import read
from sverka.wording import change_place

Docx = Callable[..., Path]
EVEN = "<w:evenAndOddHeaders/>"
FIRST, OTHER = HeaderPages.FIRST, HeaderPages.OTHER


def p(text: str, properties: str = "") -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def section(title: bool = False, **headers: str) -> str:
    """What a section refers to: "default", "first" or "even" and the part."""
    named = "".join(
        f'<w:headerReference w:type="{kind}" r:id="{key}"/>' for kind, key in headers.items()
    )
    return f"<w:sectPr>{named}{'<w:titlePg/>' if title else ''}</w:sectPr>"


def body(*sections: str) -> str:
    return "".join(p(f"text {k}", one) for k, one in enumerate(sections))


def places(path: Path) -> list[tuple[str, tuple[HeaderPlace, ...]]]:
    return [
        (b.text, b.source.printed_on) for b in read(path).blocks if b.source.part is Part.HEADER
    ]


def test_each_header_says_where_it_is_printed(docx: Docx) -> None:
    path = docx(
        body(section(True, default="header1", first="header2", even="header3"), section()),
        header1=p("others"),
        header2=p("first"),
        header3=p("even"),
        settings=EVEN,
    )
    assert places(path) == [
        ("first", (HeaderPlace(FIRST, (1,), False),)),
        ("others", (HeaderPlace(OTHER, (1, 2)),)),
        ("even", (HeaderPlace(HeaderPages.EVEN, (1, 2)),)),
    ]


def test_a_header_that_is_the_same_in_several_places_is_there_once(docx: Docx) -> None:
    path = docx(
        body(section(True, default="header1", first="header2"), section(default="header3")),
        header1=p("same"),
        header2=p("same"),
        header3=p("same"),
    )
    assert places(path) == [
        ("same", (HeaderPlace(FIRST, (1,), False), HeaderPlace(OTHER, (1, 2)))),
    ]


def test_sections_before_a_tracked_change_count_for_nothing(docx: Docx) -> None:
    change = '<w:sectPrChange w:id="1" w:author="A"><w:sectPr><w:titlePg/></w:sectPr>'
    changed = section(default="header1").replace("</w:sectPr>", change + "</w:sectPrChange>", 1)
    path = docx(body(changed + "</w:sectPr>"), header1=p("head"))
    assert places(path) == [("head", (HeaderPlace(OTHER, (1,)),))]


Made = Callable[[str, str, str], Path]


@pytest.fixture
def made(docx: Docx, tmp_path: Path) -> Callable[..., Path]:
    """Write a document of two sections with these headers: first pages, others, and section 2."""
    count = iter(range(9))

    def write(first: str, others: str, second: str) -> Path:
        path = docx(
            body(section(True, default="header1", first="header2"), section(default="header3")),
            header1=p(others),
            header2=p(first),
            header3=p(second),
        )
        return path.rename(tmp_path / f"{next(count)}.docx")

    return write


def told(result: Comparison) -> list[tuple[ChangeKind, str, str, str]]:
    sides = []
    for change in result.changes:
        old, new = (
            "" if span is None else paragraphs[span.paragraph].text
            for span, paragraphs in (
                (change.old, result.old.paragraphs),
                (change.new, result.new.paragraphs),
            )
        )
        sides.append((change.kind, old, new, change_place(result, change, ENGLISH)))
    return sides


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        (
            ("Plan", "Plan", "Plan"),
            ("Draft", "Plan", "Plan"),
            "page header, first pages, section 1",
        ),
        (("Plan", "Plan", "Plan"), ("Plan", "Plan", "Draft"), "page header, section 2"),
        (("Plan", "Plan", "Plan"), ("Draft", "Draft", "Draft"), "page header"),
        (
            ("Cover", "Plan", "Plan"),
            ("Draft", "Plan", "Plan"),
            "page header, first pages, section 1",
        ),
    ],
)
def test_a_header_that_changed_on_some_pages_is_told_once_and_as_such(
    made: Callable[..., Path], before: tuple[str, ...], after: tuple[str, ...], place: str
) -> None:
    old, new = made(*before), made(*after)
    was = next(a for a, b in zip(before, after, strict=True) if a != b)
    assert told(compare(old, new)) == [(ChangeKind.REPLACEMENT, was, "Draft", place)]
    assert told(compare(new, old)) == [(ChangeKind.REPLACEMENT, "Draft", was, place)]


def test_headers_that_changed_places_are_told_of_each_place(made: Callable[..., Path]) -> None:
    old, new = made("Plan", "Draft", "Draft"), made("Draft", "Plan", "Plan")
    assert told(compare(old, new)) == [
        (ChangeKind.REPLACEMENT, "Plan", "Draft", "page header, first pages, section 1"),
        (ChangeKind.REPLACEMENT, "Draft", "Plan", "page header"),
    ]


def test_headers_after_a_section_that_was_put_in_are_what_they_were(docx: Docx) -> None:
    def of(*sections: str) -> Path:
        path = docx(body(*sections), header1=p("one"), header2=p("two"), header3=p("more"))
        return path.rename(path.with_name(f"{len(sections)}.docx"))

    first, second, put_in = (section(default=f"header{k}") for k in (1, 2, 3))
    old, new = of(first, second), of(put_in, first, second)
    header = [one for one in told(compare(old, new)) if "header" in one[3]]
    assert header == [(ChangeKind.INSERTION, "", "more", "page header, section 1")]


def test_a_header_that_stays_on_other_pages_is_still_there(made: Callable[..., Path]) -> None:
    result = compare(made("Plan", "Plan", "Plan"), made("Draft", "Plan", "Plan"))
    assert [(f.text, f.verdict) for f in result.findings] == [
        ("Plan", Verdict.STILL_THERE),
        ("Draft", Verdict.CHANGED),
        ("Plan", Verdict.STILL_THERE),
    ]


def test_a_header_that_a_section_takes_from_the_one_before_is_not_missing(docx: Docx) -> None:
    def of(*sections: str) -> Path:
        path = docx(body(*sections), header1=p("head"), header2=p("head"))
        return path.rename(path.with_name(f"{len(sections[1])}.docx"))

    own, taken = (
        of(section(default="header1"), section(default="header2")),
        of(section(default="header1"), section()),
    )
    assert told(compare(own, taken)) == []


def test_a_line_that_is_added_to_a_header_is_an_addition(docx: Docx, tmp_path: Path) -> None:
    alone = docx(body(section(default="header1")), header1=p("Plan")).rename(tmp_path / "a.docx")
    both = docx(body(section(default="header1")), header1=p("Plan") + p("Secret"))
    assert told(compare(alone, both)) == [(ChangeKind.INSERTION, "", "Secret", "page header")]
