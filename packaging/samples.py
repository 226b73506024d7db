"""Writes the corrected sample releases, which are DOCX files, into resources/samples/.

The published ones beside them are plain text and are edited by hand. What an editor should find
between the two is listed in resources/samples/README.md. Run again after changing a text here:

    .venv/bin/python packaging/samples.py
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from sverka.reports.docx_base import blank, packed

FOLDER = Path(__file__).parents[1] / "resources" / "samples"
WRITTEN = datetime(2025, 3, 14, 18, 0, 0)


@dataclass(frozen=True, slots=True)
class Release:
    """A corrected release: its title, which is also its page header, and its paragraphs."""

    file: str
    language: str
    author: str
    title: str
    paragraphs: tuple[str, ...]


RUSSIAN = Release(
    file="release-ru-corrected.docx",
    language="ru-RU",
    author="Лугозерское водное управление",
    title=(
        "Начальник Лугозерского водного управления Т. Вереснин встретился с капитанами судов "
        "и начальниками пристаней пароходства «Лугозерье» – участниками весенней навигации"
    ),
    paragraphs=(
        "Начальник Лугозерского водного управления Тихон Вереснин сегодня, 14 марта, встретился "
        "с капитанами речных судов и начальниками пристаней пароходства «Лугозерье».",
        "В Верхнем Плёсе проходит 27-е весеннее совещание пароходства, посвящённое открытию "
        "навигации на линии Верхний Плёс – Заречная Слобода.",
        "Участники совещания также осмотрели учебный тренажёр, на котором штурманы учатся "
        "проводить суда через Каменный перекат в тумане.",
        "Приветствуя участников, начальник управления напомнил, что пароходство основано более "
        "80 лет назад и за всё это время ни разу не отменило первый весенний рейс.",
        "«В прошлую навигацию мы перевезли 421 тысячу пассажиров и почти 96 тысяч тонн груза. "
        "Это заслуга каждого экипажа и каждой пристани, работа которой отмечена жителями "
        "прибрежных посёлков», — сказал Тихон Вереснин, добавив, что главной задачей года "
        "остаётся надёжное сообщение с левым берегом.",
        "Он отметил, что на судах пароходства третий год подряд идёт безаварийная навигация, "
        "а капитаны передают молодым штурманам опыт, которого не найти ни в одном учебнике.",
        "Капитан теплохода «Иволга» Прохор Лебединский рассказал о подготовке экипажей. По его "
        "словам, ремонт шести судов из девяти завершён, ещё три выйдут на воду до конца апреля.",
        "«Ни одна пристань не должна встретить первый рейс закрытой. Мы проверили каждый причал "
        "от Верхнего Плёса до устья Смородинки, и всюду работа идёт по графику. Особое место "
        "в этой работе занимает программа обновления причалов, которая рассчитана на тех, кто "
        "добирается до больницы и школы только по воде и зимует без дороги. На 2025–2027 годы "
        "программе выделено 340 миллионов, и первые четыре причала мы откроем 15 мая», — "
        "подчеркнул начальник управления.",
        "Обращаясь к начальникам пристаней, Тихон Вереснин попросил обратить внимание на "
        "расписание пересадок: пассажир не должен ждать следующего судна дольше сорока минут.",
        "Новое расписание уже напечатано и разослано на все двадцать две пристани, а с 20 марта "
        "его можно будет увидеть в каждом зале ожидания.",
        "Начальник пристани Заречная Слобода Евдокия Ракитина предложила вернуть вечерний рейс "
        "по пятницам, отменённый два года назад.",
        "В завершение встречи начальник управления поблагодарил экипажи и вручил памятные знаки "
        "капитанам, которые вышли на воду тридцать и более лет назад.",
        "Следующее совещание пройдёт осенью в Заречной Слободе, после закрытия навигации.",
    ),
)

ENGLISH = Release(
    file="release-en-corrected.docx",
    language="en-GB",
    author="Wrenmouth Board of Tides and Lights",
    title=(
        "Wrenmouth Board of Tides and Lights: Chair A. Thornquill opens the forty-first "
        "Keepers’ Assembly and presents the plan for the northern lights – Gannet to Cold Ness"
    ),
    paragraphs=(
        "The Chair of the Wrenmouth Board of Tides and Lights, Ada Thornquill, opened the "
        "forty-first Keepers’ Assembly at Harbour House today, 9 October.",
        "The Assembly, which meets every two years, brings together keepers, pilots and "
        "engineers from all 19 stations on the line Gannet Point – Cold Ness.",
        "Members of the Assembly also visited the workshop where the old lenses are cleaned and "
        "measured by hand.",
        "Welcoming the keepers, the Chair recalled that the Board was founded more than a "
        "century ago, when the fishing fleet of Wrenmouth lost seven boats in one night.",
        "“Last winter our stations logged 1,248 calls for assistance, and not one of them went "
        "unanswered. That is the work of people who were awake when the rest of the coast "
        "slept,” Ms Thornquill said, adding that the Board would keep every station staffed "
        "through the storm season.",
        "She told the Assembly that the Board’s records are now kept in electronic form, so "
        "that a pilot can read the state of any light before leaving harbour.",
        "The Chief Engineer, Silas Marlow, reported on the repairs at Cold Ness. Two of "
        "the three lamps have been replaced, he said, and the third will follow before the end "
        "of November.",
        "“A light is a promise made to somebody we shall never meet. For this reason the plan "
        "for the northern stations does not begin with machines; it begins with the roads, the "
        "boats and the houses of the people who keep the lamps burning and who go out in every "
        "weather to reach them. For the years 2025–2029 the Board has set aside 6.4 million "
        "crowns, and the first new boathouse will open on 13 April,” the Chair said.",
        "Speaking to the pilots, Ms Thornquill asked for patience with the new radio channels.",
        "The old channels will stay open until the spring, and every pilot who has not yet "
        "received a new set may borrow one from the harbour office at Wrenmouth.",
        "The senior keeper of Gannet Point, Morwenna Askerly, asked the Board to bring back the "
        "summer school for young keepers.",
        "In closing, the Chair thanked the families of the keepers and handed over long-service "
        "medals to those who had kept a light for twenty-five years or more.",
        "The forty-second Assembly will meet at Cold Ness in two years’ time.",
    ),
)


def main() -> None:
    """Write both corrected releases."""
    for release in (RUSSIAN, ENGLISH):
        (FOLDER / release.file).write_bytes(packed(document_of(release), WRITTEN))


def document_of(release: Release) -> DocumentObject:
    document = blank()
    core = document.core_properties
    core.title, core.author, core.comments = release.title, release.author, ""
    core.created = core.modified = WRITTEN
    core.last_modified_by, core.language = release.author, release.language
    _set_styles(document, release.language)
    _set_page(document, release.title)
    document.add_paragraph(release.title, style="Heading 1")
    for text in release.paragraphs:
        document.add_paragraph(text)
    return document


def _set_styles(document: DocumentObject, language: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(9)
    normal.paragraph_format.line_spacing = 1.25
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(lang)


def _set_page(document: DocumentObject, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.text, header.alignment = title, WD_ALIGN_PARAGRAPH.CENTER
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_page_number(footer)


def _add_page_number(paragraph: Paragraph) -> None:
    """A PAGE field in the four runs that Word itself writes, with a first result of 1."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run()._r
        if kind == "shown":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        else:
            code = OxmlElement("w:instrText")
            code.text = text
            run.append(code)


if __name__ == "__main__":
    main()
