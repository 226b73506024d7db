import base64
import hashlib
import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from sverka.model import Category, Comparison, Notice, NoticeCode
from sverka.reports import html_report
from sverka.reports.report_options import Paper, ReportOptions, ReportRemark, ReportRemarks, Section

DATED = ReportOptions(date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
HOSTILE = "=cmd <script>alert(1)</script> \" ' & \x0b\x00 \ud800 \u202egpj. </td></table> {{ 7*7 }}"


def written(
    comparison: Comparison, folder: Path, options: ReportOptions = DATED, **more: Any
) -> str:
    html_report.write(comparison, folder / "report.html", options, **more)
    return (folder / "report.html").read_text(encoding="utf-8")


def test_every_change_stands_in_one_row_with_its_words_marked(
    release: Comparison, tmp_path: Path
) -> None:
    page = LexborHTMLParser(written(release, tmp_path))
    rows = page.css("tr.change")
    assert [row.id for row in rows] == [f"change-{n}" for n in range(1, 13)]
    assert rows[2].css_first("del").text() == "412"
    assert rows[2].css_first("ins").text() == "421"
    assert rows[11].css_first("ins").text() == "Следующее совещание пройдёт осенью."


def test_the_page_allows_itself_nothing_but_its_own_style(
    release: Comparison, tmp_path: Path
) -> None:
    text = written(release, tmp_path)
    page = LexborHTMLParser(text)
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not page.css("script, link, img, iframe, object, [style], [onclick], [src]")
    assert not re.search(r"url\(|@import|https?:", text)


def test_hostile_text_is_text_and_nothing_else(maker: Any, tmp_path: Path) -> None:
    maker.paragraph(f"{HOSTILE} [old{HOSTILE}→new{HOSTILE}] {HOSTILE}", (Category.WORDING,))
    notices = (Notice(NoticeCode.OTHER, {"sentence": HOSTILE}),)
    comparison = maker.comparison(
        notices=notices,
        names=("<b>a.txt", "b\x0b\ud800.docx"),
    )
    text = written(comparison, tmp_path, remarks=ReportRemarks({1: ReportRemark(HOSTILE, HOSTILE)}))
    page = LexborHTMLParser(text)
    assert not page.css("script, main b b, header b")
    fit = HOSTILE.replace("\x0b\x00 \ud800 \u202e", "␋␀ ⟨U+D800⟩ ⟨U+202E⟩")
    assert fit in page.css_first(".notices").text()
    assert page.css_first("tr.change ins").text() == f"new{fit}"
    assert "49" not in page.css_first(".notices").text()


def test_filters_need_no_script_and_hide_nothing_on_paper(
    release: Comparison, tmp_path: Path
) -> None:
    text = written(release, tmp_path)
    page = LexborHTMLParser(text)
    chosen = [box.id for box in page.css(".filters input")]
    assert chosen[0] == "only-all"
    assert "only-number" in chosen
    assert (
        "main:has(#only-number:checked) :is(.change:not(.is-number),"
        "section:not(:has(.is-number))){display:none}" in text.split("@media screen")[1]
    )
    assert "is-number is-quotation" in page.css_first("#change-3").attributes["class"]


def test_the_picture_says_in_words_what_it_shows(release: Comparison, tmp_path: Path) -> None:
    picture = LexborHTMLParser(written(release, tmp_path)).css_first("figure svg")
    assert picture.attributes["role"] == "img"
    assert picture.attributes["aria-label"].startswith("Where the 12 changes lie")
    assert len(picture.css("path")) == 1


def test_language_title_and_paper_are_set(release: Comparison, tmp_path: Path) -> None:
    options = replace(DATED, language="ru", paper=Paper.LETTER)
    text = written(release, tmp_path, options)
    page = LexborHTMLParser(text)
    assert page.css_first("html").attributes["lang"] == "ru-RU"
    assert page.css_first("title").text().endswith(": published.txt → corrected.docx")
    assert "@page{size:letter;" in text


def test_what_was_not_chosen_is_left_out(release: Comparison, tmp_path: Path) -> None:
    options = replace(DATED, sections=frozenset({Section.NOTICES}))
    page = LexborHTMLParser(written(release, tmp_path, options))
    assert [h.text() for h in page.css("h2")] == ["What was not compared, or with reserve"]


def test_two_thousand_changes_are_written_in_a_second(
    large: Callable[[int], Comparison], tmp_path: Path
) -> None:
    comparison = large(2000)
    start = time.process_time()
    text = written(comparison, tmp_path)
    assert time.process_time() - start < 1
    assert text.count('<tr id="change-') == 2000


def test_a_report_that_fails_leaves_the_former_one(
    release: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"the former report")

    def full_disk(*_all: Any, **_more: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full_disk)
    with pytest.raises(OSError, match="No space left"):
        html_report.write(release, path, DATED)
    assert path.read_bytes() == b"the former report"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
