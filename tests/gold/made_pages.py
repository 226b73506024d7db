"""Texts set in pages, with headers and page numbers of every usual form, and texts that have none.

The prose is made up; what stands at the turn of a page is written as real books and files have it.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from random import Random

from made_text import paragraphs

FIRST_PAGE = 14
SEED = 3

Turn = tuple[Sequence[str], Sequence[str]]
"""The lines at the foot of one page and at the head of the next."""


@dataclass(frozen=True, slots=True)
class SetText:
    """A text, which of its lines (from 1) are furniture, and the sentences that those interrupt.

    An interrupted sentence is given by the words before and behind the interruption. `plain` is
    the text without its furniture.
    """

    text: str
    plain: str
    furniture: frozenset[int]
    interrupted: tuple[tuple[str, str], ...]


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


GOODS = (
    "Лопата Грабли Пила Ведро Верёвка Молоток Гвозди Стамеска Рубанок Тиски Клещи Напильник Топор"
    " Лом Кирка Вилы Коса Серп Секатор Лейка Шланг Тачка Носилки Лестница Стремянка Брезент Фонарь"
).split()

TURNS: dict[str, Callable[[int], Turn]] = {
    "title": lambda n: ((), ("The Orchards of Wendle Green",)),
    "title in ru": lambda n: ((), ("Садоводство в Лугозерском крае",)),
    "title in ky": lambda n: ((), ("Ысык-Көл боюндагы саякат жазмалары",)),
    "title in zh": lambda n: ((), ("春季植树活动手册",)),
    "number": lambda n: ((str(n),), ()),
    "number between dashes": lambda n: ((f"— {n} —",), ()),
    "roman number": lambda n: ((_roman(n),), ()),
    "title and number": lambda n: ((), (f"The Orchards of Wendle Green    {n + 1}",)),
    "number and title in ru": lambda n: ((), (f"{n + 1}    Садоводство в Лугозерском крае",)),
    "title over number": lambda n: ((), ("Отчёт водного управления", str(n + 1))),
    "left and right": lambda n: (
        ((), (f"{n + 1}   A. Thornquill",)) if n % 2 else ((), (f"The Keepers’ Year   {n + 1}",))
    ),
    "page of pages": lambda n: ((f"Page {n} of 40",), ()),
    "page in ru": lambda n: ((f"Стр. {n} из 40",), ()),
    "page in ky": lambda n: ((f"{n}-бет",), ("Жылдык отчёт. Көл чарбасы",)),
    "page in zh": lambda n: ((f"第 {n} 页",), ()),
    "author and title": lambda n: (
        (f"Fenn & Osgood            Standards                [Page {n}]",),
        ("RFX 217              Grafting of Russets             May 1921",),
    ),
    "printed from a browser": lambda n: (
        (f"https://orchard.example/minutes/1921           {n}/40",),
        ("12/05/2021, 18:40           Minutes of the Orchard Society",),
    ),
    "three lines": lambda n: (
        (),
        (
            "Начальник водного управления Т. Вереснин встретился",
            "с капитанами судов и начальниками пристаней",
            "пароходства «Лугозерье»",
        ),
    ),
}
"""What stands between the pages n and n + 1, by the name of its form."""

BETWEEN: dict[str, Callable[[int], Sequence[str]]] = {
    "refrain": lambda k: (
        "O the wind and the rain, my dear,",
        "and the river runs down to the sea.",
    ),
    "speakers": lambda k: (("THE MILLER.", "THE FERRYMAN.", "CHORUS.")[k % 3],),
    "clauses": lambda k: (f"Статья {k}. Обязанности сторон",),
    "clause of penalty": lambda k: (
        "За нарушение настоящего пункта читатель лишается билета на один месяц.",
    ),
    "head of a table": lambda k: (
        "№    Наименование    Цена, руб.",
        *(f"{n}    {GOODS[3 * k - n]}    {k * n * 31}" for n in (1, 2, 3)),
    ),
    "list": lambda k: ("– соль, сахар, спички;", f"– гвозди, {k} фунта;"),
    "numbered headings": lambda k: (f"{k}. Of ladders and their keeping",),
    "chapters": lambda k: (f"Chapter {k}",),
    "verses": lambda k: (str(k),),
    "exercises": lambda k: (f"Exercise {k}", "Answer in whole sentences:"),
    "diary": lambda k: (f"Понедельник, {k * 7 % 28 + 1} марта",),
    "letters": lambda k: ("Your loving brother, Ned", f"Wendle Green, {k * 11 % 29 + 1} May"),
    "captions": lambda k: (f"Рис. {k}. Вид пристани с берега",),
    "clauses in zh": lambda k: (f"第{'一二三四五六七八九'[k % 9]}条 双方的义务",),
    "questions": lambda k: ("Вопрос:", "Ответ:")[k % 2 :][:1],
    "asterisks": lambda k: ("* * *",),
}
"""What stands between two sections k and k + 1 and is content, by its name."""


def in_pages(form: str, language: str, wrapped: bool, count: int) -> SetText:
    """A text of `count` pages with furniture of a form between them, mostly within a sentence.

    Wrapped, its lines are short and pages follow without a blank line; otherwise a paragraph is a
    line and what interrupts it stands between blank lines, as in a text copied from a PDF.
    """
    pages = (_wrapped_pages if wrapped else _whole_pages)(language, count)
    gap = [] if wrapped else [""]
    lines: list[str] = []
    furniture: list[int] = []
    for number, page in enumerate(pages, FIRST_PAGE):
        if lines:
            foot, head = TURNS[form](number - 1)
            start = len(lines) + len(gap) + 1
            furniture += range(start, start + len(foot) + len(head))
            lines += [*gap, *foot, *head, *gap]
        lines += page
    broken = [(a[-1], b[0]) for a, b in pairwise(pages) if b[0][0].islower()]
    plain = "\n".join(line for page in pages for line in page)
    for before, behind in [] if wrapped else broken:
        plain = plain.replace(f"{before}\n{behind}", f"{before} {behind}")
    return SetText("\n".join(lines), plain, frozenset(furniture), tuple(broken))


@cache
def _prose(language: str, count: int) -> list[str]:
    return paragraphs(count, 200 if language == "zh" else 700, language, SEED)


def _wrapped_pages(language: str, count: int) -> list[list[str]]:
    width, height = (32, 30) if language == "zh" else (72, 16)
    texts = _prose(language, 4 * count + 4)
    lines = [line for text in texts for line in textwrap.wrap(text, width)]
    return [lines[k * height : (k + 1) * height] for k in range(count)]


def _whole_pages(language: str, count: int) -> list[list[str]]:
    """Each page but the last ends within a paragraph, before a word in small letters."""
    chance = Random(SEED)
    pages: list[list[str]] = [[]]
    for text in _prose(language, count - 1):
        words = text.split(" ")
        inner = range(len(words) // 4, len(words) * 3 // 4)
        cut = chance.choice([k for k in inner if words[k].islower() and words[k - 1][-1] != "."])
        pages[-1].append(" ".join(words[:cut]))
        pages.append([" ".join(words[cut:]), ""])
    return pages


def in_sections(name: str, language: str) -> SetText:
    """A text without furniture, whose sections are parted by lines that look alike."""
    lines: list[str] = []
    for k, text in enumerate(_prose(language, 9), 1):
        lines += [*BETWEEN[name](k), "", text, ""]
    text = "\n".join(lines)
    return SetText(text, text, frozenset(), ())
