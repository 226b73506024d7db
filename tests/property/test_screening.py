"""What holds of screening whatever the document: nothing lost, nothing invented, nothing random."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from places_in_file import to_block, to_paragraph
from sverka.language import ENGLISH
from sverka.model import (
    Block,
    BlockKind,
    Decision,
    Document,
    FindingKind,
    Join,
    Paragraph,
    Part,
    Properties,
    Run,
    Screening,
    Side,
    Source,
    Style,
    Traits,
)
from sverka.screening import judge, screen
from sverka.wording import finding_reasons

WORDS = st.sampled_from(
    "и в на СНГ Совет совета терроризмом программa двух- слово, конец. «так» — – 2023 12. "
    "A.B. the The hyphen- ated 世界 人权， الضمير руково\u00ad дителями a\u00a0b x\u200by РџСЂРё "
    "2023–2025 ??? "
    "\ufffd • 1) IV e\u0301 \U0001f600 ( ) , .".split(" ")
)
LINES = st.one_of(
    st.lists(WORDS, min_size=1, max_size=14).map(" ".join),
    st.sampled_from(
        [
            "Отчёт водного управления",
            "Acme Corp. 3",
            "Acme Corp. 4",
            "- 2 -",
            "3",
            "Page 4 of 9",
            "\f",
            "",
        ]
    ),
    st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=40),
)
FLOWING = st.just(
    "и тогда капитаны говорили о навигации и о том, как изменится за этот год\n"
    "расписание пароходов, идущих вверх по реке до самых верховьев, и там они\n"
    "стояли до утра, а потом ушли вниз по течению к своим пристаням и домам, где"
)

SIGNS = st.sampled_from(["> ", "> > ", ">> ", ">", ">  "])
QUOTED = st.builds(
    lambda signs, lines: "\n".join(signs + line for line in lines.split("\n")),
    SIGNS,
    st.one_of(LINES, FLOWING),
)


def text_document(lines: list[str]) -> Document:
    blocks: list[Block] = []
    block: list[str] = []
    for number, line in enumerate([*"\n".join(lines).split("\n"), ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            source = Source(lines=(number - len(block), number - 1))
            blocks.append(Block(BlockKind.PARAGRAPH, (Run("\n".join(block)),), source=source))
            block = []
    return Document("a.txt", "text", "", blocks=tuple(blocks), traits=Traits(hard_wrapped=True))


@st.composite
def texts(draw: st.DrawFn) -> Document:
    header = draw(LINES)
    lines = draw(st.lists(st.one_of(LINES, FLOWING, QUOTED, st.just(header)), max_size=25))
    return text_document(lines)


@st.composite
def docx(draw: st.DrawFn) -> Document:
    parts = st.sampled_from([*[Part.BODY] * 6, *Part])
    kinds = st.sampled_from(list(BlockKind))
    blocks = draw(
        st.lists(
            st.builds(
                lambda text, part, kind: Block(kind, (Run(text),), source=Source(part)),
                st.lists(st.one_of(LINES, FLOWING), min_size=1, max_size=3).map("\n".join),
                parts,
                kinds,
            ),
            max_size=15,
        )
    )
    traits = Traits(soft_breaks=True, formatted=True, structured=True)
    return Document("a.docx", "docx", "", blocks=tuple(blocks), traits=traits)


@st.composite
def pdfs(draw: st.DrawFn) -> Document:
    blocks = []
    for page in range(1, draw(st.integers(1, 5)) + 1):
        for row in range(draw(st.integers(0, 12))):
            text = draw(LINES)
            if not text.strip():
                continue
            left = draw(st.sampled_from([80.0, 80.0, 92.0, 300.0, 8.0]))
            size = draw(st.sampled_from([10.0, 10.0, 10.0, 7.0, 15.0]))
            bottom = 740 - 14 * row
            box = (left, bottom, left + 5.0 * len(text), bottom + size)
            run = Run(text, Style(size=size, bold=draw(st.booleans())))
            blocks.append(Block(BlockKind.PARAGRAPH, (run,), source=Source(page=page, box=box)))
    properties = Properties(pages=5, page_height=800.0)
    traits = Traits(paged=True, printed_lines=True, formatted=True)
    return Document("a.pdf", "pdf", "", properties, tuple(blocks), traits=traits)


DOCUMENTS = st.one_of(texts(), docx(), pdfs())


def covered(document: Document, screening: Screening) -> Counter[tuple[int, int]]:
    """How often each character is in the reading text or in a finding that set it aside."""
    times: Counter[tuple[int, int]] = Counter()
    for paragraph in screening.paragraphs:
        for piece in paragraph.pieces:
            times.update((piece.block, piece.block_start + k) for k in range(piece.length))
    for finding in screening.findings:
        if finding.decision is Decision.REMOVED:
            for spot in finding.spots:
                times.update((spot.block, k) for k in range(spot.start, spot.end))
    return times


def rebuilt(document: Document, paragraph: Paragraph) -> str:
    """The text of a paragraph made from its pieces and joins alone."""
    parts = []
    for k, piece in enumerate(paragraph.pieces):
        if k and paragraph.joins[k - 1] is Join.SPACE:
            parts.append(" ")
        text = document.blocks[piece.block].text
        parts.append(text[piece.block_start : piece.block_start + piece.length])
    return "".join(parts)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_every_character_is_once_in_the_text_or_in_a_finding(
    document: Document, other: Document
) -> None:
    for screening in (
        screen(document),
        screen(document, other),
        screen(document, document),
        screen(document, keep_furniture=True),
    ):
        times = covered(document, screening)
        for index, block in enumerate(document.blocks):
            for place, char in enumerate(block.text):
                if not char.isspace():
                    assert times[index, place] == 1, (index, place, char)
        assert max(times.values(), default=1) == 1


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_paragraphs_are_their_pieces_and_offsets_map_both_ways(document: Document) -> None:
    for paragraph in screen(document).paragraphs:
        assert rebuilt(document, paragraph) == paragraph.text
        assert paragraph.text == paragraph.text.strip() != ""
        for offset in range(len(paragraph.text)):
            place = to_block(paragraph, offset)
            if place is None:
                assert paragraph.text[offset] == " "
            else:
                assert document.blocks[place[0]].text[place[1]] == paragraph.text[offset]
                assert to_paragraph(paragraph, *place) == offset


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_screening_twice_gives_the_same(document: Document, other: Document) -> None:
    assert screen(document, other) == screen(document, other)


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_undoing_every_decision_gives_the_plain_paragraphs_back(document: Document) -> None:
    screening = screen(document)
    kinds = {f.key: f.kind for f in screening.findings}
    undone = {f.key: Decision.KEPT for f in screening.findings if f.kind.is_decidable}
    signs = {k: d for k, d in undone.items() if kinds[k] is FindingKind.QUOTE_SIGNS}
    plain = screen(document, keep_furniture=True, decisions=signs)
    assert screen(document, decisions=undone).paragraphs == plain.paragraphs
    redone = {f.key: f.decision for f in screening.findings}
    assert (
        screen(document, decisions=redone, keep_furniture=True).paragraphs == screening.paragraphs
    )


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_findings_have_their_own_keys_and_places_in_the_text(
    document: Document, other: Document
) -> None:
    screening = screen(document, other, side=Side.NEW)
    assert len({finding.key for finding in screening.findings}) == len(screening.findings)
    for finding in screening.findings:
        assert finding.reasons
        assert all(finding_reasons(finding, ENGLISH))
        assert finding.side is Side.NEW
        for spot in finding.spots:
            assert 0 <= spot.start < spot.end <= len(document.blocks[spot.block].text)
        if finding.place is None:
            assert finding.sources[0].part in (Part.HEADER, Part.FOOTER) or not screening.paragraphs
        else:
            text = screening.paragraphs[finding.place.paragraph].text
            assert 0 <= finding.place.start <= finding.place.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_every_finding_of_both_versions_is_judged(old: Document, new: Document) -> None:
    screenings = screen(old, new), screen(new, old, side=Side.NEW)
    judged = judge(*screenings)
    assert all(finding.verdict is not None for finding in judged)
    names = [finding.key for finding in judged]
    assert [f.key for s in screenings for f in s.findings] == names[
        : sum(len(s.findings) for s in screenings)
    ]


@settings(max_examples=60, deadline=None)
@given(texts())
def test_kinds_that_stay_in_the_text_are_never_removed(document: Document) -> None:
    for finding in screen(document).findings:
        if finding.decision is Decision.REMOVED:
            assert finding.kind.is_decidable or finding.kind is FindingKind.HYPHENATION


@st.composite
def with_empty_blocks(draw: st.DrawFn, document: Document) -> tuple[Document, list[int]]:
    """The document with empty paragraphs among its blocks; and the former index of each block."""
    blocks: list[Block] = []
    former: list[int] = []
    for index, block in enumerate(document.blocks):
        for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
            blocks.append(Block(BlockKind.PARAGRAPH, (), source=Source(block.source.part)))
            former.append(-1)
        blocks.append(block)
        former.append(index)
    return replace(document, blocks=tuple(blocks)), former


def as_before(screening: Screening, former: list[int]) -> Screening:
    """The screening with the blocks counted as `former` does, the ids of findings left out."""
    paragraphs = [
        replace(
            paragraph,
            pieces=tuple(replace(p, block=former[p.block]) for p in paragraph.pieces),
        )
        for paragraph in screening.paragraphs
    ]
    findings = [
        replace(
            finding,
            spots=tuple(replace(spot, block=former[spot.block]) for spot in finding.spots),
        )
        for finding in screening.findings
    ]
    return Screening(tuple(paragraphs), tuple(findings))


@settings(max_examples=80, deadline=None)
@given(st.data(), DOCUMENTS, docx())
def test_empty_paragraphs_change_nothing_but_the_indexes_of_blocks(
    data: st.DataObject, document: Document, other: Document
) -> None:
    spaced, former = data.draw(with_empty_blocks(document))
    witness, known = data.draw(with_empty_blocks(other))
    plain = as_before(screen(document, other), list(range(len(document.blocks))))
    assert as_before(screen(spaced, witness), former) == plain
    back = as_before(screen(other, document, side=Side.NEW), list(range(len(other.blocks))))
    assert as_before(screen(witness, spaced, side=Side.NEW), known) == back
