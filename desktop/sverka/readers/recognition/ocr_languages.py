"""Which of the installed languages a page is recognised in, and which of them comes first."""

import locale
from collections.abc import Callable, Sequence

from sverka.model import ReadError
from sverka.readers.recognition.ocr_lines import OcrPage

MOST_TRIED = 8
"""Installed languages that are all tried; where there are more, those that are likely."""

SURE_PAGE = 85.0
"""Per cent that Tesseract is sure of a page in its own language, at least; it is 93 and more at 100
dots per inch, and 38 to 56 in a language of another alphabet. Set by hand on pages of
our own in English, Russian and Kyrgyz."""

_CODES = {
    "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "ca": "cat", "cs": "ces", "da": "dan",
    "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "fa": "fas", "fi": "fin",
    "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "it": "ita",
    "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "ky": "kir", "lt": "lit", "lv": "lav",
    "mn": "mon", "nb": "nor", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sk": "slk", "sl": "slv", "sr": "srp", "sv": "swe", "tg": "tgk", "th": "tha",
    "tr": "tur", "uk": "ukr", "uz": "uzb", "vi": "vie", "zh": "chi_sim",
}  # fmt: skip
"""ISO 639-1 and what Tesseract calls the language."""

Reading = Callable[[Sequence[str]], OcrPage | None]
"""Recognises a page in these languages, the first of which counts most."""


def languages_for(
    installed: Sequence[str], asked: Sequence[str], hint: str | None, shown: str
) -> tuple[str, ...]:
    """The languages to recognise a document in; ReadError for one that is not installed.

    Those that were asked for, else all that are installed. Of many those of the document, `hint`
    ("ru-RU"), of the user's system, and English.
    """
    if missing := [name for name in asked if name not in installed]:
        raise ReadError(
            "“{file}” was not recognised: Tesseract has no language “{language}” here;"
            " it has {list}.",
            file=shown,
            language=missing[0],
            list=", ".join(installed) or "—",
        )
    if asked:
        return tuple(dict.fromkeys(asked))
    if not installed:
        raise ReadError(
            "“{file}” was not recognised: Tesseract is installed without any language.", file=shown
        )
    if len(installed) <= MOST_TRIED:
        return tuple(installed)
    likely = [_CODES.get(code[:2].lower(), "") for code in (hint or "", _of_the_system(), "en")]
    return tuple(dict.fromkeys(one for one in likely if one in installed)) or tuple(installed[:1])


def _of_the_system() -> str:
    return locale.getlocale()[0] or ""


class LanguageOrder:
    """The order of the languages of a document, learned from its pages.

    Tesseract goes by the first language where it is in doubt; all of them follow, for the names and
    words of others.
    """

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self._known = len(languages) < 2

    def read(self, reading: Reading) -> OcrPage | None:
        """The page, read in the best order: that of the page before, as long as it fits."""
        page = reading(self.languages) if self._known else None
        if len(self.languages) < 2 or (page is not None and page.certainty >= SURE_PAGE):
            return page
        alone = {name: reading([name]) for name in self.languages}
        sure = {name: one.certainty for name, one in alone.items() if one is not None}
        if not sure:
            return page
        first = max(sure, key=lambda name: sure[name])
        if page is not None and first == self.languages[0]:
            return page
        rest = (name for name in self.languages if name != first)
        self.languages, self._known = (first, *rest), True
        page = reading(self.languages)
        return page if page is not None else alone[first]
