"""Text that went through the wrong encoding: "РџСЂРёРІРµС‚" and “Ïðèâåò” for «Привет»; lost letters."""

import re
from collections.abc import Iterator

from sverka.language import _, ngettext
from sverka.model import FindingKind, Tier
from sverka.screening.artifacts.observation import Observation

_LOST = re.compile("\ufffd+")
_QUESTIONS = re.compile(r"(?<!\S)\?{3,}(?:[ ,.]+\?{2,})+")

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
    return re.compile(f"(?:[{two}][{more}]|[{three}][{more}]{{2}})+")


_MISREAD_UTF8 = tuple((page, _misread_utf8(page)) for page in _PAGES)
_SINGLE_BYTE = (
    # What was read, as it looks; the code page it was read as; the one it is in.
    (re.compile(r"[À-ÿ]{4,}"), "cp1252", "cp1251"),
    (re.compile(r"(?<!\w)[а-яё][А-ЯЁ]{3,}(?!\w)"), "cp1251", "koi8-r"),
    (re.compile(r"(?<!\w)[а-яё][А-ЯЁ]{3,}(?!\w)"), "koi8-r", "cp1251"),
)
_MARKS = ("Ð", "Ñ", "Ã", "Â", "Ä", "Å", "â", "╨", "╤", "вЂ", "Г©", "ГЁ", "Г¶", "Гј", "Г¤", "Г±")
_LEADS = 0.1
_ODD_CASE = re.compile(r"[À-ÿ]{4}|[а-яё][А-ЯЁ]{3}")
_COMMON_RUSSIAN = frozenset("оеаинтсрвлкмдпуя")
_PLAUSIBLE = 0.6
_FEW_LETTERS = 8
_PLAUSIBLE_LETTERS = re.compile(r"[\u00a0-\u052f\u0590-\u06ff\u2010-\u22ff]+")


def broken_encodings(index: int, text: str) -> Iterator[Observation]:
    """Where letters of a paragraph were lost, and where they were read in the wrong encoding."""
    yield from _lost(index, text)
    if text.isascii() or not _is_suspicious(text):
        return
    for start, end, repaired, sure in _runs(text):
        said = _(
            "These letters were read in the wrong encoding; they probably say: {text}."
        ).format(text=repaired)
        yield Observation(
            kind=FindingKind.BROKEN_ENCODING,
            paragraph=index,
            start=start,
            end=end,
            evidence=(said,),
            group="encoding",
            tier=Tier.CERTAIN if sure else Tier.SUSPECTED,
            suggestion=repaired,
        )


def _is_suspicious(text: str) -> bool:
    """Whether the text has what each sort of damage leaves: a quick look, since most is sound."""
    if any(mark in text for mark in _MARKS):
        return True
    leads = text.count("Р") + text.count("С")
    return leads > _LEADS * len(text) or _ODD_CASE.search(text) is not None


def _lost(index: int, text: str) -> Iterator[Observation]:
    places = [match.span() for match in _LOST.finditer(text)]
    sure = bool(places)
    places = places or [match.span() for match in _QUESTIONS.finditer(text)]
    if not places:
        return
    count = sum(end - start for start, end in places) if sure else len(places)
    start, end = places[0]
    said = ngettext(
        "{count} letter of this paragraph was lost and cannot be told any more.",
        "{count} letters of this paragraph were lost and cannot be told any more.",
        count,
    ).format(count=count)
    if not sure:
        said = _("Question marks stand here instead of letters.")
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", end)
    yield Observation(
        kind=FindingKind.REPLACEMENT_CHARACTER,
        paragraph=index,
        start=start,
        end=end,
        evidence=(said,),
        group="lost",
        tier=Tier.CERTAIN if sure else Tier.SUSPECTED,
        text=text[first : last if last >= 0 else len(text)][:80],
        places=tuple((index, *place) for place in places),
    )


def _runs(text: str) -> list[tuple[int, int, str, bool]]:
    """Broken stretches, neighbours with only spaces and marks between them as one."""
    found: list[tuple[int, int, str, bool]] = []
    for start, end, repaired, sure in sorted(_words(text)):
        if found and start < found[-1][1]:
            continue
        if found and not any(map(str.isalnum, text[found[-1][1] : start])):
            before = found[-1]
            joined = before[2] + text[before[1] : start] + repaired
            found[-1] = (before[0], end, joined, before[3] or sure)
        else:
            found.append((start, end, repaired, sure))
    return [run for run in found if run[3] or run[1] - run[0] >= _FEW_LETTERS]


def _words(text: str) -> Iterator[tuple[int, int, str, bool]]:
    for page, pattern in _MISREAD_UTF8:
        for match in pattern.finditer(text):
            repaired = _decoded(match[0], page, "utf-8")
            if repaired is not None and _PLAUSIBLE_LETTERS.fullmatch(repaired):
                yield match.start(), match.end(), repaired, len(repaired) > 1
    for pattern, page, real in _SINGLE_BYTE:
        for match in pattern.finditer(text):
            repaired = _decoded(match[0], page, real)
            if repaired is not None and _is_plausible(repaired):
                yield match.start(), match.end(), repaired, len(repaired) >= _FEW_LETTERS


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
    """Whether a word looks like one of a language written in Cyrillic: case and frequent letters."""
    if not (word.islower() or word.istitle() or word.isupper()):
        return False
    common = sum(1 for char in word.casefold() if char in _COMMON_RUSSIAN)
    return common >= _PLAUSIBLE * len(word)
