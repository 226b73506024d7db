"""Comparisons made by hand, for tests of what shows them."""

from collections.abc import Sequence

from sverka import compare
from sverka.model import (
    EVERY_ASPECT,
    Alignment,
    Block,
    BlockKind,
    Category,
    Cell,
    Change,
    ChangeKind,
    Comparison,
    Decision,
    Document,
    Finding,
    FindingKind,
    Inspection,
    Link,
    LinkKind,
    ListItem,
    Notice,
    Object,
    ObjectKind,
    Options,
    Paragraph,
    Properties,
    Reason,
    ReasonCode,
    ReasonPlace,
    Run,
    Screening,
    Side,
    Source,
    Span,
    Statistics,
    Style,
    Tier,
    Traits,
    Verdict,
)


def comparison(
    old: Sequence[str],
    new: Sequence[str],
    links: Sequence[Link],
    changes: Sequence[Change],
    findings: Sequence[Finding] = (),
    notices: Sequence[Notice] = (),
) -> Comparison:
    """A comparison of these paragraphs."""
    kinds = {kind: sum(c.kind is kind for c in changes) for kind in ChangeKind}
    return Comparison(
        _version("/somewhere/published.txt", "text", old, findings, Side.OLD),
        _version("/somewhere/corrected.docx", "docx", new, findings, Side.NEW),
        Options(),
        Alignment(tuple(links)),
        tuple(changes),
        tuple(findings),
        Statistics(len(changes), {k: n for k, n in kinds.items() if n}, {}, 100, 100, 90),
        tuple(notices),
    )


def _version(
    path: str, format_: str, texts: Sequence[str], findings: Sequence[Finding], side: Side
) -> Inspection:
    document = Document(path, format_, "0" * 64, Properties(size=10, encoding="utf-8"))
    paragraphs = tuple(
        Paragraph(
            text,
            BlockKind.HEADING if n == 0 else BlockKind.PARAGRAPH,
            level=1 if n == 0 else None,
            sources=(Source(),),
        )
        for n, text in enumerate(texts)
    )
    return Inspection(document, Screening(paragraphs, tuple(f for f in findings if f.side is side)))


def release() -> Comparison:
    """A small release with one of everything: replacement, insertion, move, split, a chip."""
    old = (
        "Встреча капитанов",
        "Навигация откроется 14 марта, сказал начальник.",
        "Работа была безаварийной. " * 6 + "Особое место занимает программа, которая рассчитана "
        "только по воде и зимует без дороги. На 2025-2027 годы выделено 340 миллионов.",
        "Абзац, который переехал наверх и при этом не изменился.",
        "Первая половина абзаца. Вторая половина абзаца.",
        "Этот абзац исчезнет.",
        "Последний абзац остаётся как был.",
    )
    new = (
        "Встреча капитанов",
        "Абзац, который переехал наверх и при этом не изменился.",
        "Навигация откроется 15 марта, сказал начальник.",
        old[2].replace("2025-2027", "2025–2028"),
        "Первая половина абзаца.",
        "Вторая половина абзаца.",
        "Последний абзац остаётся как был.",
        "Пресс-служба пароходства.",
    )
    links = (
        Link((0,), (0,), LinkKind.EQUAL),
        Link((3,), (1,), LinkKind.EQUAL, moved=True),
        Link((1,), (2,), LinkKind.EDITED, similarity=0.9),
        Link((2,), (3,), LinkKind.EDITED, similarity=0.97),
        Link((4,), (4, 5), LinkKind.SPLIT),
        Link((5,), (), LinkKind.DELETED, similarity=0.0),
        Link((6,), (6,), LinkKind.EQUAL),
        Link((), (7,), LinkKind.INSERTED, similarity=0.0),
    )
    return comparison(old, new, links, _changes(old, new), _findings(old))


def _changes(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    years = old[2].index("2025-2027")
    day = old[1].index("14")
    return (
        Change(ChangeKind.MOVE, (), Span(3, 0, len(old[3])), Span(1, 0, len(new[1])), 1),
        Change(
            ChangeKind.REPLACEMENT,
            (Category.NUMBER, Category.DATE),
            Span(1, day, day + 2),
            Span(2, day, day + 2),
            2,
        ),
        Change(
            ChangeKind.REPLACEMENT,
            (Category.NUMBER, Category.QUOTATION),
            Span(2, years, years + 9),
            Span(3, years, years + 9),
            3,
            (Span(2, years + 4, years + 5), Span(2, years + 8, years + 9)),
            (Span(3, years + 4, years + 5), Span(3, years + 8, years + 9)),
        ),
        Change(ChangeKind.SPLIT, (), Span(4, 23, 23), Span(5, 0, 0), 4),
        Change(ChangeKind.DELETION, (Category.WORDING,), Span(5, 0, len(old[5])), None, 5),
        Change(ChangeKind.INSERTION, (Category.WORDING,), None, Span(7, 0, len(new[7])), 7),
    )


def _findings(old: Sequence[str]) -> tuple[Finding, ...]:
    at = old[2].index("воде и")
    return (
        Finding(
            "old-header-1",
            FindingKind.RUNNING_HEADER,
            Side.OLD,
            "Встреча капитанов",
            (
                Reason(ReasonCode.TITLE_STAYS, {"place": ReasonPlace(0, (1, 1))}),
                Reason(ReasonCode.INTERRUPTS_SENTENCE, {"before": "только по", "after": "воде"}),
            ),
            Tier.CERTAIN,
            Decision.REMOVED,
            sources=(Source(lines=(21, 23)),),
            place=Span(2, at, at),
            verdict=Verdict.FIXED,
        ),
        Finding(
            "old-mixed-1",
            FindingKind.MIXED_SCRIPT,
            Side.OLD,
            "безаварийной",
            (Reason(ReasonCode.TWO_ALPHABETS, {"letters": "ea"}),),
            Tier.CERTAIN,
            Decision.KEPT,
            place=Span(2, 12, 24),
        ),
    )


def long_pair(count: int, every: int = 5) -> Comparison:
    """`count` paragraphs of a book, one in `every` edited by one word."""
    words = ("пристань", "капитан", "навигация", "берег", "рейс", "пароход", "туман", "причал")
    old = tuple(
        f"Абзац {n}: " + " ".join(words[(n * 7 + k) % 8] for k in range(20 + n % 60)) + "."
        for n in range(count)
    )
    edited = set(range(0, count, every))
    new = tuple(
        text.replace("Абзац", "Отрывок") if n in edited else text for n, text in enumerate(old)
    )
    links = [
        Link((n,), (n,), LinkKind.EDITED if n in edited else LinkKind.EQUAL) for n in range(count)
    ]
    changes = [
        Change(ChangeKind.REPLACEMENT, (Category.WORDING,), Span(n, 0, 5), Span(n, 0, 7), n)
        for n in sorted(edited)
    ]
    return comparison(old, new, links, changes)


def beside_words() -> Comparison:
    """One word bold, a link elsewhere, another heading level, a picture, items numbered anew."""
    return compare(_with_things("original.docx", 0), _with_things("revised.docx", 1))


def _with_things(name: str, version: int) -> Document:
    blocks = [
        Block(BlockKind.HEADING, (Run("The season on the river"),), level=1 + version),
        Block(
            BlockKind.PARAGRAPH,
            (
                Run("The ferry runs "),
                Run("every day", Style(bold=bool(version))),
                Run(" as the timetable says."),
            ),
            objects=(
                Object(32, ObjectKind.LINK, f"https://example.org/times/202{version}/a", length=9),
            ),
        ),
        Block(
            BlockKind.PARAGRAPH,
            (),
            objects=(
                Object(0, ObjectKind.PICTURE, f"{version}" * 64, "A pier", size=(120.0, 60.0)),
            ),
        ),
    ]
    items = ["Buy a ticket.", "Show it at the gate.", "Keep it until the end."]
    if version:
        items.insert(1, "Nobody else may use this one ever.")
    blocks += [
        Block(
            BlockKind.LIST_ITEM,
            (Run(text),),
            level=1,
            label=f"{number}.",
            item=ListItem("1", 1, "decimal", number, "7"),
        )
        for number, text in enumerate(items, 1)
    ]
    blocks += [Block(BlockKind.PARAGRAPH, (Run("Whoever breaks clause 3 pays a fine."),))]
    rows = (
        ("Pier", "2024", "2025"),
        ("Bishkek", "1204", f"1{3 + version}77"),
        ("Karakol", "", "9"),
    )
    blocks += [
        Block(BlockKind.TABLE_CELL, (Run(text),), cell=Cell(1, row, column))
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
        if text
    ]
    traits = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
    return Document(f"/somewhere/{name}", "docx", name, Properties(), tuple(blocks), (), traits)
