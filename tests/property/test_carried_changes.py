"""The promises about what is carried beside the words, over random looks, objects and edits."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sverka import compare
from sverka.model import (
    EVERY_ASPECT,
    Block,
    BlockKind,
    Change,
    ChangeKind,
    Comparison,
    Document,
    ListItem,
    Object,
    ObjectKind,
    Part,
    Run,
    Source,
    Style,
    Traits,
)

TEXTS = (
    "The council met on Monday and chose a speaker.",
    "Дождь шёл весь день в северных районах края.",
    "The bridge over the river stays closed until May.",
    "Жазында паром эл ташыйт, кышында токтойт.",
    "Whoever lives there may apply for help in time.",
    "Die Brücke wird im Herbst für alle gesperrt.",
    "A second report is due before the holidays begin.",
)
WORDS = "bridge мост көпүрө Brücke seven семь , . again".split()
LOOKS = (
    Style(),
    Style(bold=True),
    Style(italic=True, size=12.0),
    Style(colour="C00000"),
    Style(raised=True),
    Style(highlight="yellow", underline=True),
)
TRAITS = Traits(soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT)
MIRRORED = {
    ChangeKind.INSERTION: ChangeKind.DELETION,
    ChangeKind.DELETION: ChangeKind.INSERTION,
    ChangeKind.SPLIT: ChangeKind.MERGE,
    ChangeKind.MERGE: ChangeKind.SPLIT,
}
looks = st.sampled_from(LOOKS)


def document(blocks: Sequence[Block], name: str) -> Document:
    return Document(f"{name}.docx", "docx", name, blocks=tuple(blocks), traits=TRAITS)


def compared(old: Sequence[Block], new: Sequence[Block]) -> Comparison:
    return compare(document(old, "a"), document(new, "b"))


def cut(text: str, places: Sequence[int]) -> list[str]:
    ends = sorted({min(place, len(text)) for place in places} | {0, len(text)})
    return [text[a:b] for a, b in pairwise(ends)]


@st.composite
def blocks(draw: st.DrawFn, text: str) -> Block:
    """The text in random looks, with random links, pictures and marks in it."""
    pieces = cut(text, draw(st.lists(st.integers(1, 40), max_size=3)))
    runs = tuple(Run(piece, draw(looks)) for piece in pieces)
    words = [k for k in range(len(text)) if k == 0 or text[k - 1] == " "]
    objects = []
    for kind, length in ((ObjectKind.LINK, 3), (ObjectKind.PICTURE, 0), (ObjectKind.FIELD, 2)):
        if draw(st.booleans()):
            offset = draw(st.sampled_from(words))
            digest = draw(st.sampled_from(["one", "two", "three"]))
            objects.append(Object(offset, kind, digest, length=min(length, len(text) - offset)))
    level = draw(st.sampled_from([None, None, None, 1, 2]))
    kind = BlockKind.PARAGRAPH if level is None else BlockKind.HEADING
    ordered = tuple(sorted(objects, key=lambda one: (one.offset, -one.length)))
    return Block(kind, runs, level, objects=ordered)


def recut(block: Block, places: Sequence[int]) -> Block:
    """The same block, its runs cut at these places as well."""
    runs = [Run(piece, run.style) for run in block.runs for piece in cut(run.text, places)]
    return replace(block, runs=tuple(runs))


def halved(block: Block) -> list[Block]:
    """The block cut in two at a space; its objects stay in the first half, as far as they do."""
    at = block.text.index(" ", len(block.text) // 2) + 1
    halves: list[list[Run]] = [[], []]
    done = 0
    for run in block.runs:
        for half, text in zip(
            halves, (run.text[: max(0, at - done)], run.text[max(0, at - done) :]), strict=True
        ):
            if text:
                half.append(replace(run, text=text))
        done += len(run.text)
    inside = tuple(one for one in block.objects if one.offset + one.length < at)
    return [
        replace(block, runs=tuple(halves[0]), objects=inside),
        replace(block, runs=tuple(halves[1]), objects=()),
    ]


def numbered(blocks: Sequence[Block], start: int) -> list[Block]:
    """The blocks, those that are no headings as items of one list."""
    made = []
    for block in blocks:
        if block.level is None:
            item = ListItem("1", 1, "decimal", start, "1")
            block = replace(block, kind=BlockKind.LIST_ITEM, level=1, label=f"{start}.", item=item)
            start += 1
        made.append(block)
    return made


def annotated(blocks: Sequence[Block], at: int, offset: int) -> list[Block]:
    """The blocks with a footnote, its mark in one of them."""
    marked = blocks[at % len(blocks)]
    place = min(offset, len(marked.text))
    mark = Object(place, ObjectKind.NOTE_REFERENCE, "footnote:2")
    objects = sorted((*marked.objects, mark), key=lambda one: (one.offset, -one.length))
    text = Run("As the council itself said in its own report.")
    note = Block(BlockKind.NOTE, (text,), source=Source(Part.FOOTNOTE), note="footnote:2")
    return [replace(b, objects=tuple(objects)) if b is marked else b for b in blocks] + [note]


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[Block], list[Block]]:
    """A document and an edited copy: here and there other words, looks, objects, paragraphs."""
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=5, unique=True))
    old = [draw(blocks(text)) for text in texts]
    new: list[Block] = []
    for text, block in zip(texts, old, strict=True):
        fate = draw(st.sampled_from(["same", "same", "looks", "words", "gone", "halved"]))
        if fate == "same":
            new.append(block)
        elif fate == "looks":
            new.append(draw(blocks(text)))
        elif fate == "words":
            words = text.split(" ")
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
            new.append(draw(blocks(" ".join(words))))
        elif fate == "halved":
            new += halved(block)
    new = new or [old[0]]
    if draw(st.booleans()):
        old, new = numbered(old, 1), numbered(new, draw(st.sampled_from([1, 3])))
    if draw(st.booleans()):
        at, offset = st.integers(0, 5), st.integers(0, 40)
        old, new = (annotated(each, draw(at), draw(offset)) for each in (old, new))
    return old, new


def shown(change: Change) -> tuple[object, ...]:
    altered = tuple((one.attribute, one.old, one.new) for one in change.alterations)
    return change.kind, change.categories, change.old, change.new, change.object, altered


def mirrored(change: Change) -> tuple[object, ...]:
    altered = tuple((one.attribute, one.new, one.old) for one in change.alterations)
    kind = MIRRORED.get(change.kind, change.kind)
    return kind, change.categories, change.new, change.old, change.object, altered


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_runs_cut_otherwise_are_no_change(data: st.DataObject) -> None:
    old = [data.draw(blocks(text)) for text in TEXTS[:3]]
    new = [recut(block, data.draw(st.lists(st.integers(1, 20), max_size=4))) for block in old]
    assert compared(old, new).changes == ()


@settings(max_examples=120, deadline=None)
@given(versions())
def test_exchanging_the_versions_mirrors_what_is_told(
    pair: tuple[list[Block], list[Block]],
) -> None:
    there, back = compared(*pair).changes, compared(*pair[::-1]).changes
    assert sorted(map(repr, map(shown, there))) == sorted(map(repr, map(mirrored, back)))


@settings(max_examples=80, deadline=None)
@given(versions())
def test_the_words_are_told_as_without_what_is_beside_them(
    pair: tuple[list[Block], list[Block]],
) -> None:
    told = compared(*pair)
    bare = compare(
        *(
            replace(document(each, name), traits=replace(TRAITS, tells=frozenset()))
            for each, name in zip(pair, "ab", strict=True)
        )
    )
    of_words = [c for c in told.changes if not c.alterations or c.kind.is_of_words]
    assert [(c.kind, c.old, c.new) for c in of_words] == [
        (c.kind, c.old, c.new) for c in bare.changes
    ]


EDITS = {
    "bold": lambda block: replace(
        block, runs=tuple(replace(run, style=replace(run.style, bold=True)) for run in block.runs)
    ),
    "size": lambda block: replace(
        block, runs=tuple(replace(run, style=replace(run.style, size=20.0)) for run in block.runs)
    ),
    "heading": lambda block: replace(block, kind=BlockKind.HEADING, level=3),
    "link": lambda block: replace(
        block, objects=(*block.objects, Object(0, ObjectKind.LINK, "target", length=3))
    ),
    "picture": lambda block: replace(
        block, objects=(*block.objects, Object(4, ObjectKind.PICTURE, "digest"))
    ),
    "code": lambda block: replace(
        block, objects=(*block.objects, Object(6, ObjectKind.FIELD, "DATE", length=4))
    ),
}


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        st.integers(0, len(TEXTS) - 1), st.sampled_from(sorted(EDITS)), min_size=1, max_size=6
    )
)
def test_each_alteration_is_told_once(edits: dict[int, str]) -> None:
    old = [
        Block(BlockKind.PARAGRAPH, (Run(text, Style(size=float(10 + k))),))
        for k, text in enumerate(TEXTS)
    ]
    new = [EDITS[edits[k]](block) if k in edits else block for k, block in enumerate(old)]
    told: list[int] = []
    for change in compared(old, new).changes:
        assert change.old is not None
        told += [change.old.paragraph, *change.alike]
    assert sorted(told) == sorted(edits)
