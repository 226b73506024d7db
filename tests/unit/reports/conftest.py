"""Comparisons made by hand, from paragraphs with their changes written inside them."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sverka.model import (
    Alignment,
    BlockKind,
    Category,
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
    Notice,
    NoticeCode,
    Options,
    Paragraph,
    Properties,
    Reason,
    ReasonCode,
    ReasonPlace,
    Screening,
    Side,
    Source,
    Span,
    Statistics,
    Tier,
    Verdict,
)

_CHANGE = re.compile(r"\[([^\[\]→]*)→([^\[\]→]*)\]")


class Maker:
    """Collects paragraphs, links and changes in order, then makes a Comparison of them."""

    def __init__(self) -> None:
        self.old: list[Paragraph] = []
        self.new: list[Paragraph] = []
        self.links: list[Link] = []
        self.changes: list[Change] = []
        self.moves: dict[str, int] = {}

    def paragraph(self, markup: str, *categories: tuple[Category, ...], level: int = 0) -> None:
        """A pair of paragraphs; "[old→new]" in it is a change of the next of `categories`."""
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        old, new = _CHANGE.sub(r"\1", markup), _CHANGE.sub(r"\2", markup)
        shift_old = shift_new = 0
        changes = []
        for match, of in zip(_CHANGE.finditer(markup), categories, strict=True):
            a, b = match[1], match[2]
            start_old, start_new = match.start() + shift_old, match.start() + shift_new
            one_sided = ChangeKind.DELETION if a else ChangeKind.INSERTION
            change_kind = ChangeKind.REPLACEMENT if a and b else one_sided
            changes.append(
                Change(
                    change_kind,
                    of,
                    Span(len(self.old), start_old, start_old + len(a)),
                    Span(len(self.new), start_new, start_new + len(b)),
                    len(self.links),
                )
            )
            shift_old -= len(b) + 3
            shift_new -= len(a) + 3
        self.changes += changes
        kind_of_link = LinkKind.EDITED if changes else LinkKind.EQUAL
        self.links.append(Link((len(self.old),), (len(self.new),), kind_of_link))
        self.old.append(Paragraph(old, kind, level=level or None))
        self.new.append(Paragraph(new, kind, level=level or None))

    def deleted(self, text: str) -> None:
        """A paragraph left out."""
        span = Span(len(self.old), 0, len(text))
        categories = (Category.WORDING,)
        self.changes.append(Change(ChangeKind.DELETION, categories, span, None, len(self.links)))
        self.links.append(Link((len(self.old),), (), LinkKind.DELETED))
        self.old.append(Paragraph(text))

    def inserted(self, text: str) -> None:
        """A paragraph added."""
        span = Span(len(self.new), 0, len(text))
        categories = (Category.WORDING,)
        self.changes.append(Change(ChangeKind.INSERTION, categories, None, span, len(self.links)))
        self.links.append(Link((), (len(self.new),), LinkKind.INSERTED))
        self.new.append(Paragraph(text))

    def moved_here(self, text: str) -> None:
        """Where a moved paragraph stands in the new version."""
        self.moves[text] = len(self.new)
        self.new.append(Paragraph(text))

    def moved_from(self, text: str) -> None:
        """Where it stood in the old one; after `moved_here`."""
        at, to = len(self.old), self.moves[text]
        self.old.append(Paragraph(text))
        spans = Span(at, 0, len(text)), Span(to, 0, len(text))
        self.changes.append(Change(ChangeKind.MOVE, (), *spans, len(self.links)))
        self.links.append(Link((at,), (to,), LinkKind.EQUAL, moved=True))

    def split(self, first: str, second: str) -> None:
        """A paragraph cut in two."""
        at, to = len(self.old), len(self.new)
        self.old.append(Paragraph(f"{first} {second}"))
        self.new += [Paragraph(first), Paragraph(second)]
        joint = Span(at, len(first), len(first)), Span(to + 1, 0, 0)
        self.changes.append(Change(ChangeKind.SPLIT, (), *joint, len(self.links)))
        self.links.append(Link((at,), (to, to + 1), LinkKind.SPLIT))

    def comparison(
        self,
        findings: tuple[Finding, ...] = (),
        notices: tuple[Notice, ...] = (),
        names: tuple[str, str] = ("published.txt", "corrected.docx"),
        options: Options | None = None,
    ) -> Comparison:
        """What was collected."""
        moment = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
        documents = (
            Document(
                f"/texts/{names[0]}",
                "text",
                "5bcb32c1" * 8,
                Properties(size=8234, modified=moment, encoding="utf-8"),
            ),
            Document(
                f"/texts/{names[1]}",
                "docx",
                "9c01a7e2" * 8,
                Properties(size=40612, modified=moment, pages=4),
            ),
        )
        sides = (Side.OLD, Side.NEW)
        old, new = (
            Inspection(
                document, Screening(tuple(texts), tuple(f for f in findings if f.side is side))
            )
            for document, texts, side in zip(documents, (self.old, self.new), sides, strict=True)
        )
        old_words = sum(len(p.text.split()) for p in self.old)
        changed = sum(
            len(self.old[c.old.paragraph].text[c.old.start : c.old.end].split())
            for c in self.changes
            if c.old and c.kind is not ChangeKind.MOVE
        )
        return Comparison(
            old=old,
            new=new,
            options=options or Options(),
            alignment=Alignment(tuple(self.links)),
            changes=tuple(self.changes),
            findings=findings,
            statistics=Statistics(
                changes=len(self.changes),
                by_kind=dict(Counter(c.kind for c in self.changes)),
                by_category=dict(Counter(k for c in self.changes for k in c.categories)),
                old_words=old_words,
                new_words=sum(len(p.text.split()) for p in self.new),
                unchanged_words=old_words - changed,
            ),
            notices=notices,
        )


NUMBER, QUOTED = Category.NUMBER, Category.QUOTATION
MOVED = (
    "Начальник пристани предложила вернуть вечерний рейс по пятницам, отменённый два года назад."
)


def _release() -> Maker:
    maker = Maker()
    maker.paragraph(
        "Начальник управления [Т.Вереснин→Т. Вереснин] встретился с капитанами судов",
        (Category.SPACING,),
        level=1,
    )
    maker.paragraph("В Плёсе проходит [27-ое→27-е] весеннее совещание.", (Category.WORDING,))
    maker.moved_here(MOVED)
    maker.paragraph("Приветствуя участников, начальник напомнил о старой традиции пароходства.")
    maker.paragraph(
        "«Мы перевезли [412→421] тысяч пассажиров, работа которых [была→] отмечена», — сказал он.",
        (NUMBER, QUOTED),
        (Category.WORDING, QUOTED),
    )
    maker.paragraph(
        "Третий год идёт [бeзaвapийная→безаварийная] навигация.", (Category.SPELLING_SCRIPT,)
    )
    maker.paragraph("Капитан Прохор [Лебедянин→Лебединский] рассказал.", (Category.NAME,))
    maker.paragraph(
        "«На [2025-2027→2025–2027] годы выделено 340 миллионов, откроем [1→15] мая», — сказал он.",
        (Category.TYPOGRAPHY, QUOTED),
        (Category.DATE, QUOTED),
    )
    maker.split("Тихон Вереснин обратил внимание на расписание.", "Новое расписание напечатано.")
    maker.moved_from(MOVED)
    maker.paragraph("В завершение встречи начальник вручил памятные знаки.")
    maker.deleted("Вопрос о ледоколе будет рассмотрен отдельно.")
    maker.inserted("Следующее совещание пройдёт осенью.")
    return maker


def _findings() -> tuple[Finding, ...]:
    header = Finding(
        key="old-1",
        kind=FindingKind.RUNNING_HEADER,
        side=Side.OLD,
        text="Начальник управления Т.Вереснин\nвстретился с капитанами судов",
        reasons=(
            Reason(ReasonCode.TITLE_STAYS, {"place": ReasonPlace(0, (3, 5))}),
            Reason(ReasonCode.INTERRUPTS_SENTENCE, {"before": "только по", "after": "воде"}),
        ),
        tier=Tier.CERTAIN,
        decision=Decision.REMOVED,
        group="header-1",
        sources=(Source(lines=(21, 22)),),
        place=Span(7, 4, 4),
        verdict=Verdict.FIXED,
    )
    mixed = Finding(
        key="old-2",
        kind=FindingKind.MIXED_SCRIPT,
        side=Side.OLD,
        text="бeзaвapийная",
        reasons=(Reason(ReasonCode.TWO_ALPHABETS, {"letters": "eap"}),),
        tier=Tier.CERTAIN,
        decision=Decision.KEPT,
        sources=(Source(lines=(15, 15)),),
        suggestion="безаварийная",
        place=Span(5, 16, 28),
        verdict=Verdict.FIXED,
    )
    numbers = tuple(
        Finding(
            key=f"new-{page}",
            kind=FindingKind.PAGE_NUMBER,
            side=Side.NEW,
            text=str(page),
            reasons=(Reason(ReasonCode.COUNTS_WITH_PAGES),),
            tier=Tier.CERTAIN,
            decision=Decision.REMOVED,
            group="numbers",
            sources=(Source(page=page),),
            verdict=Verdict.INTRODUCED,
        )
        for page in (1, 2, 3, 5)
    )
    repeat = replace(
        mixed,
        key="new-9",
        kind=FindingKind.DUPLICATE_PARAGRAPH,
        side=Side.NEW,
        text="Новое расписание напечатано.",
        reasons=(Reason(ReasonCode.PARAGRAPH_BEFORE, {"place": ReasonPlace(3)}),),
        suggestion=None,
        sources=(),
        place=Span(10, 0, 28),
        verdict=Verdict.STILL_THERE,
    )
    return (header, mixed, *numbers, repeat)


@pytest.fixture
def release() -> Comparison:
    """A comparison with one of everything."""
    values = {"sentence": "Page 3 has no text layer; nothing of it was compared."}
    notices = (Notice(NoticeCode.OTHER, values, Side.NEW, 3),)
    return _release().comparison(_findings(), notices)


@pytest.fixture
def maker() -> Maker:
    """An empty maker."""
    return Maker()


@pytest.fixture
def large() -> Callable[[int], Comparison]:
    """A book with the given number of changes, under headings."""
    return _large


def _large(changes: int) -> Comparison:
    maker = Maker()
    filler = "Пароходство напоминает жителям прибрежных посёлков о порядке пересадок. " * 3
    kinds = (
        "{f}На линии [{n}→{m}] судов, остальное без перемен. {f}",
        "{f}Капитан [станет→выйдет] на воду в срок и вернётся к вечеру. {f}",
        "{f}Работа [была →]отмечена жителями, «как и [прежде→раньше]», — говорят они. {f}",
    )
    of = (
        ((Category.NUMBER,),),
        ((Category.WORDING,),),
        ((Category.WORDING,), (Category.WORDING, Category.QUOTATION)),
    )
    n = 0
    while len(maker.changes) < changes:
        if n % 40 == 0:
            maker.paragraph(f"Глава {n // 40 + 1}. О навигации и пристанях", level=1)
        pick = n % 3
        maker.paragraph(kinds[pick].format(f=filler, n=n, m=n + 7), *of[pick])
        maker.paragraph(filler)
        if n % 50 == 7:
            maker.inserted(f"Добавленный абзац {n}. {filler}")
        n += 1
    maker.changes = maker.changes[:changes]
    return maker.comparison()
