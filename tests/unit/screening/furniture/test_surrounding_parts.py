"""What a web page has around its text is set aside, visibly, and can be taken back."""

from collections.abc import Callable

from sverka.model import (
    Block,
    BlockKind,
    Decision,
    Document,
    FindingKind,
    Landmark,
    ReasonCode,
    Run,
    Tier,
    Traits,
)
from sverka.screening import screen

TRAITS = Traits(soft_breaks=True, formatted=True, structured=True)


def page(*parts: tuple[str, Landmark | None]) -> Document:
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, (Run(text),), landmark=mark, artifact=mark is not None)
        for text, mark in parts
    )
    return Document("page.html", "html", "", blocks=blocks, traits=TRAITS)


PAGE = page(
    ("Home", Landmark.NAVIGATION),
    ("News", Landmark.NAVIGATION),
    ("Accept all", Landmark.COOKIES),
    ("The text begins here.", None),
    ("Also read", Landmark.ASIDE),
    ("And here it ends.", None),
    ("All rights reserved", Landmark.FOOTER),
)


def test_each_part_around_the_text_is_one_finding_with_its_reason() -> None:
    screening = screen(PAGE)
    assert [p.text for p in screening.paragraphs] == ["The text begins here.", "And here it ends."]
    found = [f for f in screening.findings if f.kind is FindingKind.SURROUNDINGS]
    assert [(f.blocks, f.reasons[0].code) for f in found] == [
        ((0, 1), ReasonCode.IS_NAVIGATION),
        ((2,), ReasonCode.IS_COOKIE_NOTICE),
        ((4,), ReasonCode.IS_ASIDE),
        ((6,), ReasonCode.IS_PAGE_FOOTER),
    ]
    assert {(f.tier, f.decision) for f in found} == {(Tier.CERTAIN, Decision.REMOVED)}


def test_the_user_may_keep_a_part_or_all() -> None:
    found = screen(PAGE).findings
    aside = next(f for f in found if f.blocks == (4,))
    kept = screen(PAGE, decisions={aside.key: Decision.KEPT})
    assert [p.text for p in kept.paragraphs] == [
        "The text begins here.",
        "Also read",
        "And here it ends.",
    ]
    assert len(screen(PAGE, keep_furniture=True).paragraphs) == 7


def test_headers_caught_in_the_text_are_found_between_such_parts(
    chapter: Callable[..., str],
) -> None:
    header = "Начальник управления Т. Вереснин встретился с капитанами"
    parts: list[tuple[str, Landmark | None]] = [("Menu", Landmark.NAVIGATION)]
    for number in range(4):
        text = chapter(number, 8)
        cut = text.index(" ", len(text) // 2)
        parts += [(text[:cut], None), (header, None), (text[cut + 1 :], None)]
        parts += [("Read also", Landmark.ASIDE)]
    screening = screen(page(*parts))
    caught = [f for f in screening.findings if f.kind is FindingKind.RUNNING_HEADER]
    assert [(f.text, f.decision) for f in caught] == [(header, Decision.REMOVED)] * 4
    assert header not in " ".join(p.text for p in screening.paragraphs)
