"""Words are cut in one way, whatever the release of a library and whatever the other texts."""

import unicodedata
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.text import character_classes as classes
from sverka.text.word_boundaries import segmented

CASES = [
    ("a quotation in apostrophes", "it 'a house' is", "it| |'|a| |house|'| |is"),
    ("a curly one", "it ‘a house’ is", "it| |‘|a| |house|’| |is"),
    ("an apostrophe inside a word", "don't l’eau d'Arc", "don't| |l’eau| |d'Arc"),
    ("an apostrophe behind a word", "dogs' end", "dogs|'| |end"),
    ("decimals and lists", "3.14, 1,5, 2", "3.14|,| |1,5|,| |2"),
    ("a host name", "www.a.kg.", "www.a.kg|."),
    ("hyphens part words", "кто-то", "кто|-|то"),
    ("low lines join", "a_1", "a_1"),
    ("a narrow space joins digits", "1\u202f500", "1\u202f500"),
    ("spaces are one", "a \u2009 b", "a| \u2009 |b"),
    ("a no-break space is itself", "a \u00a0b", "a| |\u00a0|b"),
    ("accents", "cafe\u0301s no\u0308", "cafe\u0301s| |no\u0308"),
    ("a soft hyphen inside", "co\u00adop", "co\u00adop"),
    ("an accent upon nothing", "\u0301a", "\u0301|a"),
    ("an accent behind a line's end", "a\n\u0301b", "a|\n|\u0301|b"),
    ("a return and a line feed", "a\r\nb\n\r", "a|\r\n|b|\n|\r"),
    ("spaces with an accent between", "a \u0301 b", "a| \u0301| |b"),
    ("Hebrew with its marks", "צה\"ל ג'", "צה\"ל| |ג'"),
    ("Hebrew in quotation marks", '"צה"', '"|צה|"'),
    ("Han, Thai and Hiragana", "汉字 ไทย です", "汉|字| |ไ|ท|ย| |で|す"),
    ("a Thai vowel of two", "กำกับ", "กำ|กั|บ"),
    ("short Katakana", "カタナの", "カタナ|の"),
    ("long Katakana", "カタカナデス", "カ|タ|カ|ナ|デ|ス"),
    ("Katakana with a low line", "カ_タカナ", "カ_タカナ"),
    ("Hangul", "한국어 사람", "한국어| |사람"),
    ("Hindi", "हिन्दी में", "हिन्दी| |में"),
    ("linked Burmese", "မန္တလေး", "မ|န္တ|လေး"),
    ("a family", "👩\u200d👩\u200d👧!", "👩\u200d👩\u200d👧|!"),
    ("a tone of skin", "👩🏽👩", "👩🏽|👩"),
    ("flags", "🇰🇬🇩🇪🇰", "🇰🇬|🇩🇪|🇰"),
    ("a sign for the number behind it", "\u0600\u0663 \u06dd\u0663", "\u0600\u0663| |\u06dd\u0663"),
    ("characters that cut inside", "a\0b\vc", "a|\0|b|\v|c"),
    ("half a pair", "a\ud800b", "a|\ud800|b"),
    ("nothing", "", ""),
]

letters = st.text(
    alphabet="abяАZaeо1٣9 .,;:'’‘·‧_\u202f\u00a0\u2009-–«»\"\t\n\x0b漢ไกำ가€%٫"
    "\ud800\0カー\u0301\u00ad\u200d🇰👩ש\u0600\r",
    max_size=12,
)


plain = st.text(alphabet="abяАZeо1 .,;:'’_–«\"\t\n\0", max_size=20)


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_text_is_cut_into_words_and_marks(text: str, expected: str) -> None:
    (found,) = segmented([text])
    assert found.segments == (expected.split("|") if expected else [])


@given(st.lists(st.one_of(letters, plain, st.text(max_size=20)), max_size=12))
@settings(max_examples=200, deadline=None)
def test_a_text_is_cut_the_same_whatever_the_others_are(texts: list[str]) -> None:
    assert segmented(texts) == [segmented([text])[0] for text in texts]


@given(st.lists(st.one_of(letters, st.text(max_size=400)), max_size=40))
@settings(deadline=None)
def test_the_segments_are_the_text_and_begin_where_is_said(texts: list[str]) -> None:
    for text, (segments, starts, has_digits) in zip(texts, segmented(texts), strict=True):
        assert "".join(segments) == text
        assert starts[-1] == len(text)
        assert segments == [text[a:b] for a, b in pairwise(starts)]
        assert has_digits or not any("0" <= c <= "9" for c in text)


def test_many_words_are_cut_as_few_are() -> None:
    few = segmented(["Он сказал: «don't», и ушёл в 3.14. "])[0].segments
    assert segmented(["Он сказал: «don't», и ушёл в 3.14. " * 200])[0].segments == few * 200


@pytest.mark.parametrize(
    ("listed", "pattern"),
    [
        (classes.LETTERS, r"\p{WB=ALetter}"),
        (classes.HEBREW, r"\p{WB=Hebrew_Letter}"),
        (classes.DIGITS, r"\p{WB=Numeric}"),
        (classes.KATAKANA, r"\p{WB=Katakana}"),
        (classes.JOINERS, r"\p{WB=ExtendNumLet}"),
        (classes.SPACES, r"\p{WB=WSegSpace}"),
        (classes.IN_WORDS, r"\p{WB=MidLetter}"),
        (classes.IN_NUMBERS, r"\p{WB=MidNum}"),
        (classes.IN_BOTH, r"[\p{WB=MidNumLet}\p{WB=Single_Quote}]"),
        (classes.EXTENDING, r"[\p{WB=Extend}\p{GCB=SpacingMark}]"),
        (classes.INVISIBLE, r"\p{WB=Format}"),
    ],
)
def test_the_classes_are_those_of_unicode(listed: str, pattern: str) -> None:
    ours = {c for first, last in classes.ranges_in(listed) for c in range(first, last + 1)}
    theirs = {
        match.start() for match in regex.finditer(pattern, "".join(map(chr, range(0x110000))))
    }
    assigned = {c for c in ours ^ theirs if unicodedata.category(chr(c)) != "Cn"}
    # Of the characters that every Python we run on knows, one has changed its class since
    assert assigned <= {0xB8} or unicodedata.unidata_version > "14.0.0"
