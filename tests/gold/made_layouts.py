"""Pages set in columns, with figures, notes and tables, drawn in an odd order, and their text.

The lines are those of a typesetter that knows where each word stands; the PDF is written by hand in
a typewriter face, so that every character is .6 em wide.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from random import Random

from made_text import paragraphs

WIDTH, HEIGHT = 595, 842
EM = 0.6
FORMS = (
    "one column",
    "two columns",
    "two columns, justified",
    "three columns",
    "headings in columns",
    "heading across",
    "figure across",
    "figure in a column",
    "notes in columns",
    "notes below one column",
    "table across",
    "abstract over columns",
    "indented",
    "line numbers",
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text in a line, where it begins and how large it is; or what is drawn beside text."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 9.0
    words: float = 0.0
    """Points more between words."""
    drawing: bool = False
    mark: str = ""
    """A raised mark right before the text."""


@dataclass(slots=True)
class Layout:
    """The pages of a text, and the paragraphs of it in the order in which they are read.

    `notes` are those at the foot of pages; what is left of what is read is no part of the text.
    """

    pages: list[list[Drawn]] = field(default_factory=lambda: [[]])
    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class _Column:
    """Where the next line of a column goes, and what is left of the text for the next one."""

    def __init__(self, layout: Layout, x: float, width: float, top: float, bottom: float) -> None:
        self.layout, self.x, self.width, self.y, self.bottom = layout, x, width, top, bottom

    def set(
        self,
        lines: Sequence[str],
        size: float = 9.0,
        justified: bool = False,
        indent: float = 0.0,
    ) -> list[str]:
        """Set lines as long as there is room; those that are left."""
        for number, line in enumerate(lines):
            if self.y < self.bottom:
                return list(lines[number:])
            x = self.x + (indent if number == 0 else 0.0)
            gaps = line.count(" ")
            room = self.width - (x - self.x) - len(line) * EM * size
            words = room / gaps if justified and gaps and number < len(lines) - 1 else 0.0
            self.layout.pages[-1].append(Drawn(line, x, self.y, size, words))
            self.y -= 1.25 * size
        return []


def letters(width: float, size: float = 9.0) -> int:
    """How many characters a column of a width takes."""
    return int(width / (EM * size))


def laid_out(form: str, seed: int = 1) -> Layout:
    """The text in a form, two pages or more of it."""
    layout = Layout()
    prose = _prose(seed)
    if form in ("one column", "line numbers", "table across", "notes below one column"):
        _one_column(layout, form, prose)
    else:
        _in_columns(layout, form, prose)
    return layout


def _prose(seed: int) -> Iterator[str]:
    for number in count():
        for text in paragraphs(8, 520, "en", 100 * seed + number):
            yield text[:1].upper() + text[1:]


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a paragraph, the last of which shows that it is the last: it has room left."""
    lines = textwrap.wrap(text, width)
    while len(lines[-1]) > 0.6 * width:
        lines[-1] = lines[-1].rsplit(" ", 1)[0].rstrip(".") + "."
    return lines


def _one_column(layout: Layout, form: str, prose: Iterator[str]) -> None:
    for page in range(2):
        if page:
            layout.pages.append([])
        column = _Column(layout, 90, 415, 770, 120)
        _running(layout, page)
        for number in range(4):
            lines = _wrapped(next(prose), letters(column.width))
            layout.text.append(" ".join(lines))
            column.set(lines)
            column.y -= 9
            if form == "table across" and number == 1:
                column.y = _table(layout, column.x, column.y)
        if form == "line numbers":
            rows = sorted({one.y for one in layout.pages[-1] if 100 < one.y < 780}, reverse=True)
            for number, y in enumerate(rows, 1):
                layout.pages[-1].append(Drawn(str(number), 72 - 4.2 * len(str(number)), y, 7))
        if form == "notes below one column":
            _notes(layout, 90, 415, page)


def _in_columns(layout: Layout, form: str, prose: Iterator[str]) -> None:
    many = 3 if form == "three columns" else 2
    width = (455 - 18 * (many - 1)) / many
    left: list[str] = []
    for page in range(2):
        if page:
            layout.pages.append([])
        _running(layout, page)
        tops, bottom = [_over_columns(layout, form, page)], 110.0
        if form == "heading across" and page == 0:
            tops = [770.0, 420.0]
        for number, top in enumerate(tops):
            floor = bottom if number == len(tops) - 1 else tops[number + 1] + 40
            if number:
                title = "Of the second half of the matter in hand"
                layout.text.append(title)
                layout.pages[-1].append(Drawn(title, 150, top + 18, 13))
                left = []
            for column in range(many):
                left = _fill(
                    layout, form, prose, (70 + column * (width + 18), width, top, floor), left
                )
            if number < len(tops) - 1 and left:
                # What has no room in this half is left out of the text.
                layout.text[-1] = layout.text[-1].removesuffix(" " + " ".join(left))
    if left:
        layout.text[-1] = layout.text[-1].removesuffix(" " + " ".join(left))


def _fill(
    layout: Layout,
    form: str,
    prose: Iterator[str],
    place: tuple[float, float, float, float],
    left: list[str],
) -> list[str]:
    """Fill a column; the lines of the last paragraph that are left for the next one."""
    x, width, top, floor = place
    if form == "notes in columns":
        floor += 60
    column = _Column(layout, x, width, top, floor)
    justified, indent = form == "two columns, justified", 14.0 if form == "indented" else 0.0
    left = column.set(left, justified=justified)
    done = 0
    while not left and column.y >= floor + 24:
        if form == "headings in columns" and done % 2 == 0 and column.y > floor + 60:
            title = f"{len(layout.text)} On the matter of goods"
            layout.text.append(title)
            column.y -= 8
            column.set([title], 11)
            column.y -= 4
        if form == "figure in a column" and done == 1:
            column.y = _figure(layout, x, width, column.y)
        lines = _wrapped(next(prose), letters(width) - 3 * bool(indent))
        layout.text.append(" ".join(lines))
        left = column.set(lines, justified=justified, indent=indent)
        column.y -= 0 if indent else 7
        done += 1
    if form == "notes in columns":
        _notes(layout, x, width, len(layout.notes), column_bottom=floor - 30)
    return left


def _running(layout: Layout, page: int) -> None:
    layout.pages[-1].append(Drawn("The Orchards of Wendle Green", 70, 805, 8))
    layout.pages[-1].append(Drawn(str(14 + page), 510, 805, 8))


def _over_columns(layout: Layout, form: str, page: int) -> float:
    """Set what stands over the columns of a page; where these begin."""
    if page or form not in ("abstract over columns", "figure across"):
        return 770.0
    if form == "figure across":
        drawn = "1 w 120 640 m 250 760 400 600 480 750 c S 120 640 360 110 re S"
        layout.pages[-1].append(Drawn(drawn, drawing=True))
        for text, x, y in (("speed", 150, 700), ("load", 400, 660), ("0", 118, 630)):
            layout.pages[-1].append(Drawn(text, x, y, 7))
        caption = "Plate 3. The speed of a cart on its way, by its load."
        layout.pages[-1].append(Drawn(caption, 140, 612, 8))
        layout.text.append(caption)
        return 585.0
    title = "A report on the keeping of orchards"
    layout.pages[-1].append(Drawn(title, 130, 765, 14))
    layout.text.append(title)
    lines = _wrapped(paragraphs(1, 400, "en", 77)[0].capitalize(), letters(375, 8))
    layout.text.append(" ".join(lines))
    column = _Column(layout, 110, 375, 735, 0)
    column.set(lines, 8)
    return column.y - 24


def _figure(layout: Layout, x: float, width: float, y: float) -> float:
    low = y - 90
    drawn = f"1 w {x + 20} {low} m {x + 60} {y - 10} {x + 90} {low} {x + 150} {y - 20} c S"
    layout.pages[-1].append(Drawn(drawn, drawing=True))
    layout.pages[-1].append(Drawn("speed", x + 60, low + 30, 7))
    layout.pages[-1].append(Drawn("load", x + 120, low + 40, 7))
    caption = f"Plate {len(layout.text)}. A cart on the way."
    layout.text.append(caption)
    layout.pages[-1].append(Drawn(caption, x, low - 16, 8))
    return low - 44


def _table(layout: Layout, x: float, y: float) -> float:
    rows = (("Goods", "Price", "Sum"), ("rope", "12", "340"), ("nails", "7", "85"))
    lines = [f"{x} {y - 16 * n} m {x + 300} {y - 16 * n} l S" for n in range(4)]
    lines += [f"{x + 100 * k} {y} m {x + 100 * k} {y - 48} l S" for k in range(4)]
    layout.pages[-1].append(Drawn("0.5 w " + " ".join(lines), drawing=True))
    for n, row in enumerate(rows):
        for k, text in enumerate(row):
            layout.pages[-1].append(Drawn(text, x + 4 + 100 * k, y - 11 - 16 * n, 8))
            layout.text.append(text)
    return y - 80


def _notes(
    layout: Layout, x: float, width: float, number: int, column_bottom: float = 100.0
) -> None:
    mark, y = str(number + 1), column_bottom
    text = f"Minutes of the council of the town, page {number + 4}, and {number + 7} of the parish."
    layout.notes.append(text)
    for k, line in enumerate(textwrap.wrap(text, letters(width - 8, 7))):
        layout.pages[-1].append(Drawn(line, x + 6, y - 9 * k, 7, mark="" if k else mark))


def as_pdf(layout: Layout, seed: int = 1) -> bytes:
    """The pages as a PDF, the lines of each drawn in an order that no program draws them in."""
    chance = Random(seed)
    objects = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
    pages = []
    for page in layout.pages:
        mixed = list(page)
        chance.shuffle(mixed)
        content = "\n".join(map(_operator, mixed))
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        pages.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
            f" /Contents {len(objects)} 0 R /Resources << /Font << /F 3 0 R >> >> >>"
        )
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    kids = " ".join(f"{number} 0 R" for number in pages)
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    return _file(objects)


def _operator(one: Drawn) -> str:
    if one.drawing:
        return one.text
    text = one.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    mark = f"BT /F 4.5 Tf {one.x - 6:.2f} {one.y + 2.5:.2f} Td ({one.mark}) Tj ET\n"
    return (
        mark if one.mark else ""
    ) + f"BT {one.words:.3f} Tw /F {one.size} Tf {one.x:.2f} {one.y:.2f} Td ({text}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far what was read is what was set: paragraphs whole, and in their order."""

    whole: int
    paragraphs: int
    in_order: int
    neighbours: int

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.whole + other.whole,
            self.paragraphs + other.paragraphs,
            self.in_order + other.in_order,
            self.neighbours + other.neighbours,
        )


def agreement(gold: Sequence[str], read: Sequence[str]) -> Agreement:
    """How many paragraphs of the gold stand whole in what was read, and how many neighbours that
    do follow each other there.
    """
    places: dict[str, list[int]] = {}
    for place, text in enumerate(read):
        places.setdefault(text, []).append(place)
    found: list[int | None] = []
    for text in gold:
        # Of what is printed twice the one behind the paragraph before is meant.
        before = max((one for one in found[-1:] if one is not None), default=-1)
        here = places.get(text, [])
        found.append(next((one for one in here if one > before), here[0] if here else None))
    pairs = list(pairwise(found))
    follow = sum(a is not None and b is not None and a < b for a, b in pairs)
    return Agreement(len(gold) - found.count(None), len(gold), follow, len(pairs))
