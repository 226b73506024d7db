"""Words are found in both versions, whatever case and space, where they stand."""

import sample
from hypothesis import given
from hypothesis import strategies as st

from sverka.model import Link, LinkKind, Side
from sverka.presentation.find import Finder
from sverka.presentation.scene import Scene, scene


def shown(old: list[str], new: list[str]) -> Scene:
    links = [Link((n,), (), LinkKind.DELETED) for n in range(len(old))]
    links += [Link((), (n,), LinkKind.INSERTED) for n in range(len(new))]
    return scene(sample.comparison(old, new, links, []))


def test_all_hits_of_both_versions_are_counted_in_reading_order(release: Scene) -> None:
    hits = Finder(release).find("абзац")
    assert len(hits) == sum(
        p.text.lower().count("абзац")
        for version in (release.comparison.old, release.comparison.new)
        for p in version.paragraphs
    )
    for number in range(len(hits)):
        hit = hits.hit(number)
        text = release.index.side(hit.side).paragraphs[hit.paragraph].text
        assert text[hit.start : hit.end].lower() == "абзац"


def test_case_and_kinds_of_space_do_not_matter() -> None:
    hits = Finder(shown(["На 340\u00a0МИЛЛИОНОВ рублей"], [])).find("340 миллионов")
    assert hits.old.of(0) == [(3, 16)]


def test_every_kind_of_space_is_found_by_a_plain_one_and_no_other_letter_is() -> None:
    finder = Finder(shown(["a\u3000b a\u2003b a\tb a\nb a-b"], []))
    assert [start for start, _end in finder.find("a b").old.of(0)] == [0, 4, 8, 12]


def test_a_letter_that_becomes_two_keeps_the_places() -> None:
    hits = Finder(shown(["İstanbul ve İzmir güzel"], [])).find("güzel")
    assert hits.old.of(0) == [(18, 23)]


def test_letters_beyond_the_first_plane_count_as_one() -> None:
    finder = Finder(shown(["𝔸 🙂 Чай 🙂", "чай"], ["ЧАЙ"]))
    assert finder.find("чай").old.of(0) == [(4, 7)]
    assert len(finder.find("чай")) == 3
    assert finder.find("🙂").old.of(0) == [(2, 3), (8, 9)]


def test_hits_do_not_reach_into_one_another() -> None:
    assert Finder(shown(["ааааа"], [])).find("аа").old.of(0) == [(0, 2), (2, 4)]


def test_hits_of_a_stretch_are_those_that_reach_into_it() -> None:
    hits = Finder(shown(["no", "ab ab ab ab"], [])).find("ab").old
    assert hits.within(1, 4, 7) == [(3, 5), (6, 8)]
    assert hits.within(1, 5, 6) == []
    assert hits.within(1, 0, 11) == hits.of(1)


def test_hits_do_not_cross_paragraphs_and_nothing_finds_nothing() -> None:
    finder = Finder(shown(["one", "two"], ["one"]))
    assert len(finder.find("one\ntwo")) == 0
    assert len(finder.find("")) == 0
    assert len(finder.find("absent")) == 0


@given(
    st.lists(st.text(alphabet="abA ", max_size=8), max_size=6), st.sampled_from(["a", "ab", "b "])
)
def test_hits_agree_with_a_plain_search(texts: list[str], needle: str) -> None:
    hits = Finder(shown(texts, [])).find(needle)
    for number, text in enumerate(texts):
        assert len(hits.side(Side.OLD).of(number)) == text.lower().count(needle)
