"""Text read in the wrong encoding, "РџСЂРёРІРµС‚" and "Ïðèâåò" for «Привет», and lost letters."""

import re
from collections.abc import Collection, Iterator, Sequence

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.lines.facts import counting, start_of
from sverka.screening.lines.hyphens import Words

_LOST = late_pattern("\ufffd+")
_QUESTIONS = late_pattern(r"(?<!\S)\?{3,}(?:[ ,.]+\?{2,})+")

_PAGES = ("cp1251", "cp1252", "cp866")


def _shown(page: str, first: int, last: int) -> str:
    """The characters that a code page shows for the bytes from first to last, for a pattern."""
    chars = [bytes([byte]).decode(page, "replace") for byte in range(first, last + 1)]
    # A byte the code page does not know comes through as the control character of its number.
    known = {char for char in chars if char != "\ufffd"} | set(map(chr, range(0x80, 0xA0)))
    return re.escape("".join(sorted(known)))


def _misread_utf8(page: str) -> re.Pattern[str]:
    """What UTF-8 looks like in a code page: lead bytes with the continuation bytes they ask for."""
    more = _shown(page, 0x80, 0xBF)
    two, three = _shown(page, 0xC2, 0xDF), _shown(page, 0xE0, 0xEF)
    return late_pattern(f"(?:[{two}][{more}]|[{three}][{more}]{{2}})+")


_MISREAD_UTF8 = tuple((page, _misread_utf8(page)) for page in _PAGES)
_SINGLE_BYTE = (
    # The code page it was read as, and the one it is in.
    ("cp1252", "cp1251"),
    ("cp1251", "koi8-r"),
    ("koi8-r", "cp1251"),
    ("cp1251", "cp866"),
    ("cp866", "cp1251"),
    ("cp1252", "koi8-r"),
)
_WORD = late_pattern(r"[^\W\d_]+")
_ACCENTS_ONLY = late_pattern(r"[À-ÿ]{4,}")
_MARKS = ("Ð", "Ñ", "Ã", "Â", "Ä", "Å", "â", "╨", "╤", "вЂ", "Г©", "ГЁ", "Г¶", "Гј", "Г¤", "Г±")
_UNMISTAKABLE = ("Ã", "Â", "â€", "вЂ")
_TOKEN = late_pattern(r"[^ \n\t]+")
_ODD_CASE = late_pattern(r"[À-ÿ]{4}|[а-яё][А-ЯЁ]{3}")
_COMMON_RUSSIAN = frozenset("оеаинтсрвлкмдпуя")
_PLAUSIBLE_LETTERS = late_pattern(r"[\u00a0-\u052f\u0590-\u06ff\u2010-\u22ff]+")


def broken_encodings(index: int, text: str, words: Words) -> Iterator[Observation]:
    """Where letters of a paragraph were lost, and where they were read in the wrong encoding."""
    yield from _lost(index, text)
    if text.isascii():
        return
    suspicious = _is_suspicious(text)
    runs = _runs(text) if suspicious else []
    if not runs and suspicious and (whole := _whole(text)) is not None:
        runs = [(0, len(text), whole[1], True)]
    if not runs and (line := _known_line(text, words)) is not None:
        runs = [(0, len(text), line, True)]
    for start, end, repaired, sure in runs:
        yield _observation(index, start, end, repaired, Tier.CERTAIN if sure else Tier.SUSPECTED)


def misread_alike(texts: Sequence[str], known: Collection[int]) -> Iterator[Observation]:
    """Short lines misread as the paragraphs `known` were: too short to be sure of on their own."""
    ways = (_whole(texts[index]) for index in known)
    way = next((found[0] for found in ways if found is not None), None)
    if way is None:
        return
    for index, text in enumerate(texts):
        if index in known or text.isascii() or len(text) > weights.SHORT_LINE:
            continue
        repaired = _decoded(text, *way)
        if repaired is not None and _all_plausible(repaired) and not _all_plausible(text):
            yield _observation(index, 0, len(text), repaired, Tier.CERTAIN)


def _observation(index: int, start: int, end: int, repaired: str, tier: Tier) -> Observation:
    return Observation(
        kind=FindingKind.BROKEN_ENCODING,
        paragraph=index,
        start=start,
        end=end,
        reasons=(Reason(ReasonCode.WRONG_ENCODING, {"text": start_of(repaired)}),),
        group="encoding",
        tier=tier,
        suggestion=repaired,
    )


def _known_line(text: str, words: Words) -> str | None:
    """A short line read in the right one-byte encoding, where the texts have all its words."""
    if len(text) > weights.SHORT_LINE:
        return None
    if not (text.isupper() or text.islower() or any(map(_is_odd, _WORD.findall(text)))):
        return None
    for page, real in _SINGLE_BYTE:
        repaired = _decoded(text, page, real)
        if repaired is not None and _all_plausible(repaired):
            found = [word for word in _WORD.findall(repaired) if len(word) > 2]
            if all(map(words.count, found)):
                return repaired
    return None


def _all_plausible(text: str) -> bool:
    found = [word for word in _WORD.findall(text) if len(word) > 2 and not word.isascii()]
    return bool(found) and all(map(_is_plausible, found))


def _is_suspicious(text: str) -> bool:
    """Whether the text has what each sort of damage leaves: a quick look, since most is sound."""
    if any(mark in text for mark in _MARKS):
        return True
    utf8 = text.count("Р") + text.count("С")
    dos = text.count("®") + text.count("Ґ") + text.count("Ё")
    return max(utf8, 2 * dos) > weights.LEADS * len(text) or _ODD_CASE.search(text) is not None


def _lost(index: int, text: str) -> Iterator[Observation]:
    sure = "\ufffd" in text
    if not sure and "???" not in text:
        return
    places = [match.span() for match in (_LOST if sure else _QUESTIONS).finditer(text)]
    if not places:
        return
    count = sum(end - start for start, end in places) if sure else len(places)
    start, end = places[0]
    lost = counting(ReasonCode.LETTERS_LOST, count)
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", end)
    yield Observation(
        kind=FindingKind.REPLACEMENT_CHARACTER,
        paragraph=index,
        start=start,
        end=end,
        reasons=(lost if sure else Reason(ReasonCode.QUESTION_MARKS),),
        group="lost",
        tier=Tier.CERTAIN if sure else Tier.SUSPECTED,
        text=text[first : last if last >= 0 else len(text)][: weights.WORD_SHOWN],
        places=tuple((index, *place) for place in places),
    )


def _runs(text: str) -> list[tuple[int, int, str, bool]]:
    """Broken words with what they say, neighbours as one: (start, end, repaired, whether sure)."""
    found: list[tuple[int, int, str, bool]] = []
    for token in _TOKEN.finditer(text):
        repaired, sure = _repaired(token[0])
        if repaired == token[0]:
            continue
        if found and not text[found[-1][1] : token.start()].strip():
            start, end, before, was_sure = found[-1]
            joined = before + text[end : token.start()] + repaired
            found[-1] = (start, token.end(), joined, was_sure or sure)
        else:
            found.append((token.start(), token.end(), repaired, sure))
    return [run for run in found if run[3]]


def _repaired(token: str) -> tuple[str, bool]:
    """A word with its misread stretches put right, and whether that is beyond doubt."""
    for page, pattern in _MISREAD_UTF8:
        sure = False

        def read(match: re.Match[str], page: str = page) -> str:
            nonlocal sure
            right = _decoded(match[0], page, "utf-8")
            if right is None or not _PLAUSIBLE_LETTERS.fullmatch(right):
                return match[0]
            sure = sure or len(right) > 1 or match[0].startswith(_UNMISTAKABLE)
            return right

        right = pattern.sub(read, token)
        if right != token:
            return right, sure
    return token, False


def _whole(text: str) -> tuple[tuple[str, str], str] | None:
    """How the paragraph was misread, and what it says; None where it is sound as it is."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = [word for word in words if _is_odd(word)]
    sound = [word for word in words if len(word) > 2 and not _is_odd(word) and not word.isupper()]
    accented = [word for word in odd if _ACCENTS_ONLY.fullmatch(word)]
    if len(odd) <= len(sound) or not (
        (len(odd) > 1 and sum(map(len, odd)) >= weights.FEW_LETTERS)
        or (not sound and sum(map(len, accented)) >= weights.ACCENTED)
    ):
        return None
    best: tuple[float, tuple[str, str], str] | None = None
    for page, real in _SINGLE_BYTE:
        repaired = _decoded(text, page, real)
        if repaired is None:
            continue
        found = [word for word in _WORD.findall(repaired) if len(word) > 2 and not word.isascii()]
        plausible = sum(map(_is_plausible, found)) / max(1, len(found))
        if plausible >= weights.MOSTLY and (best is None or plausible > best[0]):
            best = (plausible, (page, real), repaired)
    return best[1:] if best else None


def _is_odd(word: str) -> bool:
    """Whether capitals stand inside the word, or all its letters have accents."""
    natural = word.islower() or word.isupper() or word.istitle()
    return not natural or _ACCENTS_ONLY.fullmatch(word) is not None


def _decoded(text: str, page: str, real: str) -> str | None:
    """The text with its bytes in `page` read as `real`; None where that gives no text."""
    try:
        read = b"".join(
            bytes([ord(char)]) if "\x80" <= char <= "\x9f" else char.encode(page) for char in text
        )
        return read.decode(real)
    except UnicodeError:
        return None


def _is_plausible(word: str) -> bool:
    """Whether a word looks like one in Cyrillic: by its case, and by letters that are frequent."""
    if not (word.islower() or word.istitle() or word.isupper()):
        return False
    common = sum(1 for char in word.casefold() if char in _COMMON_RUSSIAN)
    enough = weights.PLAUSIBLE if len(word) >= weights.SHORT_WORD else weights.PLAUSIBLE_SHORT
    return common >= enough * len(word)
