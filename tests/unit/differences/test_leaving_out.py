"""What the user asked to ignore: which changes it leaves out, and how they are counted."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sverka import compare
from sverka.differences import pattern_of
from sverka.language import ENGLISH
from sverka.model import (
    EVERY_ASPECT,
    Block,
    BlockKind,
    Category,
    Comparison,
    Document,
    LeftOut,
    NoticeCode,
    Options,
    Part,
    Run,
    Source,
    Stage,
    Style,
    SverkaError,
    Traits,
)
from sverka.wording.beside_counts import beside_counts


def compared(
    folder: Path, old: str, new: str, ignore: str = "", patterns: Sequence[str] = ()
) -> Comparison:
    """The comparison of two texts with the categories named in `ignore` left out."""
    (folder / "old.txt").write_text(old, encoding="utf-8")
    (folder / "new.txt").write_text(new, encoding="utf-8")
    options = Options(
        ignore=frozenset(map(Category, ignore.split())), ignore_patterns=tuple(patterns)
    )
    return compare(folder / "old.txt", folder / "new.txt", options)


ACTS = ("first", "second", "third", "fourth", "fifth")
ENDLESS = r"(x+x+)+y|((\d|\w|.)+)+$z"
PARAGRAPH = "The commission met in the large hall and heard the report of the year. "


def in_looks(*looks: Style) -> Document:
    """A text for each look, each with a figure in it that looks so as well."""
    runs = [
        Run(f"See clause {k} of the {w} act.", look)
        for k, (w, look) in enumerate(zip(ACTS, looks, strict=False))
    ]
    blocks = tuple(Block(BlockKind.PARAGRAPH, (run,)) for run in runs)
    traits = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
    return Document("a.docx", "docx", repr(looks), blocks=blocks, traits=traits)


@pytest.mark.parametrize(
    ("pattern", "left"), [(r"\d+", 1), (r"See clause \d+ of the first act\.", 0)]
)
def test_words_that_look_otherwise_are_left_out_only_where_a_pattern_finds_all_of_them(
    pattern: str, left: int
) -> None:
    pair = in_looks(Style(), Style()), in_looks(Style(bold=True), Style())
    result = compare(*pair, Options(ignore_patterns=(pattern,)))
    assert len(result.changes) == left
    assert result.statistics.left_out.by_pattern == 1 - left


def test_what_was_done_in_many_places_stays_whatever_a_pattern_finds_in_the_first() -> None:
    pair = in_looks(*[Style()] * 5), in_looks(*[Style(bold=True)] * 5)
    (change,) = compare(*pair, Options(ignore_patterns=(".*first.*",))).changes
    assert len(change.alike) == 4


@pytest.mark.parametrize(
    ("old", "new", "ignore"),
    [
        ("Paid 15 times.", "Paid 16 times.", "number"),
        ("On 24 May 2024 they met.", "On 24 June 2024 they met.", "date"),
        ("On 24 May 2024 they met.", "On 25 May 2024 they met.", "number date"),
        ("He lost 54-ое дело.", "He lost 54-е дело.", "form"),
        ("At 10.30 it began.", "At 10:30 it began.", "form"),
        ("They saw Brown there.", "They saw Smith there.", "name"),
        ("You must pay.", "You may pay.", "negation"),
        ("They left early.", "They left late.", "wording"),
        ("He said “I was there then” loudly.", "He said “I am there then” loudly.", "quotation"),
        ("He said “I had 5 of them” loudly.", "He said “I had 6 of them” loudly.", "number"),
        ("Её звали ёлка.", "Ее звали елка.", "spelling"),
        ("В CCCP было так.", "В СССР было так.", "spelling-script"),
        ("The Act applies.", "The act applies.", "case"),
        ("Die STRASSE ist lang.", "Die Straße ist lang.", "case"),
        ("He came and sat.", "He came, and sat.", "punctuation"),
        ("He - a doctor - came.", "He — a doctor — came.", "typography"),
        ("They met  there.", "They met there.", "spacing"),
    ],
)
def test_a_change_about_nothing_but_what_is_ignored_is_left_out_and_counted(
    tmp_path: Path, old: str, new: str, ignore: str
) -> None:
    before, after = PARAGRAPH + old, PARAGRAPH + new
    shown = compared(tmp_path, before, after)
    assert shown.changes
    result = compared(tmp_path, before, after, ignore)
    assert result.changes == ()
    assert result.statistics.changes == 0
    assert result.statistics.left_out.changes == len(shown.changes)
    assert set(result.statistics.left_out.by_category) <= set(ignore.split())


@pytest.mark.parametrize(
    ("old", "new", "ignore"),
    [
        ("On 24 May 2024 they met.", "On 25 May 2024 they met.", "number"),
        ("Paid 15 times.", "Paid 16 times.", "form date wording"),
        ("He left 15 early.", "He left 16 late.", "number"),
        ("Die Straße ist lang.", "Die Strasse ist lang.", "case"),
        ("You must pay.", "You may pay.", "wording"),
    ],
)
def test_a_change_about_something_else_as_well_stays(
    tmp_path: Path, old: str, new: str, ignore: str
) -> None:
    result = compared(tmp_path, PARAGRAPH + old, PARAGRAPH + new, ignore)
    assert result.changes
    assert result.statistics.left_out == LeftOut()


def test_what_is_left_out_is_counted_once_beside_what_is_left(tmp_path: Path) -> None:
    old = (
        f"{PARAGRAPH}He - so - came.\n\n{PARAGRAPH}Rev. 3 of 12 pages.\n\n{PARAGRAPH}He left early."
    )
    new = (
        f"{PARAGRAPH}He — so — came.\n\n{PARAGRAPH}Rev. 4 of 12 pages.\n\n{PARAGRAPH}He left late."
    )
    result = compared(tmp_path, old, new, "typography", [r"Rev\. \d+"])
    assert [change.categories for change in result.changes] == [(Category.WORDING,)]
    assert result.statistics.left_out == LeftOut({Category.TYPOGRAPHY: 2}, 1)


@pytest.mark.parametrize(
    ("old", "new", "pattern"),
    [
        ("Signed 2024-05-24 here.", "Signed 2024-05-25 here.", r"\d{4}-\d\d-\d\d"),
        ("Rev. 3 of it.", "Rev. 4 of it.", r"Rev\. \d+"),
        ("See [12] for it.", "See for it.", r"\[\d+\]\s?"),
        ("Build abc123 here.", "Build def456 here.", r"(?i)build \w+"),
        ("Стр. 5 из 7 готова.", "Стр. 6 из 9 готова.", r"Стр\. \d+ из \d+"),
    ],
)
def test_a_change_inside_what_a_pattern_finds_is_left_out(
    tmp_path: Path, old: str, new: str, pattern: str
) -> None:
    result = compared(tmp_path, PARAGRAPH + old, PARAGRAPH + new, patterns=[pattern])
    assert result.changes == ()
    assert result.statistics.left_out.by_pattern


@pytest.mark.parametrize(
    ("old", "new", "pattern"),
    [
        ("Rev. 3 of it.", "Rev. 4 of it.", r"Rev\."),
        ("Rev. 3 of it came.", "Rev. 4 of that went.", r"Rev\. \d+"),
        ("He left early.", "He left late.", r"\d+"),
        ("He left early.", "He left late.", r"x*"),
    ],
)
def test_a_change_that_reaches_out_of_what_a_pattern_finds_stays(
    tmp_path: Path, old: str, new: str, pattern: str
) -> None:
    result = compared(tmp_path, PARAGRAPH + old, PARAGRAPH + new, patterns=[pattern])
    assert result.changes


def test_a_pattern_without_end_leaves_out_nothing_and_is_told_of(tmp_path: Path) -> None:
    text = "a" * 60
    result = compared(tmp_path, text + " b", text + " c", patterns=[ENDLESS, "never"])
    assert result.changes
    (notice,) = result.notices
    assert (notice.code, notice.values) == (NoticeCode.PATTERN_SLOW, {"pattern": ENDLESS})


def test_what_is_no_pattern_is_refused_in_a_sentence() -> None:
    with pytest.raises(SverkaError, match=r"^“\(” is no pattern that can be searched for; .+ 1\.$"):
        pattern_of("(")


def test_moves_stay_unless_they_are_of_a_value_or_found_whole(tmp_path: Path) -> None:
    filler = [f"{PARAGRAPH}It was {word} then." for word in ("cold", "warm", "late", "dark")]
    moved = "A paragraph of its own that goes from here to there."
    old = "\n\n".join([moved, *filler])
    new = "\n\n".join([*filler, moved])
    assert compared(tmp_path, old, new, "wording number").changes
    assert not compared(tmp_path, old, new, patterns=["A paragraph .* there\\."]).changes


@pytest.mark.parametrize("ignore", [frozenset(), frozenset({Category.CASE})])
def test_progress_never_goes_back_whatever_is_ignored(
    tmp_path: Path, ignore: frozenset[Category]
) -> None:
    told: dict[Stage, list[float]] = {}
    (tmp_path / "old.txt").write_text("One Word.\n\nAnother line.", encoding="utf-8")
    (tmp_path / "new.txt").write_text("One word.\n\nAnother lines.", encoding="utf-8")
    compare(
        tmp_path / "old.txt",
        tmp_path / "new.txt",
        Options(ignore=ignore),
        lambda stage, fraction: told.setdefault(stage, []).append(fraction),
    )
    assert told[Stage.DIFFERENCES][-1] == 1
    assert all(fractions == sorted(fractions) for fractions in told.values())


def test_what_is_a_note_in_one_version_only_is_left_out_with_the_notes() -> None:
    traits = Traits(soft_breaks=True, structured=True)
    said = "The ships were counted by lantern light in 1911.", "They counted the ships in 1912."
    text = Block(BlockKind.PARAGRAPH, (Run("Ships pass the lighthouse at night."),))
    note = Block(BlockKind.NOTE, (Run(said[0]),), source=Source(Part.FOOTNOTE), note="footnote:1")
    old = Document("a.docx", "docx", "1", blocks=(text, note), traits=traits)
    plain = Block(BlockKind.PARAGRAPH, (Run(said[0].replace("1911", "1912")),))
    new = Document("b.txt", "txt", "2", blocks=(text, plain), traits=Traits(soft_breaks=True))
    assert len(compare(old, new).changes) == 1
    ignored = Options(ignore_parts=frozenset({Part.FOOTNOTE}))
    for pair in ((old, new), (new, old)):
        result = compare(*pair, ignored)
        assert result.changes == ()
        assert result.statistics.left_out.by_part == {Part.FOOTNOTE: 1}


def test_a_figure_that_is_raised_no_longer_stays_as_a_number_where_looks_are_left_out() -> None:
    def power(raised: bool) -> Document:
        runs = Run("It holds 10"), Run("6", Style(raised=raised)), Run(" litres of water.")
        traits = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
        block = Block(BlockKind.PARAGRAPH, runs)
        return Document("a.docx", "docx", str(raised), blocks=(block,), traits=traits)

    result = compare(power(True), power(False), Options(ignore=frozenset({Category.FORMATTING})))
    assert [change.categories[0] for change in result.changes] == [Category.NUMBER]
    assert beside_counts(result, ENGLISH) == []
    assert len(beside_counts(compare(power(True), power(False)), ENGLISH)) == 1
