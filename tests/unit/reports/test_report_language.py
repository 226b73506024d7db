"""A report is wholly in its language, whatever is spoken around it."""

import gettext
import re
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from lxml import etree, html

from sverka.comparison import compare
from sverka.language import LANGUAGES, language
from sverka.model import Comparison, Notice, NoticeCode, NoticeValue, Side
from sverka.reports import docx_report, html_report, json_forms, xlsx_report
from sverka.reports.report_options import ReportOptions, ReportRemark, ReportRemarks, Section

EVERYTHING = ReportOptions(
    sections=frozenset(Section), date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC), language="ru"
)
REMARKS = ReportRemarks({1: ReportRemark("вопрос", "По записи?")}, {1: ReportRemark("вопрос", "")})


@cache
def catalogue() -> dict[str, str]:
    """What is said in Russian, by the English; plural forms each with their context cut off."""
    with as_file(files("sverka.resources") / "translations") as folder:
        known = gettext.translation("sverka", folder, ["ru"])._catalog  # type: ignore[attr-defined]
    texts = ((key[0] if isinstance(key, tuple) else key, said) for key, said in known.items())
    return {text.rpartition("\x04")[2]: said for text, said in texts}


def every_notice() -> tuple[Notice, ...]:
    """A notice of each kind, with something for every field that a sentence may have."""
    fields = {name for text in catalogue() for name in re.findall(r"\{(\w+)\}", text)}
    values: dict[str, NoticeValue] = {**dict.fromkeys(fields, "а.docx"), "count": 2}
    values["pages"] = (2, 3)
    codes = [code for code in NoticeCode if code is not NoticeCode.OTHER]
    return tuple(Notice(code, values, side, page=2) for code in codes for side in Side)


@pytest.fixture(scope="module")
def sample() -> Comparison:
    """The sample release, with every notice."""
    with as_file(files("sverka.resources") / "samples") as folder:
        made = compare(folder / "release-ru-published.txt", folder / "release-ru-corrected.docx")
    return replace(made, notices=every_notice())


@cache
def english() -> tuple[re.Pattern[str], ...]:
    """What the catalogue says in English and otherwise in Russian, without the fields in it."""
    found = set()
    for text, said in catalogue().items():
        if text == said:
            continue
        for words in re.split(r"\{\w*\}", text):
            if re.search("[a-z]{3}", words):
                found.add(words.strip(" .,:;·()«»\n"))
    return tuple(re.compile(rf"(?<![\w.]){re.escape(words)}(?!\w)") for words in sorted(found))


def leaks(text: str) -> list[str]:
    return [words.pattern for words in english() if words.search(text)]


def docx_words(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        parts = [package.read(n) for n in package.namelist() if re.match(r"word/\w+\d*\.xml", n)]
    said: list[str] = []
    for part in parts:
        root = etree.fromstring(part)
        for paragraph in root.iter("{*}p"):
            said.append("".join(paragraph.itertext("{*}t")))
        said += [
            str(value)
            for value in root.xpath(
                "//@descr | //@w:tblCaption",
                namespaces={"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
            )
        ]
    return "\n".join(said)


def html_words(path: Path) -> str:
    root = html.fromstring(path.read_text("utf-8"))
    for style in root.iter("style"):
        style.text = ""
    return "\n".join([*root.itertext(), *map(str, root.xpath("//@aria-label"))])


def xlsx_words(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        roots = [
            etree.fromstring(package.read(name))
            for name in package.namelist()
            if name == "xl/sharedStrings.xml" or name.startswith("xl/worksheets/sheet")
        ]
        book = etree.fromstring(package.read("xl/workbook.xml"))
    said = [str(t) for root in roots for t in root.itertext("{*}t", "{*}oddHeader", "{*}oddFooter")]
    return "\n".join([*said, *map(str, book.xpath("//@name"))])


def test_the_search_for_english_finds_it(sample: Comparison, tmp_path: Path) -> None:
    html_report.write(sample, tmp_path / "r.html", replace(EVERYTHING, language="en"))
    found = leaks(html_words(tmp_path / "r.html"))
    assert len(found) > 40


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (docx_report.write, docx_words),
        (html_report.write, html_words),
        (xlsx_report.write, xlsx_words),
    ],
    ids=["docx", "html", "xlsx"],
)
@pytest.mark.parametrize("made", ["sample", "release"])
def test_a_russian_report_has_no_english_sentence(
    made: str,
    write: Callable[..., None],
    words: Callable[[Path], str],
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    comparison = replace(request.getfixturevalue(made), notices=every_notice())
    write(comparison, tmp_path / "report", EVERYTHING, REMARKS)
    said = words(tmp_path / "report")
    assert "Изменения" in said
    assert leaks(said) == []


def test_the_sentences_of_a_russian_json_are_russian(sample: Comparison) -> None:
    value = json_forms.comparison(sample, language("ru"))
    said = [s for f in value["findings"] for s in f["evidence"]]
    said += [notice["text"] for notice in value["notices"]]
    assert said
    assert leaks("\n".join(said)) == []


def write_json(comparison: Comparison, path: Path, options: ReportOptions) -> None:
    json_forms.write(json_forms.comparison(comparison, language(options.language)), path)


@pytest.mark.parametrize(
    "write",
    [docx_report.write, html_report.write, xlsx_report.write, write_json],
    ids=["docx", "html", "xlsx", "json"],
)
def test_reports_written_at_once_are_those_written_alone(
    write: Callable[..., None], release: Comparison, tmp_path: Path
) -> None:
    def written(numbered: tuple[int, str]) -> bytes:
        path = tmp_path / str(numbered[0])
        write(release, path, replace(EVERYTHING, language=numbered[1]))
        return path.read_bytes()

    alone = {code: written((n, code)) for n, code in enumerate(LANGUAGES)}
    assert len(set(alone.values())) == len(LANGUAGES)
    codes = [*LANGUAGES] * 20
    with ThreadPoolExecutor(12) as pool:
        made = list(pool.map(written, enumerate(codes)))
    assert made == [alone[code] for code in codes]
