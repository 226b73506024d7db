"""What the page headers and footers of one version say: one entry for all that say the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sverka.model import (
    Decision,
    Document,
    Finding,
    FindingKind,
    HeaderPages,
    Inspection,
    Join,
    Paragraph,
    Part,
    Piece,
    Source,
    Spot,
)
from sverka.patterns import late_pattern
from sverka.screening.assembly.carrying import StyleCarrier, carried_objects
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.page_numbers import page_number
from sverka.text.folding import canonical

HEADERS = {
    FindingKind.RUNNING_HEADER: Part.HEADER,
    FindingKind.RUNNING_FOOTER: Part.FOOTER,
    FindingKind.SURROUNDINGS: Part.HEADER,
}
"""The kinds of findings that make a stream, and the stream they belong to."""

_DIGITS = late_pattern(r"\d+")
_WORDS = late_pattern(r"\S+(?: \S+)*")
_TOTAL = late_pattern(r"[\s/|]*[^\W\d_]{0,4}[\s/|]*(?P<total>\d{1,5})(?![.,]?\d)")
"""What may stand behind a page number: how many pages there are, "3 / 7", "3 of 7"."""
_OF_PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HeaderEntry:
    """A page header or footer of one version, its page numbers aside.

    `paragraph` is what it says, where it says so first; `findings` are the indexes of all its
    occurrences. `own` is set where the file itself has it: as a part, or printed at the edge of
    pages. `otherwise` is what it says besides, where nobody knows whether a number at its end is
    that of a page.
    """

    paragraph: Paragraph
    kind: FindingKind
    findings: tuple[int, ...]
    own: bool
    otherwise: str | None = None

    @property
    def printed(self) -> frozenset[tuple[HeaderPages, int]]:
        """The pages and sections that the file prints it on."""
        return frozenset(
            (place.pages, section)
            for source in self.paragraph.sources
            for place in source.printed_on
            for section in place.sections
        )

    @property
    def reading(self) -> str:
        """Its words: entries of one reading say the same."""
        return canonical(self.paragraph.text)


def header_entries(version: Inspection) -> tuple[HeaderEntry, ...]:
    """The entries of a version, in the order in which they begin; what is only a number is none."""
    groups: dict[tuple[FindingKind, str, bool], list[int]] = {}
    for index, finding in enumerate(version.findings):
        if finding.kind in HEADERS and finding.decision is Decision.REMOVED:
            key = finding.kind, finding.group or finding.key, is_real(finding)
            groups.setdefault(key, []).append(index)
    entries: dict[tuple[FindingKind, str, bool], HeaderEntry] = {}
    for indexes in groups.values():
        for entry in _entries_of_group(version, indexes):
            key = entry.kind, entry.reading, entry.own
            known = entries.get(key)
            if known is not None:
                entry = _merged(known, entry)
            entries[key] = entry
    return tuple(entries.values())


def _merged(known: HeaderEntry, entry: HeaderEntry) -> HeaderEntry:
    """One entry of two that say the same; it is printed wherever one of them is."""
    sources = (*known.paragraph.sources, *entry.paragraph.sources)
    places = tuple(dict.fromkeys(place for source in sources for place in source.printed_on))
    paragraph = known.paragraph
    if places:
        first = replace(paragraph.sources[0], printed_on=places)
        paragraph = replace(paragraph, sources=(first, *paragraph.sources[1:]))
    return replace(known, paragraph=paragraph, findings=(*known.findings, *entry.findings))


def is_real(finding: Finding) -> bool:
    """Whether it is a page header or footer of the file's own: a part of it, or printed so."""
    if not finding.kind.is_furniture or not finding.sources:
        return False
    first = finding.sources[0]
    return first.part in (Part.HEADER, Part.FOOTER) or first.box is not None


def _entries_of_group(version: Inspection, indexes: Sequence[int]) -> Iterator[HeaderEntry]:
    """An entry for each occurrence of a group, which differ in their numbers at most."""
    document = version.document
    findings = [version.findings[index] for index in indexes]
    texts = [_texts(document, finding) for finding in findings]
    counting = _counting(texts)
    for index, finding, lines in zip(indexes, findings, texts, strict=True):
        numbers = _page_numbers(document, finding, lines, counting)
        paragraph = _paragraph(document, finding, lines, numbers)
        if not any(map(str.isalnum, paragraph.text)) or _only_names_a_page(paragraph.text):
            continue
        alone = len(findings) == 1 and not any(numbers) and not document.traits.structured
        yield HeaderEntry(
            paragraph=paragraph,
            kind=finding.kind,
            findings=(index,),
            own=is_real(finding),
            otherwise=_without_number(paragraph.text) if alone else None,
        )


def _texts(document: Document, finding: Finding) -> list[str]:
    return [document.blocks[spot.block].text[spot.start : spot.end] for spot in finding.spots]


def _counting(texts: Sequence[Sequence[str]]) -> frozenset[int]:
    """Which numbers, counted through an occurrence, are not the same in all: those of pages."""
    numbers = [_DIGITS.findall("\n".join(lines)) for lines in texts]
    fewest = min(map(len, numbers), default=0)
    return frozenset(k for k in range(fewest) if len({each[k] for each in numbers}) > 1)


def _page_numbers(
    document: Document, finding: Finding, lines: Sequence[str], counting: frozenset[int]
) -> list[list[Range]]:
    """The characters of each line that are the number of a page, or how many there are."""
    found: list[list[Range]] = []
    count = 0
    for spot, line in zip(finding.spots, lines, strict=True):
        ranges = _fields(document, spot)
        for match in _DIGITS.finditer(line):
            if count in counting and not document.traits.structured:
                ranges.append(match.span())
            count += 1
        if not document.traits.structured and not ranges:
            ranges = _named(line, finding.page)
        found.append(sorted({*ranges, *_totals(line, ranges)}))
    return found


def _fields(document: Document, spot: Spot) -> list[Range]:
    """The characters of a line that fields of the document fill with the number of the page."""
    return [
        (max(0, one.offset - spot.start), one.offset - spot.start + one.length)
        for one in document.blocks[spot.block].objects
        if one.is_field(_OF_PAGES) and spot.start <= one.offset < spot.end
    ]


def _totals(line: str, numbers: Sequence[Range]) -> Iterator[Range]:
    for start, end in numbers:
        match, number = _TOTAL.match(line, end), line[start:end]
        if not match or not number.isdecimal() or len(number) >= weights.EDGE_DIGITS:
            continue
        if int(match["total"]) >= int(number):
            yield match.span("total")


def _named(line: str, page: int | None) -> list[Range]:
    """The number at either end of a line that its words, or its page, say to be that of a page."""
    words = list(re.finditer(r"\S+", line))
    for count in range(min(weights.NAMED_WORDS, len(words) - 1), 0, -1):
        for part in (words[:count], words[-count:]):
            start, end = part[0].start(), part[-1].end()
            number = page_number(line[start:end])
            if number is not None and (number.named or number.value == page):
                return [(start + a, start + b) for a, b in _spans(line[start:end])]
    return []


def _spans(text: str) -> list[Range]:
    return [match.span() for match in _DIGITS.finditer(text)]


def _only_names_a_page(text: str) -> bool:
    """Whether all that is left is a word such as "page"."""
    return any(
        number is not None and number.named
        for number in (page_number(f"{text} 1"), page_number(f"1 {text}"))
    )


def _without_number(text: str) -> str | None:
    """The text without a number that it begins or ends with; None where it does not."""
    words = text.split(" ")
    if len(words) > 1 and words[-1].isdecimal():
        return canonical(" ".join(words[:-1]))
    if len(words) > 1 and words[0].isdecimal():
        return canonical(" ".join(words[1:]))
    return None


def _paragraph(
    document: Document,
    finding: Finding,
    lines: Sequence[str],
    numbers: Sequence[Sequence[Range]],
) -> Paragraph:
    """What an occurrence says without its page numbers, words a single space apart."""
    text, pieces, joins = "", list[Piece](), list[Join]()
    for spot, line, left_out in zip(finding.spots, lines, numbers, strict=True):
        last_end = None
        for start, end in _stretches(line, left_out):
            if pieces:
                apart = last_end is None or any(map(str.isspace, line[last_end:start]))
                joins.append(Join.SPACE if apart else Join.NOTHING)
                text += " " if apart else ""
            pieces.append(Piece(len(text), spot.block, spot.start + start, end - start))
            text += line[start:end]
            last_end = end
    part = HEADERS[finding.kind]
    sources = tuple(
        Source(part, source.page, source.lines, source.box, source.printed_on)
        for source in finding.sources
    )
    return Paragraph(
        text,
        pieces=tuple(pieces),
        joins=tuple(joins),
        sources=sources,
        styles=StyleCarrier(document.blocks).spans(pieces),
        objects=carried_objects(document.blocks, [pieces]).get(0, ()),
    )


def _stretches(line: str, left_out: Sequence[Range]) -> Iterator[Range]:
    """The stretches of a line that stay: without wider white space and what is left out."""
    start = 0
    for cut_start, cut_end in (*left_out, (len(line), len(line))):
        for match in _WORDS.finditer(line, start, cut_start):
            yield match.span()
        start = max(start, cut_end)
