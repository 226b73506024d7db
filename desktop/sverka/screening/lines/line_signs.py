"""What the ends of a line say: whether a sentence goes on, a list begins, a label stands alone."""

import re
import unicodedata

from sverka.patterns import late_pattern
from sverka.screening.lines import line_weights as weights
from sverka.text.signs import (
    BREAKING_HYPHENS,
    BULLETS,
    CLOSERS,
    COMMAS,
    HALTS,
    OPENERS,
    SENTENCE_ENDS,
    SOFT_HYPHENS,
    SYMBOL_FONT_BULLETS,
)

_CLOSED_BY = "".join(sorted(CLOSERS)) + " "
_GOES_ON = COMMAS | frozenset("-‐–—%№&" + SOFT_HYPHENS)
_BEFORE_WORD = OPENERS | frozenset("—–-…")

_LIST = late_pattern(
    rf"(?:[{BULLETS}{SYMBOL_FONT_BULLETS}]\s*"
    r"|[-–—]\s+"
    r"|\(?(?:\d{1,3}|[ivxIVX]{1,5}|[^\W\d_])[.)]\s+"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+(?![a-zа-яё])"
    r"|§)",
)
_BULLET = late_pattern(f"[{BULLETS}{SYMBOL_FONT_BULLETS}]")
"""Fonts of symbols have their bullets among the characters for private use."""
_LABEL = late_pattern(
    r"(?:рис(?:унок|\.)?|табл(?:ица|\.)?|схема|график|диаграмма|приложение|статья|глава|раздел|пункт"
    r"|параграф|часть|берене|тиркеме|сүрөт|таблица|бөлүм|глава|fig(?:ure|\.)?|table|chart|plate"
    r"|exhibit|article|section|chapter|part|clause|annex|appendix|abb(?:ildung|\.)?|tab(?:elle|\.)?"
    r"|abschnitt|artikel|kapitel|madde|bölüm|şekil|tablo|chapitre|titre|annexe|tableau"
    r"|définition|definition|satz|lemma|theorem|beweis|proof|example|beispiel|пример|теорема"
    r"|лемма|определение)\s*\.?\s*[#\divxlcdm]",
    re.IGNORECASE,
)
_NUMBERED_WORD = late_pattern(r"[^\W\d_]+\.?\s*\d+(?:\.\d+)*[.:)]?")
_WORD_AND_NUMBER = late_pattern(r"[^\W\d_]+\.?\s*(?P<number>\d{1,4})(?!\d)")
_NOTE = late_pattern(r"(?:\d{1,3}|[*†‡§]{1,3}|[¹²³⁰-⁹]{1,3})[.)]?\s*(?=[^\W\d_]{2}|[«“„\"(])")
_ADDRESS = late_pattern(r"(?:[a-z]{3,6}://|www\.)\S", re.IGNORECASE)
_ABBREVIATED = late_pattern(r"(?<![^\W\d_])[^\W\d_]{1,4}\.$")
_CJK_LABEL = late_pattern(r"第[一二三四五六七八九十百零〇\d]+[条條章节節款编編]|المادة|الفصل|مادة")
_ORDINAL_LABEL = late_pattern(
    r"\d+\s*[-‐‑]?\s*(?:статья|берене|глава|бөлүм|madde)\b", re.IGNORECASE
)


def is_open(text: str) -> bool:
    """Whether a sentence may go on after this text: no full stop, colon or semicolon ends it."""
    bare = text.rstrip(_CLOSED_BY)
    return bool(bare) and bare[-1] not in SENTENCE_ENDS and bare[-1] not in HALTS


def is_mid_sentence(before: str, after: str) -> bool:
    """Whether a sentence, or a broken word, surely goes on from one text to the next."""
    return ends_with_hyphen(before) or (is_open(before) and starts_lower(after))


def ends_openly(text: str) -> bool:
    """Whether the text ends as the middle of a sentence does: with a word, a comma or a dash."""
    bare = text.rstrip(_CLOSED_BY)
    return bool(bare) and (is_of_word(bare[-1]) or bare[-1] in _GOES_ON)


def begins_note(text: str) -> bool:
    """Whether the text may be a footnote: a number or a sign, and then words."""
    return _NOTE.match(text) is not None


def is_address(text: str) -> bool:
    """Whether the text begins as the address of a web page."""
    return _ADDRESS.match(text) is not None


def may_be_abbreviated(text: str) -> bool:
    """Whether the full stop at the end may be that of an abbreviation: «г.», "Prof.", "т. е."."""
    return _ABBREVIATED.search(text) is not None


def ends_with_hyphen(text: str) -> bool:
    """Whether the text ends with a hyphen right after a letter, as a broken word does."""
    return len(text) > 1 and text[-1] in BREAKING_HYPHENS + SOFT_HYPHENS and text[-2].isalpha()


def is_of_word(char: str) -> bool:
    """Whether the character is a letter, a digit or a mark on one."""
    return char.isalnum() or is_mark(char)


def is_mark(char: str) -> bool:
    """Whether the character is a mark on a letter, as vowels are in many scripts of India."""
    return not char.isascii() and unicodedata.category(char).startswith("M")


def is_closed(text: str) -> bool:
    """Whether a sentence ends with this text."""
    bare = text.rstrip(_CLOSED_BY)
    return bool(bare) and bare[-1] in SENTENCE_ENDS


def halts(text: str) -> bool:
    """Whether the text ends with a colon or a semicolon."""
    bare = text.rstrip(_CLOSED_BY)
    return bool(bare) and bare[-1] in HALTS


def is_worded(text: str) -> bool:
    """Whether letters make up at least half of the text."""
    letters = sum(1 for char in text if is_of_word(char) and not char.isdigit())
    return letters >= weights.WORDED_SHARE * (len(text) - text.count(" "))


def first_letter(text: str) -> str:
    """The first letter or digit, past opening quotes, brackets and dashes; "" if none is near."""
    if text[:1].isalnum():
        return text[0]
    for char in text[:12]:
        if char.isalnum():
            return char
        if char not in _BEFORE_WORD and not char.isspace():
            return ""
    return ""


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one, in a script that has capitals to tell it from."""
    char = first_letter(text)
    return char.islower() and not _is_georgian(char)


def starts_upper(text: str) -> bool:
    """Whether the first letter is a capital."""
    return first_letter(text).isupper()


def is_caseless(text: str) -> bool:
    """Whether the first letter belongs to a script without case."""
    char = first_letter(text)
    return char.isalpha() and (char.lower() == char.upper() or _is_georgian(char))


def _is_georgian(char: str) -> bool:
    """Whether the character is a letter of Georgian, whose capitals no running text has.

    Unicode calls them small letters all the same.
    """
    return "\u10d0" <= char <= "\u10ff"


def is_list_item(text: str) -> bool:
    """Whether the text begins with a bullet, a dash or an item number."""
    return _LIST.match(text) is not None


def is_bullet_item(text: str) -> bool:
    """Whether the text begins with a bullet, which unlike a dash never is of a sentence."""
    return _BULLET.match(text) is not None


def is_numbered_word(text: str) -> bool:
    """Whether the text is one word and a number, as numbered paragraphs are: "Definition 3"."""
    return _NUMBERED_WORD.fullmatch(text) is not None


def first_number(text: str) -> int | None:
    """The number behind the first word of the text, as captions have: 3 of "Fig. 3. The quay"."""
    match = _WORD_AND_NUMBER.match(text)
    return int(match["number"]) if match else None


def is_label(text: str) -> bool:
    """Whether the text begins as a caption or a clause does: "Рис. 3", "Статья 5", "第三条"."""
    return bool(_LABEL.match(text) or _CJK_LABEL.match(text) or _ORDINAL_LABEL.match(text))


def first_word(text: str) -> str:
    """The text up to the first white space."""
    return text.split(None, 1)[0] if text else ""
