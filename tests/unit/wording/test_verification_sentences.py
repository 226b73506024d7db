"""Everything that can be wrong with a redline is said in a sentence, with its place."""

import pytest

from sverka.language import LANGUAGES, language
from sverka.model import (
    Flaw,
    FlawCode,
    HeaderPages,
    Layer,
    Part,
    StoryName,
    Verification,
    Way,
)
from sverka.wording import flaw_words, verdict_words

ENGLISH = language("en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_flaw_has_a_sentence_of_its_own(code: str) -> None:
    said = {flaw_words(Flaw(Layer.RULES, flaw), language(code)) for flaw in FlawCode}
    assert len(said) == len(FlawCode)
    assert not any("{" in sentence for sentence in said)


def test_a_place_is_the_way_the_story_and_the_paragraph() -> None:
    story = StoryName(Part.HEADER, 1, HeaderPages.FIRST)
    flaw = Flaw(Layer.TEXT, FlawCode.TEXT_DIFFERS, Way.REJECTED, story, 0, "May", "June")
    assert flaw_words(flaw, ENGLISH) == (
        "all rejected, page header, section 2, first pages, paragraph 1: the text differs."
        " Expected “May”, found “June”."
    )


def test_long_texts_are_shown_from_a_little_before_they_part() -> None:
    long = "word " * 40
    flaw = Flaw(Layer.TEXT, FlawCode.TEXT_DIFFERS, expected=long + "one", found=long + "other")
    said = flaw_words(flaw, ENGLISH)
    assert "word one”, found “…" in said
    assert len(said) < 120


def test_what_is_not_grave_leaves_a_redline_verified() -> None:
    mild = Flaw(Layer.TEXT, FlawCode.EMPTY_EXTRA, grave=False)
    assert verdict_words(Verification((mild,)), ENGLISH).startswith("Verified: ")
    both = Verification((Flaw(Layer.TEXT, FlawCode.TEXT_EXTRA), mild))
    assert verdict_words(both, ENGLISH).endswith("in 1 place.")
