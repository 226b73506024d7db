from collections.abc import Callable

from sverka.model import Decision, Document, FindingKind, Tier
from sverka.screening import screen

Docx = Callable[..., Document]


def test_header_and_footer_parts_are_furniture_and_not_in_the_text(docx: Docx) -> None:
    screening = screen(docx("Текст.", headers=["Отчёт"], footers=["Бишкек", "- 1 -"]))
    assert [p.text for p in screening.paragraphs] == ["Текст."]
    assert [(f.kind, f.text) for f in screening.findings] == [
        (FindingKind.RUNNING_HEADER, "Отчёт"),
        (FindingKind.RUNNING_FOOTER, "Бишкек"),
        (FindingKind.PAGE_NUMBER, "- 1 -"),
    ]
    for finding in screening.findings:
        assert (finding.tier, finding.decision) == (Tier.CERTAIN, Decision.REMOVED)
        assert finding.place is None
        assert finding.reasons


def test_blank_parts_are_nothing(docx: Docx) -> None:
    assert screen(docx("Текст.", headers=["", "  "])).findings == ()
