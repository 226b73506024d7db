from collections.abc import Callable

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind, Tier
from sverka.screening import screen
from sverka.wording import finding_reasons, finding_text

Text = Callable[[str], Document]
Chapter = Callable[..., str]
REPEATS = (FindingKind.DUPLICATE_PARAGRAPH, FindingKind.REPEATED_BLOCK)


def repeats(document: Document) -> list[Finding]:
    return [f for f in screen(document).findings if f.kind in REPEATS]


def test_a_paragraph_that_stands_twice_is_told_at_its_second_place(
    text: Text, chapter: Chapter
) -> None:
    (finding,) = repeats(text("\n\n".join([chapter(1), chapter(2), chapter(1)])))
    assert (finding.kind, finding.lines, finding.tier) == (REPEATS[0], (5,), Tier.CERTAIN)
    assert "line 1" in finding_reasons(finding, ENGLISH)[0]
    assert len(screen(text("\n\n".join([chapter(1)] * 2))).paragraphs) == 2


def test_neighbouring_duplicates_are_one_block_with_the_short_lines_between(
    text: Text, chapter: Chapter
) -> None:
    block = [chapter(1), "Справка", chapter(2)]
    (finding,) = repeats(text("\n\n".join([*block, chapter(3), *block])))
    assert finding.kind is FindingKind.REPEATED_BLOCK
    assert finding.lines == (9, 11, 13)
    assert "3 paragraphs" in finding_reasons(finding, ENGLISH)[0]


def test_a_near_duplicate_is_told_with_its_differences(text: Text, chapter: Chapter) -> None:
    changed = chapter(1).replace("капитан", "адмирал", 1)
    (finding,) = repeats(text("\n\n".join([chapter(1), chapter(2), changed])))
    assert finding.tier is Tier.SUSPECTED
    assert "«капитан» → «адмирал»" in finding_reasons(finding, ENGLISH)[1]


def test_short_lines_that_come_again_are_let_alone(text: Text) -> None:
    assert repeats(text("\n\n".join(["Вопрос:", "Ответ:", "Да, был."] * 5))) == []


def test_different_paragraphs_are_no_repeats(text: Text, chapter: Chapter) -> None:
    assert repeats(text("\n\n".join(chapter(n) for n in range(12)))) == []


def test_many_near_repeats_are_how_the_text_is_worded_and_told_once(
    text: Text, chapter: Chapter
) -> None:
    pairs = [(chapter(n, 3), chapter(n, 3).replace("капитан", "адмирал")) for n in range(40)]
    changed = [(old, new) for old, new in pairs if old != new][:12]
    (finding,) = repeats(text("\n\n".join(p for pair in changed for p in pair)))
    assert "12 paragraphs" in finding_reasons(finding, ENGLISH)[-1]
    few = repeats(text("\n\n".join(p for pair in changed[:3] for p in pair)))
    assert len(few) == 3


def test_half_a_sentence_that_comes_again_far_away_is_let_alone(
    text: Text, chapter: Chapter
) -> None:
    item = "2. den organisatorischen Aufbau der Zweigniederlassung und ihrer Stellen,"
    between = [chapter(n) for n in range(4)]
    assert repeats(text("\n\n".join([item, *between, item]))) == []
    assert len(repeats(text("\n\n".join([item, between[0], item])))) == 1


def test_a_long_repeat_is_kept_by_its_beginning_and_cut_only_where_it_is_said(text: Text) -> None:
    words = " ".join(f"слово{number}" for number in range(60))
    for length, cut in ((400, False), (401, True)):
        paragraph = words[: length - 1] + "."
        (finding,) = repeats(text(f"{paragraph}\n\nДругое.\n\n{paragraph}"))
        assert (finding.cut, finding.text) == (cut, paragraph[:399] if cut else paragraph)
        assert finding_text(finding) == (f"{paragraph[:399]}…" if cut else paragraph)
