"""The content of a report: what cover, figures, counts and notices say, and what is left out."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from sverka.model import (
    Category,
    ChangeKind,
    Comparison,
    Notice,
    NoticeCode,
    Options,
    Side,
    Statistics,
)
from sverka.reports.report_content import Report, Tile, build
from sverka.reports.report_options import (
    DEFAULT,
    NO_REMARKS,
    ReportOptions,
    ReportRemark,
    ReportRemarks,
    Section,
)

DATE = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
ALL = ReportOptions(sections=frozenset(Section), date=DATE)


def made(comparison: Comparison, remarks: ReportRemarks = NO_REMARKS, **options: object) -> Report:
    return build(comparison, replace(ALL, **options), remarks)  # type: ignore[arg-type]


def tiles(report: Report) -> dict[str, str]:
    return {tile.label: tile.figure for tile in report.tiles}


def counted(report: Report) -> dict[str, dict[str, int]]:
    """The table of counts by its labels and heads, noughts left out."""
    assert report.counts is not None
    rows = [*report.counts.rows, report.counts.total]
    head = report.counts.head
    assert all(len(row.counts) == len(head) for row in rows)
    return {row.label: {h: n for h, n in zip(head, row.counts, strict=True) if n} for row in rows}


def test_the_head_names_the_report_its_versions_and_its_day(release: Comparison) -> None:
    report = made(release)
    assert (report.title, report.old_name, report.new_name) == (
        "Comparison of two versions",
        "published.txt",
        "corrected.docx",
    )
    assert report.subject == "Начальник управления Т. Вереснин встретился с капитанами судов"
    assert (report.written_in, report.date, report.date_words) == (
        "en-GB",
        DATE,
        "22 November 2026",
    )


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("ru", "ru-RU"), ("ky", "ky-KG")])
def test_the_language_is_told_to_the_file_formats(
    release: Comparison, language: str, tag: str
) -> None:
    report = made(release, language=language)
    assert report.written_in == tag
    assert (report.title == "Comparison of two versions") is (language == "en")


def test_the_subject_is_the_title_of_the_revised_version_or_else_of_the_original(
    maker: Any, release: Comparison
) -> None:
    maker.deleted("Вопрос о ледоколе будет рассмотрен отдельно.")
    assert made(maker.comparison()).subject == "Вопрос о ледоколе будет рассмотрен отдельно."
    first, *others = release.new.paragraphs
    paragraphs = (replace(first, text="Слово " * 60), *others)
    long = replace(release.new, screening=replace(release.new.screening, paragraphs=paragraphs))
    assert 100 < len(made(replace(release, new=long)).subject) <= 160


def test_a_date_is_kept_by_file_formats_without_its_zone(release: Comparison) -> None:
    bishkek = datetime(2026, 11, 22, 3, 0, tzinfo=timezone(timedelta(hours=6)))
    assert made(release, date=bishkek).date_in_utc == datetime(2026, 11, 21, 21, 0)
    assert made(release, date=datetime(2026, 11, 22)).date_in_utc == datetime(2026, 11, 22)


def test_a_report_without_a_date_is_of_today(release: Comparison) -> None:
    before = datetime.now(UTC)
    date = made(release, date=None).date
    assert before <= date <= datetime.now(UTC)


def test_the_cover_says_what_was_compared_and_how(release: Comparison) -> None:
    report = made(release)
    assert [(row.label, row.old, row.new) for row in report.cover] == [
        ("File", "published.txt", "corrected.docx"),
        ("Format, size", "text, UTF-8 · 8.2 kB", "Word · 40.6 kB · 4 pages"),
        ("Paragraphs, words", "11 · 88", "12 · 86"),
        ("Modified", "20 November 2026, 09:30", "20 November 2026, 09:30"),
        ("SHA-256", "5bcb32c1" * 8, "9c01a7e2" * 8),
        (
            "Options",
            "nothing ignored; page furniture set aside; tracked changes accepted",
            None,
        ),
        ("Report made", "22 November 2026, 14:05", None),
    ]


def test_the_cover_names_the_reviewer_where_there_is_one(release: Comparison) -> None:
    last = made(release, reviewer="Е. Ракитина").cover[-1]
    assert (last.label, last.old, last.new) == ("Reviewed by", "Е. Ракитина", None)


def test_what_a_file_does_not_say_is_not_made_up(release: Comparison) -> None:
    properties = replace(release.new.document.properties, modified=None, pages=1)
    document = replace(release.new.document, properties=properties)
    cover = {
        row.label: row.new
        for row in made(replace(release, new=replace(release.new, document=document))).cover
    }
    assert cover["Modified"] == "not known"
    assert cover["Format, size"] == "Word · 40.6 kB · 1 page"


def test_the_figures_are_those_an_editor_asks_for_first(release: Comparison) -> None:
    assert made(release).tiles == (
        Tile("12", "changes in all"),
        Tile("1", "in numbers"),
        Tile("4", "in quotations"),
        Tile("4", "of wording"),
        Tile("1", "moved"),
        Tile("84 %", "of words unchanged"),
    )


def test_figures_of_nothing_are_noughts_and_thousands_are_set_apart(release: Comparison) -> None:
    none = Statistics(0, {}, {}, 5, 5, 5)
    shown = tiles(made(replace(release, statistics=none, changes=())))
    assert shown == {
        "changes in all": "0",
        "in numbers": "0",
        "in quotations": "0",
        "of wording": "0",
        "moved": "0",
        "of words unchanged": "100 %",
    }
    categories = {Category.NUMBER: 1000, Category.QUOTATION: 30, Category.WORDING: 200}
    many = replace(none, changes=1234, by_category=categories, by_kind={ChangeKind.MOVE: 4})
    assert [tile.figure for tile in made(replace(release, statistics=many)).tiles] == [
        "1,234",
        "1,000",
        "30",
        "200",
        "4",
        "100 %",
    ]


@pytest.mark.parametrize(
    ("old", "new", "unchanged", "percent"),
    [
        (10_000, 10_000, 9_999, 99),  # 100 is said only where nothing changed
        (10_000, 10_000, 10_000, 100),
        (200, 100, 50, 25),
        (3, 3, 2, 66),
        (0, 7, 0, 0),
        (0, 0, 0, 100),
        (7, 0, 0, 0),
    ],
)
def test_the_share_of_words_unchanged_is_rounded_down(
    release: Comparison, old: int, new: int, unchanged: int, percent: int
) -> None:
    statistics = replace(
        release.statistics, old_words=old, new_words=new, unchanged_words=unchanged
    )
    report = made(replace(release, statistics=statistics))
    assert tiles(report)["of words unchanged"] == f"{percent} %"


def test_changes_are_counted_by_category_and_kind_each_in_all_of_its_categories(
    release: Comparison,
) -> None:
    found = counted(made(release))
    assert found["Number"] == {"Replacement": 1, "In all": 1}
    assert found["Quotation"] == {"Replacement": 3, "Deletion": 1, "In all": 4}
    assert found["Wording"] == {
        "Insertion": 1,
        "Deletion": 2,
        "Replacement": 1,
        "In all": 4,
    }
    assert found["No category"] == {"Move": 1, "Split": 1, "In all": 2}
    assert list(found)[-1] == "All changes"
    assert found["All changes"] == {
        "Insertion": 1,
        "Deletion": 2,
        "Replacement": 7,
        "Move": 1,
        "Split": 1,
        "In all": 12,
    }


def test_the_counts_have_no_row_and_no_column_of_noughts(release: Comparison) -> None:
    only = tuple(c for c in release.changes if Category.NUMBER in c.categories)
    statistics = replace(release.statistics, changes=1, by_kind={only[0].kind: 1})
    found = counted(made(replace(release, changes=only, statistics=statistics)))
    assert found == {
        "Number": {"Replacement": 1, "In all": 1},
        "Quotation": {"Replacement": 1, "In all": 1},
        "All changes": {"Replacement": 1, "In all": 1},
    }


def test_without_changes_there_is_nothing_to_count_or_to_draw(maker: Any) -> None:
    maker.paragraph("Пароходство напоминает о порядке пересадок.")
    report = made(maker.comparison())
    assert (report.counts, report.chart, report.groups, report.left_out) == (None, None, (), "")


PARTS = {
    Section.SUMMARY: {"highlights", "sentences"},
    Section.COUNTS: {"tiles", "counts"},
    Section.MAP: {"chart"},
    Section.CHANGES: {"groups"},
    Section.FINDINGS: {"findings"},
    Section.REPEATS: {"repeats"},
    Section.NOTICES: {"notices"},
    Section.REDLINE: {"redline"},
    Section.COLUMNS: {"columns"},
}


@pytest.mark.parametrize("section", Section)
def test_a_section_is_there_when_it_is_asked_for_and_else_empty(
    release: Comparison, section: Section
) -> None:
    every = set().union(*PARTS.values())
    alone = made(release, sections=frozenset({section}))
    assert {name for name in every if getattr(alone, name)} == PARTS[section]
    others = made(release, sections=frozenset(Section) - {section})
    assert {name for name in every if getattr(others, name)} == every - PARTS[section]
    assert every <= {field.name for field in fields(Report)}


@pytest.mark.parametrize("section", [Section.REDLINE, Section.COLUMNS])
def test_the_full_texts_are_there_only_when_asked_for(
    release: Comparison, section: Section
) -> None:
    assert not getattr(build(release, DEFAULT, NO_REMARKS), section.value)


def test_all_changes_are_listed_in_order_with_their_numbers(release: Comparison) -> None:
    report = made(release)
    assert sorted(entry.number for entry in report.entries) == list(range(1, 13))
    assert report.left_out == ""


def test_what_is_not_listed_is_counted_and_keeps_its_number(release: Comparison) -> None:
    report = made(release, only=frozenset({Category.NUMBER, Category.DATE}))
    assert [entry.number for entry in report.entries] == [
        number
        for number, change in enumerate(release.changes, 1)
        if {Category.NUMBER, Category.DATE} & set(change.categories)
    ]
    assert report.left_out == "2 of 12 changes are listed here: number, date only."
    assert made(release, sections=frozenset(), only=frozenset({Category.DATE})).left_out == ""


def test_only_what_was_reviewed_may_be_listed(release: Comparison) -> None:
    remarks = ReportRemarks({3: ReportRemark("Agreed", "")})
    report = made(release, remarks, reviewed=True)
    assert [entry.number for entry in report.entries] == [3]
    assert report.left_out == "1 of 12 changes are listed here: reviewed only."
    both = made(release, remarks, reviewed=True, only=frozenset({Category.NUMBER}))
    assert both.left_out.endswith("listed here: number, reviewed only.")
    assert len(made(release, remarks).entries) == 12


def test_one_change_that_is_not_listed_is_said_in_the_singular(release: Comparison) -> None:
    one = replace(release, changes=release.changes[:1])
    report = made(one, only=frozenset({Category.NUMBER}))
    assert report.left_out == "0 of 1 change is listed here: number only."


@pytest.mark.parametrize(
    ("side", "page", "place"),
    [
        (Side.NEW, 3, "Revised, page 3"),
        (Side.OLD, None, "Original"),
        (None, 3, "page 3"),
        (None, None, ""),
    ],
)
def test_a_notice_says_where(
    release: Comparison, side: Side | None, page: int | None, place: str
) -> None:
    notice = Notice(NoticeCode.OTHER, {"sentence": "Something was not compared."}, side, page)
    report = made(replace(release, notices=(notice,)))
    assert report.notices == ((place, "Something was not compared."),)


def test_findings_and_repeats_are_told_apart(release: Comparison) -> None:
    report = made(release)
    assert (len(report.findings), len(report.repeats)) == (3, 1)


def test_the_options_are_said_as_they_were(
    release: Comparison, large: Callable[[int], Comparison]
) -> None:
    kept = replace(release, options=Options(keep_furniture=True))
    (row,) = [row for row in made(kept).cover if row.label == "Options"]
    assert "page furniture kept in the text" in row.old
    assert len(made(large(60)).entries) == 60
