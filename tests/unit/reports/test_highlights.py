from typing import Any

from sverka.language import ENGLISH
from sverka.model import Category, Comparison
from sverka.reports.highlights import GRAVE, highlights
from sverka.reports.marked_text import PieceMark

NUMBER, QUOTED = Category.NUMBER, Category.QUOTATION


def test_counts_are_those_of_the_statistics(release: Comparison) -> None:
    counts = release.statistics.by_category
    leads = {h.category: h.lead for h in highlights(release, ENGLISH)}
    assert leads[NUMBER] == f"{counts[NUMBER]} change in numbers, inside a quotation"
    assert leads[Category.NAME] == f"{counts[Category.NAME]} change in names"


def test_a_change_is_quoted_once_and_named_by_its_place_after_that(maker: Any) -> None:
    maker.paragraph("On [1→15] May.", (NUMBER, Category.DATE))
    numbers, dates = highlights(maker.comparison(), ENGLISH)
    assert [p.text for p in numbers.mentions[0].pieces if p.mark] == ["1", "15"]
    assert dates.mentions[0].pieces == ()
    assert dates.mentions[0].place == "paragraph 1"


def test_the_quoted_sentence_reads_on(maker: Any) -> None:
    maker.paragraph("On [1→15] May.", (NUMBER,))
    maker.paragraph("It was [very →]good.", (QUOTED,))
    maker.paragraph("[Never→] mind 2.", (NUMBER,))
    numbers, quotations = highlights(maker.comparison(), ENGLISH)
    said = ["".join(p.text for p in m.pieces) for m in (*numbers.mentions, *quotations.mentions)]
    assert said == ["On 1 15 May.", "Never mind 2.", "It was very good."]


def test_words_left_out_stand_where_they_stood(maker: Any) -> None:
    maker.paragraph("It was [very →]good.", (QUOTED,))
    (quotations,) = highlights(maker.comparison(), ENGLISH)
    assert [(p.text, p.mark) for p in quotations.mentions[0].pieces] == [
        ("It was ", PieceMark.NONE),
        ("very ", PieceMark.OLD),
        ("good.", PieceMark.NONE),
    ]


def test_only_the_first_are_quoted_and_the_rest_are_counted(maker: Any) -> None:
    for n in range(7):
        maker.paragraph(f"There were [{n}→{n + 10}] of them.", (NUMBER,))
    (numbers,) = highlights(maker.comparison(), ENGLISH)
    assert [mention.number for mention in numbers.mentions] == [1, 2, 3]
    assert numbers.more == "and 4 more"


def test_without_grave_changes_there_is_nothing_to_tell(maker: Any) -> None:
    maker.paragraph("A [small→little] thing.", (Category.WORDING,))
    assert highlights(maker.comparison(), ENGLISH) == ()


def test_the_order_is_that_of_the_categories_and_quotations_come_last() -> None:
    others = [category for category in GRAVE if category is not QUOTED]
    assert others == [category for category in Category if category in others]
    assert GRAVE[-1] is QUOTED


def test_every_grave_category_is_told_of_in_its_own_words(maker: Any) -> None:
    for category in GRAVE:
        maker.paragraph("It was [1→2].", (category,))
    leads = [highlight.lead for highlight in highlights(maker.comparison(), ENGLISH)]
    assert len(leads) == len(set(leads)) == len(GRAVE)
    assert [lead for lead in leads if "quotation" in lead] == [leads[-1]]
