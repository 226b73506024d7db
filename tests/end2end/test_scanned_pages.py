"""A page printed by LibreOffice, scanned by pdftoppm at 200 dots per inch, is read back."""

import shutil
import subprocess
from difflib import SequenceMatcher
from pathlib import Path

import docx
import pytest

from scanned import Picture, as_pdf_of_pictures
from sverka import compare
from sverka.model import Category, Options
from sverka.readers.recognition.ocr_program import are_languages, installed_languages, tesseract

TEXTS = {
    "eng": (
        "Minutes of the harbour board",
        "The captains agreed that the light on the northern mole burns from 20:00 until sunrise,"
        " and that the toll for boats under 12 metres stays at 450 a night. “We waited for this"
        " since 2019,” said Mrs Aldous, who has run the ferry for 27 years.",
        "The board also decided to dredge the inner basin before the winter. Two firms had offered;"
        " the cheaper offer was not taken, because the firm had no licence for work near the bird"
        " reserve. The next meeting takes place on 7 June at 18:30.",
    ),
    "rus": (
        "Протокол заседания портового совета",
        "Капитаны договорились, что огонь на северном молу горит с 20:00 до восхода солнца, а сбор"
        " с судов короче 12 метров остаётся прежним: 450 рублей за ночь. «Мы ждали этого с 2019"
        " года», — сказала Елена Вереснина, которая водит паром уже 27 лет.",
        "Совет также решил углубить внутреннюю гавань до наступления зимы. Предложения подали две"
        " фирмы; более дешёвое отклонили, потому что у фирмы нет разрешения на работы вблизи"
        " птичьего заповедника. Следующее заседание состоится 7 июня в 18:30.",
    ),
    "kir": (
        "Порт кеңешинин жыйынынын токтому",
        "Капитандар түндүк бөгөттөгү от саат 20:00дөн күн чыкканга чейин күйөрүн, ал эми узундугу"
        " 12 метрден кыска кемелер үчүн төлөм түнүнө 450 сом бойдон каларын макулдашышты. «Биз муну"
        " 2019-жылдан бери күтүп жүрдүк», — деди паромду айдаган Айгүл Өмүрбекова.",
        "Кеңеш ошондой эле ички гаванды кыш түшкөнчө тереңдетүүнү чечти. Арзаныраак сунуш четке"
        " кагылды, анткени ишкананын куштар коругунун жанында иштөөгө уруксаты жок болчу. Кийинки"
        " жыйын бейшембиде саат 18:30да өтөт.",
    ),
}  # fmt: skip

OFFICE, SCANNER = shutil.which("soffice"), shutil.which("pdftoppm")
INSTALLED = are_languages(installed_languages(program)) if (program := tesseract()) else ()


def made(paragraphs: tuple[str, ...], folder: Path) -> tuple[Path, Path]:
    """The text as a DOCX, and what a scanner makes of its print."""
    document = docx.Document()
    document.styles["Normal"].font.name = "DejaVu Serif"
    document.add_paragraph(paragraphs[0], style="Heading 1")
    for text in paragraphs[1:]:
        document.add_paragraph(text)
    source, scan = folder / "text.docx", folder / "scan.pdf"
    document.save(str(source))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, str(source)], check=True, capture_output=True, timeout=100)
    scanned = subprocess.run(
        [str(SCANNER), "-r", "200", "-gray", "-singlefile", str(folder / "text.pdf")],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout
    _kind, size, _most, grey = scanned.split(b"\n", 3)
    width, height = map(int, size.split())
    scan.write_bytes(as_pdf_of_pictures([Picture(width, height, grey)]))
    return source, scan


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_that_was_printed_and_scanned_is_read_back(tmp_path: Path, language: str) -> None:
    if OFFICE is None or SCANNER is None:
        pytest.skip("needs LibreOffice (soffice) and pdftoppm")
    if language not in INSTALLED:
        pytest.skip(f"needs Tesseract with {language}")
    source, scan = made(TEXTS[language], tmp_path)
    result = compare(source, scan, Options(ocr=True))
    old, new = (
        " ".join(p.text for p in version.paragraphs).split() for version in (result.old, result.new)
    )
    same = sum(b.size for b in SequenceMatcher(None, old, new, False).get_matching_blocks())
    assert same >= 0.98 * len(old)
    of_words = [change for change in result.changes if change.kind.is_of_words]
    assert all(Category.DOUBTFUL in change.categories for change in of_words)
