"""Documents as the readers make them, written down in a line."""

import textwrap
from collections.abc import Callable, Sequence

import pytest

from sverka.model import (
    Block,
    BlockKind,
    Document,
    Finding,
    FindingKind,
    Part,
    Properties,
    Run,
    Screening,
    Source,
    Style,
    Traits,
)

DOCX = Traits(soft_breaks=True, formatted=True, structured=True)
PDF = Traits(paged=True, printed_lines=True, formatted=True)


def text_document(text: str) -> Document:
    """A text file: a block between blank lines, its lines joined by newlines."""
    blocks: list[Block] = []
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            lines.append(line)
        elif lines:
            source = Source(lines=(number - len(lines), number - 1))
            blocks.append(Block(BlockKind.PARAGRAPH, (Run("\n".join(lines)),), source=source))
            lines = []
    return Document("text.txt", "text", "", blocks=tuple(blocks), traits=Traits(hard_wrapped=True))


def docx_document(
    *paragraphs: str, headers: Sequence[str] = (), footers: Sequence[str] = ()
) -> Document:
    """A DOCX with these paragraphs in its body, and these header and footer parts."""
    body = [Block(BlockKind.PARAGRAPH, (Run(text),)) for text in paragraphs]
    parts = [(Part.HEADER, text) for text in headers] + [(Part.FOOTER, text) for text in footers]
    around = [Block(BlockKind.PARAGRAPH, (Run(text),), source=Source(part)) for part, text in parts]
    return Document("text.docx", "docx", "", blocks=(*body, *around), traits=DOCX)


_OPENINGS = "Потом Наутро Осенью Вдруг Тогда Позже Сначала Вечером Зимой Весной".split()
_WORDS = (
    "капитан управление пристань пароход берег расписание навигация ремонт бакен перекат фарватер"
    " вода лёд баржа матрос шлюз груз причал маяк течение рейс заря туман гавань лодка сторож"
    " мост канат весло буксир смотритель водник плотина остров устье приток паром вахта якорь"
    " книга счёт приказ письмо отчёт доклад встреча ответ решение просьба порядок время"
).split()


def prose(seed: int, sentences: int = 12) -> str:
    """Sentences that are not like those of another seed, in no language to speak of."""
    state = seed * 7919 + 17
    said = []
    for _ in range(sentences):
        words = []
        for _ in range(11):
            state = (state * 1103515245 + 12345) % 2**31
            place = state // 65536 % len(_WORDS)
            if words and words[-1] == _WORDS[place]:
                place = (place + 1) % len(_WORDS)
            words.append(_WORDS[place])
        opening = _OPENINGS[state // 4096 % len(_OPENINGS)]
        said.append(f"{opening} {' '.join(words[:6])}, {' '.join(words[6:])}.")
    return " ".join(said)


def wrapped(text: str, width: int = 72) -> list[str]:
    """The text in lines no longer than that."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def paged(headers: Sequence[str], seed: int = 1) -> str:
    """Wrapped prose with one of these headers in a sentence at each turn of the page."""
    lines = []
    for number, header in enumerate(headers, start=seed):
        page = wrapped(prose(number))
        middle = next(
            k
            for k in range(len(page) // 2, len(page))
            if page[k][0].islower() and page[k - 1][-1].isalpha()
        )
        lines += [*page[:middle], *header.split("\n"), *page[middle:]]
    return "\n".join(lines)


Printed = tuple[str, float, float]
"""A printed line: its text, its left edge and its top, in points from the top of the page."""


def pdf_document(
    pages: Sequence[Sequence[Printed]],
    size: float = 10.0,
    width: float = 5.0,
    sizes: dict[str, float] | None = None,
) -> Document:
    """A PDF of these pages, 800 points high, every letter `width` points wide."""
    blocks = []
    for page, lines in enumerate(pages, start=1):
        for text, left, top in lines:
            own = (sizes or {}).get(text, size)
            right = left + width * len(text) * own / size
            box = (left, 800 - top - own, right, 800 - top)
            run = Run(text, Style(size=own))
            source = Source(page=page, box=box)
            blocks.append(Block(BlockKind.PARAGRAPH, (run,), source=source))
    properties = Properties(pages=len(pages), page_height=800.0)
    return Document("text.pdf", "pdf", "", properties, tuple(blocks), traits=PDF)


def found(screening: Screening, *kinds: FindingKind) -> list[Finding]:
    """The findings of these kinds."""
    return [finding for finding in screening.findings if finding.kind in kinds]


@pytest.fixture
def text() -> Callable[[str], Document]:
    return text_document


@pytest.fixture
def docx() -> Callable[..., Document]:
    return docx_document


@pytest.fixture
def pdf() -> Callable[..., Document]:
    return pdf_document


@pytest.fixture
def of_kind() -> Callable[..., list[Finding]]:
    return found


@pytest.fixture
def pages() -> Callable[..., str]:
    return paged


@pytest.fixture
def chapter() -> Callable[..., str]:
    return prose
