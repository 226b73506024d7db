"""One thing beside the words is changed: it is told once, by its name, and nothing else is."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from sverka import compare
from sverka.model import (
    BESIDE_WORDS,
    EVERY_ASPECT,
    Alteration,
    Attribute,
    Block,
    BlockKind,
    Category,
    Change,
    ChangeKind,
    Document,
    ListItem,
    Object,
    ObjectKind,
    Options,
    Part,
    Run,
    Source,
    Style,
    Traits,
)

TRAITS = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
TEXTS = (
    "The council met on Monday and chose a speaker.",
    "It rained all day in the northern districts.",
    "The bridge over the river stays closed until May.",
    "Whoever lives there may apply for help.",
)
MIRRORED = {
    ChangeKind.INSERTION: ChangeKind.DELETION,
    ChangeKind.DELETION: ChangeKind.INSERTION,
}
Edit = Callable[[Block], Block]


def document(blocks: Sequence[Block], name: str) -> Document:
    return Document(f"{name}.docx", "docx", name, blocks=tuple(blocks), traits=TRAITS)


def plain(texts: Sequence[str] = TEXTS) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, (Run(text),)) for text in texts]


def edited(at: int, edit: Edit | None) -> list[Block]:
    blocks = plain()
    if edit is not None:
        blocks[at] = edit(blocks[at])
    return blocks


def changes(old: Sequence[Block], new: Sequence[Block]) -> tuple[Change, ...]:
    result = compare(document(old, "a"), document(new, "b"))
    assert result.not_compared == ()
    back = compare(document(new, "b"), document(old, "a")).changes
    assert [(c.kind, c.categories, c.old, c.new) for c in back] == [
        (MIRRORED.get(c.kind, c.kind), c.categories, c.new, c.old) for c in result.changes
    ]
    return result.changes


def styled(style: Style, start: int = 4, end: int = 11) -> Edit:
    def edit(block: Block) -> Block:
        text = block.text
        runs = Run(text[:start]), Run(text[start:end], style), Run(text[end:])
        return replace(block, runs=tuple(run for run in runs if run.text))

    return edit


def holding(kind: ObjectKind, digest: str, offset: int = 4, length: int = 7, **more: str) -> Edit:
    one = Object(offset, kind, digest, length=length, **more)
    return lambda block: replace(block, objects=(one,))


def heading(level: int) -> Edit:
    return lambda block: replace(block, kind=BlockKind.HEADING, level=level)


LOOKS = {
    "bold": (Style(), Style(bold=True), Attribute.BOLD, False, True),
    "italic gone": (Style(italic=True), Style(), Attribute.ITALIC, True, False),
    "underlined": (Style(), Style(underline=True), Attribute.UNDERLINE, False, True),
    "struck out": (Style(), Style(strike=True), Attribute.STRIKE, False, True),
    "capitals": (Style(), Style(caps=True), Attribute.CAPS, False, True),
    "hidden": (Style(), Style(hidden=True), Attribute.HIDDEN, False, True),
    "font": (Style(font="Arial"), Style(font="Cambria"), Attribute.FONT, "Arial", "Cambria"),
    "size": (Style(size=12.0), Style(size=11.0), Attribute.SIZE, 12.0, 11.0),
    "colour": (Style(), Style(colour="FF0000"), Attribute.COLOUR, None, "FF0000"),
    "highlight": (Style(highlight="yellow"), Style(), Attribute.HIGHLIGHT, "yellow", None),
}


@pytest.mark.parametrize("case", LOOKS)
def test_words_that_look_otherwise_are_one_change_of_formatting(case: str) -> None:
    before, after, attribute, was, now = LOOKS[case]
    (change,) = changes(edited(1, styled(before)), edited(1, styled(after)))
    assert change.kind is ChangeKind.FORMATTING
    assert change.categories == (Category.FORMATTING,)
    assert change.alterations == (Alteration(attribute, was, now),)
    assert change.old is not None
    assert (change.old.start, change.old.end) == (4, 11)


def test_runs_cut_otherwise_and_looks_of_white_space_are_no_change() -> None:
    bold = Style(bold=True)
    old = Block(BlockKind.PARAGRAPH, (Run("one two", bold), Run(" three")))
    new = Block(BlockKind.PARAGRAPH, (Run("one", bold), Run(" two ", bold), Run("three")))
    spaced = Block(BlockKind.PARAGRAPH, (Run("one two ", bold), Run("three")))
    assert changes([old], [new]) == ()
    assert changes([old], [spaced]) == ()


def test_black_is_no_colour_and_white_no_highlight() -> None:
    old = edited(1, styled(Style(colour="000000", highlight="white")))
    assert changes(old, plain()) == ()


def test_a_size_that_one_file_does_not_say_is_not_compared() -> None:
    assert changes(edited(1, styled(Style(size=12.0))), plain()) == ()


def test_a_figure_that_is_no_longer_raised_is_another_number() -> None:
    old = Block(BlockKind.PARAGRAPH, (Run("It costs 10"), Run("6", Style(raised=True))))
    new = Block(BlockKind.PARAGRAPH, (Run("It costs 106"),))
    (change,) = changes([old], [new])
    assert change.categories == (Category.NUMBER, Category.FORMATTING)


def test_looks_beside_changed_words_are_told_of_the_words_that_stayed() -> None:
    old = edited(2, styled(Style(bold=True), 4, 10))
    new = plain([*TEXTS[:2], TEXTS[2].replace("May", "June"), TEXTS[3]])
    both = changes(old, new)
    assert [c.kind for c in both] == [ChangeKind.FORMATTING, ChangeKind.REPLACEMENT]


def test_another_typeface_throughout_is_one_change() -> None:
    def all_in(font: str, size: float) -> list[Block]:
        return [Block(BlockKind.PARAGRAPH, (Run(t, Style(font=font, size=size)),)) for t in TEXTS]

    (change,) = changes(all_in("Calibri", 11.0), all_in("Arial", 12.0))
    assert change.alike == (1, 2, 3)
    assert {one.attribute for one in change.alterations} == {Attribute.FONT, Attribute.SIZE}


def test_a_bold_word_is_told_beside_another_typeface_throughout() -> None:
    def all_in(font: str, bold: int | None) -> list[Block]:
        blocks = [Block(BlockKind.PARAGRAPH, (Run(t, Style(font=font)),)) for t in TEXTS]
        if bold is not None:
            text = TEXTS[bold]
            runs = Run(text[:7], Style(font=font, bold=True)), Run(text[7:], Style(font=font))
            blocks[bold] = replace(blocks[bold], runs=runs)
        return blocks

    found = changes(all_in("Calibri", None), all_in("Arial", 1))
    assert sorted(c.alterations[0].attribute for c in found) == ["bold", "font"]


@pytest.mark.parametrize(
    ("before", "after", "attributes"),
    [
        (heading(1), heading(2), [Attribute.LEVEL]),
        (heading(1), None, [Attribute.KIND, Attribute.LEVEL]),
        (None, heading(3), [Attribute.KIND, Attribute.LEVEL]),
    ],
)
def test_what_a_paragraph_stands_as_is_a_change_of_structure(
    before: Edit | None, after: Edit | None, attributes: list[Attribute]
) -> None:
    (change,) = changes(edited(1, before), edited(1, after))
    assert (change.kind, change.categories) == (ChangeKind.FORMATTING, (Category.STRUCTURE,))
    assert [one.attribute for one in change.alterations] == attributes


def test_the_look_that_comes_with_another_heading_level_is_not_told_beside_it() -> None:
    def as_heading(level: int, size: float) -> Edit:
        return lambda block: replace(
            block,
            kind=BlockKind.HEADING,
            level=level,
            runs=(Run(block.text, Style(size=size, colour="0000FF")),),
        )

    (change,) = changes(edited(1, as_heading(1, 16.0)), edited(1, as_heading(2, 13.0)))
    assert change.categories == (Category.STRUCTURE,)


OBJECTS: dict[str, tuple[Edit | None, Edit | None, Category, Attribute]] = {
    "link elsewhere": (
        holding(ObjectKind.LINK, "https://example.org/a"),
        holding(ObjectKind.LINK, "https://example.org/b"),
        Category.LINK,
        Attribute.TARGET,
    ),
    "link gone": (
        holding(ObjectKind.LINK, "https://example.org/a"),
        None,
        Category.LINK,
        Attribute.TARGET,
    ),
    "link on other words": (
        holding(ObjectKind.LINK, "https://example.org/a"),
        holding(ObjectKind.LINK, "https://example.org/a", 15, 3),
        Category.LINK,
        Attribute.PLACE,
    ),
    "picture replaced": (
        holding(ObjectKind.PICTURE, "aa", length=0),
        holding(ObjectKind.PICTURE, "bb", length=0),
        Category.PICTURE,
        Attribute.PICTURE,
    ),
    "alternative text": (
        holding(ObjectKind.PICTURE, "aa", length=0, words="A bridge"),
        holding(ObjectKind.PICTURE, "aa", length=0, words="A harbour"),
        Category.PICTURE,
        Attribute.ALTERNATIVE_TEXT,
    ),
    "picture came in": (
        None,
        holding(ObjectKind.PICTURE, "aa", length=0),
        Category.PICTURE,
        Attribute.PICTURE,
    ),
    "box ticked": (
        holding(ObjectKind.CHECK_BOX, "unchecked"),
        holding(ObjectKind.CHECK_BOX, "checked"),
        Category.CONTROL,
        Attribute.STATE,
    ),
    "field code": (
        holding(ObjectKind.FIELD, "PAGE"),
        holding(ObjectKind.FIELD, "NUMPAGES"),
        Category.FIELD,
        Attribute.CODE,
    ),
}


@pytest.mark.parametrize("case", OBJECTS)
def test_an_object_that_changed_came_or_went_is_told_once(case: str) -> None:
    before, after, category, attribute = OBJECTS[case]
    (change,) = changes(edited(1, before), edited(1, after))
    assert (change.kind, change.categories) == (ChangeKind.OBJECT, (category,))
    assert [one.attribute for one in change.alterations] == [attribute]


def test_a_picture_of_another_size_is_told_and_one_hardly_larger_is_not() -> None:
    def sized(width: float) -> Edit:
        picture = Object(4, ObjectKind.PICTURE, "aa", size=(width, 100.0))
        return lambda block: replace(block, objects=(picture,))

    (change,) = changes(edited(1, sized(100.0)), edited(1, sized(150.0)))
    assert change.alterations == (Alteration(Attribute.EXTENT, (100.0, 100.0), (150.0, 100.0)),)
    assert changes(edited(1, sized(100.0)), edited(1, sized(100.5))) == ()


def test_a_picture_alone_in_its_paragraph_is_told_where_it_stands() -> None:
    def with_picture(at: int | None, digest: str = "aa") -> list[Block]:
        blocks = plain()
        if at is not None:
            one = Object(0, ObjectKind.PICTURE, digest)
            blocks.insert(at, Block(BlockKind.PARAGRAPH, (), objects=(one,)))
        return blocks

    assert changes(with_picture(2), with_picture(2)) == ()
    (replaced,) = changes(with_picture(2), with_picture(2, "bb"))
    assert replaced.categories == (Category.PICTURE,)
    (gone,) = changes(with_picture(2), with_picture(None))
    assert (gone.kind, gone.object, gone.new) == (ChangeKind.OBJECT, ObjectKind.PICTURE, None)
    (first,) = changes(with_picture(None), with_picture(0))
    assert first.new is not None
    assert first.new.paragraph == 0


def test_the_mark_of_a_note_that_went_to_other_words_is_one_change() -> None:
    def with_note(at: int, offset: int) -> list[Block]:
        blocks = edited(at, holding(ObjectKind.NOTE_REFERENCE, "footnote:2", offset, 0))
        note = Block(
            BlockKind.NOTE, (Run("As of 1999."),), source=Source(Part.FOOTNOTE), note="footnote:2"
        )
        return [*blocks, note]

    for old, new in ((with_note(0, 11), with_note(0, 25)), (with_note(0, 11), with_note(2, 10))):
        (change,) = changes(old, new)
        assert (change.object, change.categories) == (ObjectKind.NOTE_REFERENCE, (Category.NOTE,))
        assert change.alterations == (Alteration(Attribute.PLACE, None, None),)
    (note,) = changes(with_note(0, 11), plain())
    assert note.kind is ChangeKind.DELETION


def clauses(numbers: Sequence[int], texts: Sequence[str]) -> list[Block]:
    return [
        Block(
            BlockKind.LIST_ITEM,
            (Run(text),),
            level=1,
            label=f"{number}.",
            item=ListItem("1", 1, "decimal", number, "7"),
        )
        for number, text in zip(numbers, texts, strict=True)
    ]


def test_an_inserted_item_renumbers_the_rest_once_with_what_still_names_the_old_numbers() -> None:
    rest = plain(["Whoever breaks clause 3 pays; see also (clauses 2 and 4)."])
    old = [*clauses([1, 2, 3, 4], TEXTS), *rest]
    more = "Nobody else may enter the house at night."
    new = [*clauses([1, 2, 3, 4, 5], [TEXTS[0], more, *TEXTS[1:]]), *rest]
    inserted, numbers = changes(old, new)
    assert inserted.kind is ChangeKind.INSERTION
    assert numbers.alterations == (Alteration(Attribute.NUMBER, "2.", "3."),)
    assert len(numbers.alike) == 2
    text = rest[0].text
    assert [text[one.start : one.end] for one in numbers.references] == ["3", "2", "4"]


def test_a_list_that_starts_elsewhere_is_one_change() -> None:
    (change,) = changes(clauses([1, 2, 3, 4], TEXTS), clauses([2, 3, 4, 5], TEXTS))
    assert change.categories == (Category.STRUCTURE,)
    assert len(change.alike) == 3


def items(sets: Sequence[tuple[int, str]]) -> list[Block]:
    """The first item of one list each, by level and label."""
    return [
        Block(
            BlockKind.LIST_ITEM,
            (Run(f"{TEXTS[k % 4]} Said for the {k}th time."),),
            level=level,
            label=label,
            item=ListItem(str(k), level, "decimal", 1, str(k)),
        )
        for k, (level, label) in enumerate(sets)
    ]


def test_items_of_which_only_some_went_a_level_down_are_told_one_by_one() -> None:
    first, second = (1, "1."), (2, "a.")
    old = items([first] * 8 + [second] * 4)
    new = items([second] * 4 + [first] * 4 + [second] * 4)
    found = changes(old, new)
    assert [(one.alike, len(one.alterations)) for one in found] == [((), 2)] * 4


def test_items_that_all_went_a_level_down_are_told_once() -> None:
    (change,) = changes(items([(1, "1.")] * 6), items([(2, "a.")] * 6))
    assert len(change.alike) == 5


def test_references_to_several_lists_numbered_anew_stand_with_each_in_the_order_of_the_text() -> (
    None
):
    rest = plain(["As item 2 and item 1 say, so does item 2 of the other list."])

    def lists(*starts: int) -> list[Block]:
        both = [
            replace(block, item=replace(block.item, list=f"{k}", counters=f"{k}"))
            for k, start in enumerate(starts)
            for block in clauses([start, start + 1], TEXTS[2 * k : 2 * k + 2])
            if block.item is not None
        ]
        return [*both, *rest]

    found = changes(lists(1, 2), lists(3, 5))
    text = rest[0].text
    assert [[text[r.start : r.end] for r in one.references] for one in found] == [
        ["2", "1", "2"],
        ["2", "2"],
    ]


def test_a_link_that_came_brings_its_look_with_it() -> None:
    def linked(block: Block) -> Block:
        look = styled(Style(underline=True, colour="0000FF"))(block)
        return holding(ObjectKind.LINK, "https://example.org/a")(look)

    (change,) = changes(plain(), edited(1, linked))
    assert change.object is ObjectKind.LINK


def test_what_is_ignored_is_left_out_and_counted() -> None:
    old, new = document(edited(1, styled(Style(bold=True))), "a"), document(plain(), "b")
    result = compare(old, new, Options(ignore=BESIDE_WORDS))
    assert result.changes == ()
    assert result.statistics.left_out.by_category == {Category.FORMATTING: 1}


def test_a_ticked_box_and_its_sign_are_one_change_of_words() -> None:
    def ticked(sign: str, state: str, label: str = "yes") -> list[Block]:
        box = Object(0, ObjectKind.CHECK_BOX, state, length=1)
        return [*plain(), Block(BlockKind.PARAGRAPH, (Run(f"{sign} {label}"),), objects=(box,))]

    (change,) = changes(ticked("☐", "unchecked"), ticked("☒", "checked"))
    assert (change.kind, change.object) == (ChangeKind.REPLACEMENT, ObjectKind.CHECK_BOX)
    assert change.categories == (Category.CONTROL,)
    assert change.alterations == (Alteration(Attribute.STATE, "unchecked", "checked"),)
    both = changes(ticked("☐", "unchecked"), ticked("☒", "checked", "no"))
    assert len(both) == 2


def test_what_goes_with_its_words_is_not_told_beside_them() -> None:
    old = edited(1, holding(ObjectKind.LINK, "https://example.org", 10, 7))
    new = plain([TEXTS[0], TEXTS[1].replace("all day ", ""), *TEXTS[2:]])
    (change,) = changes(old, new)
    assert change.kind is ChangeKind.DELETION


def test_a_few_words_that_were_all_that_was_bold_are_each_told() -> None:
    bold = [styled(Style(bold=True))(block) for block in plain()]
    found = changes(bold, plain())
    assert [(change.alike, change.alterations[0].attribute) for change in found] == [
        ((), Attribute.BOLD)
    ] * len(TEXTS)


def test_paragraphs_in_another_typeface_as_a_whole_are_one_change_whatever_else_is_so() -> None:
    def in_font(font: str, texts: Sequence[str]) -> list[Block]:
        return [Block(BlockKind.PARAGRAPH, (Run(text, Style(font=font)),)) for text in texts]

    heads = in_font("Arial", [f"Part {n}: what was said there" for n in "one two three".split()])
    old = [*heads, *in_font("Calibri", TEXTS)]
    (change,) = changes(old, [*heads, *in_font("Arial", TEXTS)])
    assert len(change.alike) == len(TEXTS) - 1


def test_a_heading_of_another_level_with_an_edited_word_has_its_look_from_the_level() -> None:
    def as_heading(text: str, level: int, size: float) -> list[Block]:
        run = Run(text, Style(size=size))
        return [*plain()[:2], Block(BlockKind.HEADING, (run,), level=level), *plain()[2:]]

    found = changes(
        as_heading("What the council decided on Monday", 1, 16.0),
        as_heading("What the council resolved on Monday", 2, 13.0),
    )
    assert [one.kind for one in found] == [ChangeKind.FORMATTING, ChangeKind.REPLACEMENT]
    assert found[0].categories == (Category.STRUCTURE,)


def test_how_comments_look_is_up_to_the_program_but_for_what_is_marked_in_them() -> None:
    def remarked(style: Style) -> list[Block]:
        note = Block(
            BlockKind.NOTE,
            (Run("Is it true?", style),),
            source=Source(Part.COMMENT),
            note="comment:1",
        )
        return [*edited(0, holding(ObjectKind.NOTE_REFERENCE, "comment:1", 3, 0)), note]

    assert changes(remarked(Style(font="Arial")), remarked(Style(font="Georgia", size=9.0))) == ()
    (change,) = changes(remarked(Style()), remarked(Style(bold=True)))
    assert change.alterations == (Alteration(Attribute.BOLD, False, True),)


def test_what_was_done_throughout_is_told_at_the_same_place_whichever_version_is_old() -> None:
    names = ("first bridge", "mill", "harbour", "old school", "market", "long road", "lake")
    texts = [
        f"What the council said of the {name} stands in {k} lines." for k, name in enumerate(names)
    ]

    def version(order: Sequence[str], font: str) -> Document:
        blocks = [Block(BlockKind.PARAGRAPH, (Run(text, Style(font=font)),)) for text in order]
        return Document(f"{font}.docx", "docx", font, blocks=tuple(blocks), traits=TRAITS)

    old, new = version(texts, "Calibri"), version([*texts[3:], *texts[:3]], "Arial")
    forth, back = (
        next(c for c in compare(*pair).changes if c.kind is ChangeKind.FORMATTING)
        for pair in ((old, new), (new, old))
    )
    assert (forth.old, forth.new) == (back.new, back.old)
    assert len(forth.alike) == len(back.alike) == len(texts) - 1
