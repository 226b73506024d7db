"""What the user decides stands above what the program decides."""

from collections.abc import Callable

import pytest

from sverka.model import Decision, Document, FindingKind
from sverka.screening import screen

Text = Callable[[str], Document]

HEAD = "Лугозерское водное управление"


@pytest.fixture
def release(pages: Callable[..., str]) -> str:
    """Text with the same header in a sentence three times, apart from it by blank lines."""
    return pages([f"\n{HEAD}\n"] * 3)


def test_a_kept_header_stands_in_paragraphs_of_its_own_and_the_sentence_is_apart(
    text: Text, release: str
) -> None:
    name = next(f.key for f in screen(text(release)).findings if f.kind.is_furniture)
    screening = screen(text(release), decisions={name: Decision.KEPT})
    kept = next(f for f in screening.findings if f.key == name)
    assert kept.decision is Decision.KEPT
    assert kept.place is not None
    paragraph = screening.paragraphs[kept.place.paragraph]
    assert paragraph.text[kept.place.start : kept.place.end] == paragraph.text == HEAD
    assert [p.text == HEAD for p in screening.paragraphs].count(True) == 1


def test_only_what_depends_on_a_decision_changes(text: Text, release: str) -> None:
    before = screen(text(release))
    names = [f.key for f in before.findings if f.kind.is_furniture]
    after = screen(text(release), decisions={names[-1]: Decision.KEPT})
    assert after.paragraphs[:2] == before.paragraphs[:2]
    assert [f.key for f in after.findings] == [f.key for f in before.findings]


def test_keep_furniture_keeps_all_and_loses_nothing(text: Text, release: str) -> None:
    screening = screen(text(release), keep_furniture=True)
    furniture = [f for f in screening.findings if f.kind.is_furniture]
    assert {f.decision for f in furniture} == {Decision.KEPT}
    words = " ".join(p.text for p in screening.paragraphs).split()
    assert words == release.split()


def test_undoing_every_decision_gives_the_plain_paragraphs_back(text: Text, release: str) -> None:
    names = {f.key: Decision.KEPT for f in screen(text(release)).findings if f.kind.is_furniture}
    undone = screen(text(release), decisions=names)
    assert undone.paragraphs == screen(text(release), keep_furniture=True).paragraphs


def test_a_suspected_line_is_removed_when_the_user_says_so(
    text: Text, chapter: Callable[..., str]
) -> None:
    chapters = [f"{HEAD}\n\n{chapter(n)}" for n in range(1, 9)]
    chapters[4] = f"{chapter(20)} и вот\n\n{HEAD}\n\nпотом {chapter(5)}"
    document = text("\n\n".join(chapters))
    suspected = [
        f
        for f in screen(document).findings
        if f.kind is FindingKind.RUNNING_HEADER and f.decision is Decision.KEPT
    ]
    assert len(suspected) == 6
    decided = screen(document, decisions={suspected[3].key: Decision.REMOVED})
    assert len(decided.paragraphs) == len(screen(document).paragraphs) - 1


def test_a_welded_word_can_be_kept_broken_and_back(text: Text) -> None:
    lines = (
        "Сегодня в управлении прошла встреча с капитанами, на ней говори-\n"
        "ли о весенней навигации, о ремонте пристаней и о том, как изменится\n"
        "расписание пароходов, идущих вверх по реке. Там говорили и о другом."
    )
    welded = screen(text(lines))
    (hyphen,) = [f for f in welded.findings if f.kind is FindingKind.HYPHENATION]
    assert "говорили о весенней" in welded.paragraphs[0].text
    kept = screen(text(lines), decisions={hyphen.key: Decision.KEPT})
    assert "говори-ли о весенней" in kept.paragraphs[0].text
    assert [f.key for f in kept.findings] == [f.key for f in welded.findings]
