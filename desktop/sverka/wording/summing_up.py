"""The summary of a comparison in sentences, from "Nothing changed" on."""

from collections import Counter

from sverka.language import Language
from sverka.model import (
    BESIDE_WORDS,
    BlockKind,
    Category,
    Change,
    ChangeKind,
    Comparison,
    Finding,
    FindingKind,
    Inspection,
    NoticeCode,
    Part,
    Side,
    TablePart,
    Verdict,
)
from sverka.wording.beside_counts import beside_counts
from sverka.wording.cell_places import rows_of
from sverka.wording.kind_names import category_name, part_count, part_name
from sverka.wording.notice_sentences import notice_words
from sverka.wording.places import finding_place
from sverka.wording.shortening import finding_text, first_listed, shortened
from sverka.wording.uncompared_sentences import compared_words

_SHOWN = 3


def summary(comparison: Comparison, language: Language) -> tuple[str, ...]:
    """What an editor should know first, a sentence each, the gravest first."""
    return (
        *_answer(comparison, language),
        *(
            notice_words(notice, language)
            for notice in comparison.notices
            if notice.code is NoticeCode.HARDLY_AGREE
        ),
        *_left_out(comparison, language),
        *compared_words(comparison, language),
        *_furniture(comparison, language),
        *_artifacts(comparison, language),
    )


def _answer(comparison: Comparison, language: Language) -> list[str]:
    """Whether something changed, and how much; no more is claimed than was compared."""
    if not comparison.changes:
        return [_nothing(comparison, language)]
    return [
        *_counts(comparison, language),
        *_structure(comparison, language),
        *_tables(comparison, language),
        *_headers(comparison, language),
    ]


def _nothing(comparison: Comparison, language: Language) -> str:
    """That nothing changed, with no more claimed than was compared."""
    ignored = comparison.statistics.left_out.changes
    if any(one.differing for one in comparison.not_compared):
        if ignored:
            return language.gettext("No words changed but what is ignored.")
        return language.gettext("No words changed.")
    if ignored:
        return language.gettext("Nothing changed but what is ignored.")
    return language.gettext("Nothing changed: both versions read the same.")


def _left_out(comparison: Comparison, language: Language) -> list[str]:
    """How many changes the options left out, and by what."""
    left_out = comparison.statistics.left_out
    total = left_out.changes
    if not total:
        return []
    named = [
        f"{category_name(category, language).lower()} {left_out.by_category[category]}"
        for category in Category
        if left_out.by_category.get(category)
    ]
    named += [
        f"{part_name(part, language)} {left_out.by_part[part]}"
        for part in Part
        if left_out.by_part.get(part)
    ]
    if left_out.by_pattern:
        named.append(language.gettext("pattern {count}").format(count=left_out.by_pattern))
    sentence = language.ngettext(
        "{count} change left out: {list}.", "{count} changes left out: {list}.", total
    )
    return [sentence.format(count=total, list=", ".join(named))]


def title_of(version: Inspection) -> str:
    """The title of a version: its first heading, else the beginning of its first paragraph."""
    for paragraph in version.paragraphs[:5]:
        if paragraph.kind is BlockKind.HEADING:
            return paragraph.text
    first = version.paragraphs[0].text if version.paragraphs else ""
    return shortened(first, 120)


def _counts(comparison: Comparison, language: Language) -> list[str]:
    """How many changes there are: of the words by category, then of what stands beside them."""
    beside = beside_counts(comparison, language)
    if beside and all(map(_is_beside, comparison.changes)):
        said = language.gettext("No words changed; {list}.")
        return [said.format(list=", ".join(beside))]
    counts = Counter(
        category
        for change in comparison.changes
        for category in change.categories
        if not (change.kind.is_beside_words and category in BESIDE_WORDS)
    )
    total = comparison.statistics.changes
    sentence = language.ngettext("{count} change", "{count} changes", total).format(count=total)
    named = [
        f"{category_name(category, language).lower()} {counts[category]}"
        for category in Category
        if counts[category]
    ]
    said = f"{sentence}: {', '.join(named)}." if named else f"{sentence}."
    if not beside:
        return [said]
    more = language.gettext("Beside the words: {list}.").format(list=", ".join(beside))
    return [said, more]


def _is_beside(change: Change) -> bool:
    """Whether nothing but what stands beside the words changed: 10⁶ that became 106 is more."""
    return change.kind.is_beside_words and BESIDE_WORDS.issuperset(change.categories)


def moved_paragraphs(comparison: Comparison) -> int:
    """How many paragraphs of the revised version moved, but for those of rows and columns."""
    return sum(
        len(link.new)
        for change in comparison.changes
        if change.kind is ChangeKind.MOVE and change.table_part is None
        for link in comparison.moved_links(change)
    )


def _structure(comparison: Comparison, language: Language) -> list[str]:
    kinds = comparison.statistics.by_kind
    moved = moved_paragraphs(comparison)
    passages = sum(
        change.kind is ChangeKind.MOVE and not comparison.moved_links(change)
        for change in comparison.changes
    )
    text = [
        change
        for change in comparison.changes
        if not change.kind.is_beside_words and not _is_of_header(comparison, change)
    ]
    alone = [change for change in text if change.table_part is None]
    paragraphs_in = sum(1 for c in alone if c.old is None)
    paragraphs_out = sum(1 for c in alone if c.new is None)
    parts = [
        (
            moved,
            language.ngettext("{count} paragraph moved", "{count} paragraphs moved", moved),
        ),
        (
            passages,
            language.ngettext(
                "{count} passage moved to another", "{count} passages moved to another", passages
            ),
        ),
        (
            kinds.get(ChangeKind.SPLIT, 0),
            language.ngettext("{count} split", "{count} splits", kinds.get(ChangeKind.SPLIT, 0)),
        ),
        (
            kinds.get(ChangeKind.MERGE, 0),
            language.ngettext("{count} merge", "{count} merges", kinds.get(ChangeKind.MERGE, 0)),
        ),
        (
            paragraphs_in,
            language.ngettext("{count} paragraph added", "{count} paragraphs added", paragraphs_in),
        ),
        (
            paragraphs_out,
            language.ngettext(
                "{count} paragraph deleted", "{count} paragraphs deleted", paragraphs_out
            ),
        ),
    ]
    said = [text.format(count=count) for count, text in parts if count]
    return [language.gettext("Paragraphs: {list}.").format(list=", ".join(said))] if said else []


def _tables(comparison: Comparison, language: Language) -> list[str]:
    """How many rows, columns and tables came, went and moved."""
    counts: Counter[tuple[TablePart, ChangeKind]] = Counter()
    for change in comparison.changes:
        if change.table_part is not None:
            counts[change.table_part, change.kind] += _rows_moved(comparison, change)
    said = [
        part_count(part, kind, counts[part, kind], language)
        for part in TablePart
        for kind in (ChangeKind.MOVE, ChangeKind.INSERTION, ChangeKind.DELETION)
        if counts[part, kind]
    ]
    return [language.gettext("Tables: {list}.").format(list=", ".join(said))] if said else []


def _rows_moved(comparison: Comparison, change: Change) -> int:
    """How many rows moved together as a change; one of anything else."""
    if change.table_part is not TablePart.ROW or change.kind is not ChangeKind.MOVE:
        return 1
    return len(rows_of(comparison, change, Side.NEW))


def _headers(comparison: Comparison, language: Language) -> list[str]:
    """How many of the page headers and footers differ, each counted once for all its pages."""
    links = {c.link for c in comparison.changes if _is_of_header(comparison, c)}
    if not links:
        return []
    sentence = language.ngettext(
        "{count} page header or footer differs.",
        "{count} page headers or footers differ.",
        len(links),
    )
    return [sentence.format(count=len(links))]


def _is_of_header(comparison: Comparison, change: Change) -> bool:
    version, span = (
        (comparison.new, change.new) if change.new is not None else (comparison.old, change.old)
    )
    return span is not None and version.paragraphs[span.paragraph].part in (
        Part.HEADER,
        Part.FOOTER,
    )


def _furniture(comparison: Comparison, language: Language) -> list[str]:
    """Headers caught in a text without pages; those of real pages are where they belong."""
    caught = [
        f
        for f in comparison.findings
        if f.kind in (FindingKind.RUNNING_HEADER, FindingKind.RUNNING_FOOTER)
        and f.verdict in (Verdict.FIXED, Verdict.INTRODUCED)
        and f.place is not None
        and f.page is None
    ]
    sentences = []
    for finding in caught[:_SHOWN]:
        text = shortened(finding_text(finding), 60)
        sentences.append(
            _caught(finding, language).format(text=text, place=finding_place(finding, language))
        )
    if len(caught) > _SHOWN:
        rest = len(caught) - _SHOWN
        sentences.append(
            language.ngettext(
                "So it is with {count} more repeated header or footer.",
                "So it is with {count} more repeated headers or footers.",
                rest,
            ).format(count=rest)
        )
    return sentences


def _caught(finding: Finding, language: Language) -> str:
    """The sentence for a header or footer that is gone or came in, with its fields."""
    gone = finding.verdict is Verdict.FIXED
    if finding.kind is FindingKind.RUNNING_HEADER:
        if gone:
            return language.gettext(
                "The repeated header «{text}» ({place}) of the original is gone."
            )
        return language.gettext(
            "A repeated header «{text}» ({place}) came into the revised version."
        )
    if gone:
        return language.gettext("The repeated footer «{text}» ({place}) of the original is gone.")
    return language.gettext("A repeated footer «{text}» ({place}) came into the revised version.")


def _artifacts(comparison: Comparison, language: Language) -> list[str]:
    """The words in mixed alphabets that the revised version still has or now has."""
    mixed = [
        f for f in comparison.findings if f.kind is FindingKind.MIXED_SCRIPT and f.side is Side.NEW
    ]
    if not mixed:
        return []
    named = list(dict.fromkeys(f"«{f.text}»" for f in mixed))
    return [
        language.ngettext(
            "The revised version has {count} word in mixed alphabets: {words}.",
            "The revised version has {count} words in mixed alphabets: {words}.",
            len(mixed),
        ).format(count=len(mixed), words=first_listed(named, _SHOWN, language))
    ]
