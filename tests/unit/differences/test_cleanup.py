"""The clean-up: where changes begin and end, which of them are one, and what is another text.

Texts are written one over the other: [-what went out-]{+what came in+}.
"""

import re
from dataclasses import dataclass

import pytest

from sverka.differences.cleanup import border_score, cleaned, is_another_text, slid, swallowed
from sverka.differences.common_tokens import Region
from sverka.differences.tokens import Tokens
from sverka.text.folding import fold_for

CHANGED = re.compile(r"(?:\[-(.*?)-\])?(?:\{\+(.*?)\+\})?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Changed:
    """Two texts in tokens and the regions where they differ."""

    regions: list[Region]
    a: Tokens
    b: Tokens

    def __str__(self) -> str:
        said, at = "", 0
        for a0, a1, b0, b1 in self.regions:
            gone, come = self.a.between(a0, a1), self.b.between(b0, b1)
            said += self.a.between(at, a0)
            said += (f"[-{gone}-]" if gone else "") + ("{+" + come + "+}" if come else "")
            at = a1
        return said + self.a.between(at, len(self.a.keys))


def changed(marked: str) -> Changed:
    """The texts and regions of a text with marks."""
    a, b, spans, at = "", "", [], 0
    for match in CHANGED.finditer(marked):
        if match.end() == match.start():
            continue
        between, at = marked[at : match.start()], match.end()
        gone, come = match[1] or "", match[2] or ""
        a, b = a + between, b + between
        spans.append((len(a), len(a) + len(gone), len(b), len(b) + len(come)))
        a, b = a + gone, b + come
    a, b = a + marked[at:], b + marked[at:]
    one, two = Tokens.of_each([a, b], fold_for(frozenset()))
    regions = [
        Region(*map(one.starts.index, span[:2]), *map(two.starts.index, span[2:])) for span in spans
    ]
    return Changed(regions, one, two)


def after(step: object, marked: str) -> str:
    """The marked text as a step of the clean-up leaves it."""
    given = changed(marked)
    regions = step(given.regions, given.a, given.b)  # type: ignore[operator]
    said = str(Changed(regions, given.a, given.b))
    again = changed(said)
    assert (again.a.text, again.b.text) == (given.a.text, given.b.text)
    assert all(r.a0 <= r.a1 and r.b0 <= r.b1 for r in regions)
    return said


def turned(marked: str) -> str:
    """The marked text with the two versions exchanged."""
    return CHANGED.sub(
        lambda m: ("[-" + m[2] + "-]" if m[2] else "") + ("{+" + m[1] + "+}" if m[1] else ""),
        marked,
    )


@pytest.mark.parametrize(
    ("given", "best"),
    [
        # behind a space rather than in front of it
        ("red and[- blue and-] green", "red [-and blue -]and green"),
        ("so[-, he-], she", "so, [-he, -]she"),
        ("(tea[- or tea-] or milk)", "(tea [-or tea -]or milk)"),
        ("He came.[- She left.-] She stayed.", "He came. [-She left. -]She stayed."),
        # a whole sentence rather than the end of one and the beginning of the next
        ("He came. She [-left. She -]stayed.", "He came. [-She left. -]She stayed."),
        ("He came! She[- left! She-] stayed!", "He came! [-She left! -]She stayed!"),
        ("“He came.” “[-She left.” “-]She stayed.”", "“He came.” [-“She left.” -]“She stayed.”"),
        ("He came.) She [-left.) She -]stayed.", "He came.) [-She left.) -]She stayed."),
        ("他来了。她[-走了。她-]留下了。", "他来了。[-她走了。-]她留下了。"),
        ("他来了！她[-走了！她-]留下了！", "他来了！[-她走了！-]她留下了！"),
        # at the edge of the text or of a line
        ("tea [-and tea -]and", "[-tea and -]tea and"),
        ("no, [-no, -]never", "[-no, -]no, never"),
        ("never, no[-, no-]", "never, no[-, no-]"),
        ("he\nshe [-it\nshe -]we", "he\n[-she it\n-]she we"),
        # beside a mark rather than between two words without a space
        ("甲，乙[-丙，乙-]丁", "甲[-，乙丙-]，乙丁"),
        # where nothing may be moved nothing is
        ("red [-blue -]green", "red [-blue -]green"),
        ("red[- and-], green", "red[- and-], green"),
    ],
)
def test_what_came_in_or_went_out_begins_and_ends_where_it_reads_best(
    given: str, best: str
) -> None:
    assert after(slid, given) == best
    assert after(slid, turned(given)) == turned(best)


def test_of_places_that_read_equally_well_the_first_is_taken() -> None:
    assert after(slid, "red one one[- one-] green") == "red [-one -]one one green"


@pytest.mark.parametrize(
    "kept",
    [
        "red {+big +}and[- blue and-]{+, x+} green",
        "red [-and-]{+x+} [-blue and -]green",
        "so [-and. So -]and[-.-]{+!+} So",
        "so [-and. So -]and[-.-]{+!+} So {+on+}",
    ],
)
def test_a_change_is_not_moved_over_its_neighbours(kept: str) -> None:
    assert after(slid, kept) == kept
    assert after(slid, turned(kept)) == turned(kept)


@pytest.mark.parametrize(
    ("given", "best"),
    [
        ("[-x-]{+y+} She [-left. She -]stayed", "[-x-]{+y+} [-She left. -]She stayed"),
        ("He came. She[- left. She-] [-x-]{+y+}", "He came. [-She left. -]She [-x-]{+y+}"),
        ("He. She [-left. She -][-x-]{+y+}", "He. [-She left. -]She [-x-]{+y+}"),
        ("[-x-]{+y+} or[- so or-] not [-x-]{+y+}", "[-x-]{+y+} [-or so -]or not [-x-]{+y+}"),
    ],
)
def test_a_change_moves_between_its_neighbours(given: str, best: str) -> None:
    assert after(slid, given) == best
    assert after(slid, turned(given)) == turned(best)


@pytest.mark.parametrize(
    ("given", "parted"),
    [
        ("He left [-early. She stayed-]{+late+}.", "He left [-early-]{+late+}.[- She stayed.-]"),
        (
            "He left [-early! She stayed-]{+late+}! So",
            "He left [-early-]{+late+}![- She stayed!-] So",
        ),
        # it is an initial's; the sentence goes on behind it; there is no space
        ("I met [-J. Smith there-]{+him+}.", "I met [-J. Smith there-]{+him+}."),
        ("It cost [-approx. ten of them-]{+more+}.", "It cost [-approx. ten of them-]{+more+}."),
        ("At [-first.She ran-]{+last+}.", "At [-first.She ran-]{+last+}."),
        ("It cost [-so. She ran-]{+more+}.", "It cost [-so-]{+more+}.[- She ran.-]"),
        ("He left [-early. Bye-]{+late+}.", "He left [-early-]{+late+}.[- Bye.-]"),
        ("He left [-early.) She ran-]{+late+}.", "He left [-early.) She ran-]{+late+}."),
        ("He left [-early, Mary-]{+late+}, too", "He left [-early, Mary-]{+late+}, too"),
        ("He left.[- Early one-]{+, late+}.", "He left.[- Early one-]{+, late+}."),
        # another sign than the one behind
        ("He left [-early! She stayed-]{+late+}.", "He left [-early! She stayed-]{+late+}."),
        # what ends at the end of either text ends no sentence twice
        ("He left [-early. She stayed-]{+late+}", "He left [-early. She stayed-]{+late+}"),
        ("He left [-early. She stayed-]{+late+},", "He left [-early. She stayed-]{+late+},"),
    ],
)
def test_a_replacement_gives_the_end_of_its_sentence_back(given: str, parted: str) -> None:
    assert after(slid, given) == parted
    assert after(slid, turned(given)) == turned(parted)


@pytest.mark.parametrize(
    ("tokens", "score"),
    [
        ("|He came", 5),
        ("He came.|", 5),
        ("He came\n|She", 5),
        ("He came. |She", 4),
        ("“He came.” |She", 4),
        ("(He came.) |She", 4),
        ("他来了。|她", 4),
        ("he |came", 3),
        (" |He came.", 3),
        ("… |She", 4),
        (") |came", 3),
        ("He came, |she", 3),
        ("he|, she", 2),
        ("he came,|she", 2),
        ("he| came", 1),
        ("he came.| She", 1),
        ("他|来", 0),
    ],
)
def test_a_border_reads_best_at_an_edge_then_between_sentences_then_between_words(
    tokens: str, score: int
) -> None:
    before, behind = tokens.split("|")
    whole, first = Tokens.of_each([before + behind, before], fold_for(frozenset()))
    assert border_score(whole.written, len(first.written)) == score


@pytest.mark.parametrize(
    ("given", "joined"),
    [
        # nothing between them but spaces and marks
        ("[-old-]{+new+} [-house-]{+barn+}", "[-old house-]{+new barn+}"),
        ("[-old-]{+new+}, [-house-]{+barn+}", "[-old, house-]{+new, barn+}"),
        ("[-old-] {+barn+}", "[-old -]{+ barn+}"),
        # a short word between long ones
        (
            "[-spoke-]{+argued+} of [-nature-]{+politics+}",
            "[-spoke of nature-]{+argued of politics+}",
        ),
        ("[-four-]{+ten+} of [-four-]{+ten+}", "[-four of four-]{+ten of ten+}"),
        (
            "[-elevenletters-]{+no+} fiver [-elevenletters-]{+so+}",
            "[-elevenletters fiver elevenletters-]{+no fiver so+}",
        ),
        # each of several in a row
        (
            "[-spoke-]{+argued+} of [-woods-]{+gold+} or [-nature-]{+politics+}",
            "[-spoke of woods or nature-]{+argued of gold or politics+}",
        ),
        # an initial's full stop ends no sentence
        ("[-Mary-]{+Anna+} J. [-Smith-]{+Jones+}", "[-Mary J. Smith-]{+Anna J. Jones+}"),
        ("[-Mr J-]{+Mrs I+}. [-Smith-]{+Jones+}", "[-Mr J. Smith-]{+Mrs I. Jones+}"),
        ("[-A-]{+B+}. [-Smith-]{+Jones+}", "[-A. Smith-]{+B. Jones+}"),
    ],
)
def test_changes_with_hardly_anything_between_them_are_one(given: str, joined: str) -> None:
    assert after(swallowed, given) == joined
    assert after(swallowed, turned(given)) == turned(joined)


@pytest.mark.parametrize(
    "given",
    [
        # too much between them for what they are
        "[-one-]{+two+} of [-nature-]{+politics+}",
        "[-spoke-]{+argued+} of [-him-]{+her+}",
        "[-elevenletters-]{+no+} sevenup [-elevenletters-]{+so+}",
        # a stretch of some length, however long they are
        "[-averyveryverylongwordindeed-]{+no+} twelveletter [-averyveryverylongwordindeed-]{+so+}",
        # the end of a sentence between them, in either version
        "[-waited-]{+called+}. [-Then-]{+Soon+}",
        "[-waited-]{+called+}! [-Then-]{+Soon+}",
        "[-waited-]{+called+}.” “[-Then-]{+Soon+}",
        "[-took 4-]{+got 5+}. [-Then-]{+Soon+}",
        "[-Mr J-]{+Mrs I+}! [-Smith-]{+Jones+}",
        # signs do not make them longer
        "[-a, b!-]{+c; d?+} of [-nature-]{+politics+}",
        # both only put something in, or only take something out
        "[-old -]- [-and cold-]",
        "{+old +}of {+and cold+}",
        # a line of signs
        f"[-old-]{{+new+}}{'-=' * 25}[-house-]{{+barn+}}",
    ],
)
def test_changes_with_something_of_its_own_between_them_stay_apart(given: str) -> None:
    assert after(swallowed, given) == given
    assert after(swallowed, turned(given)) == turned(given)


def test_changes_that_touch_are_one() -> None:
    given = changed("[-one-]{+two+} three")
    a0, a1, b0, b1 = given.regions[0]
    parts = [Region(a0, a1, b0, b0), Region(a1, a1, b0, b1)]
    assert swallowed(parts, given.a, given.b) == given.regions
    gone = changed("[-one two-] three")
    parts = [Region(0, 1, 0, 0), Region(1, 3, 0, 0)]
    assert swallowed(parts, gone.a, gone.b) == gone.regions


def test_a_change_that_has_grown_is_tried_on_the_one_before_it() -> None:
    given = "[-spoke-]{+argued+} of [-it-]{+me+}, [-nature-]{+politics+}"
    assert after(swallowed, given) == "[-spoke of it, nature-]{+argued of me, politics+}"


def test_borders_are_found_before_changes_are_joined() -> None:
    assert after(cleaned, "red and[- blue and-] {+so +}green") == (
        "red [-and blue -]and {+so +}green"
    )


@pytest.mark.parametrize(
    ("marked", "another"),
    [
        # less than three tenths of the letters stayed, in pieces
        ("[-abcdefgh-]{+klmnopqr+} it [-abcdefgh-]{+klmnopqr+}", True),
        ("[-abcdefg-]{+klmnopq+} six [-abcdefg-]{+klmnopq+} six", False),
        ("[-abcdefgh-]{+klmnopqr+} six [-abcdefgh-]{+klmnopqr+}", True),
        ("[-abcdefg-]{+klmnopq+}: sixsix: [-abcdefg-]{+klmnopq+}", False),
        # around a single change what stayed stays
        ("[-abcdefghabcdefgh-]{+klmnopqrklmnopqr+} it", False),
        # a text kept inside a longer one
        ("{+abcdefghabcdefgh abcdefgh +}it is{+ abcdefghabcdefgh abcdefgh+}", False),
        ("[-x -]{+abcdefghabcdefgh abcdefgh +}it is{+ abcdefghabcdefgh abcdefgh+}", False),
        # most of the shorter one stayed, spaces and marks counted in, or it has no letters at all
        ("[-abc-]{+klm+} ..., ..., [-abc-]{+klm+}", False),
        ("[-abc-]{+klmnopqrstuvw+} ..., ..., [-abc-]{+klmnopqrstuvw+}", False),
        ("[-abcdef-]{+klmnop+} ..., ... [-abcdef-]{+klmnop+}", True),
        ("[-!-]{+?+} - [-!-]{+?+}", False),
        ("[-!!!!!!-]{+abcdef+} - [-!!!!!!-]{+abcdef+}", False),
    ],
)
def test_a_text_of_which_little_stayed_in_pieces_is_another(marked: str, another: bool) -> None:
    for version in (marked, turned(marked)):
        given = changed(version)
        assert is_another_text(given.regions, given.a, given.b) is another
