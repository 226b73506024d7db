"""A sentence that went to another paragraph: the cases of tests/golden/differences."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sverka import compare
from sverka.language import ENGLISH
from sverka.model import ChangeKind, Comparison, Side, Span
from sverka.readers import read_text
from sverka.weave import ParagraphBreak, changes_by_link, strands_of
from sverka.wording import summary

GOLDEN = Path(__file__).parents[2] / "golden" / "differences" / "sentence-moves.txt"


def cases() -> list[list[str]]:
    """The cases of the golden file: name, original, revised, moves, and perhaps what is left."""
    blocks = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    return [block.strip().split("\n") for block in blocks if not block.lstrip().startswith("#")]


def compared(old: str, new: str) -> Comparison:
    before, after = (text.replace("¶", "\n\n") for text in (old, new))
    return compare(read_text(before, "old.txt"), read_text(after, "new.txt"))


def said(result: Comparison, side: Side, span: Span | None) -> str:
    if span is None:
        return ""
    return result.version(side).paragraphs[span.paragraph].text[span.start : span.end].strip()


def told(result: Comparison) -> list[str]:
    """The moves of a comparison as the golden file writes them."""
    found = []
    for change in result.changes:
        if change.kind is ChangeKind.MOVE:
            old, new = said(result, Side.OLD, change.old), said(result, Side.NEW, change.new)
            about = f" [{', '.join(change.categories)}]" if change.categories else ""
            # The full stop may have stayed, for the sentence that came in its place
            found.append(new if old.rstrip(".") == new.rstrip(".") else f"{old} → {new}{about}")
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case[0]))
def test_a_sentence_that_went_to_another_paragraph_is_one_move(case: list[str]) -> None:
    result = compared(case[1][2:], case[2][2:])
    moves = [] if case[3][2:] == "nothing" else case[3][2:].split(" | ")
    assert sorted(told(result)) == sorted(moves)
    assert all(link.old and link.new and not link.moved for link in result.alignment.links)
    left = [
        said(result, Side.OLD, change.old) or said(result, Side.NEW, change.new)
        for change in result.changes
        if change.kind in (ChangeKind.DELETION, ChangeKind.INSERTION)
    ]
    if len(case) > 4:
        assert left == case[4][5:].split(" | ")
    back = compared(case[2][2:], case[1][2:])
    assert len(told(back)) == len(moves)


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case[0]))
def test_both_texts_can_be_read_out_of_the_woven_ones(case: list[str]) -> None:
    for one, two in ((case[1], case[2]), (case[2], case[1])):
        result = compared(one[2:], two[2:])
        by_link = changes_by_link(result)
        for number, link in enumerate(result.alignment.links):
            woven = strands_of(result, number, by_link.get(number, ()))
            strands = [part for part in woven if not isinstance(part, ParagraphBreak)]
            for side in Side:
                texts = [result.version(side).paragraphs[p].text for p in link.of(side)]
                assert "".join(part.of(side) for part in strands) == "".join(texts)
            for part in strands:
                if part.change is None:
                    assert part.old.split() == part.new.split()


def test_a_moved_sentence_is_counted_in_the_summary() -> None:
    case = cases()[0]
    result = compared(case[1][2:], case[2][2:])
    assert any("1 passage moved to another" in one for one in summary(result, ENGLISH))


AS_LIKE_AS_EACH_OTHER = """
import json, random
from sverka import compare
from sverka.readers import read_text
names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
letters = "abcdefghijklmnopqrstuvwx"
def word(k): return letters[k] * 7
chance = random.Random(3)
def kept(k): return " ".join(word(k) + n for n in names[:6]) + "."
gone = " ".join(names) + "."
come = []
for k in range(6):
    some = chance.sample(names, 8)
    if k == 2: some = [n for n in names if n in some]
    come.append(" ".join([*some, word(k) + "x"]) + ".")
old = [kept(6) + " " + gone.capitalize()] + [kept(k) for k in range(6)]
new = [kept(6)] + [kept(k) + " " + come[k].capitalize() for k in range(6)]
pair = [read_text("\\n\\n".join(each), name) for each, name in ((old, "a.txt"), (new, "b.txt"))]
print([(str(c.kind), c.old, c.new) for c in compare(*pair).changes])
"""


def test_which_of_several_sentences_came_from_elsewhere_does_not_depend_on_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", AS_LIKE_AS_EACH_OTHER],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "3", "42")
    }
    assert len(outputs) == 1
    assert b"'move'" in outputs.pop()
