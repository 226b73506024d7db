from collections.abc import Callable

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]


def wraps(document: Document) -> list[Finding]:
    return [f for f in screen(document).findings if f.kind is FindingKind.HARD_WRAP]


def test_a_wrapped_text_is_told_once(text: Text, pages: Callable[..., str]) -> None:
    (finding,) = wraps(text(pages(["Управление"] * 3)))
    assert finding_reasons(finding, ENGLISH)[0].startswith("The text is wrapped")


def test_a_paragraph_wrapped_among_others_is_told_with_its_lines(
    text: Text, chapter: Callable[..., str]
) -> None:
    long = "\n\n".join(chapter(n) for n in range(3))
    (finding,) = wraps(text(f"{long}\n\nНаутро встретились с\nкапитанами судов.\n\n{chapter(9)}"))
    assert finding.lines == (7, 8)


def test_a_heading_broken_over_lines_is_no_trouble(text: Text, chapter: Callable[..., str]) -> None:
    assert wraps(text(f"Встреча с\nкапитанами судов\n\n{chapter(1)}")) == []


def test_printed_lines_are_no_trouble(pdf: Callable[..., Document]) -> None:
    lines = [("Наутро встретились с капитанами судов", 80, 100), ("и водниками.", 80, 114)]
    assert wraps(pdf([lines])) == []
