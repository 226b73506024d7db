"""The summary counts and names what stands in the files, once."""

from dataclasses import replace
from pathlib import Path

import pytest

from sverka.comparison import compare
from sverka.language import ENGLISH
from sverka.model import (
    Alignment,
    Comparison,
    Decision,
    Document,
    Finding,
    FindingKind,
    Inspection,
    Options,
    Paragraph,
    Part,
    Screening,
    Side,
    Source,
    Span,
    Statistics,
    Tier,
    Verdict,
)
from sverka.wording import summary, verdict_name


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


MIXED = "Зимoй тепло.\n\nОсeнью сыро.\n\nВеснoй ясно.\n\nЛетoм жарко.\n"
"""Four words with a Latin letter in each."""


def test_words_in_mixed_alphabets_are_those_of_the_revised_version_each_counted_once(
    tmp_path: Path,
) -> None:
    old = written(tmp_path, "old.txt", MIXED)
    new = written(tmp_path, "new.txt", MIXED.replace("Летoм", "Летом"))
    assert summary(compare(old, old), ENGLISH)[-1] == (
        "The revised version has 4 words in mixed alphabets: «Зимoй», «Осeнью», «Веснoй» "
        "and 1 more."
    )
    assert summary(compare(old, new), ENGLISH)[-1] == (
        "The revised version has 3 words in mixed alphabets: «Зимoй», «Осeнью», «Веснoй»."
    )
    assert (
        "mixed alphabets:"
        not in summary(compare(old, written(tmp_path, "x.txt", "Зима.")), ENGLISH)[-1]
    )


@pytest.mark.parametrize(
    ("kind", "verdict", "sentence"),
    [
        (
            FindingKind.RUNNING_HEADER,
            Verdict.FIXED,
            "The repeated header «Page furniture» (line 7) of the original is gone.",
        ),
        (
            FindingKind.RUNNING_FOOTER,
            Verdict.FIXED,
            "The repeated footer «Page furniture» (line 7) of the original is gone.",
        ),
        (
            FindingKind.RUNNING_HEADER,
            Verdict.INTRODUCED,
            "A repeated header «Page furniture» (line 7) came into the revised version.",
        ),
        (
            FindingKind.RUNNING_FOOTER,
            Verdict.INTRODUCED,
            "A repeated footer «Page furniture» (line 7) came into the revised version.",
        ),
    ],
)
def test_a_header_is_called_a_header_and_a_footer_a_footer(
    kind: FindingKind, verdict: Verdict, sentence: str
) -> None:
    side = Side.OLD if verdict is Verdict.FIXED else Side.NEW
    finding = Finding(
        key="1",
        kind=kind,
        side=side,
        text="Page\nfurniture",
        reasons=(),
        tier=Tier.CERTAIN,
        decision=Decision.REMOVED,
        sources=(Source(lines=(7, 7)),),
        place=Span(0, 0, 0),
        verdict=verdict,
    )
    version = Inspection(Document("a.txt", "text", ""), Screening((Paragraph("Text."),)))
    statistics = Statistics(0, {}, {}, 1, 1, 1)
    value = Comparison(version, version, Options(), Alignment(()), (), (finding,), statistics)
    assert sentence in summary(value, ENGLISH)


def test_what_the_file_has_around_its_text_is_not_fixed_where_it_is_gone() -> None:
    def name(kind: FindingKind, part: Part = Part.BODY) -> str:
        sources = (Source(part, lines=(7, 7)),)
        finding = Finding("1", kind, Side.OLD, "Menu", (), Tier.CERTAIN, Decision.REMOVED)
        return verdict_name(replace(finding, sources=sources, verdict=Verdict.FIXED), ENGLISH)

    assert name(FindingKind.SURROUNDINGS) == "not in the revised version"
    assert name(FindingKind.RUNNING_HEADER, Part.HEADER) == "not in the revised version"
    assert name(FindingKind.RUNNING_HEADER) == "fixed in the revised version"
    assert name(FindingKind.DOUBLED_WORD, Part.HEADER) == "fixed in the revised version"
