import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from openxml_audit import OpenXmlValidator

from sverka.files import written_whole
from sverka.model import Category, Comparison, Notice, NoticeCode
from sverka.reports import docx_report
from sverka.reports.report_options import Paper, ReportOptions, ReportRemark, ReportRemarks, Section

DATED = ReportOptions(date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
HOSTILE = "=cmd|'/c calc'!A0 <script>alert(1)</script> & \x0b\x00 \ud800 \u202egpj.\ufffe]]>"


def written(
    comparison: Comparison, folder: Path, options: ReportOptions = DATED, **more: Any
) -> Any:
    path = folder / "report.docx"
    docx_report.write(comparison, path, options, **more)
    return Document(str(path))


def texts(document: Any) -> str:
    return "\n".join(t.text or "" for t in document.element.body.iter(qn("w:t")))


def tables(document: Any) -> dict[str, Table]:
    """Tables by the heading before them; only those with a header row."""
    found, heading = {}, ""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph) and item.style.name in ("Heading 1", "Title"):
            heading = item.text
        elif isinstance(item, Table) and item.style.name == "Sverka Table":
            found[heading] = item
    return found


def marked(cell: Any, style: str) -> list[str]:
    return [r.text for p in cell.paragraphs for r in p.runs if r.style.name.startswith(style)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_cover_says_which_files_were_compared(release: Comparison, tmp_path: Path) -> None:
    cover = {
        row[0]: row[1:]
        for row in rows(tables(written(release, tmp_path))["Comparison of two versions"])
    }
    assert cover["File"] == ["published.txt", "corrected.docx"]
    assert cover["Format, size"] == ["text, UTF-8 · 8.2 kB", "Word · 40.6 kB · 4 pages"]
    assert cover["SHA-256"] == ["5bcb32c1" * 8, "9c01a7e2" * 8]
    assert cover["Paragraphs, words"] == ["11 · 88", "12 · 86"]
    assert cover["Modified"][0] == "20 November 2026, 09:30"
    assert cover["Options"][0] == (
        "nothing ignored; page furniture set aside; tracked changes accepted"
    )
    assert cover["Report made"][0] == "22 November 2026, 14:05"


def test_every_change_stands_in_one_row_with_its_words_marked(
    release: Comparison, tmp_path: Path
) -> None:
    table = tables(written(release, tmp_path))["Changes"]
    assert [row.cells[0].text for row in table.rows[1:]] == [str(n) for n in range(1, 13)]
    number = table.rows[3]
    assert "number" in number.cells[1].text
    assert marked(number.cells[2], "Original") == ["412"]
    assert marked(number.cells[3], "Revised") == ["421"]
    assert "перевезли 412 тысяч" in number.cells[2].text
    deleted, inserted = table.rows[11], table.rows[12]
    assert marked(deleted.cells[2], "Original") == ["Вопрос о ледоколе будет рассмотрен отдельно."]
    assert deleted.cells[3].text == ""
    assert marked(inserted.cells[3], "Revised") == ["Следующее совещание пройдёт осенью."]


def test_marks_are_seen_without_colour(release: Comparison, tmp_path: Path) -> None:
    styles = written(release, tmp_path).styles
    assert styles["Original Text"].font.strike
    assert styles["Revised Text"].font.underline


def test_a_move_says_both_its_ends(release: Comparison, tmp_path: Path) -> None:
    row = tables(written(release, tmp_path))["Changes"].rows[10]
    assert "9 → 3" in row.cells[1].text
    assert "Moved, not edited" in row.cells[1].text
    assert "Stood after «Тихон Вереснин" in row.cells[2].text
    assert "Now stands after «В Плёсе" in row.cells[2].text


def test_a_split_shows_the_paragraph_mark_that_came_in(release: Comparison, tmp_path: Path) -> None:
    row = tables(written(release, tmp_path))["Changes"].rows[9]
    assert row.cells[2].text.endswith("на расписание. Новое расписание напечатано.")
    assert marked(row.cells[3], "Revised") == ["¶"]


def test_findings_stand_with_evidence_and_verdict_and_alike_ones_in_one_row(
    release: Comparison, tmp_path: Path
) -> None:
    found = tables(written(release, tmp_path))
    header, mixed, numbers = rows(found["Findings"])[1:]
    assert "Original, lines 21–22" in header[0]
    assert "It interrupts a sentence: «только по | воде»." in header[2]
    assert "fixed in the revised version" in header[3]
    assert "proposed: безаварийная" in mixed[1]
    assert "pages 1–3, 5" in numbers[0]
    assert "4 times" in numbers[0]
    assert "Duplicate paragraph" in rows(found["Repeats"])[1][0]


def test_notices_say_what_was_not_compared(release: Comparison, tmp_path: Path) -> None:
    table = tables(written(release, tmp_path))["What was not compared, or with reserve"]
    assert rows(table)[1] == [
        "Revised, page 3",
        "Page 3 has no text layer; nothing of it was compared.",
    ]


def test_the_counts_are_those_of_the_comparison(release: Comparison, tmp_path: Path) -> None:
    table = rows(tables(written(release, tmp_path))["Changes by kind and category"])
    by_label = {row[0]: row[-1] for row in table[1:]}
    assert by_label["Number"] == str(release.statistics.by_category[Category.NUMBER])
    assert by_label["Quotation"] == str(release.statistics.by_category[Category.QUOTATION])
    assert by_label["All changes"] == str(release.statistics.changes)


def test_the_gravest_changes_are_quoted_first(release: Comparison, tmp_path: Path) -> None:
    leads = [p.text for p in written(release, tmp_path).paragraphs if p.style.name == "Lead"]
    assert leads[0].startswith(
        "1 change in numbers, inside a quotation: «Мы перевезли 412 421 тысяч"
    )
    assert leads[1].startswith("1 change in dates, inside a quotation: ")


def test_header_rows_are_repeated_and_no_row_breaks(release: Comparison, tmp_path: Path) -> None:
    for table in tables(written(release, tmp_path)).values():
        properties = [row._tr.trPr for row in table.rows]
        assert all(p.find(qn("w:cantSplit")) is not None for p in properties)
        assert [p.find(qn("w:tblHeader")) is not None for p in properties].count(True) == 1
        assert properties[0].find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("paper", list(Paper))
def test_tables_and_picture_are_as_wide_as_the_text(
    release: Comparison, tmp_path: Path, paper: Paper
) -> None:
    document = written(release, tmp_path, replace(DATED, paper=paper))
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    assert section.page_height.mm == pytest.approx(297 if paper is Paper.A4 else 279.4, abs=0.1)
    for table in document.tables:
        columns = [int(c.get(qn("w:w"))) for c in table._tbl.tblGrid.iterchildren()]
        assert abs(sum(columns) * 635 - width) < 20 * 635
    assert abs(document.inline_shapes[0].width - width) < 635


def test_the_picture_has_an_alternative_text(release: Comparison, tmp_path: Path) -> None:
    properties = written(release, tmp_path).inline_shapes[0]._inline.docPr
    assert properties.get("descr") == (
        "Where the 12 changes lie, from beginning to end by quarters of the document: 3, 2, 4, 3."
        " Numbers, dates or names changed in 3 places."
    )


def test_header_footer_title_and_language_are_set(release: Comparison, tmp_path: Path) -> None:
    document = written(release, tmp_path)
    section = document.sections[0]
    assert section.header.paragraphs[0].text == (
        "published.txt → corrected.docx\tSverka comparison report"
    )
    codes = [c.text.strip() for c in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert document.core_properties.title == (
        "Comparison of two versions: published.txt → corrected.docx"
    )
    assert document.core_properties.language == "en-GB"
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"


def test_the_report_is_in_the_language_asked_for(release: Comparison, tmp_path: Path) -> None:
    document = written(release, tmp_path, replace(DATED, language="ru"))
    assert document.core_properties.language == "ru-RU"


def test_remarks_get_a_column_of_their_own(release: Comparison, tmp_path: Path) -> None:
    remarks = ReportRemarks({4: ReportRemark("query", "по записи?")})
    table = tables(written(release, tmp_path, remarks=remarks))["Changes"]
    assert table.rows[0].cells[4].text == "State"
    assert table.rows[4].cells[4].text == "query\nпо записи?"
    assert table.rows[5].cells[4].text == ""


def test_what_was_not_chosen_is_left_out_and_the_numbers_stay(
    release: Comparison, tmp_path: Path
) -> None:
    options = replace(
        DATED,
        sections=frozenset({Section.CHANGES}),
        only=frozenset({Category.NUMBER, Category.DATE}),
    )
    document = written(release, tmp_path, options)
    found = tables(document)
    assert list(found) == ["Comparison of two versions", "Changes"]
    assert [row[0] for row in rows(found["Changes"])[1:]] == ["3", "8"]
    assert "2 of 12 changes are listed here: number, date only." in texts(document)


def test_hostile_text_is_shown_and_breaks_nothing(maker: Any, tmp_path: Path) -> None:
    text = HOSTILE.replace("]]>", "")
    maker.paragraph(f"{text} [old{text}→new{text}] {text}", (Category.WORDING,))
    notices = (Notice(NoticeCode.OTHER, {"sentence": HOSTILE}),)
    comparison = maker.comparison(
        notices=notices, names=(f"a{HOSTILE[:20]}.txt", "b\x0b\ud800.docx")
    )
    document = written(
        comparison, tmp_path, remarks=ReportRemarks({1: ReportRemark(HOSTILE, HOSTILE)})
    )
    said = texts(document)
    assert "␋␀ ⟨U+D800⟩ ⟨U+202E⟩gpj.⟨U+FFFE⟩]]>" in said
    assert "<script>alert(1)</script> &" in said
    assert "b␋⟨U+D800⟩.docx" in said
    assert_valid(tmp_path / "report.docx")


def test_text_from_right_to_left_is_laid_out_so(maker: Any, tmp_path: Path) -> None:
    maker.paragraph("قابل الرئيس [عشرة→عشرين] قبطانا", (Category.NUMBER,))
    row = tables(written(maker.comparison(), tmp_path))["Changes"].rows[1]
    paragraph = row.cells[3].paragraphs[0]
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    assert all(run._r.rPr.find(qn("w:rtl")) is not None for run in paragraph.runs)
    assert marked(row.cells[3], "Revised") == ["عشرين"]


def test_two_versions_that_read_the_same_make_a_report_that_says_so(
    maker: Any, tmp_path: Path
) -> None:
    maker.paragraph("Nothing happened.")
    document = written(maker.comparison(), tmp_path)
    assert "Nothing changed: both versions read the same." in texts(document)
    assert "Changes" not in tables(document)
    assert_valid(tmp_path / "report.docx")


def test_empty_versions_make_a_report(maker: Any, tmp_path: Path) -> None:
    written(maker.comparison(), tmp_path)
    assert_valid(tmp_path / "report.docx")


def test_the_same_comparison_and_date_make_the_same_bytes(
    release: Comparison, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        docx_report.write(release, tmp_path / name, DATED)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_every_part_keeps_to_the_schema(
    release: Comparison, large: Callable[[int], Comparison], tmp_path: Path
) -> None:
    written(release, tmp_path, remarks=ReportRemarks({1: ReportRemark("done", "a\nb\tc")}))
    assert_valid(tmp_path / "report.docx")
    document = written(large(60), tmp_path)
    assert "Contents" in [p.text for p in document.paragraphs]
    assert_valid(tmp_path / "report.docx")


def test_the_contents_link_to_the_headings(
    large: Callable[[int], Comparison], tmp_path: Path
) -> None:
    body = written(large(60), tmp_path).element.body
    anchors = [e.get(qn("w:anchor")) for e in body.iter(qn("w:hyperlink"))]
    names = [e.get(qn("w:name")) for e in body.iter(qn("w:bookmarkStart"))]
    assert anchors == names
    assert len(set(names)) == len(names) > 4


def test_two_thousand_changes_are_written_in_six_seconds(
    large: Callable[[int], Comparison], tmp_path: Path
) -> None:
    comparison = large(2000)
    start = time.process_time()
    docx_report.write(comparison, tmp_path / "report.docx", DATED)
    assert time.process_time() - start < 6
    numbers = re.findall(
        rb'"TableLabel"/></w:pPr><w:r><w:t xml:space="preserve">([\d,]+)</w:t>',
        Document(str(tmp_path / "report.docx")).part.blob,
    )
    assert [int(n.replace(b",", b"")) for n in numbers] == list(range(1, 2001))


def test_a_report_that_fails_leaves_the_former_one(
    release: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"the former report")

    def full_disk(target: Path, content: bytes) -> int:
        with target.open("wb") as stream:
            stream.write(content[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="No space left"):
        docx_report.write(release, path, DATED)
    assert path.read_bytes() == b"the former report"
    assert [p.name for p in tmp_path.iterdir()] == ["report.docx"]


def assert_valid(path: Path) -> None:
    errors = OpenXmlValidator().validate(str(path)).errors
    assert [f"{e.part_uri} {e.path}: {e.description}" for e in errors] == []


def test_the_validator_sees_a_wrong_order(release: Comparison, tmp_path: Path) -> None:
    document = written(release, tmp_path)
    properties = document.paragraphs[0]._p.pPr
    properties.append(properties[0].__copy__())
    with written_whole(tmp_path / "wrong.docx") as part:
        document.save(str(part))
    assert OpenXmlValidator().validate(str(tmp_path / "wrong.docx")).errors
