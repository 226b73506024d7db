"""The table of pairs: each has one thing changed of what a DOCX can hold, and what is to be told.

Each line of it is a name, the old version, the new one, and the one change that is right, as
`said` writes it: its kind, its categories, the characters it is about, what is otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import docx_paper
from docx_paper import (
    NUMBERING,
    Paper,
    box,
    cell,
    coded,
    control,
    formula,
    item,
    link,
    mark,
    note,
    par,
    picture,
    png,
    row,
    run,
    simple,
    styled,
    table,
    tick,
    vml,
)

from sverka.model import Change, Comparison, Side


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of a paper and what is to be told of them, each change as `said` writes it."""

    old: Paper
    new: Paper
    told: tuple[str, ...]


def said(change: Change, result: Comparison) -> str:
    """A change in one line: kind, categories, characters, what is otherwise."""
    texts = {side: _words(change, result, side) for side in Side}
    words = " → ".join(dict.fromkeys(f"“{one}”" for one in texts.values() if one is not None))
    if change.old is None or change.new is None:
        words = f"paragraph {words}"
    kind = " ".join(str(one) for one in (change.kind, change.object, change.table_part) if one)
    more = "; ".join(
        f"{a.attribute}: {_value(a.old)} → {_value(a.new)}" for a in change.alterations
    )
    where = f" and {len(change.alike)} more" if change.alike else ""
    named = f", named {len(change.references)} times" if change.references else ""
    line = f"{kind} [{', '.join(change.categories)}] {words} {more}".strip()
    return f"{line}{where}{named}"


def _words(change: Change, result: Comparison, side: Side) -> str | None:
    span = change.span(side)
    if span is None:
        return None
    return result.version(side).paragraphs[span.paragraph].text[span.start : span.end]


_NAMES = {sha256(data).hexdigest(): name for name, data in docx_paper.PICTURES.items()}


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "×".join(f"{one:g}" for one in value)
    return _NAMES.get(str(value), f"{value:g}" if isinstance(value, float) else str(value))


_BEFORE = (
    styled("Heading1", "Report on the bridge"),
    "The council met in the old hall and chose a speaker.",
    "It rained all day in the northern districts.",
)
_AFTER = (
    "The bridge over the river stays closed until May.",
    "Whoever lives there may apply for help with the ferry.",
    styled("Heading1", "What comes next"),
    "A second report is due before the holidays begin.",
)
STYLE = docx_paper.STYLES


def paper(*body: str, **parts: object) -> Paper:
    """A paper with these paragraphs in the midst of others; strings without markup are text."""
    whole = "".join(one if one.startswith("<") else par(one) for one in (*_BEFORE, *body, *_AFTER))
    return replace(Paper(whole), **parts)  # type: ignore[arg-type]


def _pair(old: Paper | str, new: Paper | str, *told: str) -> Pair:
    both = (one if isinstance(one, Paper) else paper(one) for one in (old, new))
    return Pair(*both, told)


def _look(old: str, new: str, told: str) -> Pair:
    """Three words of a sentence with other properties."""
    versions = (
        paper(par("The toll is due ", run("every single month", own), " from now on."))
        for own in (old, new)
    )
    return Pair(*versions, (f"formatting [formatting] “every single month” {told}",))


def _whole(old: str, new: str, told: str = "", **parts: object) -> Pair:
    """A paragraph of its own in other markup, with the same words."""
    line = (f"formatting [structure] “{_LINE}” {told}",) if told else ()
    return Pair(paper(old), paper(new, **parts), line)


_LINE = "The toll is due every single month from now on."
_ITEMS = ("Pay the toll at the gate.", "Keep the ticket for a week.", "Show it when asked.")


def _list(numbers: int, level: int = 0) -> str:
    return "".join(item(text, numbers, level) for text in _ITEMS)


def _quote(properties: str) -> str:
    """The styles with other properties of runs in that of quotations."""
    return STYLE.replace("<w:rPr><w:i/></w:rPr>", f"<w:rPr><w:i/>{properties}</w:rPr>")


_BLUE = '<w:color w:val="4472C4" w:themeColor="accent1"/>'

LOOKS: Mapping[str, Pair] = {
    "bold": _look("", "<w:b/>", "bold: no → yes"),
    "bold taken off": _look("<w:b/>", "", "bold: yes → no"),
    "italic": _look("", "<w:i/>", "italic: no → yes"),
    "underline": _look("", '<w:u w:val="single"/>', "underline: no → yes"),
    "strike": _look("", "<w:strike/>", "strike: no → yes"),
    "double strike": _look("", "<w:dstrike/>", "strike: no → yes"),
    "raised": _look("", '<w:vertAlign w:val="superscript"/>', "raised: no → yes"),
    "lowered": _look("", '<w:vertAlign w:val="subscript"/>', "lowered: no → yes"),
    "capitals": _look("", "<w:caps/>", "caps: no → yes"),
    "small capitals": _look("", "<w:smallCaps/>", "caps: no → yes"),
    "hidden": _look("", "<w:vanish/>", "hidden: no → yes"),
    "font": _look("", '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>', "font: Calibri → Georgia"),
    "font of the theme": _look(
        '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>',
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>',
        "font: Calibri Light → Calibri",
    ),
    "size": _look("", '<w:sz w:val="28"/>', "size: 11 → 14"),
    "colour": _look("", '<w:color w:val="C00000"/>', "colour: None → C00000"),
    "colour of the theme": _look("", _BLUE, "colour: None → 4472C4"),
    "highlight": _look("", '<w:highlight w:val="yellow"/>', "highlight: None → yellow"),
    "shading": _look(
        "", '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', "highlight: None → yellow"
    ),
    "character style": _look("", '<w:rStyle w:val="Strong"/>', "bold: no → yes"),
    "bold by style turned off": _look(
        '<w:rStyle w:val="Strong"/>', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>', "bold: yes → no"
    ),
    "paragraph style with another look": Pair(
        paper(styled("BodyText", _LINE)),
        paper(styled("Quote", _LINE)),
        (f"formatting [formatting] “{_LINE}” italic: no → yes",),
    ),
    "size of a style": Pair(
        paper(styled("Quote", _LINE)),
        paper(styled("Quote", _LINE), styles=_quote('<w:sz w:val="20"/>')),
        (f"formatting [formatting] “{_LINE}” size: 11 → 10",),
    ),
    "font of a style": Pair(
        paper(styled("Quote", _LINE)),
        paper(
            styled("Quote", _LINE),
            styles=_quote('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
        ),
        (f"formatting [formatting] “{_LINE}” font: Calibri → Arial",),
    ),
    "colour of a style": Pair(
        paper(styled("Quote", _LINE)),
        paper(styled("Quote", _LINE), styles=_quote('<w:color w:val="00B050"/>')),
        (f"formatting [formatting] “{_LINE}” colour: None → 00B050",),
    ),
    "typeface of the theme": Pair(
        paper(_LINE),
        paper(_LINE, theme=docx_paper.theme("Arial")),
        ("formatting [formatting] “Report on the bridge” font: Calibri → Arial and 7 more",),
    ),
    "colour in the theme": Pair(
        paper(par("Pay ", run("at the gate", _BLUE), " only.")),
        paper(
            par("Pay ", run("at the gate", _BLUE), " only."),
            theme=docx_paper.theme(accent="C00000"),
        ),
        ("formatting [formatting] “at the gate” colour: 4472C4 → C00000",),
    ),
    "default size": Pair(
        paper(_LINE),
        paper(_LINE, styles=STYLE.replace('<w:sz w:val="22"/>', '<w:sz w:val="24"/>', 1)),
        (
            "formatting [formatting] “The council met in the old hall and chose a speaker.”"
            " size: 11 → 12 and 5 more",
        ),
    ),
    "raised figure": Pair(
        paper(par("It holds 10", run("6", '<w:vertAlign w:val="superscript"/>'), " litres.")),
        paper(par("It holds 10", run("6"), " litres.")),
        ("formatting [number, formatting] “6” raised: yes → no",),
    ),
    "strike doubled": _look("<w:strike/>", "<w:dstrike/>", "strike: single → double"),
    "underline doubled": _look(
        '<w:u w:val="single"/>', '<w:u w:val="double"/>', "underline: single → double"
    ),
    "small capitals for capitals": _look("<w:caps/>", "<w:smallCaps/>", "caps: all → small"),
    "two looks at once": _look("", "<w:b/><w:i/>", "bold: no → yes; italic: no → yes"),
    "look in a footnote": _pair(
        paper(
            par("Ships pass", mark("footnote", 2), " at night."),
            notes={"footnotes": note("footnote", 2, "By lantern light.")},
        ),
        paper(
            par("Ships pass", mark("footnote", 2), " at night."),
            notes={
                "footnotes": f'<w:footnote w:id="2">{par(run("By lantern light.", "<w:b/>"))}'
                "</w:footnote>"
            },
        ),
        "formatting [formatting] “By lantern light.” bold: no → yes",
    ),
    "look in a table cell": _pair(
        table(row("Bishkek", "12"), row("Osh", "34")),
        table(row("Bishkek", "12"), row("Osh", cell(par(run("34", "<w:b/>"))))),
        "formatting [formatting] “34” bold: no → yes",
    ),
}

ROLES: Mapping[str, Pair] = {
    "heading 1 to 2": _whole(styled("Heading1", _LINE), styled("Heading2", _LINE), "level: 1 → 2"),
    "heading to body": _whole(
        styled("Heading2", _LINE), _LINE, "kind: heading → paragraph; level: 2 → None"
    ),
    "body to heading": _whole(
        _LINE, styled("Heading1", _LINE), "kind: paragraph → heading; level: None → 1"
    ),
    "outline level": _whole(
        par(_LINE, properties='<w:outlineLvl w:val="0"/>'),
        par(_LINE, properties='<w:outlineLvl w:val="2"/>'),
        "level: 1 → 3",
    ),
    "list start": _pair(
        _list(1),
        _list(4),
        f"formatting [structure] “{_ITEMS[0]}” number: 1. → 2. and 2 more",
    ),
    "list start with a reference": _pair(
        _list(1) + par("A fine is due under clause 2 of this list."),
        _list(4) + par("A fine is due under clause 2 of this list."),
        f"formatting [structure] “{_ITEMS[0]}” number: 1. → 2. and 2 more, named 1 times",
    ),
    "list from figures to letters": _pair(
        _list(1),
        _list(2),
        f"formatting [structure] “{_ITEMS[0]}” number-format: 1. → a. and 2 more",
    ),
    "list from figures to Roman ones": _pair(
        _list(1),
        _list(7),
        f"formatting [structure] “{_ITEMS[0]}” number-format: 1. → I. and 2 more",
    ),
    "list from bullets to numbers": _pair(
        _list(3),
        _list(1),
        f"formatting [structure] “{_ITEMS[0]}” number-format: • → 1. and 2 more",
    ),
    "marks around list numbers": _pair(
        _list(1),
        _list(5),
        f"formatting [structure] “{_ITEMS[0]}” number: 1. → 1) and 2 more",
    ),
    "list level": _pair(
        item(_ITEMS[0]) + item(_ITEMS[1]),
        item(_ITEMS[0]) + item(_ITEMS[1], level=1),
        f"formatting [structure] “{_ITEMS[1]}” level: 1 → 2; number-format: 2. → a)",
    ),
    "list item to paragraph": _pair(
        item(_ITEMS[0]) + item(_ITEMS[1]),
        item(_ITEMS[0]) + par(_ITEMS[1]),
        f"formatting [structure] “{_ITEMS[1]}” kind: list-item → paragraph; level: 1 → None",
    ),
    "paragraph to list item": _pair(
        item(_ITEMS[0]) + par(_ITEMS[1]),
        item(_ITEMS[0]) + item(_ITEMS[1], 3),
        f"formatting [structure] “{_ITEMS[1]}” kind: paragraph → list-item; level: None → 1",
    ),
    "numbering restarted": _pair(
        item(_ITEMS[0]) + par("Then there is this.") + item(_ITEMS[1]) + item(_ITEMS[2]),
        item(_ITEMS[0]) + par("Then there is this.") + item(_ITEMS[1], 11) + item(_ITEMS[2], 11),
        f"formatting [structure] “{_ITEMS[1]}” number: 2. → 1. and 1 more",
    ),
    "item inserted": _pair(
        _list(1) + par("Who loses what clause 2 asks for pays twice."),
        item("Slow down before it.")
        + _list(1)
        + par("Who loses what clause 2 asks for pays twice."),
        "insertion [wording] paragraph “Slow down before it.”",
        f"formatting [structure] “{_ITEMS[0]}” number: 1. → 2. and 2 more, named 1 times",
    ),
    "style of a list": _pair(
        paper(_list(1)),
        paper(_list(1), numbering=NUMBERING.replace('w:val="%1."', 'w:val="(%1)"', 1)),
        f"formatting [structure] “{_ITEMS[0]}” number: 1. → (1) and 2 more",
    ),
}

_GATE = "Read the rules at "
LINKED: Mapping[str, Pair] = {
    "link target": _pair(
        par(_GATE, link("the gate", "site"), " first."),
        par(_GATE, link("the gate", "other"), " first."),
        "object link [link] “the gate” target: https://example.org/a → https://example.org/b",
    ),
    "address of a link": _pair(
        paper(par(_GATE, link("the gate", "site"), " first.")),
        paper(
            par(_GATE, link("the gate", "site"), " first."),
            links={"site": "mailto:toll@example.org"},
        ),
        "object link [link] “the gate” target: https://example.org/a → mailto:toll@example.org",
    ),
    "link removed": _pair(
        par(_GATE, link("the gate", "site"), " first."),
        par(_GATE, "the gate", " first."),
        "object link [link] “the gate” target: https://example.org/a → None",
    ),
    "link added with its look": _pair(
        par(_GATE, "the gate", " first."),
        par(
            _GATE,
            '<w:hyperlink r:id="site">',
            run("the gate", '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
            "</w:hyperlink>",
            " first.",
        ),
        "object link [link] “the gate” target: None → https://example.org/a",
    ),
    "place a link leads to": _pair(
        par(_GATE, link("the gate", place="rules"), " first."),
        par(_GATE, link("the gate", place="fines"), " first."),
        "object link [link] “the gate” target: #rules → #fines",
    ),
    "target of a coded link": _pair(
        par(_GATE, coded('HYPERLINK "https://example.org/a"', "the gate"), " first."),
        par(_GATE, coded('HYPERLINK "https://example.org/b"', "the gate"), " first."),
        "object link [link] “the gate” target: https://example.org/a → https://example.org/b",
    ),
    "link with its words": _pair(
        par("Pay at the gate. ", link("Read the rules", "site"), " Then go."),
        par("Pay at the gate. ", "Then go."),
        "deletion [wording] “Read the rules ” → “”",
    ),
    "link on other words": _pair(
        par("Pay at the ", link("gate", "site"), " at the pier."),
        par("Pay at the gate at the ", link("pier", "site"), "."),
        "object link [link] “gate” → “pier” place: None → None",
    ),
    "words of a link": _pair(
        par(_GATE, link("the gate", "site"), " first."),
        par(_GATE, link("the door", "site"), " first."),
        "replacement [wording] “gate” → “door”",
    ),
}

FIELDS: Mapping[str, Pair] = {
    "page to pages": _pair(
        par("This is leaf ", simple("PAGE", "4"), " of it."),
        par("This is leaf ", simple("NUMPAGES", "4"), " of it."),
        "object field [field] “4” code: PAGE → NUMPAGES",
    ),
    "date of today": _pair(
        par("Printed on ", coded("DATE", "24.05.2024"), " at the office."),
        par("Printed on ", coded("DATE", "03.06.2024"), " at the office."),
        "replacement [field] “24.05.2024” → “03.06.2024”",
    ),
    "page in a table of contents": _pair(
        par(coded(r"TOC \o 1-3", "Report on the bridge 3")),
        par(coded(r"TOC \o 1-3", "Report on the bridge 5")),
        "replacement [field] “3” → “5”",
    ),
    "reference to another place": _pair(
        par("See clause ", coded(r"REF _Ref11 \h", "2"), " for more."),
        par("See clause ", coded(r"REF _Ref12 \h", "2"), " for more."),
        r"object field [field] “2” code: REF _Ref11 \h → REF _Ref12 \h",
    ),
    "number of a caption": _pair(
        styled("Caption", "Figure ", simple("SEQ Figure", "1"), ": the northern pier"),
        styled("Caption", "Figure ", simple("SEQ Figure", "2"), ": the northern pier"),
        "replacement [field] “1” → “2”",
    ),
    "field turned into text": _pair(
        par("Printed on ", coded("DATE", "24.05.2024"), " at the office."),
        par("Printed on ", "24.05.2024", " at the office."),
        "object field [field] “24.05.2024” code: DATE → None",
    ),
    "code with its result": _pair(
        par("This is leaf ", simple("PAGE", "4"), " of it."),
        par("This is leaf ", simple("NUMPAGES", "9"), " of it."),
        "replacement field [field] “4” → “9” code: PAGE → NUMPAGES",
    ),
    "field with its sentence": _pair(
        par("It is short. ", "This is leaf ", simple("PAGE", "4"), ". It is late."),
        par("It is short. ", "It is late."),
        "deletion [number, wording] “This is leaf 4. ” → “”",
    ),
    "field with its result": _pair(
        par("Printed on ", coded("DATE", "24.05.2024"), " at the office."),
        par("Printed on ", " at the office."),
        "replacement [number, date] “ 24.05.2024 ” → “  ”",
    ),
    "format of a date": _pair(
        par("Printed on ", coded(r'DATE \@ "dd.MM.yyyy"', "24.05.2024"), " at the office."),
        par("Printed on ", coded(r'DATE \@ "d.MM.yyyy"', "24.05.2024"), " at the office."),
        r'object field [field] “24.05.2024” code: DATE \@ "dd.MM.yyyy" → DATE \@ "d.MM.yyyy"',
    ),
}


def _linked_picture(key: str) -> str:
    """A picture that leads to the address of this relationship."""
    clicked = f'<a:hlinkClick r:id="{key}"/>'
    return picture().replace('descr="A map"/>', f'descr="A map">{clicked}</wp:docPr>', 1)


_MAP = "object picture [picture]"
PICTURED: Mapping[str, Pair] = {
    "picture replaced": _pair(
        par("Here is ", picture(), " the river."),
        par("Here is ", picture("plan"), " the river."),
        f"{_MAP} “” picture: map → plan",
    ),
    "bytes of a picture": _pair(
        paper(par("Here is ", picture(), " the river.")),
        paper(
            par("Here is ", picture(), " the river."), pictures={"map": png(200), "plan": png(10)}
        ),
        f"{_MAP} “” picture: map → plan",
    ),
    "picture removed": _pair(
        par("Here is ", picture(), "the river."),
        par("Here is ", "the river."),
        f"{_MAP} “” picture: map → None; alternative-text: A map → None",
    ),
    "picture added": _pair(
        par("Here is ", "the river."),
        par("Here is ", picture(alt=""), "the river."),
        f"{_MAP} “” picture: None → map",
    ),
    "picture resized": _pair(
        par("Here is ", picture(), " the river."),
        par("Here is ", picture(width=200, height=100), " the river."),
        f"{_MAP} “” extent: 100×50 → 200×100",
    ),
    "alternative text": _pair(
        par("Here is ", picture(), " the river."),
        par("Here is ", picture(alt="A map of the river"), " the river."),
        f"{_MAP} “” alternative-text: A map → A map of the river",
    ),
    "picture in another paragraph": _pair(
        par("Here is ", picture(), "the river.") + par("There is the sea beyond the hills."),
        par("Here is ", "the river.") + par("There is the sea ", picture(), "beyond the hills."),
        f"{_MAP} “” place: None → None",
    ),
    "link of a picture": _pair(
        par("Here is ", _linked_picture("site"), " the river."),
        par("Here is ", _linked_picture("other"), " the river."),
        "object link [link] “” target: https://example.org/a → https://example.org/b",
    ),
    "picture removed with its link": _pair(
        par("Here is ", _linked_picture("site"), "the river."),
        par("Here is ", "the river."),
        f"{_MAP} “” picture: map → None; alternative-text: A map → None",
    ),
    "picture alone replaced": _pair(
        par(picture()), par(picture("plan")), f"{_MAP} “” picture: map → plan"
    ),
    "picture alone removed": _pair(
        paper(par(picture())),
        paper(),
        f"{_MAP} paragraph “” picture: map → None; alternative-text: A map → None",
    ),
    "picture cropped": _pair(
        par("Here is ", picture(), " the river."),
        par(
            "Here is ",
            picture().replace("<a:stretch>", '<a:srcRect l="20000"/><a:stretch>'),
            " the river.",
        ),
        f"{_MAP} “” crop: 0×0×0×0 → 0.2×0×0×0",
    ),
    "picture made a link": _pair(
        par("Here is ", picture(), " the river."),
        par("Here is ", f'<w:hyperlink r:id="site">{picture()}</w:hyperlink>', " the river."),
        "object link [link] “” target: None → https://example.org/a",
    ),
    "picture of an embedded sheet": _pair(
        par("Sheet: ", vml().replace("w:pict>", "w:object>"), " below"),
        par("Sheet: ", vml("plan").replace("w:pict>", "w:object>"), " below"),
        f"{_MAP} “” picture: map → plan",
    ),
    "pictures changed places": _pair(
        par("Here is ", picture(), " the river and ", picture("plan", "A plan"), " the sea."),
        par("Here is ", picture("plan", "A plan"), " the river and ", picture(), " the sea."),
        *[f"{_MAP} “” place: None → None"] * 2,
    ),
    "picture with its sentence": _pair(
        par("It is short. ", "Here is ", picture(), " the river. ", "It is late."),
        par("It is short. ", "It is late."),
        "deletion [wording] “Here is  the river. ” → “”",
        f"{_MAP} “” picture: map → None; alternative-text: A map → None",
    ),
    "old picture replaced": _pair(
        par("Here is ", vml(), " the river."),
        par("Here is ", vml("plan"), " the river."),
        f"{_MAP} “” picture: map → plan",
    ),
    "picture in a text box": _pair(
        par("Here is it.", box(par("The river: ", picture()))),
        par("Here is it.", box(par("The river: ", picture("plan")))),
        f"{_MAP} “” picture: map → plan",
    ),
    "picture in a table cell": _pair(
        table(row("River", cell(par(picture()))), row("Hill", "none")),
        table(row("River", cell(par(picture("plan")))), row("Hill", "none")),
        f"{_MAP} “” picture: map → plan",
    ),
    "picture in a header": _pair(
        paper(edges={"header-default": par("The bridge office ", picture())}),
        paper(edges={"header-default": par("The bridge office ", picture("plan"))}),
        f"{_MAP} “” picture: map → plan",
    ),
}


def _noted(kind: str, body: tuple[str, ...], *texts: str) -> Paper:
    """A paper with notes of a kind, numbered from 2."""
    notes = "".join(note(kind, number, text) for number, text in enumerate(texts, start=2))
    return paper(*body, notes={f"{kind}s": notes})


def _notes(kind: str, told: str = "note") -> Mapping[str, Pair]:
    """What can happen to notes of a kind."""
    first, second = mark(kind, 2), mark(kind, 3)
    ships, boats = ("Ships pass", " under it", " at night."), "Boats wait at the pier."
    at_ships = par(ships[0], first, *ships[1:])
    ground = "Since the flood of that year."
    other = "Their masts are low."
    both = par(ships[0], first, ships[1], second, ships[2])
    moved = "place: None → None"
    known = (boats,)
    mark_of = f"object note-reference [{told}]"
    return {
        f"{kind} mark to another word": Pair(
            _noted(kind, (at_ships, *known), ground),
            _noted(kind, (par(*ships[:2], first, ships[2]), *known), ground),
            (f"{mark_of} “” {moved}",),
        ),
        f"{kind} mark to another paragraph": Pair(
            _noted(kind, (at_ships, *known), ground),
            _noted(kind, (par(*ships), par("Boats wait", first, " at the pier.")), ground),
            (f"{mark_of} “” {moved}",),
        ),
        f"{kind} added": Pair(
            _noted(kind, (at_ships,), ground),
            _noted(kind, (both,), ground, other),
            (f"insertion [wording] paragraph “{other}”",),
        ),
        f"{kind} removed": Pair(
            _noted(kind, (both,), ground, other),
            _noted(kind, (at_ships,), ground),
            (f"deletion [wording] paragraph “{other}”",),
        ),
        f"{kind} text": Pair(
            _noted(kind, (at_ships,), ground),
            _noted(kind, (at_ships,), ground.replace("flood", "storm")),
            ("replacement [wording] “flood” → “storm”",),
        ),
    }


def _about(*content: str) -> Paper:
    """A paper with a comment, which is about what stands in its range."""
    own = (one if one != "about" else '<w:commentRangeStart w:id="2"/>' for one in content)
    made = (one if one != "so far" else '<w:commentRangeEnd w:id="2"/>' for one in own)
    notes = {"comments": note("comment", 2, "Is it true?")}
    return paper(par(*made, mark("comment", 2)), notes=notes)


def _both_notes(third: str) -> Paper:
    """A paper with a footnote, an endnote and a third note, which is one or the other."""
    told = "The pilot told so in the spring."
    kind = "footnote" if "footnote" in third else "endnote"
    notes = {
        "footnotes": note("footnote", 2, "Since the flood of that year."),
        "endnotes": note("endnote", 2, "See the report on the harbour."),
    }
    notes[f"{kind}s"] += note(kind, 3, told)
    marks = mark("footnote", 2), mark("endnote", 2)
    return paper(
        par("Ships pass", marks[0], " at night", third, "."), par("Boats", marks[1]), notes=notes
    )


RANGES: Mapping[str, Pair] = {
    "whose comment it is": Pair(
        _about("about", "Ships", "so far", " pass at night."),
        replace(
            _about("about", "Ships", "so far", " pass at night."),
            notes={"comments": note("comment", 2, "Is it true?").replace("Ada", "Bob")},
        ),
        ("object note-reference [note] “Ships” name: Ada → Bob",),
    ),
    "footnote made an endnote": Pair(
        _noted("footnote", (par("Ships pass", mark("footnote", 2), " at night."),), "So it is."),
        _noted("endnote", (par("Ships pass", mark("endnote", 2), " at night."),), "So it is."),
        ("formatting [structure] “So it is.” kind: footnote → endnote",),
    ),
    "footnote made an endnote among others": Pair(
        _both_notes(mark("footnote", 3)),
        _both_notes(mark("endnote", 3)),
        ("formatting [structure] “The pilot told so in the spring.” kind: footnote → endnote",),
    ),
    "comment on more words": Pair(
        _about("about", "Ships", "so far", " pass at night."),
        _about("about", "Ships pass", "so far", " at night."),
        ("object note-reference [note] “Ships” → “Ships pass” place: None → None",),
    ),
    "comment on other words": Pair(
        _about("about", "Ships", "so far", " pass at night."),
        _about("Ships pass ", "about", "at night", "so far", "."),
        ("object note-reference [note] “Ships” → “at night” place: None → None",),
    ),
}


def _form(name: str, kind: str) -> str:
    return f'<w:ffData><w:name w:val="{name}"/>{kind}</w:ffData>'


def _choice(number: int) -> str:
    listed = '<w:listEntry w:val="green"/><w:listEntry w:val="yellow"/>'
    chosen = f'<w:ddList><w:result w:val="{number}"/>{listed}</w:ddList>'
    return coded("FORMDROPDOWN", "", _form("Choice1", chosen))


CONTROLS: Mapping[str, Pair] = {
    "choice in an old form": _pair(
        par("Colour: ", _choice(0), " paint"),
        par("Colour: ", _choice(1), " paint"),
        "replacement [wording] “green” → “yellow”",
    ),
    "text in an old form": _pair(
        par("Goods: ", coded("FORMTEXT", "some wool", _form("Text1", "<w:textInput/>")), " sold"),
        par("Goods: ", coded("FORMTEXT", "some silk", _form("Text1", "<w:textInput/>")), " sold"),
        "replacement [wording] “wool” → “silk”",
    ),
    "check box": _pair(
        par("The owner agrees: ", tick(False), " in writing."),
        par("The owner agrees: ", tick(True), " in writing."),
        "replacement check-box [control] “☐” → “☒” state: unchecked → checked",
    ),
    "check box of an old form": _pair(
        par(
            "Agreed: ",
            coded(
                "FORMCHECKBOX",
                "",
                "<w:ffData><w:checkBox><w:checked w:val='0'/></w:checkBox></w:ffData>",
            ),
            " in writing.",
        ),
        par(
            "Agreed: ",
            coded(
                "FORMCHECKBOX",
                "",
                "<w:ffData><w:checkBox><w:checked w:val='1'/></w:checkBox></w:ffData>",
            ),
            " in writing.",
        ),
        "object check-box [control] “” state: unchecked → checked",
    ),
    "control removed": _pair(
        par("Name: ", control("owner", "A. Bek"), " of Osh"),
        par("Name: ", "A. Bek", " of Osh"),
        "object control [control] “A. Bek” name: owner → None",
    ),
    "control renamed": _pair(
        par("Name: ", control("owner", "A. Bek"), " of Osh"),
        par("Name: ", control("tenant", "A. Bek"), " of Osh"),
        "object control [control] “A. Bek” name: owner → tenant",
    ),
    "choice in a list": _pair(
        par("Colour: ", control("colour", "green", "<w:dropDownList/>"), " paint"),
        par("Colour: ", control("colour", "yellow", "<w:dropDownList/>"), " paint"),
        "replacement [wording] “green” → “yellow”",
    ),
    "control around a paragraph removed": _pair(
        f'<w:sdt><w:sdtPr><w:tag w:val="clause"/></w:sdtPr><w:sdtContent>{par(_LINE)}'
        "</w:sdtContent></w:sdt>",
        par(_LINE),
        f"object control [control] “{_LINE}” name: clause → None",
    ),
}


def _ruby(base: str, reading: str) -> str:
    return (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(reading)}</w:rt>"
        f"<w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"
    )


def _tracked(tag: str, inside: str) -> str:
    return f'<w:{tag} w:id="9" w:author="Ada">{inside}</w:{tag}>'


def _deleted(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


WORDS: Mapping[str, Pair] = {
    "exponent of a formula": _pair(
        par("The load is ", formula("x", "2"), " at most."),
        par("The load is ", formula("x", "3"), " at most."),
        "replacement [number] “2” → “3”",
    ),
    "formula to text": _pair(
        par("The load is ", formula("x", "2"), " at most."),
        par("The load is x^2 at most."),
        "object formula [wording] “x^2” formula: x^2 → None",
    ),
    "text of a text box": _pair(
        par("Here is it.", box(par("Mind the low beam"))),
        par("Here is it.", box(par("Mind the high beam"))),
        "replacement [wording] “low” → “high”",
    ),
    "text box removed": _pair(
        par("Here is it.", box(par("Mind the low beam"))),
        par("Here is it."),
        "deletion [wording] paragraph “Mind the low beam”",
    ),
    "tab": _pair(
        par("Toll:", "<w:r><w:tab/></w:r>", "five coins"),
        par("Toll:", run(" "), "five coins"),
        "replacement [spacing] “\t” → “ ”",
    ),
    "soft line break": _pair(
        par("Roses are red.", "<w:r><w:br/></w:r>", "Violets are blue."),
        par("Roses are red. Violets are blue."),
        "replacement [spacing] “\n” → “ ”",
    ),
    "no-break space": _pair(
        par("Pay 5 coins at the gate"),
        par("Pay 5\u00a0coins at the gate"),
        "replacement [typography] “ ” → “\u00a0”",
    ),
    "no-break hyphen": _pair(
        par("A one", run("-"), "way street"),
        par("A one", "<w:r><w:noBreakHyphen/></w:r>", "way street"),
        "replacement [typography] “-” → “\u2011”",
    ),
    "sign of a symbol font": _pair(
        par("Marked ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " by us"),
        par("Marked ", '<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', " by us"),
        "replacement [wording] “✓” → “✗”",
    ),
    "base of a ruby": _pair(
        par("Say ", _ruby("東京", "とう")),
        par("Say ", _ruby("大阪", "とう")),
        "replacement [wording] “東京” → “大阪”",
    ),
    "reading of a ruby": _pair(
        par("Say ", _ruby("東京", "とう")),
        par("Say ", _ruby("東京", "きょう")),
        "object reading [wording] “東京” reading: とう → きょう",
    ),
    "tracked insertion not made": _pair(
        par("Pay ", _tracked("ins", run("five ")), "coins"),
        par("Pay coins"),
        "deletion [number] “five ” → “”",
    ),
    "tracked deletion not made": _pair(
        par("Pay ", _tracked("del", _deleted("five ")), "coins"),
        par("Pay five coins"),
        "insertion [number] “” → “five ”",
    ),
    "tracked look": _pair(
        par(
            "Pay ",
            run("five", "<w:b/><w:rPrChange w:id='1' w:author='Ada'><w:rPr/></w:rPrChange>"),
            " coins",
        ),
        par("Pay five coins"),
        "formatting [formatting] “five” bold: yes → no",
    ),
}

_CITIES = ("Bishkek", "12"), ("Osh", "34"), ("Naryn", "56")


def _cities(*rows: tuple[str, ...]) -> str:
    return table(*(row(*one) for one in rows))


TABLES: Mapping[str, Pair] = {
    "cell": _pair(
        _cities(*_CITIES),
        _cities(_CITIES[0], ("Osh", "35"), _CITIES[2]),
        "replacement [number] “34” → “35”",
    ),
    "cells merged": _pair(
        table(row("Cities of the north", ""), row("Naryn", "56")),
        table(
            row(cell("Cities of the north", properties='<w:gridSpan w:val="2"/>')),
            row("Naryn", "56"),
        ),
        "formatting [structure] “Cities of the north” cell-span: 1×1 → 1×2",
    ),
    "cells merged downward": _pair(
        table(row("North", "12"), row("", "13"), row("Osh", "34")),
        table(
            row(cell("North", properties='<w:vMerge w:val="restart"/>'), "12"),
            row(cell("", properties="<w:vMerge/>"), "13"),
            row("Osh", "34"),
        ),
        "formatting [structure] “North” cell-span: 1×1 → 2×1",
    ),
    "column removed": _pair(
        _cities(*((a, n, b) for (a, b), n in zip(_CITIES, "ABC", strict=True))),
        _cities(*_CITIES),
        "deletion column [wording] paragraph “A” and 2 more",
    ),
    "row inserted": _pair(
        _cities(*_CITIES),
        _cities(*_CITIES[:2], ("Talas", "78"), _CITIES[2]),
        "insertion row [number, wording] paragraph “Talas” and 1 more",
    ),
    "row deleted": _pair(
        _cities(*_CITIES),
        _cities(*_CITIES[:1], _CITIES[2]),
        "deletion row [number, wording] paragraph “Osh” and 1 more",
    ),
    "row moved": _pair(
        _cities(*_CITIES),
        _cities(_CITIES[1], _CITIES[2], _CITIES[0]),
        "move row [] “Bishkek” and 1 more",
    ),
    "column inserted": _pair(
        _cities(*_CITIES),
        _cities(*((a, n, b) for (a, b), n in zip(_CITIES, "ABC", strict=True))),
        "insertion column [wording] paragraph “A” and 2 more",
    ),
    "header row": _pair(
        table(row("City", "Tolls"), row("Osh", "34")),
        table(row("City", "Tolls", properties="<w:tblHeader/>"), row("Osh", "34")),
        "formatting [structure] “City” header-row: no → yes",
    ),
    "cell of a table in a cell": _pair(
        table(row("Outer", cell(_cities(*_CITIES), par("")))),
        table(row("Outer", cell(_cities(_CITIES[0], ("Osh", "35"), _CITIES[2]), par("")))),
        "replacement [number] “34” → “35”",
    ),
    "table to paragraphs": _pair(
        _cities(("Where it begins", "Where it ends")),
        par("Where it begins") + par("Where it ends"),
        "formatting [structure] “Where it begins” kind: table → paragraph and 1 more",
    ),
}

_TURN = "Bridge office, spring of 2024"


def _edged(key: str, *texts: str, section: str = "", settings: str = "") -> Pair:
    """A header or footer with other words in the new version."""
    old, new = (
        paper(_LINE, edges={key: par(text)}, section=section, settings=settings) for text in texts
    )
    return Pair(old, new, ("replacement [number] “2024” → “2025”",))


def _watermark(words: str) -> str:
    path = f'<v:textpath string="{words}"/>'
    return f'<w:r><w:pict><v:shape type="#_x0000_t136">{path}</v:shape></w:pict></w:r>'


_NEXT = _TURN.replace("2024", "2025")
EDGES: Mapping[str, Pair] = {
    "header": _edged("header-default", _TURN, _NEXT),
    "header of first pages": _edged("header-first", _TURN, _NEXT, section="<w:titlePg/>"),
    "header of even pages": _edged("header-even", _TURN, _NEXT, settings="<w:evenAndOddHeaders/>"),
    "footer": _edged("footer-default", _TURN, _NEXT),
    "header added": Pair(
        paper(_LINE),
        paper(_LINE, edges={"header-default": par("For the council only")}),
        ("insertion [wording] paragraph “For the council only”",),
    ),
    "watermark": Pair(
        *(
            paper(_LINE, edges={"header-default": par(_watermark(words))})
            for words in ("DRAFT", "VALID")
        ),
        ("replacement [wording] “DRAFT” → “VALID”",),
    ),
    "link in a footer": Pair(
        paper(edges={"footer-default": par("Rules at ", link("the gate", "site"))}),
        paper(edges={"footer-default": par("Rules at ", link("the gate", "other"))}),
        ("object link [link] “the gate” target: https://example.org/a → https://example.org/b",),
    ),
    "look in a header": Pair(
        paper(edges={"header-default": par("Bridge office")}),
        paper(edges={"header-default": par(run("Bridge office", "<w:b/>"))}),
        ("formatting [formatting] “Bridge office” bold: no → yes",),
    ),
}

CHANGED: Mapping[str, Pair] = {
    **LOOKS,
    **ROLES,
    **LINKED,
    **FIELDS,
    **PICTURED,
    **_notes("footnote"),
    **_notes("endnote"),
    **_notes("comment"),
    **RANGES,
    **CONTROLS,
    **WORDS,
    **TABLES,
    **EDGES,
}
"""Every pair in which one thing changed."""
